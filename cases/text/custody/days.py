"""Days and terms: what certainly lies before what, and when a term is over. Both ends of a span count."""

import calendar
from collections.abc import Iterable
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)

Span = tuple[date | None, date | None]
"""First and last day, None where a side is unbounded."""


def certainly_before(last: date | None, first: date | None) -> bool:
    """Whether what ended at the latest on `last` lies wholly before what began at the earliest on `first`."""
    return last is not None and first is not None and last < first


def last_day_of_term(begin: date, years: int, months: int, days: int) -> date | None:
    """The last day of a term that begins with `begin`, which counts; None beyond the calendar."""
    month = begin.month - 1 + months
    year = begin.year + years + month // 12
    month = month % 12 + 1
    if year > date.max.year - 1:
        return None
    day = min(begin.day, calendar.monthrange(year, month)[1])
    try:
        return date(year, month, day) + timedelta(days=days) - ONE_DAY
    except OverflowError:
        return None


def joined(spans: Iterable[Span]) -> list[Span]:
    """The same days in as few spans as possible, in order.

    What ends before it begins is one day; what ends with the calendar has no end.
    """
    result: list[Span] = []
    for first, last in sorted(spans, key=lambda span: span[0] or date.min):
        if first and last and last < first:
            last = first
        last = None if last == date.max else last
        if result and _touches(result[-1][1], first):
            before_first, before_last = result[-1]
            result[-1] = (before_first, None if None in (before_last, last) else max(before_last, last))
        else:
            result.append((first, last))
    return result


def number_of_days(spans: list[Span], today: date) -> int | None:
    """How many days the spans hold up to today; None where one has no beginning."""
    total = 0
    for first, last in spans:
        if first is None:
            return None
        last = today if last is None else min(last, today)
        total += max(0, (last - first).days + 1)
    return total


def _touches(last: date | None, first: date | None) -> bool:
    return last is None or first is None or first <= last + ONE_DAY
