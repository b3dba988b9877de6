"""A name that is looked for in texts: what each of its words may be written as, and which of them are enough.

What a word of a text may have behind a name and still be it, and what makes it another name, is judged here; where in a
text a name stands, in `name_spans.py`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from cases.text.given_names import written_in
from cases.text.mentions import ENDINGS, LONG_ENOUGH, SURNAME, TextWord, is_form_of, is_near, surnames
from cases.text.name_words import Word, joined, name_words
from cases.text.sounds import begins_alike

# Endings that make another name of one that has no such ending itself: Səməd, Səmədov; Həsən, Həsənli, Гасанян.
_OTHER_NAME = re.compile(r"i?[oa]va?|li|lu|i?an|zad.*|oğlu|i?ski.*|şvil.*|[aeo]?nko")
_OTHER_NAME_IN_ARABIC = re.compile(r".*[WY]?f|zAd.|pWr|lW|lY")
# Павел, Павла: the last vowel of a name may fall out before an ending.
_FLEETING = re.compile(r"(..+)[ao]([^aeiouø])")
# Endings of Turkic languages add up: Səmədovlardandır.
_CHAIN = re.compile(r"(?:lar|gil)?(?:i?[mn]i?z?)?(?:s?i|n?in|i?ia|n?[ai]|d[ai]n?|da|la|ila)?(?:dir|mi|ki)?")


@dataclass(frozen=True, slots=True, eq=False)
class SoughtName:
    """A name to be found: what its words may be written as, and which of them are enough."""

    text: str
    words: tuple[tuple[Word, ...], ...]
    enough: tuple[frozenset[int], ...]
    together: tuple[Word, ...]
    alone: tuple[Word, ...]
    fathers: tuple[Word, ...]
    initials: frozenset[str]


@lru_cache(maxsize=4096)
def sought(name: str) -> SoughtName:
    """The name, taken apart."""
    words = name_words(name)
    spoken = [word for word in words if not word.initial and not word.fathers_name] or list(words)
    family = [at for at, word in enumerate(spoken) if any(SURNAME.fullmatch(w.codes) for w in _parts(word))]
    return SoughtName(
        name,
        tuple(_ways(word) for word in spoken),
        _enough(len(spoken), family),
        _together(spoken),
        tuple(word for word in surnames(spoken) if len(word.codes) >= LONG_ENOUGH or word.arabic),
        tuple(word for word in words if word.fathers_name),
        frozenset(first for word in words for first in _beginnings(word)),
    )


# Shorter names written as one word are other words as well: Li Na, line.
_LONG_TOGETHER = 8


def _together(spoken: Sequence[Word]) -> tuple[Word, ...]:
    """A name of two words as one word, as in a hashtag."""
    if len(spoken) != 2:
        return ()
    both = (joined(spoken[0], spoken[1]), joined(spoken[1], spoken[0]))
    return tuple(word for word in both if len(word.codes) >= _LONG_TOGETHER)


def _parts(word: Word) -> tuple[Word, ...]:
    return (word, *word.halves)


def _ways(word: Word) -> tuple[Word, ...]:
    """A word of a name and what other languages have for it: Николай, Микола."""
    others = {written: None for line in word.equivalents for written in written_in(line)}
    return (word, *word.halves, *(other for written in others for other in name_words(written)[:1]))


def _enough(count: int, family: Sequence[int]) -> tuple[frozenset[int], ...]:
    """Which words of a name say the whole of it: two, one of them its surname; where none ends as a surname, all but
    one. A name of one word is never whole."""
    if count < 2:
        return ()
    if family:
        return tuple(frozenset({at, other}) for at in family for other in range(count) if other != at)
    return tuple(map(frozenset, combinations(range(count), max(2, count - 1))))


def _beginnings(word: Word) -> set[str]:
    return {form[:1] for form in word.forms} | {skeleton[:1] for skeleton in word.skeletons}


def fits(readings: Iterable[TextWord], word: Word, *, strict: bool = False) -> bool:
    """Whether a word of a text is this word of a name, in any of its readings; `strict`: with its own vowels."""
    return any(_is_word(reading, word, strict) for reading in readings)


@lru_cache(maxsize=262_144)
def _is_word(reading: TextWord, word: Word, strict: bool) -> bool:
    """Remembered, since the words of texts are few and come back; each is one object while it is remembered itself."""
    if not begin_alike(reading, word):
        return False
    if reading.arabic or word.arabic:
        return (is_form_of(reading, word) and not _is_other_arabic(reading, word)) or (
            not strict and is_near(reading, word)
        )
    judged = [_ending(written, form) for written in reading.forms for form in word.forms]
    fitting = [ending for ending in judged if ending is not None]
    if fitting:
        return any(not _OTHER_NAME.fullmatch(ending) or _is_surname(word) for ending in fitting)
    if any(_is_fleeting(written, form) for written in reading.forms for form in word.forms):
        return True
    return not strict and is_near(reading, word)


def begin_alike(reading: TextWord, word: Word) -> bool:
    """A quick look that leaves few words: the first two consonants."""
    beginnings = tuple(skeleton[:2] for skeleton in word.skeletons)
    return any(skeleton.startswith(beginnings) for skeleton in reading.skeletons)


def _is_surname(word: Word) -> bool:
    return SURNAME.fullmatch(word.codes) is not None


def _ending(written: str, name: str) -> str | None:
    """What `written` has behind the name; None if it is not the name. A last vowel gives way to an ending only."""
    stems = (name, name[:-1]) if name[-1:] in ("a", "i") and len(name) > 3 else (name,)
    for stem in stems:
        ending = written[len(stem) :]
        may_end = ending in ENDINGS or (len(stem) >= LONG_ENOUGH and _may_end(ending))
        if begins_alike(written, stem) and (ending or stem is name) and may_end:
            return ending
    return None


def _may_end(ending: str) -> bool:
    return len(ending) <= 4 or _CHAIN.fullmatch(ending) is not None


def fleeting(name: str) -> str | None:
    """A form of a name without the vowel that may fall out before an ending; None where none may."""
    found = _FLEETING.fullmatch(name) if len(name) >= 4 else None
    return found[1] + found[2] if found else None


def _is_fleeting(written: str, name: str) -> bool:
    stem = fleeting(name)
    if stem is None:
        return False
    ending = written[len(stem) :]
    return begins_alike(written, stem) and ending[:1] in tuple("aio") and ending in ENDINGS


def _is_other_arabic(reading: TextWord, word: Word) -> bool:
    if not (reading.arabic and word.arabic) or _is_surname(word):
        return False
    rests = [form[len(own) :] for form in reading.forms for own in word.forms if form.startswith(own)]
    return bool(rests) and all(_OTHER_NAME_IN_ARABIC.fullmatch(rest) for rest in rests if rest) and all(rests)
