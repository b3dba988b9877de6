"""Tampering with the register is found and named."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db.models import F

from cases.register.check import _problems, _Seen, check
from cases.register.documents.keys import SCHEMA
from cases.register.further_case import FurtherCase
from cases.register.ledger import LedgerEntry, LedgerText, Tombstone
from cases.register.published_campaign import PublishedCampaign
from cases.register.published_case import PublishedCase
from cases.register.register import put, withdraw
from cases.register.state import RegisterState
from tests.register.documents import campaign_document, case_document

pytestmark = pytest.mark.django_db


@pytest.fixture
def reference():
    """One case in three versions, another case and a campaign; sound."""
    document = case_document()
    put(document)
    put(case_document())
    put(document | {"title": "Second"})
    put(document | {"title": "Third"})
    put(campaign_document())
    assert check() == []
    return document["reference"]


def test_a_changed_text_is_named(reference):
    text = LedgerText.objects.get(reference=reference, version=1)
    LedgerText.objects.filter(pk=text.pk).update(text=text.text.replace("detained", "freed"))

    assert check() == [f"{reference} version 1: the text is not the one entry 1 sealed"]


def test_a_changed_column_is_named_with_its_version(reference):
    PublishedCase.objects.filter(reference=reference).update(charges=["espionage"])

    assert check() == [f"{reference}: column charges differs from version 3"]


@pytest.mark.parametrize("column", ["document", "words", "span", "published_at", "version"])
def test_every_kind_of_column_is_compared(reference, column):
    changed = {
        "document": {},
        "words": ["word"],
        "span": None,
        "published_at": F("published_at") + timedelta(days=1),
        "version": 7,
    }
    PublishedCase.objects.filter(reference=reference).update(**{column: changed[column]})

    assert check() == [f"{reference}: column {column} differs from version 3"]


def test_a_changed_campaign_is_named(reference):
    PublishedCampaign.objects.update(title="Another")

    assert check() == [f"{PublishedCampaign.objects.get().reference}: column title differs from version 1"]


def test_a_changed_hash_is_named_and_so_is_what_follows(reference):
    LedgerEntry.objects.filter(number=2).update(entry_hash="f" * 64)

    assert check() == [
        "entry 2: its hash is not that of its parts",
        "entry 3: does not follow from the entry before it",
    ]


def test_a_changed_moment_is_named(reference):
    LedgerEntry.objects.filter(number=3).update(at=F("at") + timedelta(seconds=1))

    assert check() == ["entry 3: its hash is not that of its parts"]


def test_an_entry_taken_out_of_the_middle_is_named(reference):
    LedgerText.objects.filter(entry=3).delete()
    LedgerEntry.objects.filter(number=3).delete()

    assert check() == [
        "entry 3: missing before entry 4",
        "entry 4: does not follow from the entry before it",
        f"{reference}: version 2 is missing",
    ]


def test_an_entry_taken_off_the_end_is_named(reference):
    LedgerText.objects.filter(entry=5).delete()
    LedgerEntry.objects.filter(number=5).delete()
    campaign = PublishedCampaign.objects.get().reference

    assert check() == [
        "state: its head is entry 5, the last entry is 4",
        f"{campaign}: the row has no version in the ledger",
    ]


@pytest.mark.parametrize(
    ("sequence", "told"),
    [
        (5, "bitmaps were written at 6"),
        (0, "further cases were written at 1"),
        (0, "the ledger was written to"),
    ],
)
def test_a_sequence_that_went_back_is_named(reference, sequence, told):
    put(case_document())
    FurtherCase.objects.create(row_number=1, first_row=1, sequence=1)
    RegisterState.objects.update(sequence=sequence)

    problems = [each for each in check() if each.startswith(f"state: its sequence is {sequence}")]

    assert told in " ".join(problems)
    assert all("went back" in each for each in problems)


def test_something_that_went_after_the_sequence_is_named(reference):
    RegisterState.objects.update(rebuilt_at=F("sequence") + 1)

    assert check() == ["state: its sequence is 5, and something went at 6; it went back"]


def test_what_takes_time_is_done_when_the_view_of_the_database_is_closed(
    reference, django_assert_num_queries
):
    PublishedCase.objects.filter(reference=reference).update(charges=["espionage"])
    seen = _Seen()

    with django_assert_num_queries(0):
        problems = list(_problems(seen))

    assert problems == [f"{reference}: column charges differs from version 3"]


def test_a_missing_row_is_named(reference):
    PublishedCase.objects.filter(reference=reference).delete()

    assert check() == [f"{reference}: version 3 has no row"]


def test_a_row_without_a_version_is_named(reference):
    LedgerText.objects.filter(reference=reference).delete()

    assert check() == [f"{reference}: the row has no version in the ledger"]


def test_a_row_number_that_is_still_to_be_given_is_named(reference):
    RegisterState.objects.update(next_row_number=2)

    assert check() == ["state: a row has a number that is still to be given (2 or above)"]


@pytest.mark.parametrize(
    "text, why",
    [
        ("{}", "type: None is not one of case, campaign, withdrawal, merger"),
        ('{"type":"case","schema":99}', f"schema: 99 is not a number from 1 to {SCHEMA}"),
        ("[]", "no JSON object"),
    ],
)
def test_a_text_no_document_can_be_read_from_is_named(reference, text, why):
    LedgerText.objects.filter(reference=reference, version=3).update(text=text)

    assert check() == [
        f"{reference} version 3: the text is not the one entry 4 sealed",
        f"{reference} version 3: no document can be read from its text ({why})",
        f"{reference} version 3: no row can be made from its text (UnreadableText({why!r}))",
    ]


def test_a_text_no_row_can_be_made_of_is_named(reference):
    text = LedgerText.objects.get(reference=reference, version=3)
    text.text = text.text.replace('"last_checked":""', '"last_checked":"soon"')
    text.save()

    assert check() == [
        f"{reference} version 3: the text is not the one entry 4 sealed",
        f"{reference} version 3: no row can be made from its text "
        "(ValueError(\"last_checked: 'soon' is neither a day nor a month\"))",
    ]


def test_tombstones_and_announcements_belong_together(reference):
    withdraw(reference, announced=True)
    Tombstone.objects.update(withdrawn_at=F("withdrawn_at") + timedelta(days=1))

    assert check() == [f"{reference}: the withdrawal has another date than in the ledger"]

    Tombstone.objects.all().delete()

    assert check() == [f"{reference}: its withdrawal stands in the ledger, but readers are not told"]


def test_the_command_accepts_a_sound_register(reference, capsys):
    call_command("check_register")

    assert "sound" in capsys.readouterr().out


def test_the_command_prints_each_problem_and_fails(reference, capsys):
    PublishedCase.objects.filter(reference=reference).update(title="Changed", summary="Changed")

    with pytest.raises(CommandError, match="2 problems"):
        call_command("check_register")

    assert f"{reference}: column title differs from version 3" in capsys.readouterr().out
