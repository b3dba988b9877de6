"""When a case took place and when its people were held."""

from datetime import date as day

import pytest

from cases.register.time_spans import case_span, certainly_held, merged, possibly_held
from tests.register.documents import (
    case_document,
    custody,
    date,
    event,
    group_document,
    violation,
)


def held(*events, status="", as_of="", **changes):
    document = case_document(events=list(events), custody=custody(status, as_of), **changes)
    return possibly_held(document), certainly_held(document)


def test_arrest_and_release_bound_the_custody():
    possible, certain = held(event("arrest", "2020-03-05"), event("release", "2020-07"), status="released")

    assert possible == [(day(2020, 3, 5), day(2020, 7, 31))]
    assert certain == [(day(2020, 3, 5), day(2020, 7, 1))]


def test_without_a_known_end_certainty_stops_at_the_status_date():
    possible, certain = held(
        event("arrest", "2020-03-05"),
        event("remand", "2020-03-07"),
        status="pretrial_detention",
        as_of="2020-04-01",
    )

    assert possible == [(day(2020, 3, 5), None)]
    assert certain == [(day(2020, 3, 5), day(2020, 4, 1))]


def test_an_imprecise_arrest_leaves_nothing_certain_by_itself():
    possible, certain = held(event("detained", "2024-10"), status="held_form_unknown", as_of="2024-10")

    assert possible == [(day(2024, 10, 1), None)]
    assert certain == []


def test_time_between_a_release_and_a_new_arrest_is_free():
    possible, certain = held(
        event("arrest", "2020-01-01"),
        event("release", "2020-02-01"),
        event("arrest", "2022-01-01"),
        status="police_custody",
        as_of="2022-01-01",
    )

    assert possible == [(day(2020, 1, 1), day(2020, 2, 1)), (day(2022, 1, 1), None)]
    assert certain == [(day(2020, 1, 1), day(2020, 2, 1)), (day(2022, 1, 1), day(2022, 1, 1))]


def test_a_remand_in_absentia_holds_nobody():
    assert held(
        event("remand", "2020-01-01", in_absentia=True, custody=""), violations=[violation("prosecution")]
    ) == (
        None,
        [],
    )


def test_acknowledged_custody_counts_from_when_it_began():
    acknowledged = event("custody_acknowledged", "2020-05-01", held_since=date("2020-03-01"))

    possible, certain = held(acknowledged, status="held_form_unknown", as_of="2020-05-01")

    assert possible == [(day(2020, 3, 1), None)]
    assert certain == [(day(2020, 3, 1), day(2020, 5, 1))]


def test_after_a_deportation_custody_is_possible_and_no_longer_certain():
    possible, certain = held(
        event("detained", "2020-01-01"),
        event("confirmed_still_held", "2020-01-20"),
        event("deportation", "2020-02-01"),
        status="unknown",
    )

    assert possible == [(day(2020, 1, 1), None)]
    assert certain == [(day(2020, 1, 1), day(2020, 1, 20))]


def test_a_stated_release_ends_what_events_began():
    possible, _ = held(event("arrest", "2020-01-01"), status="released", as_of="2021")

    assert possible == [(day(2020, 1, 1), day(2021, 12, 31))]


def test_a_detention_without_events_is_held_from_the_violations_date():
    possible, certain = held(
        violations=[violation("detention", date=date("2019-05-02"), end=date("2019-05-10"))]
    )

    assert possible == certain == [(day(2019, 5, 2), day(2019, 5, 10))]


def test_custody_nobody_dated_is_held_at_no_stated_time():
    assert held(start=date(words="late last month")) == ([], [])
    assert possibly_held(group_document()) == []


def test_who_was_never_held_has_no_custody_at_all():
    assert held(violations=[violation("killing")]) == (None, [])
    assert held(kind="pattern") == (None, [])


def test_a_case_lasts_on_while_held_and_else_until_its_last_dated_step():
    start = date("2020-03")

    assert case_span(case_document(start=start, custody=custody("imprisoned", "2021"))) == [
        (day(2020, 3, 1), None)
    ]
    assert case_span(case_document(start=start, custody=custody("released", "2021"))) == [
        (day(2020, 3, 1), day(2021, 12, 31))
    ]
    assert case_span(case_document(start=start, end=date("2020-05-02"))) == [
        (day(2020, 3, 1), day(2020, 5, 2))
    ]
    assert case_span(case_document(start=date("2020-03/.."))) == [(day(2020, 3, 1), None)]


@pytest.mark.parametrize("start", [date(), date("XXXX-10-03"), date(words="over the last decade")])
def test_a_case_without_bounds_is_undated(start):
    assert case_span(case_document(start=start)) is None


def test_spans_that_touch_become_one():
    spans = [(day(2020, 1, 5), day(2020, 1, 9)), (None, day(2020, 1, 4)), (day(2021, 1, 1), None)]

    assert merged(spans) == [(None, day(2020, 1, 9)), (day(2021, 1, 1), None)]
