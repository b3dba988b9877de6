"""Between which days a date may lie: facts since 1900, births since 1850, neither in the future.

A year far off is nearly always of another calendar, or mistyped; it is refused with the question which.
"""

from dataclasses import dataclass
from datetime import date

from cases.text.date_parts import PartialDateError, Parts, Side
from cases.text.translatable import N_

FIRST_DAY = date(1900, 1, 1)
_FIRST_BIRTH = date(1850, 1, 1)
_YEARS_AHEAD = 100
_HIJRI_YEARS = range(1278, 1500)
HIJRI = N_(
    "The year %(year)s is before %(first)d. Is it of another calendar? Then write SH (solar Hijri) or AH (lunar) "
    "behind it, as in 1402/07/15 SH, or the name of its month, as in 15 Mehr 1402."
)
TOO_LONG_AGO = N_("The year %(year)s is before %(first)d. Is it mistyped, or of another calendar?")
NOT_YET = N_("%(date)s lies in the future: today is %(today)s. Is the year mistyped, or of another calendar?")
TOO_FAR = N_("%(date)s lies too far in the future. Is the year mistyped, or of another calendar?")


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and the last day of a kind of dates; where `is_past`, the last is today."""

    first: date
    last: date
    is_past: bool

    def check(self, parts: Parts) -> None:
        """Raise `PartialDateError` if an end of the date may lie before the first day or begins after the last."""
        for side in filter(None, (parts.start, parts.end)):
            if side.earliest < self.first:
                hijri = side.year.isdigit() and int(side.year) in _HIJRI_YEARS
                raise PartialDateError(
                    HIJRI if hijri else TOO_LONG_AGO, year=side.year, first=self.first.year
                )
            if side.earliest > self.last:
                template = NOT_YET if self.is_past else TOO_FAR
                raise PartialDateError(template, date=_written(side), today=self.last.isoformat())


def facts(today: date) -> Bounds:
    """What has happened."""
    return Bounds(FIRST_DAY, today, is_past=True)


def births(today: date) -> Bounds:
    return Bounds(_FIRST_BIRTH, today, is_past=True)


def plans(today: date) -> Bounds:
    """What may also lie ahead: the end of a term or of a consent, the day before which nothing is published."""
    return Bounds(FIRST_DAY, _years_after(today, _YEARS_AHEAD), is_past=False)


def soon(today: date) -> Bounds:
    """Facts, and days within a year from today: where nobody said what kind of date it is."""
    return Bounds(FIRST_DAY, _years_after(today, 1), is_past=False)


def _years_after(day: date, years: int) -> date:
    # The first of the month: 29 February has no anniversary every year.
    return day.replace(year=day.year + years, day=1)


KINDS = {"fact": facts, "birth": births, "plan": plans, "any": soon}
"""Kinds of dates, each with its bounds on a day."""


def _written(side: Side) -> str:
    month = f"-{side.month:02}" if side.month else ""
    return f"{side.year}{month}" + (f"-{side.day:02}" if side.day else "")
