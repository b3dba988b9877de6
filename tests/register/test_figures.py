"""What a case adds to the charts, by documents whose right answer is plain."""

from datetime import date as day

import pytest

from cases.register.custody import derive_into
from cases.register.figures import (
    arrests,
    days_held,
    detentions,
    flows,
    length_class,
    month_or_year,
    numbered,
    releases,
    unnumbered,
    verdicts,
)
from cases.register.sentences import FOR_LIFE, longest_sentence
from tests.public.parts import states
from tests.register.documents import (
    case_document,
    custody,
    date,
    event,
    group_document,
    proceeding,
    sentence,
    violation,
)


def arrests_of(**changes) -> list[str]:
    return list(map(month_or_year, arrests(case_document(**{"violations": []} | changes))))


def detentions_of(**changes) -> list[str]:
    return list(detentions(case_document(**{"violations": []} | changes)))


def test_the_first_arrest_of_each_proceeding_counts():
    events = [
        event("arrest", "2023-09-01", proceeding=2),
        event("arrest", "2021-06-01", proceeding=1),
        event("detained", "2021-05-30", proceeding=1),
    ]

    assert sorted(arrests_of(events=events)) == ["2021-05", "2023-09"]


def test_arrests_of_no_stated_proceeding_count_once_for_the_case():
    events = [event("detained", "2021-05-30"), event("arrest", "2021-06-01")]

    assert arrests_of(events=events, proceedings=[]) == ["2021-05"]
    assert arrests_of(events=[*events, event("arrest", "2023-02", proceeding=1)]) == ["2023-02"]


def test_a_detention_counts_where_no_arrest_is_told_of():
    detained = [violation("detention", date=date("2022-03-04")), violation("abduction", date=date("2022-05"))]

    assert arrests_of(violations=detained, start=date()) == ["2022-03"]
    assert arrests_of(violations=detained, events=[event("arrest", "2022-02-28")]) == ["2022-02"]
    assert arrests_of(violations=[violation("detention")], start=date("2024-10")) == ["2024-10"]
    assert arrests_of(violations=[violation("detention", primary=False)], start=date("2024-10")) == [
        "undated"
    ]
    assert arrests_of(violations=[violation("killing", date=date("2022"))]) == []


@pytest.mark.parametrize(
    "text, when",
    [
        ("2024-05-06", "2024-05"),
        ("2024-05", "2024-05"),
        ("2024-05-01/2024-05-09", "2024-05"),
        ("2024", "2024"),
        ("2024-05/2024-06", "2024"),
        ("2023-12/2024-01", "unclear"),
        ("../2024", "unclear"),
        ("", "undated"),
    ],
)
def test_a_date_counts_as_well_as_it_is_known(text, when):
    assert arrests_of(events=[event("arrest", text)]) == [when]


def test_a_dated_arrest_goes_before_an_undated_one():
    assert arrests_of(events=[event("arrest"), event("detained", "2024-05")]) == ["2024-05"]


def test_an_arrest_ordered_in_somebody_s_absence_is_none():
    assert arrests_of(events=[event("arrest", "2024-05", in_absentia=True)]) == []


def test_a_group_is_arrested_once_and_a_pattern_never():
    events = [event("arrest", "2024-05")]

    assert list(map(month_or_year, arrests(group_document(events=events)))) == ["2024-05"]
    assert list(arrests(case_document(kind="pattern", person=None, events=events))) == []


@pytest.mark.parametrize(
    "days, name",
    [
        (0, "under_week"),
        (6, "under_week"),
        (7, "week_to_month"),
        (29, "week_to_month"),
        (30, "months_1_6"),
        (181, "months_1_6"),
        (182, "months_6_12"),
        (364, "months_6_12"),
        (365, "years_1_3"),
        (1094, "years_1_3"),
        (1095, "over_3_years"),
    ],
)
def test_classes_of_length_begin_where_the_page_says(days, name):
    assert length_class(days) == name


def test_a_completed_detention_has_a_length_if_all_readings_agree_on_its_class():
    arrest = event("arrest", "2024-05-01")

    assert detentions_of(events=[arrest, event("release", "2024-05-04")]) == ["completed:under_week"]
    assert detentions_of(events=[arrest, event("release", "2024-08")]) == ["completed:months_1_6"]
    # It may have been some days or some weeks.
    assert detentions_of(events=[arrest, event("release", "2024-05/2024-06")]) == ["completed:unknown"]
    assert detentions_of(events=[arrest], custody=custody("released")) == ["completed:unknown"]


