"""Words and names in running text: keys for searching words, and which names a text mentions.

`find_names` serves the scan for withheld names before a text is made public. A false alarm there costs
a second look, a miss may cost a person's safety, so it forgives scripts, case endings and word order.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from cases.text.arabic_spelling import arabic_skeletons, may_fit_arabic
from cases.text.name_words import APOSTROPHES, MAX_WORD, Word, name_words
from cases.text.romanisation import (
    has_arabic,
    has_cyrillic,
    is_azerbaijani_cyrillic,
    normalised,
    reads_otherwise_in_azerbaijani,
)
from cases.text.sounds import CLASSES, begins_alike, open_readings, skeletons, smoothed

_WORD = re.compile(rf"[^\W_]+(?:[{APOSTROPHES}][^\W_]+)*")
_JOINED = str.maketrans("", "", APOSTROPHES)
_HYPHENS = ("-", "\u2010", "\u2011")
# Also where a line ends behind the hyphen.
_JOINS = re.compile(r"[-\u2010\u2011]\s*")

# Word keys: the spellings of one sound take one letter; of two readings both keys are kept.
_KEY_LETTERS = str.maketrans("xĵćĉž", "hjjjj")
_KEY_READINGS = {"q": "kg", "ğ": "gh", "ø": "ao"}
_KEY_LAST = {"d": "t", "b": "p", "f": "v"}
MAX_KEYS = 8

# Endings that a short name may carry, in strict sounds: Russian -а -у -ы -ом -ой -ами, Azerbaijani -ın -un
# -nın -a -da -dan -lar, English 's. Longer names may carry any ending of LONGEST_ENDING letters.
_ENDING_LIST = "a i o s om im am oi ai ami ax ov in on nin non ni no na ia da ta dan tan la lar ila"
ENDINGS = frozenset(_ENDING_LIST.split()) | {""}
LONGEST_ENDING = 4
LONG_ENOUGH = 5
# So many words more than the name has may stand between its parts ("Samadov, a researcher named Bahruz").
WINDOW = 3

# Endings that only surnames have; where no word of a name has one, each word may be the surname.
SURNAME = re.compile(r".{3,}(?:ova?|eva?|of|li|lu|zad[ea]|şvili|dze|ski|skaia|enko|kina?|oğlu|oglu)")
_ARABIC_PREFIX = re.compile("^[WbflkA]{1,2}l?(?=.{3})|^Al(?=.{3})")


def word_keys(text: str) -> set[str]:
    """Keys under which the words of a text are found in any of its spellings, one to a few a word.

    Vowels fall into three classes and voice at the end is lost, so that Derbent, Derbend, Дербент and
    Dərbənd meet; consonants stay, so that unrelated words seldom do.
    """
    text = normalised(text)
    azerbaijani = is_azerbaijani_cyrillic(text)
    return set().union(*(keys_of_word(word, azerbaijani) for word in words_of(text)))


def find_names(names: Iterable[str], text: str) -> set[str]:
    """Those of `names` that the text mentions, in whatever script and with whatever ending.

    A name is mentioned if all its words (initials and the father's name aside) stand near one another in
    any order, or if its surname stands alone and has five letters or more.
    """
    names = list(names)
    index = _Index(text if names else "")
    return {name for name in names if index.mentions(name_words(name))}


def words_of(normalised_text: str) -> list[str]:
    """The words of a normalised text, without apostrophes."""
    return [match[0].translate(_JOINED)[:MAX_WORD] for match in _WORD.finditer(normalised_text)]


@lru_cache(maxsize=2_048)
def keys_of_word(word: str, azerbaijani: bool) -> frozenset[str]:
    """The keys of one word. Texts repeat their words, so that this is remembered."""
    codes = smoothed(word, azerbaijani)
    if has_arabic(word):
        return frozenset({_ARABIC_PREFIX.sub("", codes) if codes.startswith("Al") else codes})
    ways = _KEY_READINGS | {"g": "gh"} if has_cyrillic(word) else _KEY_READINGS
    keys = set()
    for form in open_readings(codes):
        letters = form.translate(_KEY_LETTERS)
        letters = letters[:-1] + _KEY_LAST.get(letters[-1], letters[-1]) if letters else letters
        keys |= {
            "".join(key) for key in islice(product(*(ways.get(code, code) for code in letters)), MAX_KEYS)
        }
    return frozenset(keys)


@dataclass(frozen=True, slots=True, eq=False)
class TextWord:
    """How a word of a text may be read: its open forms, and their skeletons."""

    forms: tuple[str, ...]
    skeletons: tuple[str, ...]
    arabic: bool


@lru_cache(maxsize=4_096)
def text_word(word: str, azerbaijani: bool, longest: int = MAX_WORD) -> TextWord:
    """A normalised word of a text; `azerbaijani` as for `romanised`."""
    word = word.translate(_JOINED)[:longest]
    codes = smoothed(word, azerbaijani)
    arabic = has_arabic(word)
    forms = tuple({codes, _ARABIC_PREFIX.sub("", codes)}) if arabic else open_readings(codes)
    found = tuple(
        text
        for form in forms
        for text in (arabic_skeletons(form, CLASSES) if arabic else skeletons(form))
        if text
    )
    return TextWord(forms, found, arabic)


def spoken_words(text: str) -> Iterator[tuple[str, ...]]:
    """The words of a text, in order, each with what it makes with the one before where a hyphen joins them."""
    if not any(hyphen in text for hyphen in _HYPHENS):
        yield from zip(_WORD.findall(text))
        return
    before: re.Match[str] | None = None
    for match in _WORD.finditer(text):
        joined = before and _JOINS.fullmatch(text, before.end(), match.start())
        yield (match[0], before[0] + match[0]) if joined else (match[0],)
        before = match


# Words are looked up by so many consonants; of what Arabic script leaves out, the first two are sure.
_BEGINNING, _ARABIC_BEGINNING = 8, 2
# Of pairs that may stand for one sound, the one in two classes: Виктор, Victor.
_ONE_CLASS = str.maketrans("j", "k")


def _beginning(skeleton: str) -> str:
    return skeleton[:2] + skeleton[2:_BEGINNING].translate(_ONE_CLASS)


def _beginnings(word: TextWord) -> set[str]:
    """Under which a word of a text is found."""
    longest = _ARABIC_BEGINNING if word.arabic else _BEGINNING
    return {_beginning(text)[:length] for text in word.skeletons for length in range(1, longest + 1)}


class _Index:
    """The words of a text, to be found by how they begin."""

    def __init__(self, text: str):
        text = normalised(text)
        self._by_beginning: dict[tuple[bool, str], list[tuple[TextWord, set[int]]]] = defaultdict(list)
        variants = (False, True) if is_azerbaijani_cyrillic(text) else (False,)
        matches = list(_WORD.finditer(text))
        places: dict[str, set[int]] = defaultdict(set)
        for position, match in enumerate(matches):
            places[match[0]].add(position)
            if position and _JOINS.fullmatch(text, matches[position - 1].end(), match.start()):
                places[matches[position - 1][0] + match[0]].add(position)
        for word, positions in places.items():
            for azerbaijani in variants:
                if azerbaijani and not reads_otherwise_in_azerbaijani(word):
                    continue
                entry = text_word(word, azerbaijani)
                for beginning in _beginnings(entry):
                    self._by_beginning[entry.arabic, beginning].append((entry, positions))

    def mentions(self, words: tuple[Word, ...]) -> bool:
        spoken = [word for word in words if not word.initial and not word.fathers_name] or list(words)
        if not spoken:
            return False
        if len(spoken) > 1 and self._stand_together(spoken):
            return True
        if len(words) == 1:
            return bool(self._positions(words[0]))
        return any(
            self._positions(word, strict=True)
            for word in surnames(spoken)
            if len(word.codes) >= LONG_ENOUGH or word.arabic
        )

    def _stand_together(self, words: list[Word]) -> bool:
        places = [self._positions(word) for word in words]
        if not all(places):
            return False
        reach = len(words) + WINDOW
        near = range(1 - reach, reach)
        rarest = min(places, key=len)
        return any(all(any(at + step in place for step in near) for place in places) for at in rarest)

    def _positions(self, word: Word, *, strict: bool = False) -> set[int]:
        """Where the word stands; unless `strict`, other vowels are forgiven in words with four consonants."""
        found: set[int] = set()
        sure = {text[:_ARABIC_BEGINNING] for text in word.skeletons}
        plain = sure if word.arabic else set(map(_beginning, word.skeletons))
        alike = [*((True, each) for each in sure), *((False, each) for each in plain)]
        for beginning in alike:
            for entry, positions in self._by_beginning.get(beginning, ()):
                if is_form_of(entry, word) or (not strict and is_near(entry, word)):
                    found |= positions
        return found


def surnames(words: list[Word]) -> list[Word]:
    """The words that can stand for the person alone: those with a surname's ending, or else all of them."""
    halves = [half for word in words for half in word.halves]
    candidates = [*words, *halves]
    return [word for word in candidates if SURNAME.fullmatch(word.codes)] or candidates


def is_form_of(entry: TextWord, word: Word) -> bool:
    """Whether a word of a text is this word of a name, with or without an ending, sound by sound."""
    if entry.arabic and word.arabic:
        return any(form.startswith(own) for form in entry.forms for own in word.forms)
    if entry.arabic:
        return any(may_fit_arabic(form, written) for form in word.forms for written in entry.forms)
    if word.arabic:
        # The ending, if there is one, is cut off letter by letter.
        return any(
            may_fit_arabic(form[: len(form) - cut], own)
            for own in word.forms
            for form in entry.forms
            for cut in range(min(LONGEST_ENDING, len(form) - 2))
        )
    return any(_is_inflected(written, form) for written in entry.forms for form in word.forms)


def _is_inflected(written: str, name: str) -> bool:
    """Whether `written` is `name` with or without an ending; a last vowel may give way to it."""
    stems = (name, name[:-1]) if name[-1:] in ("a", "i") and len(name) > 3 else (name,)
    for stem in stems:
        if begins_alike(written, stem):
            ending = written[len(stem) :]
            if ending in ENDINGS or (len(stem) >= LONG_ENOUGH and len(ending) <= LONGEST_ENDING):
                return True
    return False


def is_near(entry: TextWord, word: Word) -> bool:
    """Whether they are alike but for their vowels, where four consonants agree."""
    return any(
        len(text) >= 4 and written.startswith(text) and len(written) - len(text) <= 1
        for text in word.skeletons
        for written in entry.skeletons
    )
