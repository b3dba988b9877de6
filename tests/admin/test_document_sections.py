"""Two public documents as lines side by side."""

import pytest

from cases.admin.document_sections import LABELS, UNTOLD, compared
from cases.workflow.document import document_of
from tests.factories import CampaignFactory, CaseFactory
from tests.register import documents


def rows(before, after, name="Events"):
    return next((section.rows for section in compared(before, after) if section.name == name), [])


DETAINED = {"kind": "detained", "verb": "detained", "description": "Detained in Baku on the way home."}
REMAND = {"kind": "remand", "description": "Remanded by a court."}


def test_the_order_of_keys_makes_no_difference():
    stored = {"title": "A", "kind": "person", "states": {"location": ["AZ"], "origin": ["AZ"]}}
    fresh = {"kind": "person", "title": "A", "states": {"origin": ["AZ"], "location": ["AZ"]}}

    assert not any(section.differs for section in compared(stored, fresh))


def test_a_changed_line_stands_beside_the_line_it_resembles():
    changed = {**DETAINED, "verb": "arrested"}

    hows = [how for _, _, how in rows({"events": [DETAINED]}, {"events": [REMAND, changed]})]

    assert hows == ["added", "changed"]


def test_what_was_never_public_is_all_new():
    assert [how for _, _, how in rows(None, {"events": [DETAINED]})] == ["added"]


def test_what_is_gone_is_told():
    assert [how for _, _, how in rows({"events": [DETAINED]}, {})] == ["removed"]


def test_codes_are_read_as_words():
    assert rows(None, {"custody": {"status": "held_form_unknown"}}, "Custody") == [
        ("", "Status: Held, form not stated", "added")
    ]


def test_dates_are_told_with_the_words_of_the_source():
    date = {"text": "2024-10", "words": "late last month", "earliest": None, "latest": None}

    assert rows(None, {"start": date}, "Start") == [("", "October 2024 (“late last month”)", "added")]


@pytest.mark.django_db
def test_every_key_of_a_document_has_a_name_of_its_own():
    def keys_of(value):
        if isinstance(value, dict):
            for key, item in value.items():
                yield key
                yield from keys_of(item)
        for item in value if isinstance(value, list) else ():
            yield from keys_of(item)

    whole = [document_of(record).content for record in (CaseFactory(published=True), CampaignFactory())]
    whole += [documents.group_document(), documents.campaign_document(), documents.event("remand")]

    assert set(keys_of(whole)) - UNTOLD <= LABELS.keys()
