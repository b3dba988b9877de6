"""In custody over time: on each sample day, in how many cases somebody was held for certain and possibly."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.public.charts.chart import Bar, Chart, Part, Shape
from cases.public.query.filters import CaseFilterSet
from cases.public.query.query import Query
from cases.wording.dates import written_day
from cases.wording.numbers import grouped
from cases.wording.recency import recent_since

MOST_DAYS = 60
STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)
"""Months from one sample to the next, for ranges longer than a year or so."""


def custody(filters: CaseFilterSet, query: Query, every: bool) -> Chart:
    cases = filters.narrowed()
    first, last = _range(filters)
    days = sample_days(first, last) if first else []
    bars = [
        Bar(
            label=written_day(day),
            count=possible,
            cells=(day.isoformat(), certain, possible),
            # Beside a day “held at” means who was there on it, which is not who is counted here.
            query=None if filters.values["held_at"] else query.listing([("held_on", day.isoformat())]),
            certain=certain,
            tick=str(day.year),
            at=day.toordinal(),
        )
        for day, (certain, possible) in zip(days, cases.count_held_on(days, recent_since), strict=True)
    ]
    undated = len(cases.held_undated())
    note = ngettext(
        "%(count)s case without known dates of custody is left out.",
        "%(count)s cases without known dates of custody are left out.",
        undated,
    )
    return Chart(
        name="custody",
        title=_("In custody over time"),
        rule=_(
            "Cases in which somebody was held on the day. “At least” counts those that a source shows in custody on "
            "it, or within six months before it and nothing since. “At most” counts all that the known dates allow, "
            "so the band between the two is what is not known. Cases documented by us, not people."
        ),
        brief=_("Cases with somebody held on the day: certain, and possible by what is known."),
        shape=Shape.BAND,
        columns=("day", "certain", "possible"),
        parts=[Part(bars)],
        notes=[note % {"count": grouped(undated)}] if undated else [],
        counted=_("Cases"),
    )


def _range(filters: CaseFilterSet) -> tuple[date | None, date]:
    """From the first day anybody may have been held to today, within `from` and `to`."""
    today = filters.today
    begin, end = filters.values["from"], filters.values["to"]
    first = filters.narrowed().first_day_held()
    last = min(end, today) if end else today
    if first and begin:
        first = max(first, begin)
    return (first if first and first <= last else None), last


def sample_days(first: date, last: date) -> list[date]:
    """At most 60 days from the first to the last: every day, every week, or first days of months; the last is one."""
    span = (last - first).days
    for step in (1, 7):
        if span // step + 2 <= MOST_DAYS:
            days = [first + timedelta(days=number) for number in range(0, span + 1, step)]
            break
    else:
        step = next(step for step in STEPS if span // 28 // step + 2 <= MOST_DAYS)
        days = [day for day in _first_days(first, last, step) if first <= day <= last]
    return days if days[-1:] == [last] else [*days, last]


def _first_days(first: date, last: date, step: int) -> Iterator[date]:
    for number in range(
        (first.year * 12 + first.month - 1) // step * step, last.year * 12 + last.month, step
    ):
        yield date(number // 12, number % 12 + 1, 1)
