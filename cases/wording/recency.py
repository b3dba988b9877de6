"""How long what a source said counts as recent."""

from calendar import monthrange
from datetime import date

RECENT_MONTHS = 6


def recent_since(today: date) -> date:
    """The first day that still counts as recent."""
    months = today.year * 12 + today.month - 1 - RECENT_MONTHS
    year, month = divmod(months, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def is_recent(day: date | None, *, today: date) -> bool:
    return day is not None and day >= recent_since(today)
