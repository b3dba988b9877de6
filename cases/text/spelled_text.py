"""A text as words that know where they stand in it: what is needed to put something in the place of a name.

Folding a text for comparison loses its letters (`romanisation.normalised`); here every word of the folded text keeps
where it begins and ends in the text as it was written. Neighbours: `name_spans.py` finds names among these words.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

from cases.text.mentions import TextWord, text_word
from cases.text.name_words import APOSTROPHES
from cases.text.romanisation import is_azerbaijani_cyrillic, normalised

_WORD = re.compile(rf"[^\W_]+(?:[{APOSTROPHES}][^\W_]+)*")
# English 's stays behind what is put in the place of the name before it.
_POSSESSIVE = re.compile(rf"[{APOSTROPHES}]s$")
_JOINS = re.compile(r"[-\u2010\u2011]\s*")
_ENDS_SENTENCE = re.compile(r"[.!?…:;\n\u061f\u06d4]")


@dataclass(frozen=True, slots=True, eq=False)
class Spelled:
    """A word of a text, from `start` to `end` of it as it was written.

    `capital`: it begins with a capital letter; None where its script has none. `before`: what stands between the
    word before and this one.
    """

    text: str
    start: int
    end: int
    before: str
    capital: bool | None
    readings: tuple[TextWord, ...]

    @property
    def begins_sentence(self) -> bool:
        """It is the first word, or a sentence ended before it."""
        return self.start == len(self.before) or _ENDS_SENTENCE.search(self.before) is not None

    @property
    def follows_directly(self) -> bool:
        """Nothing but space lies between this word and the one before."""
        return self.start > len(self.before) and self.before.isspace()

    @property
    def is_joined(self) -> bool:
        """A hyphen alone lies between this word and the one before."""
        return _JOINS.fullmatch(self.before) is not None


class SpelledText:
    """The words of a text, in order."""

    def __init__(self, text: str):
        self.text = text
        folded, origins = _folded(text)
        azerbaijani = (False, True) if is_azerbaijani_cyrillic(folded) else (False,)
        self.words: list[Spelled] = []
        end_before = 0
        for match in _WORD.finditer(folded):
            word = match[0]
            start, end = origins[match.start()], origins[match.end()]
            ending = _POSSESSIVE.search(word)
            if ending and ending.start():
                word, end = word[: ending.start()], origins[match.start() + ending.start()]
            self.words.append(
                Spelled(
                    word,
                    start,
                    end,
                    text[end_before:start],
                    _is_capital(text[start:end]),
                    tuple(text_word(word, each) for each in azerbaijani),
                )
            )
            end_before = end
        self._azerbaijani = azerbaijani

    @cached_property
    def is_all_small(self) -> bool:
        """No word begins with a capital: who writes like this writes names so as well."""
        return not any(word.capital for word in self.words)

    @cached_property
    def is_headline(self) -> bool:
        """Nearly every longer word has a capital, so that a capital says nothing."""
        longer = [word for word in self.words if word.end - word.start > 3 and word.capital is not None]
        return len(longer) > 3 and sum(word.capital is True for word in longer) >= 0.8 * len(longer)

    def joined(self, at: int) -> tuple[TextWord, ...]:
        """The word before `at` and the one there, written as one."""
        word = self.words[at - 1].text + self.words[at].text
        return tuple(text_word(word, each) for each in self._azerbaijani)


def _folded(text: str) -> tuple[str, list[int]]:
    """The normalised text, and for each of its letters, and its end, where that stands in `text`."""
    if text.isascii():
        return text.lower(), list(range(len(text) + 1))
    folded: list[str] = []
    origins: list[int] = []
    start = 0
    for at in range(1, len(text) + 1):
        if at < len(text) and unicodedata.combining(text[at]):
            continue
        letters = _letters(text[start:at])
        folded.append(letters)
        origins += [start] * len(letters)
        start = at
    origins.append(len(text))
    return "".join(folded), origins


@lru_cache(maxsize=4096)
def _letters(written: str) -> str:
    return normalised(written)


def _is_capital(written: str) -> bool | None:
    letter = next((letter for letter in written if letter.isalpha()), "")
    if letter.lower() == letter.upper():
        return None
    return letter != letter.lower()
