"""How people are counted: at least, never too many."""

from datetime import date

import pytest

from cases.public.list.counting import at_least, count_held, count_people
from cases.register.selection import Selection
from cases.register.snapshot import take_snapshot
from tests.register.documents import custody, person

pytestmark = pytest.mark.django_db
TODAY = date(2026, 8, 31)


def everything() -> Selection:
    with take_snapshot() as snapshot:
        return Selection.everything(snapshot.bitmaps)


def group(least=None, overlaps=(), words="") -> dict:
    return {
        "kind": "group",
        "person": None,
        "identity": "",
        "people": {
            "description": "",
            "min": least,
            "max": None,
            "words": words,
            "unit": "",
            "overlaps": list(overlaps),
        },
    }


def test_a_person_with_two_cases_is_one_person(publish):
    somebody = person("Rəna Quliyeva")
    publish("A", person=somebody)
    publish("B", person=somebody)

    counted = count_people(everything())

    assert (counted.cases, counted.persons) == (2, 1)


def test_people_without_a_name_count_once_for_each_case(publish):
    nameless = person("", reference="")
    publish("A", person=nameless, identity="withheld")
    publish("B", person=nameless, identity="withheld")

    assert count_people(everything()).persons == 2


def test_groups_count_by_their_least_number_less_overlaps_and_patterns_never(publish):
    somebody = publish("A")
    publish("B", **group(5, [somebody]))
    publish("C", **group(None, words="a handful"))
    publish("D", **group(100) | {"kind": "pattern"})

    counted = count_people(everything())

    assert counted.persons == 1 + 4
    assert (counted.groups, counted.patterns) == (2, 1)


def test_groups_that_overlap_count_what_is_not_shared(publish):
    larger = publish("A", **group(100))
    publish("B", **group(40, [larger]))
    publish("C", **group(7))

    assert count_people(everything()).persons == 100 + 7


@pytest.mark.parametrize(
    ("groups", "least"),
    [
        ([("a", 3, [])], 3),
        ([("a", 3, None)], 3),
        ([("a", 1, ["x", "y", "z"])], 0),
        ([("a", 100, ["b"]), ("b", 40, [])], 100),
        ([("a", 100, ["b"]), ("b", 40, ["a"])], 100),
        ([("a", 3, ["a"])], 3),
    ],
)
def test_at_least(groups, least):
    assert at_least(groups) == least


def test_held_tells_confirmed_from_not_recently_confirmed(publish):
    publish("A", custody=custody("imprisoned", "2026-05-01"))
    publish("B", custody=custody("imprisoned", "2025-08-01"))
    publish("C", custody=custody("imprisoned"))
    publish("D", custody=custody("imprisoned", "2025-08-01"), last_checked="2026-08-01")
    publish("E", custody=custody("released", "2026-05-01"))
    publish("F", **group(3) | {"kind": "pattern", "custody": custody("imprisoned", "2026-05-01")})

    [form] = count_held(everything(), today=TODAY)

    assert (form.code, form.recent, form.older) == ("imprisoned", 1, 3)
