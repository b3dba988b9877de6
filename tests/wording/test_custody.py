"""Custody in one sentence, and the same one wherever it is said."""

import re
from datetime import date as day
from html import unescape

import pytest
from django.test import Client

from cases.register.register import put
from cases.wording.custody import custody_words
from cases.wording.sheet import sheet
from tests.factories import CaseFactory, EventFactory, SourceFactory, UserFactory, take_to_review
from tests.register.documents import case_document, custody, person

TODAY = day(2026, 8, 31)


@pytest.mark.parametrize(
    ("code", "days", "sentence"),
    [
        (
            "imprisoned",
            {"confirmed": "2026-08-01", "confirmed_day": day(2026, 8, 1)},
            "Imprisoned, confirmed 1 August 2026",
        ),
        (
            "imprisoned",
            {"as_of": "2025-06-23", "confirmed": "2026-08", "confirmed_day": day(2026, 8, 1)},
            "Imprisoned, as of 23 June 2025, confirmed August 2026",
        ),
        (
            "imprisoned",
            {"as_of": "2025-06-23", "confirmed": "2025-12-01", "confirmed_day": day(2025, 12, 1)},
            "Imprisoned, as of 23 June 2025, not confirmed since 1 December 2025",
        ),
        ("imprisoned", {"as_of": "2025-06-23"}, "Imprisoned, not confirmed since 23 June 2025"),
        ("imprisoned", {"last_checked": "2026-08-01"}, "Imprisoned, not recently confirmed"),
        (
            "administrative_detention",
            {
                "as_of": "2026-08-02",
                "confirmed": "2026-08-02",
                "confirmed_day": day(2026, 8, 2),
                "is_last_known": True,
            },
            "Last known: administrative detention, as of 2 August 2026",
        ),
        ("released", {"last_checked": "2026-08-01"}, "Released, checked 1 August 2026"),
        ("released", {"as_of": "2019-05-01"}, "Released, as of 1 May 2019"),
        ("unknown", {}, "Custody unknown"),
    ],
)
def test_the_sentence(code, days, sentence):
    assert custody_words(code, **days, today=TODAY).sentence == sentence


def test_nothing_stated_is_nothing_said():
    assert custody_words("", as_of="2025-06-23", today=TODAY) is None


def words_of(response) -> str:
    text = re.sub(r"<[^>]*>", " ", unescape(response.content.decode()))
    return re.sub(r"\s+,", ",", re.sub(r"\s+", " ", text))


@pytest.mark.django_db
def test_list_case_person_feed_review_and_desk_say_one_record_in_the_same_words():
    case = CaseFactory(last_checked_date=day(2024, 5, 1))
    source = SourceFactory()
    event = EventFactory(case=case, kind="remand", date="2024-03-02")
    event.citations.create(case=case, source=source)
    take_to_review(case)
    desk = Client()
    desk.force_login(UserFactory(username="publisher"))
    address = f"/admin/cases/case/{case.pk}"

    review = words_of(desk.get(f"{address}/publish/"))
    form = words_of(desk.get(f"{address}/change/"))
    version, digest = case.edit_version, desk.get(f"{address}/publish/").context["digest"]
    desk.post(f"{address}/publish/", {"edit_version": version, "digest": digest})
    case.refresh_from_db()
    public = ("/cases/", f"/cases/{case.reference}/", f"/people/{case.person.reference}/", "/cases.atom")
    pages = [words_of(Client().get(path)) for path in public]

    sentence = "Pre-trial detention, not confirmed since 2 March 2024"
    assert review.count(sentence) >= 2, "in the strip and on the page"
    assert [sentence in page for page in (form, *pages[1:])] == [True] * 4
    assert "Pre-trial detention" in pages[0]
    assert "not confirmed since 2 March 2024" in pages[0]


@pytest.mark.django_db
def test_a_row_near_another_says_the_whole_sentence(client):
    who = person("Rəna Quliyeva")
    held = case_document(title="One", person=who, custody=custody("imprisoned", "2024-05"))
    other = case_document(title="Other", person=who)
    put(held)
    put(other)

    page = client.get(f"/cases/{other['reference']}/").content.decode()

    assert "Imprisoned, not confirmed since May 2024" in page


def test_time_alone_is_no_difference_of_two_documents():
    stated = case_document(custody=custody("imprisoned", "2019-05"), last_checked="2019-06-01")
    run_out = stated | {"custody": stated["custody"] | {"runs_out": "2020-05-01"}}
    in_doubt = stated | {"custody": stated["custody"] | {"in_doubt": True}}

    said = [
        next(field.value for field in sheet(document) if field.name == "Custody")
        for document in (stated, run_out, in_doubt)
    ]

    assert said == ["Imprisoned, as of May 2019"] * 2 + ["Last known: imprisoned, as of May 2019"]
