"""Where somebody was held, and when: which facts say so, and what ends a stay."""

from datetime import date

import pytest

from cases.text.custody.derivation import derive
from cases.text.custody.record import Deprivation, Event, Facility, Record
from cases.text.partial_dates import PartialDate

TODAY = date(2026, 11, 29)
PRISON, COLONY, REMAND = Facility("prison", "detention"), Facility("colony"), Facility("remand", "detention")
STATION, COURT, CAFE = Facility("station", "police"), Facility("court", "elsewhere"), Facility("cafe")


def event(kind: str, day: str = "", facility: Facility | None = None, **details) -> Event:
    return Event((kind, day), kind, PartialDate.parse(day), facility=facility, **details)


def told(*events: Event):
    return derive(Record(events=events), TODAY)


def at(*events: Event) -> str | None:
    stay = told(*events).held_at
    return stay.facility.key if stay else None


ARREST = event("arrest", "2024-01-10", STATION)
REMANDED = event("remand", "2024-01-12")
TO_REMAND = event("transfer", "2024-01-12", REMAND)
CONVICTED = event("verdict_guilty", "2024-06-01")
TO_PRISON = event("transfer", "2024-07-05", PRISON)


@pytest.mark.parametrize(
    ("events", "where"),
    [
        ([ARREST], "station"),
        ([ARREST, TO_REMAND, REMANDED, CONVICTED, TO_PRISON], "prison"),
        ([event("confirmed_still_held", "2024-01-10", PRISON)], "prison"),
        ([event("detained", "2024-01-10", COLONY)], "colony"),
        ([TO_PRISON, event("verdict_guilty", "2025-01-01", REMAND)], "remand"),
        ([event("sentence_begins", "2024-01-01", COLONY)], "colony"),
        # A decision names a court, which holds nobody; so does an arrest at an airport or in a newsroom.
        ([TO_REMAND, event("verdict_guilty", "2024-06-01", COURT)], "remand"),
        ([TO_REMAND, event("remand_extension", "2024-06-01", COLONY)], "remand"),
        ([event("arrest", "2024-01-10", COURT)], None),
        # Nobody stays for long where they were arrested, unless it is said to be a prison.
        ([event("arrest", "2024-01-10", CAFE)], "cafe"),
        ([event("arrest", "2024-01-10", CAFE), REMANDED], None),
        ([event("detained", "2024-01-10", REMAND), REMANDED], "remand"),
        # Moved, and nobody says where to.
        ([TO_PRISON, event("transfer", "2025-01-01")], None),
        ([TO_PRISON, event("house_arrest_order", "2025-01-01")], None),
        ([ARREST, REMANDED], None),
        # Nothing of this moves anybody.
        ([TO_PRISON, event("confirmed_still_held", "2025-01-01")], "prison"),
        ([TO_REMAND, REMANDED, CONVICTED], "remand"),
        # Let go.
        ([TO_PRISON, event("release", "2025-01-01")], None),
        ([TO_PRISON, event("release", "2025-01-01"), event("arrest", "2025-02-01")], None),
        ([TO_PRISON, event("extradition", "2025-01-01")], None),
        ([TO_PRISON, event("death", "2025-01-01")], None),
        # Who is out is not taken in by a court that sits in a prison.
        ([event("verdict_guilty", "2025-01-01", PRISON)], None),
    ],
)
def test_where_somebody_is_held(events, where):
    assert at(*events) == where
    assert at(*reversed(events)) == where


def test_a_stay_lasts_from_what_shows_it_to_what_ends_it():
    stays = told(
        ARREST,
        TO_REMAND,
        event("confirmed_still_held", "2024-03-01", REMAND),
        TO_PRISON,
        event("confirmed_still_held", "2024-08-01"),
    ).stays

    assert [(stay.facility.key, stay.spell.possible, stay.spell.certain) for stay in stays] == [
        ("station", (date(2024, 1, 10), date(2024, 1, 12)), (date(2024, 1, 10), date(2024, 1, 12))),
        ("remand", (date(2024, 1, 12), date(2024, 7, 5)), (date(2024, 1, 12), date(2024, 7, 5))),
        # That they are held on says nothing of where: certainty stops with the day that says where.
        ("prison", (date(2024, 7, 5), None), (date(2024, 7, 5), date(2024, 7, 5))),
    ]


def test_a_date_known_in_part_leaves_open_where_somebody_was_on_its_days():
    first, second = told(TO_PRISON, event("transfer", "2025-03", COLONY)).stays

    assert first.spell.possible == (date(2024, 7, 5), date(2025, 3, 31))
    assert first.spell.certain == (date(2024, 7, 5), date(2025, 3, 1))
    assert second.spell.possible == (date(2025, 3, 1), None)
    assert second.spell.certain is None


def test_two_transfers_of_one_month_leave_open_which_came_last_unless_somebody_says():
    one, other = (event("transfer", "2025-03", each) for each in (PRISON, COLONY))
    assert at(one, other) is None
    assert {stay.facility.key for stay in told(one, other).stays} == {"prison", "colony"}

    ordered = [
        event("transfer", "2025-03", PRISON, order=2),
        event("transfer", "2025-03", COLONY, order=1),
    ]
    assert at(*ordered) == "prison"
    assert at(one, other, event("confirmed_still_held", "2025-05-01", COLONY)) == "colony"


def test_where_nothing_tells_of_custody_the_violation_does():
    held = Deprivation(PartialDate.parse("2024-02"), PartialDate.parse("2024-04-10"), True, PRISON)
    (stay,) = derive(Record(deprivations=(held,)), TODAY).stays

    assert stay.facility == PRISON
    assert stay.spell.certain == (date(2024, 2, 29), date(2024, 4, 10))
