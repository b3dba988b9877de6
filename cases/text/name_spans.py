"""Where a text writes somebody's name, letter by letter, so that something can stand in its place.

`mentions.find_names` warns, and rather once too often. What is found here is taken out of a public text, so that it
forgives the same things (script, spelling, order, case, fathers' names) but not those that make it another name: an
ending that makes a surname of a given name, another father, a neighbour the word belongs to.

A name is *whole* where two of its words stand together, one of which can be its surname. A surname *alone* tells of
one of many; whoever asks decides whom it means.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise, permutations

from cases.text.mentions import SURNAME, WINDOW, TextWord, text_word
from cases.text.name_words import CHILD_OF, FATHERS_NAME, MAX_WORD, Word, name_words
from cases.text.sought_name import SoughtName, fits, sought
from cases.text.sounds import begins_alike
from cases.text.spelled_text import Spelled, SpelledText

_TITLE_LIST = (
    "mr mrs ms dr prof sir lady judge president minister lawyer cənab xanım hakim müəllim vəkil professor doktor "
    "господин госпожа гражданин гражданка судья адвокат депутат президент министр доктор профессор"
)
_TITLES = frozenset(_TITLE_LIST.split())
_PART = re.compile(r"[^/?&=#]+")
_NO_LETTERS = re.compile(r"[\W_\d]+")
_QUOTED = re.compile(r"[(\[\"'«“„‘]")


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` to `end` of a text stands a name, `whole` or a surname alone.

    `beside`: the word next to a surname that may make it somebody else's; `begins`: that word has its capital from
    where it stands, as at the beginning of a sentence. `other`: it is somebody else's for sure, by another initial.
    """

    start: int
    end: int
    name: str
    whole: bool
    beside: str = ""
    begins: bool = False
    other: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """The word `word` of a name stands from `first` to `last` of a text's words."""

    first: int
    last: int
    word: int


class SoughtNames:
    """Names of one person, to be found in many texts."""

    def __init__(self, names: Iterable[str]):
        self._sought = [sought(name) for name in dict.fromkeys(names) if name_words(name)]

    def spans(self, text: str) -> list[Span]:
        """Where the text has them, in order, none over another: whole names first, then surnames alone."""
        if not self._sought or not text:
            return []
        spelled = SpelledText(text)
        found: list[Span] = []
        for each in self._sought:
            found += _whole(each, spelled)
        found = _without_overlaps(found)
        alone = [span for each in self._sought for span in _alone(each, spelled)]
        return _without_overlaps([*found, *alone])

    def are_spelled_by(self, words: SpelledText) -> list[Span]:
        """The same for the words of an address, where no capital tells a name and words are written together."""
        found = [span for each in self._sought for span in _whole(each, words, address=True)]
        found += [span for each in self._sought for span in _within(each, words)]
        found += [span for each in self._sought for span in _in_consonants(each, words)]
        alone = [span for each in self._sought for span in _alone(each, words)]
        return _without_overlaps([*_without_overlaps(found), *alone])


def _without_overlaps(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (not span.whole, span.start - span.end)):
        touching = [other for other in kept if other.start < span.end and span.start < other.end]
        if not touching:
            kept.append(span)
        elif span.whole and all(other.whole for other in touching):
            start, end = min(s.start for s in [*touching, span]), max(s.end for s in [*touching, span])
            kept = [other for other in kept if other not in touching]
            kept.append(replace(span, start=start, end=end))
    return sorted(kept, key=lambda span: span.start)


# -- whole names ------------------------------------------------------------------------------------------------------


def _whole(sought: SoughtName, text: SpelledText, *, address: bool = False) -> list[Span]:
    found = [
        Span(word.start, word.end, sought.text, whole=True)
        for word in text.words
        if any(fits(word.readings, both) for both in sought.together)
    ]
    if not sought.enough:
        return found
    places = _places(sought, text)
    taken = -1
    for at, place in enumerate(places):
        if place.first <= taken:
            continue
        group = _group(sought, text, places, at, address=address)
        if group and _may_be_meant(sought, text, group, address=address):
            found += _pieces(sought, text, group)
            taken = group[-1].last
    return found


def _places(sought: SoughtName, text: SpelledText) -> list[_Place]:
    places = []
    for at, word in enumerate(text.words):
        for number, ways in enumerate(sought.words):
            if any(fits(word.readings, way) for way in ways):
                places.append(_Place(at, at, number))
            elif at and word.is_joined and any(fits(text.joined(at), way) for way in ways):
                places.append(_Place(at - 1, at, number))
    return sorted(places, key=lambda place: (place.first, place.last))


