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
from django.utils.translation import gettext as _
from pyroaring import BitMap

from cases.register.bitmaps import Bitmaps
from cases.register.facet_block import WORD
from cases.register.finding_aids import plain_words
from cases.register.marks import FACILITY, Mark
from cases.register.meanings import Meaning, labels, marks_of_word, meanings
from cases.register.merged_reference import MergedReference
from cases.register.name_finds import Band, find_by_name
from cases.register.published_case import PublishedCase
from cases.text.names import Match, compare, tokens
from cases.text.references import read_reference
from cases.text.search_words import SearchWord, search_words

LONGEST_QUERY, MOST_PHRASES, MOST_WORDS = 200, 4, 32
MOST_READ = 100_000
"""So many texts may be read to see whether the words of phrases stand together in them: what words that most cases have
would take longer than a page may."""
_MARKS = ' "“”„«»'
_QUOTED = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]')


class AsksTooMuch(ValueError):
    """What of a search is more than it may have, in the reader's words."""


@dataclass(frozen=True)
class SearchResult:
    """`bands` are the cases found by name, best first, then those found by words alone; no case is in two.

    `name` is what of the query was taken as a name, `words` what of it had to be found in texts.
    """

    bands: list[Band] = field(default_factory=list)
    name: str = ""
    words: str = ""
    labelled: dict[Mark, BitMap] = field(default_factory=dict)
    """The cases of each code that a word means."""
    meanings: list[Meaning] = field(default_factory=list)
    """What of the words names a code, a place or an article of any case; of words in quotation marks nothing."""
    unknown: list[str] = field(default_factory=list)
    """The words that no case has in any way."""
    is_reference: bool = False

    @cached_property
    def rows(self) -> BitMap:
        return BitMap.union(*(band.rows for band in self.bands)) if self.bands else BitMap()

    def tier_of(self, row_number: int) -> str:
        """`same`, `similar`, or nothing for a case found by its words."""
        return next((band.tier for band in self.bands if row_number in band.rows), "")

    def labels_of(self, row_number: int) -> list[Mark]:
        """The codes of a case that a word of the query means."""
        return [mark for mark, rows in self.labelled.items() if row_number in rows]

    def matched_name(self, row_number: int, names: Iterable[str]) -> str:
        """Which of a case's names matched best; nothing if it was found by its words."""
        if not self.tier_of(row_number):
            return ""
        matches = [(match, name) for name in names if (match := compare(self.name, name))]
        return min(matches, key=lambda each: _rank(each[0]), default=(None, ""))[1]


def search(bitmaps: Bitmaps, q: str) -> SearchResult:
    """The cases that `q` finds; raises AsksTooMuch."""
    if problem := asks_too_much(q):
        raise AsksTooMuch(problem)
    q = " ".join(q.replace("\x00", " ").split())

    if reference := read_reference(q.strip(_MARKS)):
        return SearchResult([Band("", 0, _bearing(bitmaps, reference))], is_reference=True)

    phrases = phrases_of(q)
    loose = " ".join(_QUOTED.sub(" ", q).replace('"', " ").split())
    if not phrases and not tokens(loose):
        return SearchResult()

    words = _Words(bitmaps, [loose, *phrases])
    by_name = find_by_name(loose, hidden=bitmaps.hidden).bands if loose else []
    by_words = words.all_of(loose) if loose else bitmaps.all
    if phrases:
        # Names and words only count where every phrase stands.
        wanted = _with_phrases(words, phrases, BitMap.union(by_words, *(band.rows for band in by_name)))
        by_name = [Band(band.tier, band.score, band.rows & wanted) for band in by_name]
        by_words = by_words & wanted
    named = [band for band in by_name if band.rows]
    rest = by_words.difference(*(band.rows for band in named)) if named else by_words
    bands = [*named, *([Band("", 0, rest)] if rest else [])]
    return SearchResult(
        bands,
        name=loose,
        words=q,
        labelled=words.labelled,
        meanings=[] if phrases else words.meanings[loose],
        unknown=words.unknown,
    )


def asks_too_much(q: str) -> str:
    """What of `q` is more than a search may have, in the reader's words; empty for what can be searched."""
    if len(q) > LONGEST_QUERY:
        return _("A search may have at most %d characters.") % LONGEST_QUERY
    if len(phrases_of(q)) > MOST_PHRASES:
        return _("A search may have at most %d quoted phrases.") % MOST_PHRASES
    if len(set(q.split())) > MOST_WORDS:
        return _("A search may have at most %d different words.") % MOST_WORDS
    return ""


def phrases_of(q: str) -> list[str]:
    """What stands in quotation marks, as plain words, each once."""
    return list(dict.fromkeys(phrase for phrase in map(plain_words, _QUOTED.findall(q)) if phrase))


