"""How long what somebody looked up counts as recent."""

from calendar import monthrange
from datetime import date

RECENT_MONTHS = 6


def recent_since(today: date) -> date:
    """The first day that still counts as recent."""
    months = today.year * 12 + today.month - 1 - RECENT_MONTHS
    year, month = divmod(months, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def recently_checked(last_checked: str, *, today: date) -> bool:
    """Whether a day or month (`2026-05-21`, `2026-05`) lies surely within the last six months."""
    return bool(last_checked) and last_checked >= recent_since(today).isoformat()