def _group(
    sought: SoughtName, text: SpelledText, places: list[_Place], at: int, *, address: bool
) -> list[_Place]:
    """Places from the one at `at` on that together are enough, as many as stand together; empty if they are not."""
    group, best = [places[at]], []
    for place in places[at + 1 :]:
        if place.first - group[-1].last > WINDOW + 1:
            break
        if place.word in {other.word for other in group} or place.first <= group[-1].last:
            continue
        if not _may_part(sought, text, group[-1].last + 1, place.first, address=address):
            break
        group.append(place)
        if any(words <= {other.word for other in group} for words in sought.enough):
            best = [*group]
    return best


def _may_part(sought: SoughtName, text: SpelledText, begin: int, end: int, *, address: bool) -> bool:
    """Whether the words from `begin` to before `end` may stand between two words of one name."""
    between = text.words[begin:end]
    if address or _is_attached(sought, text, begin, end):
        return True
    return not text.is_all_small and all(word.capital is False for word in between)


def _is_attached(sought: SoughtName, text: SpelledText, begin: int, end: int) -> bool:
    """Whether all of these words belong to the name: initials, fathers' names, what is set between quotes."""
    return all(
        _is_fathers(sought, text, at) or _is_initial(text.words[at]) or _QUOTED.search(text.words[at].before)
        for at in range(begin, end)
    )


def _is_initial(word: Spelled) -> bool:
    return len(word.text) == 1 and word.capital is not False


def _is_fathers(sought: SoughtName, text: SpelledText, at: int) -> bool:
    """Whether a word is a father's name or says whose child somebody is."""
    word = text.words[at]
    if word.text in CHILD_OF:
        return True
    following = text.words[at + 1].text if at + 1 < len(text.words) else ""
    if following in CHILD_OF or (word.capital and FATHERS_NAME.fullmatch(word.text)):
        return True
    return any(fits(word.readings, father) for father in sought.fathers)


def _may_be_meant(sought: SoughtName, text: SpelledText, group: list[_Place], *, address: bool) -> bool:
    if address:
        return True
    first, last = group[0].first, group[-1].last
    return (
        _has_capitals(text, group)
        and not _has_another_father(sought, text, first, last)
        and not (_is_loose(sought, text, group) and _is_claimed(text, first, last))
    )


def _has_capitals(text: SpelledText, group: list[_Place]) -> bool:
    """Names have capitals, unless nothing in the text has, or a surname can be nothing else; of a word that is parted
    at the end of a line its beginning."""
    words = [text.words[place.first] for place in group]
    if text.is_all_small or all(word.capital is not False for word in words):
        return True
    return any(SURNAME.match(form) for word in words for reading in word.readings for form in reading.forms)


def _has_another_father(sought: SoughtName, text: SpelledText, first: int, last: int) -> bool:
    if not sought.fathers:
        return False
    for at in range(first, min(last + 2, len(text.words))):
        word = text.words[at]
        following = text.words[at + 1].text if at + 1 < len(text.words) else ""
        if following in CHILD_OF or (word.capital and FATHERS_NAME.fullmatch(word.text)):
            return not any(_is_of_father(word, father) for father in sought.fathers)
    return False


def _is_of_father(word: Spelled, father: Word) -> bool:
    """Həsən, Гасан, Гасанович."""
    return fits(word.readings, father) or any(
        begins_alike(written, form)
        for reading in word.readings
        for written in reading.forms
        for form in father.forms
    )


def _is_loose(sought: SoughtName, text: SpelledText, group: list[_Place]) -> bool:
    """Whether other words, or a comma, part the words of a name."""
    return any(
        not _is_attached(sought, text, one.last + 1, other.first)
        or text.words[other.first].before.strip(" -.\u2010\u2011")
        for one, other in pairwise(group)
    )


def _is_claimed(text: SpelledText, first: int, last: int) -> bool:
    """Whether the first or the last word belongs to a name before or after: “Kamran Samadov, Bahruz Aliyev”."""
    before = first > 0 and text.words[first].follows_directly and text.words[first - 1].capital
    after = (
        last + 1 < len(text.words) and text.words[last + 1].follows_directly and text.words[last + 1].capital
    )
    return bool(before or after)


def _pieces(sought: SoughtName, text: SpelledText, group: list[_Place]) -> list[Span]:
    """One span, or more where other words stand between; with initials and fathers' names that belong to it."""
    pieces: list[list[int]] = []
    for place in group:
        if pieces and _is_attached(sought, text, pieces[-1][1] + 1, place.first):
            pieces[-1][1] = place.last
        else:
            pieces.append([place.first, place.last])
    pieces[0][0] = _extended_left(sought, text, pieces[0][0])
    pieces[-1][1] = _extended_right(sought, text, pieces[-1][1])
    return [
        Span(text.words[first].start, text.words[last].end, sought.text, whole=True) for first, last in pieces
    ]


