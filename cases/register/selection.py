"""Which published cases a reader has chosen, as sets of row numbers: one method for each question of the contract.

A `Selection` is made from the bitmaps of one moment and never changes; each method answers a narrower one. Several
codes within a question are alternatives, several questions must all hold.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from pyroaring import BitMap

from cases.register.bitmaps import Bitmaps
from cases.register.figures import unnumbered
from cases.register.marks import (
    CERTAINLY_AT,
    CHECKED,
    CONFIRMED,
    DAYS_HELD,
    HELD_UNDATED,
    NAMED,
    OVERLAPPING,
    PEOPLE,
    POSSIBLY_AT,
    PUBLISHED,
    SAMPLE,
    SOURCES,
    START,
    TERM,
    UNBOUNDED_LAST,
    UNDATED,
    day_number,
    facet_text,
    layer_of,
    moment_number,
    month_of,
    stay_of,
)
from cases.register.published_case import OverlappingGroup
from cases.text.custody.effects import HELD

ORDERS = {
    "-start": (START, True),
    "start": (START, False),
    "-published": (PUBLISHED, True),
    "published": (PUBLISHED, False),
    "-checked": (CHECKED, True),
    "-held": (DAYS_HELD, True),
    "-sentence": (TERM, True),
    "-sources": (SOURCES, True),
}
"""Values of `sort` that follow a number: which, and whether the highest comes first. `name` is sorted by the
database, see `published_case.py`."""


@dataclass(frozen=True)
class Selection:
    bitmaps: Bitmaps
    rows: BitMap

    @classmethod
    def everything(cls, bitmaps: Bitmaps) -> "Selection":
        return cls(bitmaps, bitmaps.all)

    def __len__(self) -> int:
        return len(self.rows)

    def among(self, rows: BitMap) -> "Selection":
        """Those that are in `rows` as well."""
        return replace(self, rows=self.rows & rows)

    def any_of(self, parameter: str, codes: Iterable[str | bool]) -> "Selection":
        """Those with one of the codes of a facet; which facets there are is in `fields.py`."""
        values = self.bitmaps.values(parameter)
        found = [values[code] for code in map(facet_text, codes) if code in values]
        return self.among(BitMap.union(*found) if found else BitMap())

    def overlapping(self, earliest: date | None, latest: date | None) -> "Selection":
        """The case, by its bounds, may share a day with `earliest`–`latest`; undated cases never match."""
        if earliest and latest and earliest > latest:
            return self.among(BitMap())
        return self.among(
            _union(
                self._begun_by(layer, latest) & self._lasting_to(layer, earliest)
                for layer in self._layers("span")
            )
        )

    def happening(self, what: str, earliest: date | None, latest: date | None) -> "Selection":
        """One of `figures.HAPPENINGS` lies certainly within the days: no reading of its date is outside."""
        first, last = f"{what}.{{}}.first", f"{what}.{{}}.last"
        found = []
        for layer in range(len(self._layers(what))):
            rows = self.bitmaps.having(layer_of(what, layer)) & self.rows
            if earliest:
                rows = self.bitmaps.at_least(first.format(layer), day_number(earliest), rows)
            if latest:
                rows = self.bitmaps.at_most(last.format(layer), day_number(latest), rows)
            found.append(rows)
        return self.among(_union(found))

    def possibly_happening(self, what: str, earliest: date | None, latest: date | None) -> "Selection":
        """The same, as far as its date allows."""
        return self.among(
            _union(
                self._begun_by(layer, latest) & self._lasting_to(layer, earliest)
                for layer in self._layers(what)
            )
        )

    def months_of(self, what: str) -> dict[str, BitMap]:
        """Month → rows in which it happened then; a year where only that is known, see `figures.month_or_year`."""
        return self.bitmaps.values(month_of(what))

    def numbering(self, number: str, least: int | None, most: int | None) -> "Selection":
        """Those with a number of `marks.py` within the limits, which are part of it."""
        rows = self.rows & self.bitmaps.having(number)
        if least is not None:
            rows = self.bitmaps.at_least(number, least, rows)
        return self.among(rows if most is None else self.bitmaps.at_most(number, most, rows))

    def having_any_number(self, number: str) -> "Selection":
        return self.among(self.bitmaps.having(number))

    def median(self, number: str) -> tuple[float, int]:
        """The median of a number of `marks.py`, and of how many cases it is; 0 of none."""
        having = self.rows & self.bitmaps.having(number)
        if not having:
            return 0, 0
        middle = (len(having) - 1) // 2, len(having) // 2
        return sum(self.bitmaps.nth(number, place, having) for place in middle) / 2, len(having)

    def possibly_held_on(self, day: date) -> "Selection":
        """Somebody may have been held on that day."""
        return self.among(self._covering("possibly_held", day))

    def certainly_held_on(self, day: date) -> "Selection":
        """The document makes it certain that somebody was held on that day."""
        return self.among(self._covering("certainly_held", day))

    def at_on(self, day: date, *, certainly: bool = False) -> dict[str, BitMap]:
        """Facility → rows of those who may have been held there on a day, or were for certain."""
        column = CERTAINLY_AT if certainly else POSSIBLY_AT
        found: dict[str, BitMap] = {}
        for layer in self._layers(column):
            rows = self._begun_by(layer, day) & self._lasting_to(layer, day)
            for reference, own in self.bitmaps.values(stay_of(layer)).items():
                if both := rows & own:
                    found[reference] = found.get(reference, BitMap()) | both
        return found

    def updated_since(self, day: date) -> "Selection":
        """The current version was published on that day (UTC) or later."""
        midnight = moment_number(datetime.combine(day, time.min, UTC))
        return self.among(self.bitmaps.at_least(PUBLISHED, midnight, self.rows))

    def held(self) -> "Selection":
        """Those in which somebody was in custody when last heard of; patterns have nobody who could be."""
        people = self.among(self.rows - self.bitmaps.of(("kind", "pattern")))
        return people.any_of("custody", HELD)

    def confirmed_since(self, day: date) -> "Selection":
        """Those in which a source shows somebody in custody on that day or later."""
        return self.among(self.bitmaps.at_least(CONFIRMED, day_number(day), self.rows))

    def samples(self) -> "Selection":
        """The fictional sample records."""
        return self.among(self.bitmaps.of(SAMPLE))

    def undated(self) -> "Selection":
        """Those without bounds, which `overlapping` leaves out whatever the dates."""
        return self.among(self.bitmaps.of(UNDATED))

    def held_undated(self) -> "Selection":
        """Those held at a time nobody stated, which `possibly_held_on` leaves out on every day."""
        return self.among(self.bitmaps.of(HELD_UNDATED))

    def open_ended(self) -> "Selection":
        """Those without a known end."""
        return self.among(_union(self._open(layer) for layer in self._layers("span")))

    def held_open_ended(self, day: date) -> "Selection":
        """Those whose custody on that day, if there was any, has no known end."""
        return self.among(
            _union(self._begun_by(layer, day) & self._open(layer) for layer in self._layers("possibly_held"))
        )

    def count_of(self, parameter: str) -> dict[str, int]:
        """Value → number of cases, most frequent first; what no case has is left out."""
        return self.count(self.bitmaps.values(parameter))

    def count(self, rows_by_value: Mapping[str, BitMap]) -> dict[str, int]:
        """The same of values whose rows are given."""
        counts = {
            value: count
            for value, rows in rows_by_value.items()
            if (count := self.rows.intersection_cardinality(rows))
        }
        # A page counts thousands of values. By name, then by number, which leaves equals in place, is a quarter quicker
        # than by both at once.
        ordered = sorted(sorted(counts), key=counts.__getitem__, reverse=True)
        return {value: counts[value] for value in ordered}

    def times_of(self, parameter: str) -> Counter[str]:
        """Value → how often the cases have it, where a case may have one several times (`figures.py`)."""
        counts: Counter[str] = Counter()
        for value, rows in self.bitmaps.values(parameter).items():
            if count := self.rows.intersection_cardinality(rows):
                counts[unnumbered(value)] += count
        return counts

    def having_any(self, parameter: str) -> "Selection":
        """Those with any value at all."""
        return self.among(_union(self.bitmaps.values(parameter).values()))

    def count_held_on(self, days: list[date], since: Callable[[date], date]) -> list[tuple[int, int]]:
        """For each day in how many cases somebody was held at least, and at most.

        At least: certainly held, or confirmed in custody between `since(day)` and the day with nothing told since. So
        on the last day it counts those that `held` and `confirmed_since` find.
        """
        held = self.held()
        least = [
            len(self._covering("certainly_held", day) | held.confirmed_between(since(day), day).rows)
            for day in days
        ]
        return list(zip(least, self._count_covering("possibly_held", days), strict=True))

    def confirmed_between(self, first: date, last: date) -> "Selection":
        return self.among(self.bitmaps.at_most(CONFIRMED, day_number(last), self.confirmed_since(first).rows))

    def first_day_held(self) -> date | None:
        """The earliest day from which somebody may have been held; None if no such day is known."""
        lowest = [
            self.bitmaps.lowest(first, self.bitmaps.at_least(first, 1, self.rows))
            for first in (f"{layer}.first" for layer in self._layers("possibly_held"))
        ]
        return date.fromordinal(min(known)) if (known := [number for number in lowest if number]) else None

    def named_persons(self) -> int:
        """How many different named persons the cases are about."""
        cases = self.rows & self.bitmaps.of(NAMED)
        first_rows = self.bitmaps.first_rows
        further = cases & self.bitmaps.further_cases
        firsts = BitMap(map(first_rows.__getitem__, further))
        # A person whose first case is chosen too is counted with that one.
        return len(cases) - len(further) + firsts.difference_cardinality(cases)

    def people_of_groups(self) -> int:
        """The lowest stated head counts together, of groups that are not said to overlap with others."""
        return self.bitmaps.total(PEOPLE, self.rows - self.bitmaps.of(OVERLAPPING))

    def groups_that_overlap(self) -> list[OverlappingGroup]:
        """Groups that are said to overlap with others, and those others, as far as they are chosen."""
        if not self.rows.intersect(self.bitmaps.of(OVERLAPPING)):
            return []
        return [group for group in self.bitmaps.groups_that_overlap if group[0] in self.rows]

    def in_order(self, sort: str, start: int, stop: int) -> list[int]:
        """Row numbers from position `start` to before `stop` in one of ORDERS; a KeyError for any other."""
        number, descending = ORDERS[sort]
        return self.bitmaps.in_order(self.rows, number, start, stop, descending=descending)

    def _covering(self, column: str, day: date) -> BitMap:
        return _union(
            self._begun_by(layer, day) & self._lasting_to(layer, day) for layer in self._layers(column)
        )

    def _count_covering(self, column: str, days: list[date]) -> list[int]:
        """The spans of a case never share a day, so those begun by a day less those over by then cover it."""
        counts = [0] * len(days)
        limits = [day_number(day) for day in days]
        for layer in self._layers(column):
            begun = self.bitmaps.counts_at_most(f"{layer}.first", limits, self.rows)
            over = self.bitmaps.counts_at_most(f"{layer}.last", [limit - 1 for limit in limits], self.rows)
            counts = [sum(each) for each in zip(counts, begun, (-number for number in over), strict=True)]
        return counts

    def _layers(self, column: str) -> list[str]:
        """The spans of a column in turn: most cases have one, some have several."""
        layers: list[str] = []
        while self.bitmaps.having(name := layer_of(column, len(layers))):
            layers.append(name)
        return layers

    def _begun_by(self, layer: str, day: date | None) -> BitMap:
        limit = day_number(day) if day else UNBOUNDED_LAST
        return self.bitmaps.at_most(f"{layer}.first", limit, self.rows)

    def _lasting_to(self, layer: str, day: date | None) -> BitMap:
        return self.bitmaps.at_least(f"{layer}.last", day_number(day) if day else 0, self.rows)

    def _open(self, layer: str) -> BitMap:
        return self.bitmaps.of((f"{layer}.open", ""))


def _union(parts: Iterable[BitMap]) -> BitMap:
    parts = list(parts)
    return BitMap.union(*parts) if parts else BitMap()
