"""When people of a public document were held, and when a case took place."""

from datetime import date as day

import pytest

from cases.register.custody import derive_into
from cases.register.time_spans import case_span, certainly_held, possibly_held
from tests.register.documents import case_document, custody, date, event, group_document, violation

TODAY = day(2026, 6, 30)


def derived(*events, **changes):
    document = case_document(events=list(events), **changes)
    derive_into(document, TODAY)
    return document


def held(*events, **changes):
    document = derived(*events, **changes)
    return possibly_held(document), certainly_held(document)


def test_arrest_and_release_bound_the_custody():
    possible, certain = held(event("arrest", "2020-03-05"), event("release", "2020-07"))

    assert possible == [(day(2020, 3, 5), day(2020, 7, 31))]
    assert certain == [(day(2020, 3, 5), day(2020, 7, 1))]


def test_without_a_known_end_certainty_stops_at_the_last_day_a_source_shows():
    possible, certain = held(
        event("arrest", "2020-03-05"), event("remand", "2020-03-07"), event("transfer", "2020-04-01")
    )

    assert possible == [(day(2020, 3, 5), None)]
    assert certain == [(day(2020, 3, 5), day(2020, 4, 1))]


def test_an_imprecise_arrest_leaves_nothing_certain_by_itself():
    possible, certain = held(event("detained", "2024-10"))

    assert possible == [(day(2024, 10, 1), None)]
    assert certain == []


def test_time_between_a_release_and_a_new_arrest_is_free():
    possible, certain = held(
        event("arrest", "2020-01-01"), event("release", "2020-02-01"), event("arrest", "2022-01-01")
    )

    assert possible == [(day(2020, 1, 1), day(2020, 2, 1)), (day(2022, 1, 1), None)]
    assert certain == [(day(2020, 1, 1), day(2020, 2, 1)), (day(2022, 1, 1), day(2022, 1, 1))]


def test_a_remand_in_absentia_holds_nobody():
    remand = event("remand", "2020-01-01", in_absentia=True)

    assert held(remand, violations=[violation("prosecution")]) == (None, [])


def test_acknowledged_custody_counts_from_when_it_began():
    possible, certain = held(event("custody_acknowledged", "2020-05-01", held_since=date("2020-03-01")))

    assert possible == [(day(2020, 3, 1), None)]
    assert certain == [(day(2020, 3, 1), day(2020, 5, 1))]


def test_after_a_deportation_custody_is_possible_and_no_longer_certain():
    possible, certain = held(
        event("detained", "2020-01-01"),
        event("confirmed_still_held", "2020-01-20"),
        event("deportation", "2020-02-01"),
    )

    assert possible == [(day(2020, 1, 1), None)]
    assert certain == [(day(2020, 1, 1), day(2020, 2, 1))]


def test_a_stated_release_ends_what_events_began():
    possible, _ = held(event("arrest", "2020-01-01"), custody=custody("released", "2021", overridden=True))

    assert possible == [(day(2020, 1, 1), day(2021, 12, 31))]


def test_a_detention_without_events_is_held_from_the_violations_date():
    possible, certain = held(
        violations=[violation("detention", date=date("2019-05-02"), end=date("2019-05-10"))]
    )

    assert possible == certain == [(day(2019, 5, 2), day(2019, 5, 10))]


def test_custody_nobody_dated_is_held_at_no_stated_time():
    assert held(start=date(words="late last month")) == ([], [])


def test_who_was_never_held_has_no_custody_at_all():
    assert held(violations=[violation("killing")]) == (None, [])
    assert held(kind="pattern") == (None, [])


def test_a_group_is_held_like_a_person():
    document = group_document(events=[event("detained", "2020-01-01"), event("release", "2020-01-03")])
    derive_into(document, TODAY)

    assert possibly_held(document) == [(day(2020, 1, 1), day(2020, 1, 3))]


def test_status_and_the_custody_after_each_step_stand_in_the_document():
    document = derived(
        event("release", "2020-07-01", sources=[3]),
        event("arrest", "2020-03-05"),
        event("statement", "2020-04"),
    )

    assert document["custody"]["status"] == "released"
    assert document["custody"]["as_of"]["text"] == "2020-07-01"
    assert document["custody"]["source"] == 3
    assert [each["custody"] for each in document["events"]] == ["released", "police_custody", ""]


def test_what_editors_state_is_not_overwritten():
    document = derived(
        event("arrest", "2020-03-05"), custody=custody("released", "2021-01-02", overridden=True)
    )

    assert document["custody"]["status"] == "released"
    assert document["custody"]["as_of"]["text"] == "2021-01-02"


def test_a_case_lasts_on_while_held_and_else_until_its_last_dated_step():
    start = date("2020-03")

    assert case_span(case_document(start=start, custody=custody("imprisoned", "2021"))) == [
        (day(2020, 3, 1), None)
    ]
    assert case_span(case_document(start=start, custody=custody("released", "2021"))) == [
        (day(2020, 3, 1), day(2021, 12, 31))
    ]
    assert case_span(case_document(start=start, end=date("2020-05-02"), violations=[])) == [
        (day(2020, 3, 1), day(2020, 5, 2))
    ]
    assert case_span(case_document(start=date("2020-03/.."))) == [(day(2020, 3, 1), None)]


def test_a_case_lasts_on_all_days_on_which_somebody_may_be_held():
    stated = {"start": date("2020-03"), "end": date("2020-05-02"), "violations": []}
    again = case_document(**stated, events=[event("arrest", "2021-01-05"), event("release", "2021-02-03")])
    unknown_end = case_document(**stated | {"violations": [violation("detention")]})
    derive_into(again, TODAY)
    derive_into(unknown_end, TODAY)

    assert case_span(again) == [
        (day(2020, 3, 1), day(2020, 5, 2)),
        (day(2021, 1, 5), day(2021, 2, 3)),
    ]
    assert case_span(unknown_end) == [(day(2020, 3, 1), None)]


@pytest.mark.parametrize("start", [date(), date("XXXX-10-03"), date(words="over the last decade")])
def test_a_case_without_bounds_is_undated(start):
    assert case_span(case_document(start=start)) is None