def _extended_left(sought: SoughtName, text: SpelledText, first: int) -> int:
    while first and _is_initial(text.words[first - 1]) and not text.words[first].before.strip(" ."):
        if not _is_own_initial(sought, text.words[first - 1]):
            break
        first -= 1
    return first


def _extended_right(sought: SoughtName, text: SpelledText, last: int) -> int:
    while last + 1 < len(text.words) and text.words[last + 1].before.strip() in ("", "-"):
        if not _is_fathers(sought, text, last + 1):
            break
        last += 1
    return last


def _is_own_initial(sought: SoughtName, word: Spelled) -> bool:
    return any(form[:1] in sought.initials for reading in word.readings for form in reading.forms)


# -- surnames alone ---------------------------------------------------------------------------------------------------


def _alone(sought: SoughtName, text: SpelledText) -> list[Span]:
    found = []
    for at, word in enumerate(text.words):
        if word.capital is False and not text.is_all_small:
            continue
        if any(fits(word.readings, each, strict=True) for each in sought.alone):
            found.append(_lone_span(sought, text, at))
    return found


def _lone_span(sought: SoughtName, text: SpelledText, at: int) -> Span:
    word = text.words[at]
    span = Span(word.start, word.end, sought.text, whole=False)
    before = text.words[at - 1] if at else None
    if before and _is_initial(before) and word.before.strip() in ("", "."):
        if not _is_own_initial(sought, before):
            return replace(span, other=True)
        return replace(span, start=text.words[_extended_left(sought, text, at)].start)
    if before and before.text in CHILD_OF:
        return replace(span, other=True)  # with a father's name, and yet not whole
    if before and _is_neighbour(before, word):
        return replace(span, beside=before.text, begins=before.begins_sentence or text.is_headline)
    after = text.words[at + 1] if at + 1 < len(text.words) else None
    if after and _is_neighbour(after, after) and not _is_fathers(sought, text, at + 1):
        return replace(span, beside=after.text, begins=text.is_headline)
    return span


def _is_neighbour(word: Spelled, second: Spelled) -> bool:
    """Whether a word directly beside, of which `second` is the later one, may be part of a name."""
    return bool(word.capital) and second.follows_directly and len(word.text) > 1 and word.text not in _TITLES


# -- addresses --------------------------------------------------------------------------------------------------------


def _within(sought: SoughtName, text: SpelledText) -> list[Span]:
    """Words that hold the whole name somewhere: freebahruzsamadov."""
    if len(sought.words) < 2:
        return []
    wanted = {
        _one_each("".join(forms))
        for pair in permutations(sought.words, 2)
        for one in pair[0]
        for other in pair[1]
        if not (one.arabic or other.arabic)
        for forms in ((one.forms[0], other.forms[0]),)
        if min(map(len, forms)) >= 3
    }
    return [
        Span(word.start, word.end, sought.text, whole=True)
        for word in text.words
        if any(
            each in _one_each(form)
            for each in wanted
            for reading in word.readings
            if not reading.arabic
            for form in reading.forms
        )
    ]


def _one_each(form: str) -> str:
    """A form with voice and doubled letters lost, as where words are written together."""
    return re.sub(r"(.)\1", r"\1", form.translate(str.maketrans("dbzv", "tpsf")))


# So many consonants in a row are no accident.
MANY_CONSONANTS = 7


def consonants_together(sought: SoughtName, fewest: int = MANY_CONSONANTS) -> set[str]:
    """The consonants of two words of a name in one row, where they are so many at least."""
    rows = {
        one.skeletons[0].removeprefix("a") + other.skeletons[0].removeprefix("a")
        for pair in permutations(sought.words, 2)
        for one in pair[0]
        for other in pair[1]
        if one.skeletons and other.skeletons
    }
    return {row for row in rows if len(row) >= fewest}


def parts_of_address(address: str) -> list[tuple[int, int, TextWord]]:
    """Each part of an address between its slashes, where it begins and ends, and all its letters as one word."""
    parts = []
    for part in _PART.finditer(address):
        letters = _NO_LETTERS.sub("", part[0])
        if letters and len(letters) <= 2 * MAX_WORD:
            parts.append((*part.span(), text_word(letters, azerbaijani=False, longest=2 * MAX_WORD)))
    return parts


def _in_consonants(sought: SoughtName, text: SpelledText) -> list[Span]:
    """Parts of an address that hold the consonants of the whole name, its letters lost or parted: b-hruz-s-m-dov."""
    wanted = consonants_together(sought)
    return [
        Span(start, end, sought.text, whole=True)
        for start, end, word in parts_of_address(text.text)
        if any(row in skeleton for row in wanted for skeleton in word.skeletons)
    ]
