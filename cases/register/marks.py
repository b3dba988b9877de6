"""Which bitmaps a row's number stands in: one mark for each value a reader can filter, count or sort by.

A mark is (parameter, value). Facets have a mark for each code; the others are named here. Numbers (days, moments,
head counts) are written in binary, one mark for each bit that is set, so that a few dozen bitmaps answer
"at most", "at least", "how many together" and "which come next" (O'Neil and Quass, Improved Query Performance with
Variant Indexes, 1997: bit-sliced indexes).

Pure functions: the same columns always give the same marks, which `check.py` relies on.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache, lru_cache

from cases.register.custody import facilities
from cases.register.day_spans import Span
from cases.register.fields import FACETS
from cases.register.figures import (
    DETENTION,
    FLOW,
    days_held,
    detentions,
    flows,
    happened,
    month_or_year,
    numbered,
)
from cases.register.sentences import longest_sentence
from cases.register.time_spans import stay_days

Mark = tuple[str, str]

ROW: Mark = ("row", "")
"""Every published case."""
NAMED: Mark = ("named", "")
"""One named person: counted once however many cases they have."""
SAMPLE: Mark = ("sample", "")
"""A fictional sample record."""
UNDATED: Mark = ("undated", "")
"""No bounds at all: no period matches."""
HELD_UNDATED: Mark = ("held_undated", "")
"""Held at a time nobody stated: no day matches."""
OVERLAPPING: Mark = ("overlapping", "")
"""A group of which it is said that it overlaps with others."""

START, PUBLISHED, CHECKED, CONFIRMED, PEOPLE = "start", "published", "checked", "confirmed", "people"
"""Numbers of a row: first day, moment of publication, day or month last checked, day last confirmed held, lowest head
count of a group."""
DAYS_HELD, TERM, SOURCES = "days_held", "longest_sentence", "independent_sources"
"""Numbers of a row: days held at least, months of the longest sentence in force, independent sources."""
SPANS = ("span", "possibly_held", "certainly_held")
"""Columns of spans; their numbers are those of `first` and `last` for each span in turn."""

FACILITY = "facility"
"""The facilities a case names, whether anybody is known to have been held there."""
POSSIBLY_AT, CERTAINLY_AT = "possibly_at", "certainly_at"
"""Stays in facilities: spans as those of custody, each with a mark that says which facility it is of."""

EVENT, SENTENCE, REGIME = "event", "sentence_kind", "regime"
"""Kinds of what happened, of sentences and of prisons that a case tells of, for the search of words alone."""

UNBOUNDED_LAST = 2**22 - 1
"""After every day of the calendar (9999-12-31 is day 3,652,059)."""
_EPOCH = 946_684_800
"""2000-01-01 in Unix seconds: moments of publication count from there."""

COLUMNS = (
    "row_number",
    "sample",
    "published_at",
    "start_earliest",
    "last_checked",
    "confirmed_day",
    "people_min",
    "person_reference",
    "overlaps_with",
    "source_count",
    *SPANS,
    *sorted({field.name for field in FACETS.values()}),
    "words",
    "name_tokens",
    "document",
)
"""What `marks_of`, and the register when it replaces a row, need to know of it."""


def marks_of(row: Mapping) -> set[Mark]:
    """The marks of a row given as column → value, apart from those of words."""
    marks = {ROW, *_facet_marks(row)}
    if is_countable_person(row):
        marks.add(NAMED)
    if row["sample"]:
        marks.add(SAMPLE)
    if row["span"] is None:
        marks.add(UNDATED)
    if row["possibly_held"] == []:
        marks.add(HELD_UNDATED)
    if row["kind"] == "group" and row["people_min"] is not None:
        marks |= bits(PEOPLE, row["people_min"])
        if row["overlaps_with"]:
            marks.add(OVERLAPPING)
    if row["start_earliest"]:
        marks |= bits(START, day_number(row["start_earliest"]))
    if row["last_checked"]:
        marks |= bits(CHECKED, checked_number(row["last_checked"]))
    if row["confirmed_day"]:
        marks |= bits(CONFIRMED, day_number(row["confirmed_day"]))
    marks |= bits(PUBLISHED, moment_number(row["published_at"]))
    for column in SPANS:
        for layer, span in enumerate(row[column] or []):
            marks |= _span_marks(column, layer, span)
    marks |= _stay_marks(row["document"]) | _told_marks(row["document"])
    for parameter, values in ((DETENTION, detentions), (FLOW, flows)):
        marks |= {(parameter, value) for value in numbered(values(row["document"]))}
    return marks | _happening_marks(row["document"]) | _length_marks(row)


def is_countable_person(row: Mapping) -> bool:
    return row["kind"] == "person" and bool(row["person_reference"])


@lru_cache(maxsize=8_192)
def bits(number: str, value: int) -> frozenset[Mark]:
    """The marks of a number: that there is one, and each bit set. Negative ones have none and are a ValueError."""
    if value < 0:
        raise ValueError(f"{number}: {value} is below zero")
    return frozenset(
        [(number, ""), *(_bit(number, place) for place in range(value.bit_length()) if value >> place & 1)]
    )


@cache
def _bit(number: str, place: int) -> Mark:
    """One object for all numbers that have this bit: they are kept by the thousand."""
    return number, str(place)


def day_number(day: date) -> int:
    return day.toordinal()


def moment_number(moment: datetime) -> int:
    """Whole seconds; whatever was published before the year 2000 counts as its first second."""
    return max(0, int(moment.timestamp()) - _EPOCH)


def checked_number(text: str) -> int:
    """`2026-05-21` or `2026-05` as a number that sorts like the text, a month before its days."""
    year, month, *day = (int(part) for part in text.split("-"))
    return (year * 12 + month) * 32 + (day[0] if day else 0)


def layer_of(column: str, layer: int) -> str:
    """The name under which one of a row's spans is kept, e.g. `possibly_held.0`."""
    return f"{column}.{layer}"


