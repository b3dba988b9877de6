"""When a case took place and when its people were held, as spans of days worked out from the document.

A span is (first day, last day), None where a side is unbounded. *Possible* spans reach from the earliest
first day to the latest last day the stated dates allow; *certain* ones hold only the days no reading of the
dates leaves out. The custody each event led to stands in the document.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from cases.register.day_spans import Span
from cases.vocabularies.proceedings import IN_CUSTODY, effect_of

DEPRIVATIONS_OF_LIBERTY = frozenset(
    {
        "detention",
        "arbitrary_detention",
        "enforced_disappearance",
        "abduction",
        "house_arrest",
        "mass_roundup",
    }
)
"""Violations that are custody in themselves: HURIDOCS Micro-thesauri, list 4, 0301."""

NOT_KNOWN_TO_HAVE_ENDED = frozenset({"", "unknown", "missing"})
"""Statuses after which somebody who was held may still be."""


@dataclass(frozen=True)
class Bounds:
    """The earliest and the latest day a partial date can mean."""

    earliest: date | None = None
    latest: date | None = None

    def __bool__(self) -> bool:
        return bool(self.earliest or self.latest)


@dataclass
class Spell:
    """One stretch of custody; `confirmed` is the last day it is certain while no end is known.

    `ended` is whether the document tells of an end, dated or not; after `may_have_ended` nobody knows.
    """

    begin: Bounds
    confirmed: date | None
    end: Bounds = Bounds()
    may_have_ended: bool = False
    ended: bool = False

    @property
    def possible(self) -> Span:
        return self.begin.earliest, self.end.latest

    @property
    def certain(self) -> Span | None:
        first, last = self.begin.latest, self.confirmed
        if self.end.earliest and not self.may_have_ended:
            last = self.end.earliest
        return (first, last) if first and last and first <= last else None


def case_span(document: dict) -> list[Span] | None:
    """The days a case may cover; None if neither its start nor its end has bounds.

    Without a stated end it lasts on while the people are, as last known, held, and otherwise until the last
    dated violation, event or status. An end that is stated but has no bounds leaves that side open.
    """
    start, end = bounds(document["start"]), bounds(document["end"])
    if not start:
        return merged([(end.earliest, end.latest)]) if end else None
    last = end.latest
    if not any(document["end"].values()) and start.latest and not _is_held(document):
        last = max(_latest_days(document), default=start.latest)
    return merged([(start.earliest, last)])


def possibly_held(document: dict) -> list[Span] | None:
    """The days somebody may have been held; empty if they were held at no stated time, None if never."""
    stretches = spells(document)
    if stretches is None:
        return None
    return merged(spell.possible for spell in stretches)


def certainly_held(document: dict) -> list[Span]:
    """The days somebody was certainly held. Without a known end, certainty stops at the status date."""
    return merged(spell.certain for spell in spells(document) or [] if spell.certain)


def bounds(partial: dict) -> Bounds:
    return _bounds(partial["earliest"], partial["latest"])


@lru_cache(maxsize=65_536)
def _bounds(earliest: str | None, latest: str | None) -> Bounds:
    """The same few dates stand in a document, and in many documents, again and again."""
    return Bounds(*(date.fromisoformat(side) if side else None for side in (earliest, latest)))


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same days as few spans in order, as the database writes them.

    What ends before it begins is one day; what ends with the calendar has no end.
    """
    result: list[Span] = []
    for first, last in sorted(spans, key=lambda span: span[0] or date.min):
        if first and last and last < first:
            last = first
        last = None if last == date.max else last
        if result and _touches(result[-1][1], first):
            previous_first, previous_last = result[-1]
            last = None if previous_last is None or last is None else max(previous_last, last)
            result[-1] = (previous_first, last)
        else:
            result.append((first, last))
    return result


def _touches(last: date | None, first: date | None) -> bool:
    return last is None or first is None or first <= last + timedelta(days=1)


def _is_held(document: dict) -> bool:
    return document["custody"]["status"] in IN_CUSTODY


def _latest_days(document: dict) -> Iterator[date]:
    partials = [document["start"], document["custody"]["as_of"]]
    partials += [violation[side] for violation in document["violations"] for side in ("date", "end")]
    partials += [event["date"] for event in document["events"]]
    return (latest for latest in (bounds(partial).latest for partial in partials) if latest)


def spells(document: dict) -> list[Spell] | None:
    """The stretches of custody: of the events; if those tell of none, of violations that are custody.

    The stated status has the last word: it confirms that a stretch goes on, ends it, or begins one nobody
    dated otherwise. Custody without any date gives an empty list. A pattern has no people who could be
    held.
    """
    if document["kind"] == "pattern":
        return None
    found, held = _spells_of_events(document)
    if not held:
        found, held = _spells_of_violations(document)
    status, as_of = document["custody"]["status"], bounds(document["custody"]["as_of"])
    going_on = [spell for spell in found if not spell.end]
    if status in IN_CUSTODY:
        if going_on:
            _confirm(going_on[-1], as_of.earliest)
        else:
            found += _begun(as_of or _start_of_detention(document), as_of.earliest)
        held = True
    elif status not in NOT_KNOWN_TO_HAVE_ENDED:
        _end(going_on, as_of)
    return found if held else None


def _spells_of_events(document: dict) -> tuple[list[Spell], bool]:
    spells: list[Spell] = []
    held = False
    for event in sorted(document["events"], key=_day_order):
        when = bounds(event["date"])
        going_on = [spell for spell in spells if not spell.end]
        effect = effect_of(event["kind"], event["decision"])
        custody = event["custody"]
        if effect.confirms_custody:
            held = True
            if going_on:
                _confirm(going_on[-1], when.earliest)
            else:
                spells += _begun(when, when.earliest)
        elif custody in IN_CUSTODY:
            held = True
            if going_on and not going_on[-1].may_have_ended:
                _confirm(going_on[-1], when.earliest)
            else:
                spells += _begun(bounds(event["held_since"]) or when, when.earliest)
        elif custody in NOT_KNOWN_TO_HAVE_ENDED:
            if custody and going_on:
                going_on[-1].may_have_ended = True
        else:
            _end(going_on, when)
    return spells, held


def _spells_of_violations(document: dict) -> tuple[list[Spell], bool]:
    custodial = [each for each in document["violations"] if each["kind"] in DEPRIVATIONS_OF_LIBERTY]
    spells: list[Spell] = []
    for violation in custodial:
        begin = bounds(violation["date"]) or bounds(document["start"])
        for spell in _begun(begin, begin.earliest):
            spell.end = bounds(violation["end"])
            spell.ended = any(violation["end"].values())
            spells.append(spell)
    return spells, bool(custodial)


def _start_of_detention(document: dict) -> Bounds:
    """The start of a case that began with being held; no bounds for any other."""
    primary = {violation["kind"] for violation in document["violations"] if violation["primary"]}
    return bounds(document["start"]) if primary & DEPRIVATIONS_OF_LIBERTY else Bounds()


def _begun(begin: Bounds, confirmed: date | None) -> list[Spell]:
    return [Spell(begin, confirmed)] if begin else []


def _confirm(spell: Spell, day: date | None) -> None:
    if day and not spell.may_have_ended:
        spell.confirmed = max(spell.confirmed or day, day)


def _end(spells: list[Spell], when: Bounds) -> None:
    for spell in spells:
        spell.end, spell.ended = when, True
        spell.may_have_ended = spell.may_have_ended or not when


def _day_order(event: dict) -> str:
    """By earliest day, then as the document has them; what has no day comes first, as in the derivation."""
    return event["date"]["earliest"] or ""
