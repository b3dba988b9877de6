"""When the cases found began, year by year: bars above the list, each the way to the cases of its year."""

from datetime import date

from cases.public.query.filters import CaseFilterSet
from cases.public.query.query import Query
from cases.public.query.ranges import PERHAPS, RANGE_OF_HAPPENING
from cases.register.figures import BEGAN, UNCLEAR, UNDATED
from cases.wording.numbers import grouped

MOST_YEARS = 11
"""Bars that have room on a telephone; what began before is one more."""
HIGHEST = 20
"""Steps of height a bar can have: style sheets know them by class."""


def years(filters: CaseFilterSet, query: Query) -> list[dict]:
    """Bars in their order; none where there is nothing to tell apart. Each counts its cases without the present choice
    of a beginning, so that another year can be chosen instead.
    """
    ends = RANGE_OF_HAPPENING[BEGAN].ends
    cases = filters.narrowed(ends)
    counts: dict[int, int] = {}
    for period, count in cases.count(cases.months_of(BEGAN)).items():
        if period not in (UNCLEAR, UNDATED):
            counts[int(period[:4])] = counts.get(int(period[:4]), 0) + count
    if len(counts) < 2:
        return []
    last = max(counts)
    first = min(year for year in counts if year > last - MOST_YEARS)
    others = query.without(*ends, "page").without_value(PERHAPS, BEGAN)
    given = tuple(query.value(end) for end in ends)
    bars = [
        (year, counts.get(year, 0), (f"{year:04}-01-01", f"{year:04}-12-31"))
        for year in range(first, last + 1)
    ]
    if before := len(cases.happening(BEGAN, None, date(first - 1, 12, 31))):
        bars.insert(0, (first, before, ("", f"{first - 1:04}-12-31")))
    most = max(count for _year, count, _days in bars)
    return [_bar(year, count, days, most, given, others, ends) for year, count, days in bars]


def _bar(
    year: int,
    count: int,
    days: tuple[str, str],
    most: int,
    given: tuple[str, ...],
    others: Query,
    ends: tuple[str, str],
) -> dict:
    """`query` leads to its cases, or from them back to those of all years."""
    chosen = days == given
    asked = tuple((end, day) for end, day in zip(ends, days, strict=True) if day and not chosen)
    return {
        "year": f"{year:04}",
        "before": not days[0],
        "short": f"{year % 100:02}",
        "count": count,
        "written": grouped(count),
        "height": -(-count * HIGHEST // most),
        "chosen": chosen,
        "query": Query(tuple(sorted({*others.parameters, *asked}))).suffix,
    }
