"""What the workflow writes into the log: English whoever acts, read in the language of who reads."""

import pytest
from django.utils import translation

from cases.models import Case
from cases.workflow import notes, shared
from tests.factories import CaseFactory, UserFactory
from tests.translating import speak_russian

pytestmark = pytest.mark.django_db


def test_a_note_is_kept_in_english_and_read_in_the_readers_language(settings, tmp_path):
    speak_russian(
        settings, tmp_path, {"Person “%(record)s” changed.": "Изменена запись о человеке «%(record)s»."}
    )
    person = CaseFactory(published=True).person
    before = shared.before_change(person)
    person.nationalities = ["GE"]
    person.save()

    with translation.override("ru"):
        shared.record_changed(person, by=UserFactory(username="entry"), before=before)
        kept = Case.objects.get().review_wanted
        read = notes.read(kept)

    assert kept == f"Person “{person}” changed."
    assert read == f"Изменена запись о человеке «{person}»."


def test_what_people_wrote_stays_as_it_is():
    text = "The consent has run out.\nThe consent has run out. Ask again, 100% sure."

    assert notes.read(text) == text
