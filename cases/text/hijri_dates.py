"""Dates of the two calendars of the Hijra, as days of ours.

The solar one (Iran, Afghanistan) is exact. The lunar one is converted by the tables of Umm al-Qura; where the
new moon is watched instead, a day may be one or two off, so its dates are approximate.
"""

from datetime import date, timedelta

from cases.text.month_names import LUNAR, SOLAR

SOLAR_YEARS = range(1278, 1451)
"""Where the rule persiantools counts by agrees with the equinox: 1899 to 2072."""
LUNAR_YEARS = range(1343, 1500)
"""Those the tables cover, with the year after each: 1924 to 2077."""
YEARS = {SOLAR: SOLAR_YEARS, LUNAR: LUNAR_YEARS}


def gregorian_days(calendar: str, year: int, month: int | None, day: int | None) -> tuple[date, date]:
    """First and last day of ours; ValueError for a day the calendar does not have."""
    if day is not None and month is None:
        raise ValueError("a day without its month")
    first = _first_day(calendar, year, month or 1, day or 1)
    if day is not None:
        return first, first
    next_year, next_month = (year + 1, 1) if month in (None, 12) else (year, month + 1)
    return first, _first_day(calendar, next_year, next_month, 1) - timedelta(days=1)


def _first_day(calendar: str, year: int, month: int, day: int) -> date:
    # Imported where they are needed: hardly any date is of these calendars.
    if calendar == SOLAR:
        from persiantools.jdatetime import JalaliDate

        return JalaliDate(year, month, day).to_gregorian()
    from hijridate import Hijri

    day_of_ours = Hijri(year, month, day).to_gregorian()
    return date(day_of_ours.year, day_of_ours.month, day_of_ours.day)
