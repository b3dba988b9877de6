"""Counts beside the choices of the list: each facet without its own filter."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pyroaring import BitMap

from cases.public.query.filters import CaseFilterSet
from cases.public.query.parameters import DAY_RANGE, PARAMETERS
from cases.public.query.ranges import HAPPENINGS, PERHAPS, only_perhaps
from cases.public.query.shapes import Text
from cases.register.selection import Selection


@dataclass(frozen=True)
class Counts:
    """`facets`: parameter → value → cases. The others are None unless a date filter makes them matter.

    `open` are the cases found by `from` and `to` that have no known end; `open_held` those found by `held_on` whose
    custody has none and that are not certain; `held_then` those found by one day as `from` and `to` in which
    somebody may have been held on it.
    """

    facets: dict[str, dict[str, int]]
    undated: int | None = None
    undated_held: int | None = None
    certain: int | None = None
    open: int | None = None
    open_held: int | None = None
    held_then: int | None = None
    perhaps: tuple["Perhaps", ...] = ()


@dataclass(frozen=True)
class Perhaps:
    """Cases in which something may have happened in the days asked for, and of which that is not certain; whether they
    are what was asked for."""

    happening: str
    title: Text
    number: int
    chosen: bool


def certain_on(filters: CaseFilterSet, day: date) -> Selection:
    """Those found that were certainly held on a day, and where a place is asked for, certainly there."""
    chosen, places = filters.chosen, filters.values["held_at"]
    if not places:
        return chosen.certainly_held_on(day)
    rows = chosen.at_on(day, certainly=True)
    return chosen.among(BitMap().union(*(rows[place] for place in places if place in rows)))


def count(filters: CaseFilterSet) -> Counts:
    single: dict[str, int] = {}
    chosen = filters.narrowed()
    if filters.values["from"] or filters.values["to"]:
        single["undated"] = len(filters.narrowed(DAY_RANGE).undated())
        single["open"] = len(chosen.open_ended())
    if day := filters.values["held_on"]:
        certain = certain_on(filters, day)
        single["undated_held"] = len(filters.narrowed(["held_on"]).held_undated())
        single["certain"] = len(certain)
        single["open_held"] = len(chosen.held_open_ended(day).rows - certain.rows)
    if (day := filters.values["from"]) and day == filters.values["to"]:
        single["held_then"] = len(chosen.possibly_held_on(day))
    facets = {each.name: filters.count_of(each.name) for each in PARAMETERS.values() if each.counted}
    return Counts(facets=facets, perhaps=tuple(_perhaps(filters)), **single)


def _perhaps(filters: CaseFilterSet) -> Iterator[Perhaps]:
    for asked in HAPPENINGS:
        ends = filters.ends_of(asked)
        if any(ends):
            number = len(only_perhaps(filters.narrowed(asked.ends), asked, *ends))
            chosen = asked.happening in (filters.values[PERHAPS] or ())
            yield Perhaps(asked.happening, asked.title, number, chosen)
