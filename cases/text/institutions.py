"""Names of prisons, courts, agencies and other bodies: what they say, and whether two of them are of one.

A name is taken apart into what the institution is (`institution_words.py`), its numbers, and the words left, which are
compared as the names of persons are, in any script. So `Prison No. 14`, `Prison №14` and `14 saylı cəzaçəkmə
müəssisəsi` are one, `Prison No. 14` and `Prison No. 4` are not.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from cases.text.institution_words import (
    DETENTION,
    EMPTY,
    EQUIVALENT,
    FAMILIES,
    KINDS,
    POLICE,
    SHORT,
)
from cases.text.names import SAME, SIMILAR, Match, compare, fold, search_keys

_ADJECTIVE = re.compile(r"(.{4,}?)(?:ин|ов|ев)?ск(?:ий|ая|ое|ого|ой|ому|ом|им|ую|ие|их)")
_WORD = re.compile(r"[^\W\d_]+|[0-9]+")
LONGEST = 200
"""Characters of a name that are looked at; no institution is called more."""
FEWEST_LETTERS = 4
"""So many letters of a word say which it is, however it is bent after them: Vladimir, Владимирской."""
BENT_SCORE = 0.8
LEFT_OPEN = 0.9
"""What a match is worth where one name says more than the other."""


@dataclass(frozen=True, slots=True)
class Institution:
    """A name taken apart. `kind` is one of KINDS or empty, `rest` the words left, as they were typed."""

    kind: str
    numbers: frozenset[str]
    rest: tuple[str, ...]

    @property
    def family(self) -> str:
        return FAMILIES.get(self.kind, self.kind)


@lru_cache(maxsize=100_000)
def read_institution(name: str) -> Institution:
    """What a name says. A text of which nothing can be made has neither kind, numbers nor words."""
    found = _WORD.findall(_plain(name))
    words = [each for word in found for each in _SHORT.get(word, (word,))]
    kind, own = _kind_in(words)
    left = [word for at, word in enumerate(words) if at not in own]
    return Institution(
        kind,
        frozenset(word.lstrip("0") or "0" for word in left if word.isdecimal()),
        tuple(_in_english(word) for word in left if not word.isdecimal() and word not in _EMPTY),
    )


def same_institution(one: str, other: str) -> Match | None:
    """Whether two names may be of one institution.

    `same` where all they say agrees, `similar` where they leave it open, None where they contradict each other or have
    nothing in common.
    """
    a, b = read_institution(one), read_institution(other)
    if a.kind and b.kind and a.family != b.family and not _is_any_prison(a, b):
        return None
    if a.numbers and b.numbers and a.numbers != b.numbers:
        return None
    rest = _compared(a.rest, b.rest)
    if rest is None and a.rest and b.rest:
        return None
    agrees = a.kind == b.kind and a.numbers == b.numbers
    if rest:
        if not agrees and a.kind and b.kind and a.numbers != b.numbers and rest.tier == SIMILAR:
            return None
        return rest if agrees else Match(SIMILAR, rest.score * LEFT_OPEN)
    if not (a.kind and a.family == b.family and a.numbers == b.numbers):
        return None
    if a.rest or b.rest:
        # One says where it is, the other does not: only a number they share makes them one.
        return Match(SIMILAR, LEFT_OPEN) if a.numbers else None
    return Match(SAME if a.kind == b.kind else SIMILAR, 1.0)


@lru_cache(maxsize=100_000)
def keys_of(name: str) -> frozenset[str]:
    """What a name can be looked up by: two names that `same_institution` takes for one share a key at least.

    Of words their sounds and, where they are bent, their first letters; of what has a number or no words its kind.
    """
    read = read_institution(name)
    keys = set().union(*(_keys_of_word(word) for word in read.rest))
    if read.kind and (read.numbers or not read.rest):
        keys.add(f"{read.family} {' '.join(sorted(read.numbers))}")
    return frozenset(keys)


@lru_cache(maxsize=100_000)
def _keys_of_word(word: str) -> frozenset[str]:
    forms = [form for form in (word, _stem(word)) if form]
    first = {f"{folded[:FEWEST_LETTERS]}…" for form in forms if len(folded := fold(form)) >= FEWEST_LETTERS}
    return frozenset({word, *first}.union(*map(search_keys, forms)))


def holds(names: Iterable[str]) -> str:
    """Whether people are held in what has these names: DETENTION, POLICE or ELSEWHERE; empty where none says."""
    for name in names:
        if kind := read_institution(name).kind:
            return KINDS[kind][0]
    return ""


def is_place_of_detention(name: str) -> bool:
    """Whether a name is that of a prison, a police station and the like, rather than of a town."""
    return holds([name]) in (DETENTION, POLICE)


def _is_any_prison(one: Institution, other: Institution) -> bool:
    """Whether one may be called a prison that is for remand: news do, where the name says which."""
    return {one.kind, other.kind} == {"prison", "remand"} and bool(one.rest and other.rest)


def _compared(one: tuple[str, ...], other: tuple[str, ...]) -> Match | None:
    """Every word of the shorter name has to stand in the longer one; a word that does not is another's."""
    short, long = sorted((one, other), key=len)
    if not short:
        return None
    left, scores, tier = list(long), [], SAME if len(short) == len(long) else SIMILAR
    for word in short:
        judged = [
            (match.score, at, match.tier) for at, each in enumerate(left) if (match := _alike(word, each))
        ]
        if not judged:
            return None
        score, at, own = max(judged, key=lambda each: each[0])
        del left[at]
        scores.append(score)
        tier = tier if own == SAME else SIMILAR
    return Match(tier, sum(scores) / len(scores) * LEFT_OPEN ** len(left))


