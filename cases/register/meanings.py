"""What the words of a search mean beside what stands in texts: codes by their labels, places, articles of law.

A code is meant by each word of its labels, in every language, but for words that say nothing; by other names that it
goes by (`vocabularies/also_called.py`) only as a whole. Countries, regions and articles are meant by whole names alone:
“South Korea” is no other country with a South. Of two names that overlap the longer one is meant.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from cases.register.bitmaps import Bitmaps
from cases.register.fields import FACETS
from cases.register.marks import EVENT, REGIME, SENTENCE, Mark
from cases.text.search_words import SearchWord, written_words
from cases.vocabularies.also_called import CODES_ALSO_CALLED, REGIONS_ALSO_CALLED, TITLES_ALSO_CALLED
from cases.vocabularies.country_names import REGIONS_TYPED_AS_COUNTRIES, names_of
from cases.vocabularies.events import EVENT_KINDS
from cases.vocabularies.places import COUNTRIES, REGIONS
from cases.vocabularies.proceedings import REGIMES, SENTENCE_KINDS
from cases.vocabularies.provisions import PROVISIONS, Provision, in_every_language
from cases.vocabularies.regions import bare_names
from cases.vocabularies.terms import CodeList

LABELLED: dict[str, CodeList] = {
    name: FACETS[name].codes
    for name in (
        "violation",
        "method",
        "charge",
        "charge_status",
        "role",
        "group",
        "gender",
        "custody",
        "stage",
        "measure",
        "counsel",
    )
} | {EVENT: EVENT_KINDS, SENTENCE: SENTENCE_KINDS, REGIME: REGIMES}
"""Parameters of marks whose codes are meant by their labels."""
STATES = ("location", "origin", "host", "destination", "cooperating", "transit")
"""Those whose codes are countries."""
REGION, PROVISION = "region", "provision"

_VAGUE = frozenset({"other", "unknown", "unspecified", "none"})
"""Codes that say only that nothing fits."""
_SAYING_NOTHING = (
    "a an and at by for form from in its no not of on or stated the to under with "
    "без в за и или к на не не указана от по под с со форма "
    "bildirilməyib edilməyən forması ilə olan qarşı və ya üçün"
)

Words = tuple[frozenset[str], ...]


@dataclass(frozen=True)
class Meaning:
    """What the words from `start` to before `stop` mean: one of these codes of a parameter."""

    parameter: str
    codes: tuple[str, ...]
    start: int
    stop: int

    @property
    def marks(self) -> list[Mark]:
        return [(self.parameter, code) for code in self.codes]


def marks_of_word(word: SearchWord) -> set[Mark]:
    """The codes in whose labels a word stands."""
    return set().union(*(_marks_by_word().get(key, ()) for key in word.keys))


def meanings(bitmaps: Bitmaps, words: tuple[SearchWord, ...]) -> list[Meaning]:
    """What runs of these words name, of what any case has."""
    named = dict.fromkeys(_named(bitmaps, words))
    found = [each for each in named if any(map(bitmaps.of, each.marks))]
    return [each for each in found if not any(_is_within(each, other) for other in found)]


def _is_within(one: Meaning, other: Meaning) -> bool:
    return (one.start, one.stop) != (other.start, other.stop) and (
        other.start <= one.start and one.stop <= other.stop
    )


def _named(bitmaps: Bitmaps, words: tuple[SearchWord, ...]) -> Iterator[Meaning]:
    for start, word in enumerate(words):
        names: dict[int, tuple[Words, str, str]] = {}
        for key in word.keys:
            names |= {id(name): name for name in _codes_by_first_word().get(key, ())}
        for name, parameter, code in names.values():
            if _stands(name, words, start):
                yield Meaning(parameter, (code,), start, start + len(name))
    asked = frozenset().union(*(word.keys for word in words))
    for region in bitmaps.values(REGION):
        for start, stop in _where(_names_of_region(region), words, asked):
            yield Meaning(REGION, (region,), start, stop)
    for article, with_points in _heads(bitmaps.values(PROVISION)).items():
        for start, stop in _where(_names_of_article(article), words, asked):
            yield Meaning(PROVISION, tuple(with_points), start, stop)


def _where(
    names: tuple[Words, ...], words: tuple[SearchWord, ...], asked: frozenset[str]
) -> Iterator[tuple[int, int]]:
    for name in names:
        if not name[0].isdisjoint(asked):
            for start in range(len(words) - len(name) + 1):
                if _stands(name, words, start):
                    yield start, start + len(name)


def _stands(name: Words, words: tuple[SearchWord, ...], start: int) -> bool:
    return len(words) - start >= len(name) and not any(
        keys.isdisjoint(word.keys) for keys, word in zip(name, words[start:], strict=False)
    )


@cache
def labels() -> list[tuple[Mark, str]]:
    """Parameter and code with each of its labels; of an article with its title."""
    found = [
        ((parameter, term.code), label)
        for parameter, codes in LABELLED.items()
        for term in codes
        if term.code not in _VAGUE
        for label in term.in_every_language()
    ]
    found += [
        ((parameter, term.code), label)
        for term in COUNTRIES
        for label in term.in_every_language()
        for parameter in STATES
    ]
    return found + [
        ((PROVISION, each.key), title)
        for each in PROVISIONS
        if each.title
        for title in in_every_language(each)
    ]


@cache
def _marks_by_word() -> dict[str, set[Mark]]:
    nothing = frozenset().union(*written_words(_SAYING_NOTHING))
    marks: dict[str, set[Mark]] = defaultdict(set)
    for mark, label in labels():
        if mark[0] not in STATES:
            for keys in written_words(label):
                for key in keys - nothing:
                    marks[key].add(mark)
    return marks


@cache
def _codes_by_first_word() -> dict[str, list[tuple[Words, str, str]]]:
    """Names of codes and countries with parameter and code, by each key of their first word."""
    found: dict[str, list[tuple[Words, str, str]]] = defaultdict(list)
    for (parameter, code), text in _whole_names():
        if words := written_words(text):
            name = (words, parameter, code)
            for key in words[0]:
                found[key].append(name)
    return found


def _whole_names() -> Iterator[tuple[Mark, str]]:
    yield from (each for each in labels() if each[0][0] != PROVISION)
    for parameter, codes in LABELLED.items():
        for term in codes:
            yield from (
                ((parameter, term.code), name) for name in CODES_ALSO_CALLED.get((codes.name, term.code), ())
            )
    for term in COUNTRIES:
        yield from (((parameter, term.code), name) for name in names_of(term.code) for parameter in STATES)


@lru_cache(maxsize=8192)
def _names_of_region(region: str) -> tuple[Words, ...]:
    """What a region is called, listed or not: its code is a name printed in a case where there is none."""
    if region not in REGIONS:
        return _as_words([region])
    also = REGIONS_TYPED_AS_COUNTRIES.get(region, "").split(",")
    return _as_words([*bare_names(region), *also, *REGIONS_ALSO_CALLED.get(region, ())])


def _heads(provisions: Iterable[str]) -> dict[str, list[str]]:
    """Articles that cases have, each with itself and its points: Azerbaijan's 206.3.2 is one of 206."""
    found: dict[str, list[str]] = defaultdict(list)
    for provision in provisions:
        head, point, _rest = provision.partition(".")
        found[provision].insert(0, provision)
        if point and provision.startswith("AZ:"):
            found[head].append(provision)
    return found


@lru_cache(maxsize=8192)
def _names_of_article(provision: str) -> tuple[Words, ...]:
    names = [provision.rsplit(":", 1)[-1]]
    if listed := _listed().get(provision):
        names += [*in_every_language(listed), *TITLES_ALSO_CALLED.get(listed.title, ())]
    return _as_words(names)


@cache
def _listed() -> dict[str, Provision]:
    return {each.key: each for each in PROVISIONS}


def _as_words(names: Iterable[str]) -> tuple[Words, ...]:
    return tuple(dict.fromkeys(words for name in names if (words := written_words(name))))
