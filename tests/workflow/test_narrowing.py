"""Narrowing an identity, a consent or a source acts on every public case at once; other changes mark them."""

import pytest

from cases.models import LedgerText, PublishedCase, State, Tombstone
from cases.register.check import check
from cases.workflow.document import document_of
from cases.workflow.editing import record_edit
from cases.workflow.errors import Refused
from cases.workflow.publishing import digest_of, publish
from cases.workflow.shared import before_change, record_changed
from tests.factories import CaseFactory, PersonFactory, SourceFactory, UserFactory, take_to_public
from tests.workflow.desk import change, everything_public

pytestmark = pytest.mark.django_db


def test_withholding_an_identity_takes_the_record_away_at_once_and_without_trace():
    person = PersonFactory(name="Zarema Kayanova")
    case = CaseFactory(person=person, published=True)
    old_case, old_person = case.reference, person.reference
    assert "Zarema Kayanova" in everything_public()

    outcome = change(person, identity="withheld")

    case.refresh_from_db()
    text = everything_public()
    assert [each.pk for each in outcome.anonymised] == [case.pk]
    assert "Kayanova" not in text and old_person not in text
    assert case.reference != old_case and person.reference != old_person
    assert case.state == State.DRAFT
    assert not Tombstone.objects.exists()
    assert not PublishedCase.objects.exists()
    assert check() == []


def test_unreviewed_edits_are_not_published_by_narrowing():
    hidden = SourceFactory()
    case = CaseFactory()
    case.citations.create(source=hidden)
    take_to_public(case)
    case.summary = "Not reviewed yet."
    case.save()
    case.violations.create(kind="torture")
    record_edit(case, by=UserFactory(username="entry"))

    outcome = change(hidden, is_public=False)

    case.refresh_from_db()
    row = PublishedCase.objects.get()
    assert len(outcome.republished) == 1
    assert (row.source_count, row.summary, row.violations) == (1, "Detained at the border.", ["detention"])
    assert case.state == State.DRAFT
    assert "Not reviewed yet" not in everything_public()


def test_withdrawn_consent_takes_all_cases_of_a_person_out():
    person = PersonFactory()
    for _ in range(2):
        CaseFactory(person=person, published=True)

    outcome = change(person, consent="withdrawn", consent_by="self")

    assert len(outcome.withdrawn) == 2
    assert not PublishedCase.objects.exists()
    assert check() == []


def test_narrowing_the_consent_of_a_case_acts_when_it_is_saved():
    case = CaseFactory(published=True)
    case.consent, case.consent_by = "refused", "family"
    case.save()

    outcome = record_edit(case, by=UserFactory(username="entry"))

    assert len(outcome.withdrawn) == 1
    assert not PublishedCase.objects.exists()


def test_a_source_made_private_disappears_from_rows_and_earlier_versions():
    kept, hidden = SourceFactory(title="Kept report"), SourceFactory(title="Leaked memo")
    case = CaseFactory(source=kept)
    case.citations.create(source=hidden)
    take_to_public(case)
    case.title = "Second version"
    case.save()
    take_to_public(case)
    assert "Leaked memo" in everything_public()

    outcome = change(hidden, is_public=False)

    assert len(outcome.republished) == 1
    assert "Leaked memo" not in everything_public()
    assert PublishedCase.objects.get().source_titles == ["Kept report"]
    assert LedgerText.objects.filter(reference=case.reference).count() == 1
    assert check() == []


def test_making_the_only_source_private_withdraws():
    source = SourceFactory()
    CaseFactory(source=source, published=True)

    outcome = change(source, is_public=False)

    assert len(outcome.withdrawn) == 1
    assert not PublishedCase.objects.exists()


def test_another_change_marks_the_cases_and_leaves_the_register_alone():
    source = SourceFactory(title="A report")
    case = CaseFactory(source=source, published=True)

    outcome = change(source, title="A better title")

    case.refresh_from_db()
    assert [each.pk for each in outcome.marked] == [case.pk]
    assert "A better title" in case.review_wanted
    assert PublishedCase.objects.get().source_titles == ["A report"]


def test_saving_without_a_change_marks_nothing():
    source = SourceFactory()
    case = CaseFactory(source=source, published=True)

    assert not change(source, title=source.title)
    case.refresh_from_db()
    assert case.review_wanted == ""


def test_what_was_reviewed_is_what_is_published():
    person = PersonFactory()
    case = CaseFactory(person=person, submitted=True)
    seen = digest_of(document_of(case))

    change(person, gender="male")

    publisher = UserFactory(username="publisher")
    with pytest.raises(Refused, match="Look at it again"):
        publish(case, by=publisher, edit_version=case.edit_version, digest=seen)
    now = digest_of(document_of(case))
    assert publish(case, by=publisher, edit_version=case.edit_version, digest=now).version == 1


def test_a_spelling_that_may_no_longer_be_public_goes():
    person = PersonFactory(name="Aydan Ulduzlu")
    alias = person.names.create(text="Ayko Pen", kind="pen")
    CaseFactory(person=person, published=True)
    assert PublishedCase.objects.get().other_names == ["Ayko Pen"]

    before = before_change(person)
    alias.is_public = False
    alias.save()
    record_changed(person, by=UserFactory(username="entry"), before=before)

    assert PublishedCase.objects.get().other_names == []
    assert "Ayko" not in everything_public()