@lru_cache(maxsize=200_000)
def _alike(one: str, other: str) -> Match | None:
    if one == other:
        return Match(SAME, 1.0)
    if match := compare(one, other) or compare(other, one):
        return match
    if _is_bent(one, other):
        return Match(SIMILAR, BENT_SCORE)
    stems = [(_stem(one), other), (one, _stem(other))]
    if any(stem and word and (compare(stem, word) or _is_bent(stem, word)) for stem, word in stems):
        return Match(SIMILAR, BENT_SCORE)
    return None


def _is_bent(one: str, other: str) -> bool:
    short, long = sorted((fold(one), fold(other)), key=len)
    return len(short) >= FEWEST_LETTERS and long.startswith(short)


def _stem(word: str) -> str:
    """The name of which a Russian word is the adjective: Гобустан of Гобустанская; empty for another word."""
    adjective = _ADJECTIVE.fullmatch(word)
    return adjective[1] if adjective else ""


def _kind_in(words: list[str]) -> tuple[str, frozenset[int]]:
    """The kind that the longest phrase among some words says, and the positions of all words that say some kind of its
    family; of equally long ones the first."""
    found: list[tuple[int, int, str]] = []
    for start in range(len(words)):
        found += [
            (-len(phrase), start, kind)
            for phrase, kind in _PHRASES.get(words[start][:3], ())
            if _stands_at(phrase, words, start)
        ]
    if not found:
        return "", frozenset()
    kind = min(found)[2]
    family = FAMILIES.get(kind, kind)
    own = {
        at
        for length, start, other in found
        if FAMILIES.get(other, other) == family
        for at in range(start, start - length)
    }
    return kind, frozenset(own)


def _in_english(word: str) -> str:
    """The word that stands for its like in every language; a word of no such list as it is."""
    for first, *others in _EQUIVALENT:
        if word == first or any(_says(part, word) for part in others):
            return first
    return word


def _says(part: str, word: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


def _stands_at(phrase: tuple[str, ...], words: list[str], start: int) -> bool:
    if start + len(phrase) > len(words):
        return False
    return all(_says(part, word) for part, word in zip(phrase, words[start:], strict=False))


def _plain(text: str) -> str:
    """Small letters, a number sign as letters, Turkish and Azerbaijani ı and İ as i, ё as е."""
    text = unicodedata.normalize("NFKC", text[:LONGEST]).replace("İ", "i").replace("I", "i")
    return text.casefold().replace("ı", "i").replace("ё", "е").replace("\u0307", "")


def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The phrases with their kind, by the first three letters of their first word."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, (_holds, written) in KINDS.items():
        for each in written:
            phrase = tuple(_plain(each).split())
            table.setdefault(phrase[0][:3], []).append((phrase, kind))
    return table


_SHORT = {_plain(word): tuple(_plain(long).split()) for word, long in SHORT.items()}
_PHRASES = _phrases()
_EMPTY = frozenset(_plain(word) for word in EMPTY)
_EQUIVALENT = tuple(tuple(_plain(word) for word in words) for words in EQUIVALENT)
