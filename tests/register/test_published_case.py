"""The questions readers may ask of published cases."""

from datetime import UTC, datetime
from datetime import date as day

import pytest

from cases.register.fields import FACETS
from cases.register.published_case import DEFAULT_SORT, SORTS, PublishedCase
from cases.register.register import put
from tests.register.documents import (
    attribution,
    case_document,
    charge,
    custody,
    date,
    event,
    group_document,
    person,
    proceeding,
    violation,
)

pytestmark = pytest.mark.django_db
cases = PublishedCase.objects


def publish(at=None, **changes) -> str:
    document = case_document(**changes)
    put(document, at=at)
    return document["reference"]


def references(queryset) -> list[str]:
    return [case.reference for case in queryset]


@pytest.mark.parametrize(
    "parameter, changes, value",
    [
        ("kind", {"kind": "pattern"}, "pattern"),
        ("violation", {"violations": [violation("killing")]}, "killing"),
        ("method", {"methods": ["coopting.unspecified"]}, "coopting.unspecified"),
        ("cross_border", {"cross_border": {"value": True, "basis": ""}}, True),
        ("charge", {"proceedings": [proceeding(charge(category="drugs"), charge(category=""))]}, "drugs"),
        ("charge_status", {"proceedings": [proceeding(charge(status="dropped"))]}, "dropped"),
        (
            "provision",
            {"proceedings": [proceeding(charge(country="AZ", code="CC", article="281-1"))]},
            "AZ:CC:281-1",
        ),
        ("custody", {"custody": custody("imprisoned")}, "imprisoned"),
        ("stage", {"proceedings": [proceeding(), proceeding(stage="on_trial")]}, "on_trial"),
        ("role", {"roles": ["lawyer"]}, "lawyer"),
        ("group", {"person": person(groups=["ethnic"])}, "ethnic"),
        ("agency", {"attributions": [attribution()]}, "A-0000-0000-0001"),
        ("campaign", {"campaigns": [{"reference": "K-7K3F-9Q2M-T4XW", "title": ""}]}, "K-7K3F-9Q2M-T4XW"),
        ("gender", {"person": person(gender="female")}, "female"),
    ],
)
def test_a_parameter_selects_and_counts(parameter, changes, value):
    publish()
    wanted = publish(**changes)

    assert references(getattr(cases, parameter)([value])) == [wanted]
    assert cases.facet_counts(parameter)[str(value).lower() if value is True else value] == 1


@pytest.mark.parametrize("parameter", ["origin", "host", "location", "cooperating", "transit", "destination"])
def test_states_select_and_count_and_not_stated_is_one_of_them(parameter):
    publish()
    states = case_document()["states"]
    wanted = [publish(states=states | {parameter: [code]}) for code in ("RU", "not_stated")]

    assert sorted(references(getattr(cases, parameter)(["RU", "not_stated"]))) == sorted(wanted)
    assert cases.facet_counts(parameter)["not_stated"] == 1


def test_every_facet_can_be_counted_on_an_empty_register():
    assert all(cases.facet_counts(parameter) == {} for parameter in FACETS)


def test_a_case_counts_once_per_value_and_empty_positions_do_not_count():
    publish(proceedings=[proceeding(charge(), charge(), charge(category=""))])
    publish()

    assert cases.all().facet_counts("charge") == {"treason": 2}
    assert cases.filter(kind="group").facet_counts("charge") == {}


def test_facets_are_counted_within_other_parameters_and_any_order():
    publish(person=person(gender="female"))
    publish()

    counts = cases.gender(["female"]).sorted_by("name").facet_counts("charge")

    assert counts == {"treason": 1}


def test_a_case_overlaps_what_its_bounds_may_share():
    earlier = publish(start=date("2020-03"), end=date("2020-05-02"))
    held = publish(start=date("2020-03"), custody=custody("imprisoned", "2020-04"))
    publish(start=date("XXXX-10-03"))

    assert references(cases.overlapping(day(2020, 5, 2), day(2020, 12, 31)).sorted_by("start")) == [
        earlier,
        held,
    ]
    assert references(cases.overlapping(day(2024, 1, 1), None)) == [held]
    assert references(cases.overlapping(None, day(2020, 2, 29))) == []
    assert references(cases.overlapping(day(2021, 1, 1), day(2020, 1, 1))) == []
    assert cases.undated().count() == 1


def test_held_on_gives_the_possible_and_marks_the_certain():
    certain = publish(events=[event("arrest", "2020-03-05")], custody=custody("police_custody", "2020-03-09"))
    possible = publish(events=[event("arrest", "2020-02-01")], custody=custody("police_custody"))
    publish(events=[event("arrest", "2021-01-01")])
    put(group_document())

    found = {case.reference: case.certain for case in cases.held_on(day(2020, 3, 7))}

    assert found == {certain: True, possible: False}
    assert references(cases.certainly_held_on(day(2020, 3, 7))) == [certain]
    assert cases.held_undated().count() == 1


def test_updated_since_is_by_the_day_in_utc():
    publish(at=datetime(2024, 10, 2, 23, 59, tzinfo=UTC))
    wanted = publish(at=datetime(2024, 10, 3, 0, 0, tzinfo=UTC))

    assert references(cases.updated_since(day(2024, 10, 3))) == [wanted]


def test_sorts_put_undated_cases_last():
    late = publish(start=date("2024"), person=person("Bəhruz"))
    undated = publish(start=date(), person=person("Ahmad"), last_checked="2024-10-03")
    early = publish(start=date("2020"), person=person("Цой"), last_checked="2024-10")

    assert references(cases.sorted_by("-start")) == [late, early, undated]
    assert references(cases.sorted_by("start")) == [early, late, undated]
    assert references(cases.sorted_by("-published")) == [early, undated, late]
    assert references(cases.sorted_by("published")) == [late, undated, early]
    assert references(cases.sorted_by("-checked")) == [undated, early, late]
    assert references(cases.sorted_by("name"))[0] == undated
    assert DEFAULT_SORT in SORTS


def test_agency_names_are_those_last_printed():
    publish(at=datetime(2024, 1, 1, tzinfo=UTC), attributions=[attribution(to="Old name")])
    publish(
        at=datetime(2024, 2, 1, tzinfo=UTC),
        attributions=[attribution(to="New name"), attribution(agency="A-0000-0000-0002", to="Other")],
    )

    assert cases.agency_names(["A-0000-0000-0001"]) == {"A-0000-0000-0001": "New name"}
    assert cases.agency_names([]) == {}


def test_a_persons_cases_are_found_by_their_key_and_an_empty_key_finds_none():
    wanted = publish(person=person(reference="P-7K3F-9Q2M-T4XW"))
    put(group_document())

    assert references(cases.of_person("P-7K3F-9Q2M-T4XW")) == [wanted]
    assert references(cases.of_person("")) == []
