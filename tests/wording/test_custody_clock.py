"""Days in custody, counted by hand: what ended and what has no known end apart, and never beyond what is certain."""

import re
from datetime import date as day

import pytest
from django.utils import translation

from cases.register.register import put
from cases.register.time_spans import certainly_held, possibly_held
from cases.wording.custody_clock import clock, custody_clock, short_days
from tests.register.documents import case_document, custody, date, event, violation


def spans_of(document: dict) -> tuple:
    return possibly_held(document), certainly_held(document)


def held(*events, status="", as_of="", **changes) -> dict:
    return case_document(events=list(events), custody=custody(status, as_of), **changes)


RELEASED = held(
    event("detained", "2024-03-01"), event("release", "2024-03-10"), status="released", as_of="2024-03-10"
)
STILL_HELD = held(
    event("detained", "2024-03-01"),
    event("confirmed_still_held", "2024-05-31"),
    status="held_form_unknown",
    as_of="2024-05-31",
)
IMPRECISE = held(
    event("detained", "2024-03"), event("release", "2024-05"), status="released", as_of="2024-05"
)
TWICE = held(
    event("detained", "2023-01-01"),
    event("release", "2023-01-31"),
    event("detained", "2024-03-01"),
    event("confirmed_still_held", "2024-03-02"),
    status="held_form_unknown",
    as_of="2024-03-02",
)
END_UNKNOWN = held(
    event("detained", "2024-03-01"),
    event("confirmed_still_held", "2024-03-03"),
    event("release", date=date(words="later")),
    status="released",
)


@pytest.mark.parametrize(
    ("document", "least", "most", "short"),
    [
        (RELEASED, 10, 10, "10 days"),
        (STILL_HELD, 92, None, "92+ days"),
        # From 31 March to 1 May whichever way it is read; from 1 March to 31 May at most.
        (IMPRECISE, 32, 92, "32–92 days"),
        (TWICE, 33, None, "33+ days"),
    ],
)
def test_days_by_hand(document, least, most, short):
    counted = clock(*spans_of(document))

    assert (counted.least, counted.most) == (least, most)
    assert short_days(*spans_of(document)) == short


def test_what_ended_and_what_goes_on_are_told_apart():
    lines = custody_clock(*spans_of(TWICE), status="held_form_unknown")["lines"]

    assert [line["figure"] for line in lines] == ["31 days", "At least 2 days"]
    assert "has ended" in lines[0]["note"]
    assert lines[1]["note"] == (
        "in custody, as far as anybody confirmed: certain from 1 March 2024 to 2 March 2024"
    )


def test_an_end_on_an_unknown_day_is_not_called_custody_that_goes_on():
    [line] = custody_clock(*spans_of(END_UNKNOWN), status="released")["lines"]

    assert "ended on a day not known" in line["note"]


def test_custody_that_no_day_is_certain_of_is_said_without_a_number():
    document = held(violations=[violation("detention", date=date("2024"))], start=date("2024"))

    [line] = custody_clock(*spans_of(document), status="")["lines"]

    assert line["figure"] == "Days not known"
    assert short_days(*spans_of(document)) == ""


@pytest.mark.parametrize("spans", [(None, []), ([], [])])
def test_no_clock_where_custody_was_never_a_question_or_at_no_stated_time(spans):
    assert custody_clock(*spans, status="") is None
    assert short_days(*spans) == ""


def test_spans_without_a_first_day_have_no_upper_bound():
    spans = ([(None, day(2024, 3, 10))], [(day(2024, 3, 1), day(2024, 3, 10))])

    assert (clock(*spans).least, clock(*spans).most) == (10, None)
    assert short_days(*spans) == "10+ days"


def test_thousands_are_written_as_the_reader_s_language_does():
    spans = ([(day(2010, 1, 1), day(2020, 1, 1))], [(day(2010, 1, 1), day(2020, 1, 1))])

    with translation.override("en"):
        assert short_days(*spans) == "3,653 days"


@pytest.mark.django_db
def test_the_page_and_the_list_show_it_and_it_does_not_grow_with_time(client):
    put(STILL_HELD)

    page = client.get(f"/cases/{STILL_HELD['reference']}/").content.decode()
    rows = client.get("/cases/").content.decode()

    assert re.search(r"At least 92 days</strong>\s+in custody, as far as anybody confirmed", page)
    assert "How the days are counted" in page
    assert "92+ days" in rows
