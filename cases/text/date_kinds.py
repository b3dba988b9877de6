"""What a word or sign is to the grammar of dates."""

from enum import Enum, auto
from typing import NamedTuple


class Kind(Enum):
    """What a token is to the grammar."""

    NUMBER = auto()
    MONTH = auto()
    SEASON = auto()  # 1 spring … 4 winter
    PART = auto()  # early, mid, late, half 1, half 2
    MARK = auto()  # ~ around, ? perhaps
    DASH = auto()
    SLASH = auto()
    DOT = auto()
    BETWEEN = auto()
    AND = auto()
    OR = auto()
    TO = auto()  # also "until" where nothing stands before it
    TOWARDS = auto()  # Russian "на": joins two days of a night
    SINCE = auto()  # from a day on, the day included
    AFTER = auto()
    BEFORE = auto()
    DATED = auto()  # Russian "от": the day of a document, or the start of a period
    OUT_OF = auto()  # Azerbaijani and Turkish -dan: since, or the start of a period
    UP_TO = auto()  # Azerbaijani -dək, qədər; Turkish kadar
    NOW = auto()
    NIGHT = auto()
    NIGHT_INTO = auto()  # the night that ends on the day
    AT = auto()  # company: what says no more about the day
    WEEKDAY = auto()
    DAYTIME = auto()
    HOUR = auto()
    TIME = auto()
    YEAR_WORD = auto()
    YEARS_WORD = auto()
    CALENDAR = auto()
    HIDDEN = auto()  # day, month, both, year
    LIMIT = auto()  # start or end not known
    SOME_TIME = auto()
    NOISE = auto()
    EDTF = auto()  # a date with X in it, already in our own writing
    UNKNOWN = auto()


class Meaning(NamedTuple):
    kind: Kind
    value: object = None
