"""Whether what somebody has typed so far begins words of a name or title, in whatever scripts the two are written.

Sounds are those of `name_words.py`, with consonants in their classes: the end of half a word says little of its voice.
Arabic script, which leaves vowels out, is found by whole words alone (`names.py`).
"""

from functools import lru_cache

from cases.text.name_words import Word, name_words
from cases.text.sounds import loose

SHORTEST = 3
"""Sounds that the beginning of a word needs; with fewer, too many begin so."""


class Beginning:
    """What was typed so far: `begins` says of a text whether every word of it begins one there."""

    def __init__(self, typed: str) -> None:
        words = [_ways(word) for word in name_words(typed)]
        is_enough = all(len(way) >= SHORTEST for ways in words for way in ways)
        self._words = [[f" {way}" for way in ways] for ways in words] if is_enough else []

    def __bool__(self) -> bool:
        """Whether enough was typed to look for."""
        return bool(self._words)

    def begins(self, text: str) -> bool:
        kept = _spoken(text)
        for ways in self._words:
            for way in ways:
                if way in kept:
                    break
            else:
                return False
        return bool(self._words)


def _ways(word: Word) -> tuple[str, ...]:
    """A word as it may sound, its halves among them."""
    if word.arabic:
        return ("",)
    found = [loose(form) for each in (word, *word.also) for form in each.forms]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=200_000)
def _spoken(text: str) -> str:
    """All words of a text as they may sound, each behind a space."""
    words = [each for word in name_words(text) for each in (word, *word.halves)]
    return "".join(f" {way}" for word in words for way in _ways(word) if way)
