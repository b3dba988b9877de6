"""What the words around a date make of its days: a night, a decade, a weekday that fits."""

from dataclasses import replace
from datetime import date, timedelta

from cases.text.date_parts import HIDDEN_YEAR
from cases.text.said_dates import Span


def with_hidden_years(span: Span) -> Span:
    """Years that fill a decade or a century as EDTF writes those: `199X`."""
    for digits in (1, 2):
        zeros, nines = "0" * digits, "9" * digits
        start = span.first[:-digits]
        if span.first == start + zeros and span.last == start + nines:
            return Span(start + "X" * digits)
    return span


def night(span: Span, *, into: bool) -> Span:
    """Both days of the night that begins, or with `into` ends, on a day."""
    if span.last or len(span.first) != len("2012-09-08"):
        return replace(span, less=True)
    yearless = span.first.startswith(HIDDEN_YEAR)
    # In a leap year every day has a night.
    day = date.fromisoformat(span.first.replace(HIDDEN_YEAR, "2000"))
    other = day - timedelta(days=1) if into else day + timedelta(days=1)
    first, last = sorted([day, other])
    if yearless:
        return Span(*(HIDDEN_YEAR + each.isoformat()[4:] for each in (first, last)), less=True)
    return Span(first.isoformat(), last.isoformat(), less=True)


def falls_on(span: Span, weekday: int) -> bool:
    """Whether a single day is of that weekday (0 is Monday); of anything else the weekday says more."""
    if span.last or len(span.first) != len("2012-09-08") or "X" in span.first:
        return False
    return date.fromisoformat(span.first).weekday() == weekday
