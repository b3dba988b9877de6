"""Words of a search, each with every key that it may stand under in a text (`mentions.word_keys`).

Somebody who types Azerbaijani with plain letters (`cagiris`) may mean others than stand there: an `s` may be `ş`, a `c`
may be `ç`. Vowels and `ğ` need no such care, since keys have them alike.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from cases.text.mentions import keys_of_word, words_of
from cases.text.romanisation import is_azerbaijani_cyrillic, normalised

MOST_VARIANTS = 16
"""So many ways a word of plain letters is read; of a longer row of `s` and `c` the first are varied."""
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
    return frozenset().union(*(keys_of_word(each, azerbaijani) for each in _as_meant(word)))


def _as_meant(word: str) -> list[str]:
    """The word, and of one in plain Latin letters what it may be in Azerbaijani."""
    if not word.isascii():
        return [word]
    parts = [_MEANT.get(part, (part,)) for part in re.split(f"({_TYPED_PLAINLY.pattern})", word) if part]
    return ["".join(way) for way in islice(product(*parts), MOST_VARIANTS)]


@lru_cache(maxsize=16_384)
def written_words(text: str) -> tuple[frozenset[str], ...]:
    """The keys of each word of a name or label, in their order, as texts have them."""
    text = normalised(text)
    azerbaijani = is_azerbaijani_cyrillic(text)
    return tuple(keys for word in words_of(text) if (keys := keys_of_word(word, azerbaijani)))
