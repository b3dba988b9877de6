"""Search by name, in any script, and by words, over published cases.

A query is first taken as a name, by `name_index.py`: a hit is the *same* name or a *similar* one. It is also taken as
words, all of which a case must have somewhere in its public text or in the labels of its codes; words in quotation
marks must stand there exactly so. Names come first, same before similar, then cases found by words alone. A reference
finds the cases that bear it and no other. How names and words are folded is in `cases/text/names.py`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property

from django.db import connection
from django.db.models import Q
from pyroaring import BitMap

from cases.register.bitmaps import Bitmaps
from cases.register.facet_block import WORD
from cases.register.fields import FACETS
from cases.register.finding_aids import plain_words
from cases.register.name_finds import Band, find_by_name
from cases.register.published_case import PublishedCase
from cases.text.names import Match, compare, tokens, word_keys
from cases.text.references import is_reference
from cases.vocabularies.places import NOT_STATED

LONGEST_QUERY = 200
LABELLED = ("violation", "method", "location", "origin", "host", "destination", "charge", "role", "group")
"""Facets whose labels, in every language, are words a case is found by."""
_MARKS = ' "“”„«»'
_QUOTED = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]')


@dataclass(frozen=True)
class NameHit:
    """Which public name of a case the query matched, and how well."""

    tier: str
    score: float
    name: str


@dataclass(frozen=True)
class SearchResult:
    """`bands` are the cases found by name, best first, then those found by words alone; no case is in two.

    `name` is what of the query was taken as a name, `words` what of it had to be found in texts.
    """

    bands: list[Band] = field(default_factory=list)
    name: str = ""
    words: str = ""

    @cached_property
    def rows(self) -> BitMap:
        return BitMap.union(*(band.rows for band in self.bands)) if self.bands else BitMap()

    @property
    def is_reference(self) -> bool:
        """Whether the query was taken as a reference, and neither as a name nor as words."""
        return not self.words

    @property
    def found_by_name(self) -> bool:
        return any(band.tier for band in self.bands)

    def tier_of(self, row_number: int) -> str:
        """`same`, `similar`, or nothing for a case found by its words."""
        return next((band.tier for band in self.bands if row_number in band.rows), "")

    def matched_name(self, row_number: int, names: Iterable[str]) -> str:
        """Which of a case's names matched best; nothing if it was found by its words."""
        if not self.tier_of(row_number):
            return ""
        matches = [(match, name) for name in names if (match := compare(self.name, name))]
        return min(matches, key=lambda each: _rank(each[0]), default=(None, ""))[1]


def search(bitmaps: Bitmaps, q: str) -> SearchResult:
    """The cases that `q` finds; a ValueError, in a reader's words, if it is too long."""
    q = " ".join(q.replace("\x00", " ").split())
    if len(q) > LONGEST_QUERY:
        raise ValueError(f"A search may have {LONGEST_QUERY} characters at most; this one has {len(q)}.")

    reference = q.strip(_MARKS).upper()
    if is_reference(reference):
        return SearchResult([Band("", 0, _bearing(bitmaps, reference))])

    phrases = [phrase for phrase in map(plain_words, _QUOTED.findall(q)) if phrase]
    loose = " ".join(_QUOTED.sub(" ", q).replace('"', " ").split())
    if not phrases and not tokens(loose):
        return SearchResult()

    by_name = find_by_name(loose).bands if loose else []
    by_words = _with_words(bitmaps, loose.split()) if loose else bitmaps.all
    if phrases:
        # Names and words only count where every phrase stands.
        wanted = BitMap.union(by_words, *(band.rows for band in by_name))
        for phrase in phrases:
            wanted = _with_phrase(bitmaps, phrase, wanted)
        by_name = [Band(band.tier, band.score, band.rows & wanted) for band in by_name]
        by_words = by_words & wanted
    named = [Band(band.tier, band.score, band.rows & bitmaps.all) for band in by_name]
    named = [band for band in named if band.rows]
    rest = by_words.difference(*(band.rows for band in named)) if named else by_words
    return SearchResult([*named, *([Band("", 0, rest)] if rest else [])], name=loose, words=q)