def _facet_marks(row: Mapping) -> Iterator[Mark]:
    for parameter, field in FACETS.items():
        value = row[field.name]
        for code in value if field.is_list else [value]:
            if code not in ("", None):
                yield parameter, facet_text(code)


def facet_text(code: str | bool) -> str:
    return ("true" if code else "false") if isinstance(code, bool) else code


def _stay_marks(document: dict) -> set[Mark]:
    marks = {(FACILITY, reference) for reference, _name in facilities(document)}
    days = stay_days(document)
    for column, spans in (
        (POSSIBLY_AT, [(stay.reference, stay.possible) for stay in days if stay.possible]),
        (CERTAINLY_AT, [(stay.reference, stay.certain) for stay in days if stay.certain]),
    ):
        for layer, (reference, span) in enumerate(spans):
            marks |= _span_marks(column, layer, span) | {(stay_of(layer_of(column, layer)), reference)}
    return marks


def _told_marks(document: dict) -> set[Mark]:
    sentences = [each for proceeding in document["proceedings"] for each in proceeding["sentences"]]
    told = {(EVENT, event["kind"]) for event in document["events"]}
    for parameter, key in ((SENTENCE, "kind"), (REGIME, "regime")):
        told |= {(parameter, each[key]) for each in sentences if each[key]}
    return told


def _happening_marks(document: dict) -> set[Mark]:
    """When it was, by days to choose cases by, and by months to count them by."""
    marks: set[Mark] = set()
    for name, times in happened(document).items():
        marks |= {(month_of(name), month_or_year(time)) for time in times}
        for layer, time in enumerate(time for time in times if time):
            marks |= _span_marks(name, layer, (time.earliest, time.latest))
    return marks


def _length_marks(row: Mapping) -> set[Mark]:
    numbers = {
        DAYS_HELD: days_held(row["document"]),
        TERM: longest_sentence(row["document"]),
        SOURCES: row["source_count"],
    }
    return {mark for name, number in numbers.items() if number is not None for mark in bits(name, number)}


def month_of(happening: str) -> str:
    """The name under which the months of what happened in a case are kept."""
    return f"{happening}.month"


def stay_of(layer: str) -> str:
    """The name under which the facility of one of a row's stays is kept."""
    return f"{layer}.of"


def _span_marks(column: str, layer: int, span: Span) -> set[Mark]:
    first, last = span
    name = layer_of(column, layer)
    marks = {(name, "")}
    marks |= bits(f"{name}.first", day_number(first) if first else 0)
    marks |= bits(f"{name}.last", day_number(last) if last else UNBOUNDED_LAST)
    if last is None:
        marks.add((f"{name}.open", ""))
    return marks
