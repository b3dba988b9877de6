"""When a case took place and when its people were held, as spans of days, from the document.

A span is (first day, last day), None where a side is unbounded. *Possible* spans reach from the earliest first day to
the latest last day the stated dates allow; *certain* ones hold only the days no reading of the dates leaves out. The
stretches of custody stand in the document (`custody.py`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from cases.register.custody import spell_of, spells, stays
from cases.register.day_spans import Span
from cases.text.custody.days import joined
from cases.text.custody.effects import HELD


@dataclass(frozen=True)
class Bounds:
    """The earliest and the latest day a partial date can mean."""

    earliest: date | None = None
    latest: date | None = None

    def __bool__(self) -> bool:
        return bool(self.earliest or self.latest)


def case_span(document: dict) -> list[Span] | None:
    """The days a case may cover: those of its own dates, and all on which somebody may have been held; None if it has
    neither.

    So who may have been held on a day is always among those whose case may have lasted into it.
    """
    spans = [*(_dated_span(document) or []), *(possibly_held(document) or [])]
    return joined(spans) if spans else None


def _dated_span(document: dict) -> list[Span] | None:
    """The days between its start and its end; None if neither has bounds.

    Without a stated end it lasts on while the people are, as last known, held, and otherwise until the last
    dated violation, event or status. An end that is stated but has no bounds leaves that side open.
    """
    start, end = bounds(document["start"]), bounds(document["end"])
    if not start:
        return joined([(end.earliest, end.latest)]) if end else None
    last = end.latest
    if not any(document["end"].values()) and start.latest and document["custody"]["status"] not in HELD:
        last = max(_latest_days(document), default=start.latest)
    return joined([(start.earliest, last)])


def possibly_held(document: dict) -> list[Span] | None:
    """The days somebody may have been held; empty if they were held at no stated time, None if never."""
    stretches = spells(document)
    dated = [spell.possible for spell in stretches if any((*spell.begin, *spell.end, spell.shown))]
    return joined(dated) if stretches else None


def certainly_held(document: dict) -> list[Span]:
    """The days somebody was certainly held. Without a known end, certainty stops on the last day a source shows it."""
    return joined(spell.certain for spell in spells(document) if spell.certain)


class StayDays(NamedTuple):
    """The days somebody may have been in a facility, and was for certain: None where no day is known."""

    reference: str
    possible: Span | None
    certain: Span | None


def stay_days(document: dict) -> list[StayDays]:
    """The stays of a case in facilities that have a page."""
    return [
        StayDays(
            stay["place"]["reference"],
            spell.possible if any((*spell.begin, *spell.end)) else None,
            spell.certain,
        )
        for stay in stays(document)
        if stay["place"]["reference"]
        for spell in [spell_of(stay)]
    ]


def bounds(partial: dict) -> Bounds:
    return _bounds(partial["earliest"], partial["latest"])


@lru_cache(maxsize=16_384)
def _bounds(earliest: str | None, latest: str | None) -> Bounds:
    """The same few dates stand in a document, and in many documents, again and again."""
    return Bounds(*(date.fromisoformat(side) if side else None for side in (earliest, latest)))


def _latest_days(document: dict) -> Iterator[date]:
    partials = [document["start"], document["custody"]["as_of"]]
    partials += [violation[side] for violation in document["violations"] for side in ("date", "end")]
    partials += [event["date"] for event in document["events"]]
    return (latest for latest in (bounds(partial).latest for partial in partials) if latest)
