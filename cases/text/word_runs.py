"""Runs of words that two texts share, whatever became of capitals, marks on letters, script and punctuation.

For telling whether a text was reworded: five words in a row that stand in both are found by anybody who puts one of
them between quotation marks into a search.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from anyascii import anyascii

from cases.text.name_words import APOSTROPHES
from cases.text.romanisation import UNSEEN

RUN = 5
"""So many words in a row are a shared run."""

Run = tuple[str, ...]

# Marks that no composed letter takes up; `\w` leaves them out and would cut a word in two.
_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u0670"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}]|[{APOSTROPHES}](?=\w))*")


def runs_of(texts: Iterable[str]) -> set[Run]:
    """Every run of RUN words within one of the texts, as compared; none crosses from one text into the next."""
    runs: set[Run] = set()
    for text in texts:
        words = [word for word, _start, _end in _words(_plain(text))]
        runs.update(zip(*(words[at:] for at in range(RUN)), strict=False))
    return runs


def shared_runs(text: str, known: set[Run]) -> list[str]:
    """The longest stretches of a text of which every run is among `known`, as they are printed, in their order."""
    text = _plain(text)
    words = _words(text)
    compared = [word for word, _start, _end in words]
    found: list[tuple[int, int]] = []
    for at in range(len(words) - RUN + 1):
        if tuple(compared[at : at + RUN]) not in known:
            continue
        if found and found[-1][1] >= at + RUN - 1:
            found[-1] = found[-1][0], at + RUN
        else:
            found.append((at, at + RUN))
    return [text[words[first][1] : words[last - 1][2]] for first, last in found]


def same_words(one: str, other: str) -> bool:
    """Whether two texts say the same, word for word; two that say nothing do not."""
    words = [word for word, _start, _end in _words(_plain(one))]
    return bool(words) and words == [word for word, _start, _end in _words(_plain(other))]


def _plain(text: str) -> str:
    return UNSEEN.sub("", unicodedata.normalize("NFC", text))


def _words(text: str) -> list[tuple[str, int, int]]:
    """Each word as compared, and where it stands."""
    found = [(_compared(match[0]), match.start(), match.end()) for match in _WORD.finditer(text)]
    return [word for word in found if word[0]]


@lru_cache(maxsize=65_536)
def _compared(word: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return "".join(c for c in anyascii(bare).casefold() if c.isalnum())
