"""What a case adds to the charts: what happened in it when, the lengths of its detentions, the ways its states lie.

Each is a list of short texts, which become marks (`marks.py`) and so can be counted within any search. Everything
comes from the public document: where its dates are coarse, so is what is counted here.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import product

from cases.register.custody import spells
from cases.register.time_spans import Bounds, bounds
from cases.text.custody.days import certainly_before
from cases.text.custody.effects import DEPRIVATIONS_OF_LIBERTY
from cases.text.custody.spans import Held, Spell
from cases.vocabularies.places import NOT_STATED

DETENTION, FLOW = "held_length", "flow"
"""Parameters of the marks."""

BEGAN, ARRESTED, RELEASED, VERDICT = HAPPENINGS = ("began", "arrested", "released", "verdict")
"""What happens in a case on a day: it begins, somebody is arrested, is let go, a court gives its verdict."""

VERDICTS = frozenset({"verdict_guilty", "verdict_acquittal"})
NO_RELEASE = frozenset({"deceased", "deceased_in_custody", "escaped", "missing", "unknown", "sought"})
"""Statuses after which somebody is out of custody, and was not let go: *unknown* is what handing over leads to."""

ARREST_EVENTS = frozenset({"detained", "arrest", "arrest_foreign_request", "taken_into_custody"})
"""Events by which somebody comes into custody; in the person's absence they are none."""

UNCLEAR, UNDATED = "unclear", "undated"
"""Of something that happened: its dates leave more than one year open; it has none."""

COMPLETED, CONTINUING = "completed", "continuing"
"""`continuing` is not known to have ended, as of the last day custody is certain."""
UNKNOWN_LENGTH = "unknown"
LENGTHS = ("under_week", "week_to_month", "months_1_6", "months_6_12", "years_1_3", "over_3_years")
LENGTHS_BEGIN = (0, 7, 30, 182, 365, 3 * 365)
"""The first length, in days from the first to the last, of each class."""


def arrests(document: dict) -> Iterator[Bounds]:
    """When each arrest was, as far as that is known.

    The first arrest of each proceeding. Arrests of no stated proceeding count once for the case, if none has one;
    and where no arrest is told of at all, the first violation that is custody in itself. A pattern has none.
    """
    if document["kind"] == "pattern":
        return
    by_proceeding: dict[int | None, list[Bounds]] = {}
    for event in document["events"]:
        if event["kind"] in ARREST_EVENTS and not event["in_absentia"]:
            by_proceeding.setdefault(event["proceeding"], []).append(bounds(event["date"]))
    elsewhere = by_proceeding.pop(None, [])
    if not by_proceeding:
        by_proceeding[None] = elsewhere or [
            bounds(violation["date"]) or (bounds(document["start"]) if violation["primary"] else Bounds())
            for violation in document["violations"]
            if violation["kind"] in DEPRIVATIONS_OF_LIBERTY
        ]
    for dates in by_proceeding.values():
        if dates:
            yield _first(dates)


def releases(document: dict) -> Iterator[Bounds]:
    """When somebody was let go: each end of custody, unless they died then, got away, or were handed over."""
    otherwise = [bounds(event["date"]) for event in document["events"] if event.get("custody") in NO_RELEASE]
    for spell in spells(document):
        end = Bounds(*spell.end)
        if (
            spell.is_over
            and not spell.may_go_on
            and not any(_may_be_one_day(end, each) for each in otherwise)
        ):
            yield end


def verdicts(document: dict) -> Iterator[Bounds]:
    """When a court of first instance said guilty or not guilty, also in somebody's absence."""
    if document["kind"] != "pattern":
        yield from (bounds(event["date"]) for event in document["events"] if event["kind"] in VERDICTS)


def happened(document: dict) -> dict[str, list[Bounds]]:
    """For each of HAPPENINGS when it was, as far as that is known, each time once."""
    times = {
        BEGAN: [bounds(document["start"])],
        ARRESTED: arrests(document),
        RELEASED: releases(document),
        VERDICT: verdicts(document),
    }
    return {name: list(dict.fromkeys(each)) for name, each in times.items()}


def days_held(document: dict) -> int | None:
    """How many days somebody was held for certain, all stretches together; None where nobody is known to have been."""
    stretches = spells(document)
    return Held(tuple(stretches)).days(date.max)[0] if stretches else None


def detentions(document: dict) -> Iterator[str]:
    """The class of length of each stretch of custody: `completed:over_3_years`, `continuing:unknown`.

    A completed one has a class if all readings of its dates agree on it. One that is not known to have ended is
    as long as it certainly lasted, at least.
    """
    told_apart = {(spell.begin, spell.end): spell for spell in spells(document)}
    for spell in told_apart.values():
        if spell.is_over and not spell.may_go_on:
            yield f"{COMPLETED}:{_completed_class(spell)}"
        else:
            certain = spell.certain
            length = length_class((certain[1] - certain[0]).days + 1) if certain else UNKNOWN_LENGTH
            yield f"{CONTINUING}:{length}"


def flows(document: dict) -> Iterator[str]:
    """`AZ>GE` for each state whose repression it is and each other state where it happened, if across borders."""
    if document["cross_border"]["value"]:
        states = document["states"]
        for pair in product(states["origin"], states["location"]):
            if pair[0] != pair[1] and NOT_STATED not in pair:
                yield ">".join(pair)


def numbered(values: Iterable[str]) -> Iterator[str]:
    """The same, the second of its kind as `…#2`: a row has a mark only once."""
    seen: Counter[str] = Counter()
    for value in values:
        seen[value] += 1
        yield value if seen[value] == 1 else f"{value}#{seen[value]}"


def unnumbered(value: str) -> str:
    return value.partition("#")[0]


def length_class(days: int) -> str:
    return LENGTHS[sum(1 for first in LENGTHS_BEGIN[1:] if days >= first)]


def _first(dates: list[Bounds]) -> Bounds:
    """The one that may be earliest; what has no day comes last."""
    return min(dates, key=lambda each: (not each, str(each.earliest or each.latest or "")))


def _may_be_one_day(one: Bounds, other: Bounds) -> bool:
    return bool(one and other) and not (
        certainly_before(one.latest, other.earliest) or certainly_before(other.latest, one.earliest)
    )


def month_or_year(day: Bounds) -> str:
    """`2024-05`, `2024` where only the year is known, UNCLEAR or UNDATED."""
    if not day:
        return UNDATED
    if not (day.earliest and day.latest) or day.earliest.year != day.latest.year:
        return UNCLEAR
    if day.earliest.month != day.latest.month:
        return day.earliest.isoformat()[:4]
    return day.earliest.isoformat()[:7]


def _completed_class(spell: Spell) -> str:
    (begin_first, begin_last), (end_first, end_last) = spell.begin, spell.end
    if not (begin_first and begin_last and end_first and end_last):
        return UNKNOWN_LENGTH
    shortest = max(0, (end_first - begin_last).days) + 1
    longest = max(0, (end_last - begin_first).days) + 1
    classes = {length_class(shortest), length_class(longest)}
    return classes.pop() if len(classes) == 1 else UNKNOWN_LENGTH