def test_a_detention_without_an_end_lasts_to_the_last_day_custody_is_certain():
    events = [event("arrest", "2024-05-01"), event("confirmed_still_held", "2025-06-01")]

    assert detentions_of(events=events[:1]) == ["continuing:under_week"]
    assert detentions_of(events=events) == ["continuing:years_1_3"]
    assert detentions_of(events=events[:1], custody=custody("imprisoned", "2024-08-02")) == [
        "continuing:months_1_6"
    ]
    assert detentions_of(events=[event("arrest", "2024")]) == ["continuing:unknown"]


def test_each_stretch_of_custody_counts_and_the_same_one_said_twice_once():
    events = [
        event("arrest", "2020-01-01"),
        event("release", "2020-01-03"),
        event("arrest", "2021-01-01"),
        event("release", "2021-01-02"),
    ]
    twice = [violation(kind, date=date("2022-01")) for kind in ("detention", "arbitrary_detention")]

    assert detentions_of(events=events) == ["completed:under_week"] * 2
    assert len(detentions_of(violations=twice)) == 1
    assert detentions_of(violations=[violation("killing")]) == []


def test_a_deportation_after_which_nobody_knows_is_no_end():
    events = [event("arrest", "2024-05-01"), event("deportation", "2024-07-01")]

    assert detentions_of(events=events) == ["continuing:months_1_6"]


def test_flows_lead_from_each_origin_to_each_other_place():
    document = case_document(
        states=states(origin=["AZ", "RU"], location=["GE", "AZ", "not_stated"]),
        cross_border={"value": True, "basis": ""},
    )

    assert set(flows(document)) == {"AZ>GE", "RU>GE", "RU>AZ"}
    assert list(flows(document | {"cross_border": {"value": None, "basis": ""}})) == []


def test_values_that_come_again_are_told_apart_and_counted_together():
    values = list(numbered(["2024-05", "2024", "2024-05", "2024-05"]))

    assert values == ["2024-05", "2024", "2024-05#2", "2024-05#3"]
    assert [unnumbered(value) for value in values] == ["2024-05", "2024", "2024-05", "2024-05"]


def test_two_proceedings_of_no_kind_at_all_have_no_arrest():
    assert arrests_of(proceedings=[proceeding(), proceeding(number=2)]) == []


def test_a_release_is_an_end_of_custody_and_not_by_death_or_handing_over():
    def when(*events) -> list[str]:
        document = case_document(violations=[], events=[event("arrest", "2024-05-01"), *events])
        derive_into(document, day(2026, 1, 1))
        return list(map(month_or_year, releases(document)))

    assert when(event("release", "2024-06-02")) == ["2024-06"]
    assert when(event("bail", "2024-06-02"), event("arrest", "2025-01"), event("exchange", "2025-02-03")) == [
        "2024-06",
        "2025-02",
    ]
    assert when(event("death", "2024-06-02")) == []
    assert when(event("extradition", "2024-06-02")) == []
    assert when(event("release")) == ["unclear"]
    assert when() == []


def test_each_verdict_of_a_first_court_counts_by_its_own_date():
    events = [event("verdict_guilty", "2024-05-01"), event("verdict_acquittal", "2024")]

    assert [month_or_year(each) for each in verdicts(case_document(events=events))] == ["2024-05", "2024"]
    assert [*verdicts(case_document(kind="pattern", person=None, events=events))] == []


def test_days_held_are_those_that_are_certain_and_one_at_least():
    arrest = event("arrest", "2024-05-01")

    def held(*events, **changes) -> int | None:
        document = case_document(violations=[], events=list(events), **changes)
        derive_into(document, day(2026, 1, 1))
        return days_held(document)

    assert held(arrest, event("release", "2024-05-10")) == 10
    assert held(arrest, event("confirmed_still_held", "2024-06-01")) == 32
    assert held(event("arrest")) == 1
    assert held() is None


def test_a_sentence_for_life_is_longer_than_any_term():
    def longest(*sentences) -> int | None:
        return longest_sentence(case_document(proceedings=[proceeding(sentences=list(sentences))]))

    assert longest(sentence(years=12), sentence(years=3, number=2)) == 144
    assert (
        longest(sentence(kind="life_imprisonment", years=None), sentence(years=30, number=2))
        == FOR_LIFE
        > 30 * 12
    )
    assert longest(sentence(kind="fine", years=None)) is None