_BY_REFERENCE = ("campaign", "agency", "court", "organisation", "official")
"""Facets whose values are references."""


def _bearing(bitmaps: Bitmaps, reference: str) -> BitMap:
    """The case itself or the one it was merged into, the cases of the person, and those that name another record."""
    merged = MergedReference.objects.filter(reference=reference).values("into")
    of_person = Q(identity="named", person_reference=reference)
    cases = PublishedCase.objects.shown().filter(Q(reference=reference) | of_person | Q(reference__in=merged))
    marked = (bitmaps.of((facet, reference)) for facet in (*_BY_REFERENCE, FACILITY))
    return BitMap(cases.values_list("row_number", flat=True)).union(*marked)


class _Words:
    """The cases that have each word of some texts, in whatever spelling: one query, however many words."""

    def __init__(self, bitmaps: Bitmaps, texts: list[str]):
        self.bitmaps = bitmaps
        self._words = {text: search_words(text) for text in texts}
        self.meanings = {text: meanings(bitmaps, words) for text, words in self._words.items()}
        every = [word for words in self._words.values() for word in words]
        marks = set().union(*map(marks_of_word, every))
        marks |= {mark for found in self.meanings.values() for each in found for mark in each.marks}
        self.labelled = {mark: rows for mark in marks if (rows := bitmaps.of(mark))}
        self._rows = self._in_texts(set().union(*(word.keys for word in every)))

    @property
    def unknown(self) -> list[str]:
        """The words that no case has."""
        return [
            word.text
            for text, words in self._words.items()
            for at, word in enumerate(words)
            if not self._having(text, at, word)
        ]

    def all_of(self, text: str) -> BitMap:
        """The cases that have every word of one of the texts; one that holds none finds nothing."""
        found = [self._having(text, at, word) for at, word in enumerate(self._words[text])]
        return BitMap.intersection(*found) if len(found) > 1 else (found or [BitMap()])[0]

    def _having(self, text: str, at: int, word: SearchWord) -> BitMap:
        marks = marks_of_word(word)
        for each in self.meanings[text]:
            if each.start <= at < each.stop:
                marks.update(each.marks)
        in_texts = (self._rows[key] for key in word.keys if key in self._rows)
        return BitMap().union(*in_texts, *(self.labelled[mark] for mark in marks if mark in self.labelled))

    def _in_texts(self, keys: set[str]) -> dict[str, BitMap]:
        common = keys & self.bitmaps.common_words
        found: dict[str, BitMap] = {}
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
                rows = BitMap.deserialize(bytes(bits)) if numbers is None else BitMap(numbers)
                found[word] = found.get(word, BitMap()) | (rows - self.bitmaps.hidden)
        # Which cases of a hidden campaign have words of its title of their own is not asked: none is found by them.
        for rows, title in self.bitmaps.gone.values():
            found |= {word: found[word] - rows for word in title & found.keys()}
        return found


def _with_phrases(words: _Words, phrases: list[str], among: BitMap) -> BitMap:
    """The cases of `among` in whose texts, or labels, each phrase stands as it is; raises AsksTooMuch."""
    labelled = [_labelled(words.bitmaps, phrase) for phrase in phrases]
    candidates = among
    for phrase, rows in zip(phrases, labelled, strict=True):
        candidates = candidates & (words.all_of(phrase) | rows)
    if not candidates:
        return candidates
    if len(candidates) > MOST_READ:
        raise AsksTooMuch(
            _(
                "The words in quotation marks are in too many cases to see where they stand together. Add a rarer "
                "word, or leave the quotation marks out."
            )
        )
    stands = ", ".join(["strpos(searchable_text, %s) > 0"] * len(phrases))
    written = [BitMap() for _ in phrases]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT row_number, {stands} FROM cases_publishedcase WHERE row_number = ANY(%s)",
            [*(f" {phrase} " for phrase in phrases), list(candidates)],
        )
        for number, *is_written in cursor:
            for rows, yes in zip(written, is_written, strict=True):
                if yes:
                    rows.add(number)
    return BitMap.intersection(
        candidates, *(rows | of_label for rows, of_label in zip(written, labelled, strict=True))
    )


def _labelled(bitmaps: Bitmaps, phrase: str) -> BitMap:
    """The cases with a code whose label holds the phrase."""
    return BitMap().union(
        *(bitmaps.of(mark) for mark, label in _plain_labels() if f" {phrase} " in f" {label} ")
    )


@cache
def _plain_labels() -> list[tuple[Mark, str]]:
    return [(mark, plain_words(label)) for mark, label in labels()]


def _rank(match: Match) -> tuple:
    return match.tier != "same", -match.score
