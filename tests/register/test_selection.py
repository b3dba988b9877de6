"""The questions readers may ask of published cases, and the orders they may be put in."""

from datetime import UTC, datetime
from datetime import date as day

import pytest

from cases.public.query.names import names_of
from cases.register.fields import FACETS
from cases.register.published_case import DEFAULT_SORT, SORTS, PublishedCase
from cases.register.register import put
from cases.register.selection import ORDERS, Selection
from cases.register.snapshot import take_snapshot
from tests.register.documents import (
    attribution,
    case_document,
    charge,
    custody,
    date,
    event,
    group_document,
    person,
    place,
    proceeding,
    violation,
)

pytestmark = pytest.mark.django_db


def publish(at=None, **changes) -> str:
    document = case_document(**changes)
    put(document, at=at)
    return document["reference"]


def everything() -> Selection:
    with take_snapshot() as snapshot:
        return Selection.everything(snapshot.bitmaps)


def references(cases: Selection) -> list[str]:
    """In the order of their row numbers."""
    found = PublishedCase.objects.filter(row_number__in=cases.rows).order_by("row_number")
    return [case.reference for case in found]


def sorted_by(sort: str) -> list[str]:
    """As the bitmaps sort, where they do, which must be as the database sorts."""
    by_number = dict(PublishedCase.objects.values_list("row_number", "reference"))
    by_database = [case.reference for case in PublishedCase.objects.sorted_by(sort)]
    if sort in ORDERS:
        assert [by_number[number] for number in everything().in_order(sort, 0, 9)] == by_database
    return by_database


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
        ("region", {"place": place(region="RU-DA")}, "RU-DA"),
    ],
)
def test_a_parameter_selects_and_counts(parameter, changes, value):
    publish()
    wanted = publish(**changes)

    assert references(everything().any_of(parameter, [value])) == [wanted]
    assert everything().count_of(parameter)[str(value).lower() if value is True else value] == 1


@pytest.mark.parametrize("parameter", ["origin", "host", "location", "cooperating", "transit", "destination"])
def test_states_select_and_count_and_not_stated_is_one_of_them(parameter):
    publish()
    states = case_document()["states"]
    wanted = [publish(states=states | {parameter: [code]}) for code in ("RU", "not_stated")]

    assert references(everything().any_of(parameter, ["RU", "not_stated"])) == wanted
    assert everything().count_of(parameter)["not_stated"] == 1


def test_every_facet_can_be_counted_on_an_empty_register():
    assert all(everything().count_of(parameter) == {} for parameter in FACETS)


def test_a_case_counts_once_per_value_and_empty_positions_do_not_count():
    publish(proceedings=[proceeding(charge(), charge(), charge(category=""))])
    publish()

    assert everything().count_of("charge") == {"treason": 2}
    assert everything().any_of("kind", ["group"]).count_of("charge") == {}


def test_facets_are_counted_within_other_parameters():
    publish(person=person(gender="female"))
    publish()

    counts = everything().any_of("gender", ["female"]).count_of("charge")

    assert counts == {"treason": 1}


def test_a_case_overlaps_what_its_bounds_may_share():
    earlier = publish(start=date("2020-03"), end=date("2020-05-02"), violations=[])
    held = publish(start=date("2020-03"), custody=custody("imprisoned", "2020-04"))
    publish(start=date("XXXX-10-03"))

    assert references(everything().overlapping(day(2020, 5, 2), day(2020, 12, 31))) == [
        earlier,
        held,
    ]
    assert references(everything().overlapping(day(2024, 1, 1), None)) == [held]
    assert references(everything().overlapping(None, day(2020, 2, 29))) == []
    assert references(everything().overlapping(day(2021, 1, 1), day(2020, 1, 1))) == []
    assert len(everything().undated()) == 1


