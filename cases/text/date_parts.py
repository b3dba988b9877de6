"""EDTF text taken apart: the grammar of the dates we keep, their strict bounds, what is wrong with others.

EDTF (ISO 8601-2), levels 0 and 1 without seasons, times and far years, plus `XXXX-10-03` for a day
whose year is not stated. Written as one pattern rather than with the `edtf` package, which needs
milliseconds a date and draws Django in; the tests hold the two against each other.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from cases.text.translatable import N_

MAX_LENGTH = 200
FIRST_YEAR, LAST_YEAR = 1000, 2999
OPEN = ".."
NOT_READABLE = N_(
    "This is not a date we can read. Write it like 2024, 2024-07, 3 October 2024, 2024~ (around) or "
    "2024-05/.. (end not known), or put it into the words of the source."
)

# One date: the year may hide its last digits, month and day may be hidden from the right; at the end
# ? is uncertain, ~ approximate, % both.
_SIDE = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<mark>[?~%]?)"
)
HIDDEN_YEAR = "XXXX"
"""How EDTF writes a year nobody stated: an unspecified digit is an X (ISO 8601-2, level 1)."""
_YEARLESS = re.compile(HIDDEN_YEAR + r"-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")


class PartialDateError(ValueError):
    """What somebody typed is no date we can keep; the message says what is wrong, for that person.

    The message is English. `template` and `params` are what it is made of, for who says it in another language.
    """

    def __init__(self, template: str, **params):
        self.template, self.params = template, params
        super().__init__(template % params)


@dataclass(frozen=True, slots=True)
class Side:
    """One date of a partial date, taken apart. `month` and `day` are None where not given or hidden."""

    year: str
    month: int | None
    day: int | None
    hidden: str
    """What is written as XX: "" (nothing), "day", "month", or "both"."""
    mark: str
    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class Parts:
    """A whole partial date, taken apart: one side, two sides of an interval, or days without a year.

    `yearless` holds one (month, day), or the first and the last of a period, which may pass the turn of the year.
    """

    start: Side | None = None
    end: Side | None = None
    is_interval: bool = False
    yearless: tuple[tuple[int, int], ...] = ()


@lru_cache(maxsize=16_384)
def parts_of(text: str) -> Parts:
    """Take valid EDTF apart; raise `PartialDateError` for anything else."""
    if len(text) > MAX_LENGTH:
        raise PartialDateError(N_("A date has at most %(most)d characters."), most=MAX_LENGTH)
    if text.startswith(HIDDEN_YEAR):
        return Parts(yearless=tuple(_yearless(side) for side in text.split("/", 1)))
    if "/" not in text:
        return Parts(start=_side(text))
    start_text, _, end_text = text.partition("/")
    start = None if start_text == OPEN else _side(start_text)
    end = None if end_text == OPEN else _side(end_text)
    if start is None and end is None:
        raise PartialDateError(N_("An interval needs a date on at least one side."))
    if start and end and start.earliest > end.latest:
        raise PartialDateError(
            N_("The interval ends (%(end)s) before it begins (%(start)s)."), end=end_text, start=start_text
        )
    return Parts(start=start, end=end, is_interval=True)


@lru_cache(maxsize=4_096)
def _side(text: str) -> Side:
    match = _SIDE.fullmatch(text)
    if match is None:
        raise PartialDateError(NOT_READABLE)
    year, month, day = match["year"], match["month"], match["day"]
    if "X" in year and month:
        raise PartialDateError(N_("Where the year is not fully known, leave out month and day."))
    if month == "XX" and day not in (None, "XX"):
        raise PartialDateError(N_("A day cannot be known where its month is not."))
    hidden = {("XX", None): "month", ("XX", "XX"): "both"}.get((month, day), "day" if day == "XX" else "")
    month_number = int(month) if month and month != "XX" else None
    day_number = int(day) if day and day != "XX" else None
    earliest, latest = _bounds(year, month_number, day_number)
    return Side(year, month_number, day_number, hidden, match["mark"], earliest, latest)


def _bounds(year: str, month: int | None, day: int | None) -> tuple[date, date]:
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if first < FIRST_YEAR or last > LAST_YEAR:
        raise PartialDateError(
            N_("The year %(year)s is outside %(first)d–%(last)d."),
            year=year,
            first=FIRST_YEAR,
            last=LAST_YEAR,
        )
    if month is None:
        return date(first, 1, 1), date(last, 12, 31)
    _check_month_and_day(first, month, day)
    return date(first, month, day or 1), date(first, month, day or monthrange(first, month)[1])


def _check_month_and_day(year: int, month: int, day: int | None) -> None:
    if 21 <= month <= 41 and day is None:
        raise PartialDateError(
            N_("Seasons have no clear bounds: write the months, and the season into the words.")
        )
    if not 1 <= month <= 12:
        raise PartialDateError(
            N_("There is no month %(month)d; the day comes before the month."), month=month
        )
    if day is not None and not 1 <= day <= monthrange(year, month)[1]:
        raise PartialDateError(N_("There is no day %(day)d in month %(month)d."), day=day, month=month)


def _yearless(text: str) -> tuple[int, int]:
    match = _YEARLESS.fullmatch(text)
    if match is None:
        raise PartialDateError(N_("A date without its year is written with month and day, like XXXX-10-03."))
    month, day = int(match["month"]), int(match["day"])
    # A leap year, so that 29 February is a day.
    _check_month_and_day(2000, month, day)
    return month, day
