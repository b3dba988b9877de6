"""Arrests, releases and verdicts over time: in how many cases there was one, by month, or by year where they lie far
apart.

A few cases long before all others never stretch the axis: they stand together in one bar before it.
"""

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from pyroaring import BitMap

from cases.public.charts.chart import Bar, Chart, Part, Shape
from cases.public.query.filters import CaseFilterSet
from cases.public.query.parameters import DAY_RANGE
from cases.public.query.query import Query
from cases.public.query.ranges import RANGE_OF_HAPPENING
from cases.register.figures import ARRESTED, RELEASED, UNCLEAR, UNDATED, VERDICT
from cases.text.date_parts import FIRST_YEAR
from cases.wording.dates import written_text
from cases.wording.numbers import grouped

WINDOWS = (("month", 96), ("year", 30), ("year", 60))
"""So many months or years the axis may have; the first that nearly all cases lie in is taken."""
LEFT_OUT = 10
"""Nearly all: all but one, or one in so many."""


@dataclass(frozen=True)
class Axis:
    """Numbers of the months (from the year nought on) or years it has; what lies before is one bar."""

    unit: str
    first: int
    last: int

    def number(self, period: str) -> int | None:
        """Of `2024-05` or `2024`; None where the unit is finer."""
        year, month = period[:4], period[5:]
        if self.unit == "year":
            return int(year)
        return int(year) * 12 + int(month) - 1 if month else None

    def bounds(self, number: int) -> tuple[str, str]:
        """First and last day."""
        if self.unit == "year":
            return f"{number:04}-01-01", f"{number:04}-12-31"
        year, month = divmod(number, 12)
        month += 1
        return f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{monthrange(year, month)[1]}"

    @property
    def eve(self) -> str:
        """The last day before it."""
        return self.bounds(self.first - 1)[1]


def arrests(filters: CaseFilterSet, query: Query, every: bool) -> Chart:
    return _by_time(
        ARRESTED,
        "arrests",
        {"month": _("Arrests per month"), "year": _("Arrests per year")},
        _(
            "Cases with an arrest: the first arrest or detention of each proceeding. Arrests of no stated proceeding "
            "count if none of the case's proceedings has one, and so does a detention where no arrest is told of. A "
            "case with several counts once in each month, and the arrest of a group once. These are arrests documented "
            "by us, which says nothing about how often people are arrested."
        ),
        _("Cases with a first arrest or detention in a proceeding, as documented by us."),
        filters,
        query,
    )


def releases(filters: CaseFilterSet, query: Query, every: bool) -> Chart:
    return _by_time(
        RELEASED,
        "releases",
        {"month": _("Releases per month"), "year": _("Releases per year")},
        _(
            "Cases in which somebody was let go from custody, also under conditions or by exchange; not by death, "
            "escape, or being handed over. A case with several counts once in each month. Releases documented by us."
        ),
        _("Cases with a release from custody, as documented by us."),
        filters,
        query,
    )


def verdicts(filters: CaseFilterSet, query: Query, every: bool) -> Chart:
    return _by_time(
        VERDICT,
        "verdicts",
        {"month": _("Verdicts per month"), "year": _("Verdicts per year")},
        _(
            "Cases with a verdict of a first court, guilty or not, also in somebody's absence. A case with several "
            "counts once in each month. Verdicts documented by us."
        ),
        _("Cases with a verdict of a first court, as documented by us."),
        filters,
        query,
    )


def _by_time(
    what: str,
    name: str,
    titles: dict[str, str],
    rule: str,
    brief: str,
    filters: CaseFilterSet,
    query: Query,
) -> Chart:
    rows = {
        period: found
        for period, all_ in filters.chosen.months_of(what).items()
        if (found := all_ & filters.rows)
    }
    undated = len(rows.pop(UNDATED, BitMap()))
    axis = axis_of({period: len(found) for period, found in rows.items()})
    ends = RANGE_OF_HAPPENING[what].ends
    ends = RANGE_OF_HAPPENING[what].ends

    def address(first: str, last: str) -> str | None:
        return query.within(ends, first, last)

    # Also those of no known year, if they are known to be earlier.
    before = filters.chosen.happening(what, None, date.fromisoformat(axis.eve)).rows
    if UNCLEAR in rows:
        rows[UNCLEAR] = rows[UNCLEAR] - before
    bars = list(_bars(rows, axis, address))
    if bars and before:
        bars.insert(0, _before(axis, len(before), address))
    return Chart(
        name=name,
        title=titles[axis.unit],
        rule=rule,
        brief=brief,
        shape=Shape.COLUMNS,
        columns=("period", "cases"),
        parts=[Part(bars)],
        notes=list(_notes(filters, undated)),
        counted=_("Cases"),
    )


def axis_of(counts: dict[str, int]) -> Axis:
    """The axis for so many cases by period; UNCLEAR is none."""
    counts = {period: count for period, count in counts.items() if period != UNCLEAR}
    most = max(1, sum(counts.values()) // LEFT_OUT)
    axis = Axis("month", 0, -1)
    for unit, length in WINDOWS:
        axis = Axis(unit, 0, -1)
        numbers = {
            number: count for period, count in counts.items() if (number := axis.number(period)) is not None
        }
        if not numbers:
            continue
        last = max(numbers)
        within = [number for number in numbers if number > last - length]
        axis = Axis(unit, min(within), last)
        if sum(count for number, count in numbers.items() if number not in within) <= most:
            break
    return axis if axis.first else Axis(axis.unit, FIRST_YEAR, FIRST_YEAR - 1)


def _bars(rows: dict[str, BitMap], axis: Axis, address: Callable[[str, str], str | None]) -> Iterator[Bar]:
    """Every month or year from the first to the last, and what is known less well apart."""
    periods: dict[int, BitMap] = {}
    unknown = BitMap()
    for period, found in rows.items():
        number = None if period == UNCLEAR else axis.number(period)
        if number is not None:
            periods[number] = periods.get(number, BitMap()) | found
        elif period == UNCLEAR or f"{period}-12-31" > axis.eve:
            unknown |= found
    for number in range(axis.first, axis.last + 1):
        yield _bar(axis, number, len(periods.get(number, ())), address)
    if unknown:
        label = _("month not known") if axis.unit == "month" else _("year not known")
        yield Bar(label, len(unknown), ("not_known", len(unknown)), tick="?", apart=True)


def _bar(axis: Axis, number: int, count: int, address: Callable[[str, str], str | None]) -> Bar:
    first, last = axis.bounds(number)
    query = address(first, last) if count else None
    if axis.unit == "month":
        return Bar(
            written_text(first[:7]),
            count,
            (first[:7], count),
            query,
            tick=first[:4] if first[5:7] == "01" else "",
        )
    return Bar(first[:4], count, (first[:4], count), query, tick=first[:4])


def _before(axis: Axis, count: int, address: Callable[[str, str], str | None]) -> Bar:
    first = axis.bounds(axis.first)[0][: 7 if axis.unit == "month" else 4]
    label = _("before %s") % written_text(first)
    return Bar(label, count, (f"before {first}", count), address("", axis.eve), tick="←")


def _notes(filters: CaseFilterSet, undated: int) -> Iterator[str]:
    if undated:
        yield ngettext(
            "%(count)s case without any known date of it is left out.",
            "%(count)s cases without any known date of it are left out.",
            undated,
        ) % {"count": grouped(undated)}
    if any(filters.values[side] for side in DAY_RANGE):
        yield _("All of the cases chosen are shown, also what lies outside the period.")
