"""Partial dates: a date as far as it is known, with the words of the source beside it.

The text is EDTF with strict bounds: `2024~` means some day of 2024, not of the years around it. The
grammar is in `date_parts`, what people type is read in `typed_dates`, how a date reads in plain words
is written in `date_phrases`; the database field is in `models`.
"""

import re
from dataclasses import dataclass
from datetime import date

from cases.text.date_bounds import Bounds
from cases.text.date_parts import MAX_LENGTH, OPEN, PartialDateError, Parts, Side, parts_of
from cases.text.date_phrases import phrase, taken_back
from cases.text.translatable import N_
from cases.text.typed_dates import read_typed

__all__ = ["MAX_LENGTH", "PartialDate", "PartialDateError"]

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A partial date: EDTF `text`, the source's own `words`, either or both may be empty.

    `PartialDate.parse` takes what a person types; the constructor takes only valid EDTF and raises
    `PartialDateError` otherwise, so that a partial date in hand is always a sound one.
    """

    text: str = ""
    words: str = ""

    def __post_init__(self):
        if self.text:
            parts_of(self.text)

    def __bool__(self) -> bool:
        return bool(self.text or self.words)

    def __str__(self) -> str:
        return self.text or self.words

    @classmethod
    def parse(cls, typed: str, words: str = "", *, within: Bounds | None = None) -> "PartialDate":
        """Read a date as EDTF, as people type it (`3.10.2024`, `around May 2024`), or as `echo` prints it.

        Where the EDTF says less than what was typed (`summer 2024`) and no words are given, that becomes the words.
        `within` are the bounds of the field it was typed for.
        Raises `PartialDateError` with a sentence for the person who typed it.
        """
        typed = _one_line(
            typed,
            too_long=N_("The date may have at most %(most)d characters; this has %(length)d."),
            unkeepable=N_("The date holds a control character, which cannot be kept."),
        )
        words = _one_line(
            words,
            too_long=N_("The words may have at most %(most)d characters; this has %(length)d."),
            unkeepable=N_("The words hold a control character, which cannot be kept."),
        )
        date, quoted = taken_back(typed)
        words = words or quoted
        if not date:
            return cls(words=words)
        reading = read_typed(date)
        if within:
            within.check(parts_of(reading.text))
        return cls(reading.text, words or (date if reading.less else ""))

    @property
    def earliest(self) -> date | None:
        """The first day it can mean; None where there is no such bound."""
        start = self.parts.start
        return start.earliest if start else None

    @property
    def latest(self) -> date | None:
        """The last day it can mean; None for an open end, a day without a year, and words alone."""
        parts = self.parts
        last = parts.end if parts.is_interval else parts.start
        return last.latest if last else None

    @property
    def is_open_end(self) -> bool:
        """Whether it is an interval whose end is not known (`2024-05/..`)."""
        parts = self.parts
        return parts.is_interval and parts.end is None

    @property
    def sort_key(self) -> tuple:
        """By the earliest day, then the latest; what has no such bound comes last."""
        return (self.earliest or date.max, self.latest or date.max, self.text, self.words)

    @property
    def parts(self) -> Parts:
        return parts_of(self.text) if self.text else Parts()

    def coarsened(self) -> "PartialDate":
        """The same date to the month and without the source's words, as shown where a name is not.

        A day without a year has nothing left: `XXXX-10-03` becomes empty.
        """
        parts = self.parts
        if not parts.is_interval:
            return PartialDate(_coarse(parts.start) if parts.start else "")
        start, end = (_coarse(side) if side else OPEN for side in (parts.start, parts.end))
        if start.rstrip("?~%") == end.rstrip("?~%"):
            return PartialDate(max(start, end, key=len))
        return PartialDate(f"{start}/{end}")

    def echo(self, language: str = "en") -> str:
        """The date in plain words (en, az, ru): "around 2024", "from May 2024, end not known"."""
        return phrase(self.text, self.words, language)


def _coarse(side: Side) -> str:
    month = f"-{side.month:02}" if side.month else ""
    return f"{side.year}{month}{side.mark}"


def _one_line(text: str, *, too_long: str, unkeepable: str) -> str:
    if len(text) > MAX_LENGTH:
        raise PartialDateError(too_long, most=MAX_LENGTH, length=len(text))
    if _CONTROL.search(text):
        raise PartialDateError(unkeepable)
    return " ".join(text.split())
