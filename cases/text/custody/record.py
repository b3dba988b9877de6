"""What custody and stage are derived from: plain values, whoever holds them – the desk, a document, a file.

Keys are the caller's own, of any hashable kind, and come back in what is derived. Proceedings go by their number;
0 or None means none.
"""

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date

from cases.text.partial_dates import PartialDate

NO_DATE = PartialDate()


@dataclass(frozen=True, slots=True)
class Facility:
    """A building that a fact names: its key, and whether people are held there (`institution_words.py`)."""

    key: Hashable
    holds: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """A dated step. `order` is the stated order among events that may lie on one day; 0 or None for none."""

    key: Hashable
    kind: str
    date: PartialDate = NO_DATE
    decision: str = ""
    proceeding: int | None = None
    until: PartialDate = NO_DATE
    held_since: PartialDate = NO_DATE
    custody_stated: str = ""
    taken_into_custody: bool = False
    in_absentia: bool = False
    order: int | None = None
    facility: Facility | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `supersedes` and `total_of` are keys of other sentences."""

    key: Hashable
    kind: str
    date: PartialDate = NO_DATE
    proceeding: int | None = None
    years: int = 0
    months: int = 0
    days: int = 0
    regime: str = ""
    expected_end: PartialDate = NO_DATE
    supersedes: Hashable = None
    total_of: tuple = ()


@dataclass(frozen=True, slots=True)
class Charge:
    status: str
    proceeding: int | None = None


@dataclass(frozen=True, slots=True)
class Proceeding:
    """`final`: whether the judgment is final, None where nobody states it."""

    number: int
    kind: str = "criminal"
    final: bool | None = None
    in_absentia: bool = False


@dataclass(frozen=True, slots=True)
class Deprivation:
    """A stretch of custody that no event tells of; `ended`: whether it is known to be over."""

    begin: PartialDate
    end: PartialDate = NO_DATE
    ended: bool = False
    facility: Facility | None = None


@dataclass(frozen=True, slots=True)
class StatedStatus:
    """A status an editor states against what follows from the events."""

    status: str
    date: PartialDate = NO_DATE


@dataclass(frozen=True, slots=True)
class Life:
    """What else is known that dates can contradict: birth and death, the case's own dates, when it was checked."""

    born: PartialDate = NO_DATE
    died: PartialDate = NO_DATE
    case_start: PartialDate = NO_DATE
    case_end: PartialDate = NO_DATE
    last_checked: date | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """All that is known of one person in one case."""

    events: tuple[Event, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    charges: tuple[Charge, ...] = ()
    proceedings: tuple[Proceeding, ...] = ()
    deprivations: tuple[Deprivation, ...] = ()
    stated: StatedStatus | None = None
    life: Life = field(default_factory=Life)