def _bearing(bitmaps: Bitmaps, reference: str) -> BitMap:
    """The case itself, the cases that name the person, the cases of the campaign or the agency."""
    of_person = Q(identity="named", person_reference=reference)
    cases = PublishedCase.objects.filter(Q(reference=reference) | of_person)
    marked = (bitmaps.of((facet, reference)) for facet in ("campaign", "agency"))
    return BitMap(cases.values_list("row_number", flat=True)).union(*marked)


def _with_words(bitmaps: Bitmaps, words: list[str]) -> BitMap:
    """The cases that have every word, in whatever spelling; a query that holds none finds nothing."""
    asked = [keys for word in words if (keys := word_keys(word))]
    if not asked:
        return BitMap()
    by_label = [_labelled(bitmaps, keys) for keys in asked]
    in_texts = _in_texts(bitmaps, asked)
    found = [labelled | written for labelled, written in zip(by_label, in_texts, strict=True)]
    return BitMap.intersection(*found) if len(found) > 1 else found[0]


def _in_texts(bitmaps: Bitmaps, asked: list[set[str]]) -> list[BitMap]:
    """For each word, given as its keys, the cases that have it in their texts: one query, however many words."""
    keys = set().union(*asked)
    common = keys & bitmaps.common_words
    rows: dict[str, BitMap] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT value, bits, NULL FROM cases_facetblock WHERE parameter = %s AND value = ANY(%s) "
            "UNION ALL SELECT rare.word, NULL, found.numbers FROM unnest(%s::text[]) AS rare (word), LATERAL ("
            "  SELECT array_agg(row_number) AS numbers FROM cases_publishedcase "
            "  WHERE words @> ARRAY[rare.word]"
            ") AS found WHERE found.numbers IS NOT NULL",
            [WORD, sorted(common), sorted(keys - common)],
        )
        for word, bits, numbers in cursor:
            found = BitMap.deserialize(bytes(bits)) if numbers is None else BitMap(numbers)
            rows[word] = rows.get(word, BitMap()) | found
    return [_union(rows[key] for key in keys_of_word if key in rows) for keys_of_word in asked]


def _with_phrase(bitmaps: Bitmaps, phrase: str, among: BitMap) -> BitMap:
    """The cases of `among` in whose texts, or labels, the words stand one after the other as they are."""
    labelled = _union(bitmaps.of(code) for code, label in _labels() if f" {phrase} " in f" {label} ")
    candidates = (among & _with_words(bitmaps, phrase.split())) - labelled
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT row_number FROM cases_publishedcase "
            "WHERE row_number = ANY(%s) AND strpos(searchable_text, %s) > 0",
            [list(candidates), f" {phrase} "],
        )
        return (among & labelled) | BitMap(number for (number,) in cursor)


def _labelled(bitmaps: Bitmaps, keys: set[str]) -> BitMap:
    """The cases with a code in whose label the word stands."""
    return _union(bitmaps.of(mark) for key in keys for mark in _marks_by_word().get(key, ()))


@cache
def _labels() -> list[tuple[tuple[str, str], str]]:
    """Facet and code with each of its labels, as plain words."""
    return [
        ((parameter, term.code), plain_words(label))
        for parameter in LABELLED
        for term in FACETS[parameter].codes
        if term.code != NOT_STATED
        for label in (term.en, term.az, term.ru)
    ]


@cache
def _marks_by_word() -> dict[str, set[tuple[str, str]]]:
    marks: dict[str, set[tuple[str, str]]] = {}
    for mark, label in _labels():
        for key in word_keys(label):
            marks.setdefault(key, set()).add(mark)
    return marks


def _rank(match: Match) -> tuple:
    return match.tier != "same", -match.score


def _union(parts: Iterable[BitMap]) -> BitMap:
    parts = list(parts)
    return BitMap.union(*parts) if parts else BitMap()
