"""Plausible other names for a scratch register: given names and surnames put together anew.

The words come from the names that are measured, so that a search among them has to tell apart people who share a
given name or a surname, and from `name_words.tsv`, which says where it has them from. A name that might be read
as one of those measured is left out: it would be a right answer.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations
from pathlib import Path

from cases.text.name_words import name_words
from cases.text.romanisation import script_of
from cases.text.sounds import loose

SEED = 1701
# How often names of the measured words come up.
OWN_SHARE = 0.5
_WORDS = Path(__file__).parent / "name_words.tsv"


def other_names(pairs: Iterable[tuple[str, str]], count: int) -> Iterator[str]:
    """`count` different names, none of which spells a name of the pairs; the same for the same input.

    A pair is two names; where both are of one person, their words tell which words are spellings of one another.
    """
    draw = random.Random(SEED)
    pairs = list(pairs)
    measured = sorted({name for pair in pairs for name in pair})
    lists, own, answers = _listed(), _taken_apart(measured), _Answers(pairs)
    made: set[str] = set()
    while len(made) < count:
        given, surnames = draw.choice(own) if own and draw.random() < OWN_SHARE else draw.choice(lists)
        name = f"{draw.choice(given)} {draw.choice(surnames)}"
        # Where words are few, a second given name keeps names apart.
        if name in made:
            name = f"{draw.choice(given)} {name}"
        if name not in made and name not in answers:
            made.add(name)
            yield name


class _Answers:
    """Names that would be right answers to some query: made of spellings of all the words of a measured name."""

    def __init__(self, pairs: list[tuple[str, str]]):
        self._parent: dict[str, str] = {}
        names = {name: _outlines(name) for pair in pairs for name in pair}
        for one, other in pairs:
            if len(names[one]) == len(names[other]):
                for word, spelling in zip(names[one], names[other], strict=True):
                    self._join(word, spelling)
        self._names = {frozenset(map(self._first, outlines)) for outlines in names.values()}

    def __contains__(self, name: str) -> bool:
        words = frozenset(map(self._first, _outlines(name)))
        parts = (frozenset(part) for size in range(1, len(words) + 1) for part in combinations(words, size))
        return any(part in self._names for part in parts)

    def _first(self, word: str) -> str:
        while word in self._parent:
            word = self._parent[word]
        return word

    def _join(self, one: str, other: str) -> None:
        one, other = self._first(one), self._first(other)
        if one != other:
            self._parent[max(one, other)] = min(one, other)


def _listed() -> list[tuple[list[str], list[str]]]:
    """Given names and surnames of each language."""
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for line in _WORDS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            _script, language, kind, words = line.split("\t")
            found[language][kind] = words.split()
    return [(kinds["given"], kinds["surname"]) for kinds in found.values()]


def _taken_apart(names: list[str]) -> list[tuple[list[str], list[str]]]:
    """First and last words of the names, by script; a script with a single name is left out."""
    found: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for name in names:
        words = name.replace(",", " ").split()
        if len(words) > 1:
            given, surnames = found[script_of(name)]
            given.add(words[0])
            surnames.add(words[-1])
    return [
        (sorted(given), sorted(surnames))
        for _, (given, surnames) in sorted(found.items())
        if len(surnames) > 1
    ]


@lru_cache(maxsize=262_144)
def _outlines(name: str) -> tuple[str, ...]:
    """The words of a name in classes of sounds, in order; in Arabic script their consonants."""
    return tuple(
        word.skeletons[0] if word.arabic else loose(word.forms[0])
        for word in name_words(name)
        if word.skeletons and not word.fathers_name
    )