def test_held_on_gives_the_possible_and_marks_the_certain():
    certain = publish(events=[event("arrest", "2020-03-05")], custody=custody("police_custody", "2020-03-09"))
    possible = publish(events=[event("arrest", "2020-02-01")], custody=custody("police_custody"))
    publish(events=[event("arrest", "2021-01-01")])
    put(group_document())

    assert references(everything().possibly_held_on(day(2020, 3, 7))) == [certain, possible]
    assert references(everything().certainly_held_on(day(2020, 3, 7))) == [certain]
    assert len(everything().held_undated()) == 1


def test_updated_since_is_by_the_day_in_utc():
    publish(at=datetime(2024, 10, 2, 23, 59, tzinfo=UTC))
    wanted = publish(at=datetime(2024, 10, 3, 0, 0, tzinfo=UTC))

    assert references(everything().updated_since(day(2024, 10, 3))) == [wanted]


def test_sorts_put_undated_cases_last():
    first, second, third = (datetime(2024, 10, 3, 12, 0, at, tzinfo=UTC) for at in range(3))
    late = publish(first, start=date("2024"), person=person("Bəhruz"))
    undated = publish(second, start=date(), person=person("Ahmad"), last_checked="2024-10-03")
    early = publish(third, start=date("2020"), person=person("Цой"), last_checked="2024-10")

    assert sorted_by("-start") == [late, early, undated]
    assert sorted_by("start") == [early, late, undated]
    assert sorted_by("-published") == [early, undated, late]
    assert sorted_by("published") == [late, undated, early]
    assert sorted_by("-checked") == [undated, early, late]
    assert sorted_by("name")[0] == undated
    assert DEFAULT_SORT in SORTS


def test_agencies_are_called_what_most_cases_call_them():
    for name in ("Old name", "New name", "New name"):
        publish(attributions=[attribution(to=name), attribution(agency="A-0000-0000-0002", to="Other")])

    assert names_of(["A-0000-0000-0001"]) == {"A-0000-0000-0001": "New name"}
    assert names_of([]) == {}


def test_a_persons_cases_are_found_by_their_key_and_an_empty_key_finds_none():
    wanted = publish(person=person(reference="P-7K3F-9Q2M-T4XW"))
    put(group_document())

    assert PublishedCase.objects.of_person("P-7K3F-9Q2M-T4XW").get().reference == wanted
    assert not PublishedCase.objects.of_person("").exists()


def test_many_days_at_once_are_counted_as_each_by_itself():
    publish(
        events=[event("arrest", "2024-01-10"), event("release", "2024-02-20"), event("arrest", "2024-05")]
    )
    publish(events=[event("arrest", "2024-02"), event("release", "2024-03/2024-04")])
    publish(events=[event("arrest", "../2024-01-15")])
    publish(custody=custody("imprisoned", "2024-02-20"), violations=[])
    publish(violations=[])
    days = [day(2024, month, number) for month in range(1, 7) for number in (1, 10, 20)]

    counted = everything().count_held_on(days, since=lambda day: day)

    assert counted == [
        (len(everything().certainly_held_on(each)), len(everything().possibly_held_on(each))) for each in days
    ]
    assert len(set(counted)) > 4


def test_the_first_day_anybody_may_have_been_held_has_to_be_known():
    publish(events=[event("arrest", "../2024-01-15")], violations=[])
    assert everything().first_day_held() is None

    publish(events=[event("arrest", "2024-03-10")], violations=[])
    publish(events=[event("arrest", "2024-03")], violations=[])
    assert everything().first_day_held() == day(2024, 3, 1)


def test_a_value_a_case_has_twice_counts_twice():
    twice = [("2024-01-01", "2024-01-03"), ("2024-02-01", "2024-02-03")]
    for times in (twice, twice[:1]):
        events = [
            event(kind, text)
            for time in times
            for kind, text in zip(("arrest", "release"), time, strict=True)
        ]
        publish(events=events, violations=[])

    assert everything().times_of("held_length") == {"completed:under_week": 3}
    assert len(everything().having_any("held_length")) == 2
