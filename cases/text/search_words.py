"""Words of texts and of searches, each with the keys by which one finds the other (`mentions.keys_of_word`).

A word has the keys of its spelling and those of what is left without its endings (`word_forms.py`). Cyrillic words are
taken for Russian, Latin ones of a text for English, or for Azerbaijani where one has a ə; of a search for both.

Somebody who types Azerbaijani with plain letters (`cagiris`) may mean others than stand there: an `s` may be `ş`, a `c`
may be `ç`. Vowels and `ğ` need no such care, since keys have them alike.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from cases.text.mentions import keys_of_word, words_of
from cases.text.romanisation import has_cyrillic, is_azerbaijani_cyrillic, normalised
from cases.text.word_forms import azerbaijani_stems, english_stem, russian_stem

MOST_VARIANTS = 16
"""So many ways a word of plain letters is read; of a longer row of `s` and `c` the last are varied."""
SHORTEST_STEM = 3
_AZERBAIJANI_LETTER = "ə"
_TYPED_PLAINLY = re.compile("s(?![shc])|c(?![hkz])")
_MEANT = {"s": ("s", "ş"), "c": ("c", "ç")}


@dataclass(frozen=True, slots=True)
class SearchWord:
    """One word of a search, in small letters, and the keys it may have in a text; one of them is enough."""

    text: str
    keys: frozenset[str]


@lru_cache(maxsize=4096)
def search_words(text: str) -> tuple[SearchWord, ...]:
    """The words of a search in their order; a word with a hyphen is two."""
    text = normalised(text)
    azerbaijani = is_azerbaijani_cyrillic(text)
    found = (SearchWord(word, _keys(word, azerbaijani)) for word in words_of(text))
    return tuple(word for word in found if word.keys)


def _keys(word: str, azerbaijani: bool) -> frozenset[str]:
    forms = [form for each in _as_meant(word) for form in (each, *azerbaijani_stems(each))]
    return frozenset().union(*(keys_of_word(each, azerbaijani) for each in {*forms, *_stem(word)}))


def keys_of_text(text: str) -> set[str]:
    """The keys of all words of a text."""
    text = normalised(text)
    azerbaijani = is_azerbaijani_cyrillic(text)
    in_latin = _AZERBAIJANI_LETTER in text
    return set().union(*(_written(word, azerbaijani, in_latin) for word in words_of(text)))


def is_azerbaijani(text: str) -> bool:
    """Whether a letter of the text says that its words are Azerbaijani."""
    return "Ə" in text or _AZERBAIJANI_LETTER in text or is_azerbaijani_cyrillic(text.lower())


@lru_cache(maxsize=16_384)
def _written(word: str, azerbaijani: bool, in_latin: bool) -> frozenset[str]:
    """The keys of a word of a text. Texts repeat their words, so that this is remembered."""
    stems = azerbaijani_stems(word)[-2:] if in_latin and not has_cyrillic(word) else _stem(word)
    return frozenset().union(*(keys_of_word(each, azerbaijani) for each in {word, *stems}))


def _stem(word: str) -> tuple[str, ...]:
    """What is left of a Russian or an English word."""
    stem = russian_stem(word) if has_cyrillic(word) else english_stem(word) if word.isascii() else word
    return (stem,) if len(stem) >= SHORTEST_STEM else ()


def _as_meant(word: str) -> list[str]:
    """The word, and of one in plain Latin letters what it may be in Azerbaijani."""
    if not word.isascii():
        return [word]
    parts = [_MEANT.get(part, (part,)) for part in re.split(f"({_TYPED_PLAINLY.pattern})", word) if part]
    return ["".join(way) for way in islice(product(*parts), MOST_VARIANTS)]


@lru_cache(maxsize=16_384)
def written_words(text: str, within_azerbaijani: bool = False) -> tuple[frozenset[str], ...]:
    """The keys of each word of a name or label, in their order, as texts have them; `within_azerbaijani` says that the
    text around is known to be of that language."""
    text = normalised(text)
    azerbaijani = is_azerbaijani_cyrillic(text)
    in_latin = within_azerbaijani or _AZERBAIJANI_LETTER in text
    return tuple(keys for word in words_of(text) if (keys := _written(word, azerbaijani, in_latin)))
