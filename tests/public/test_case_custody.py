"""What the page of a case says of custody, and of the sentences it rests on."""

import pytest
from django.utils import timezone

from cases.register.custody import derive_into
from cases.wording.dates import written_day
from tests.register.documents import case_document, custody, event, proceeding, sentence

pytestmark = pytest.mark.django_db


def test_custody_says_as_of_when_and_according_to_whom(text):
    status = custody("pretrial_detention", "2024-11-02") | {"source": 1}

    words = text(case_document(custody=status, last_checked=timezone.now().date().isoformat()))

    assert "Pre-trial detention, not confirmed since 2 November 2024 [1]" in words
    assert "Last known" not in words, "time alone puts no custody in doubt"
    assert "According to source 1." in words
    assert "Set by the editors on the word of that source." in words


def test_custody_confirmed_of_late_is_present(text):
    today = timezone.now().date()
    document = case_document(
        events=[event("remand", "2024-11-02"), event("confirmed_still_held", today.isoformat())]
    )
    derive_into(document, today)

    words = text(document)

    assert (
        f"Pre-trial detention, as of 2 November 2024, confirmed {written_day(today)} [1] According to source 1."
        in words
    )
    assert "Last known" not in words
    assert "not confirmed" not in words


def test_custody_whose_term_is_over_is_last_known_and_never_over(text):
    days = sentence(kind="administrative_arrest", years=None, days=15)

    words = text(
        case_document(
            events=[event("administrative_sentence", "2024-11-02", proceeding=1)],
            proceedings=[proceeding(kind="administrative", sentences=[days])],
        )
    )

    assert "Last known: administrative detention, not confirmed since 2 November 2024" in words
    assert "The stated term ran to 16 November 2024, and no source says what followed." in words


def test_sentences_that_are_added_up_stand_once_as_the_total(text):
    parts = [sentence(number=1, years=13), sentence(number=2, years=12, months=6)]
    total = sentence(number=3, years=15, total_of=[1, 2])

    page = text(case_document(proceedings=[proceeding(sentences=[*parts, total])]))

    assert page.count("part of the total") == 2
    assert "part of the total" not in page[page.index("Imprisonment, 15 years") :][:60]
