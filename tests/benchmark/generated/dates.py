"""Days of generated cases, as ordinals, and as the partial dates that stand in a public document."""

import random
from datetime import date, timedelta
from functools import lru_cache

UNDATED = {"text": "", "words": "", "earliest": None, "latest": None}
FIRST, LAST = date(1995, 1, 1).toordinal(), date(2026, 6, 30).toordinal()


def start_of(chance: random.Random) -> int:
    """The day a case began; half of all in the last seven years."""
    return LAST - 1 - int(chance.expovariate(1 / 4200)) % (LAST - FIRST)


def as_known(chance: random.Random, day: int, *, to_the_day: bool) -> dict:
    """The day as far as sources tell: to the day, if that may show, to the month or the year, or not at all."""
    form, known = chance.random(), date.fromordinal(day)
    if form < 0.04:
        return UNDATED if form < 0.03 else {**UNDATED, "words": "some years ago (invented)"}
    if form < 0.15:
        return _year(known.year)
    return day_of(day) if to_the_day and form > 0.3 else _month(known.year, known.month)


@lru_cache(maxsize=20_000)
def day_of(day: int) -> dict:
    """The very day; none lies after LAST."""
    text = date.fromordinal(min(day, LAST)).isoformat()
    return {"text": text, "words": "", "earliest": text, "latest": text}


@lru_cache(maxsize=1_000)
def _month(year: int, month: int) -> dict:
    following = date(year + month // 12, month % 12 + 1, 1)
    last = (following - timedelta(days=1)).isoformat()
    return {"text": f"{year}-{month:02}", "words": "", "earliest": f"{year}-{month:02}-01", "latest": last}


@lru_cache(maxsize=100)
def _year(year: int) -> dict:
    return {"text": f"{year}", "words": "", "earliest": f"{year}-01-01", "latest": f"{year}-12-31"}
