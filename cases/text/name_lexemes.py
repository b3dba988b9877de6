"""Words of texts as lexemes of a full-text index, and the question in which texts a name may stand.

A word gives a lexeme of its sounds with vowels (`L`), one of its consonants (`S`), in Arabic script of the consonants
it may have (`A`), and in an address of every end of its consonants (`U`), all by the classes of `sounds.py`. Endings
come last, so that the question is for beginnings. Whatever `name_spans.py` finds, the question finds the text of, and
`name_spans.py` then judges the few.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, combinations

from cases.text.addresses import IN_TEXT, decoded
from cases.text.mentions import spoken_words, text_word
from cases.text.name_spans import consonants_together, parts_of_address
from cases.text.name_words import Word
from cases.text.romanisation import is_azerbaijani_cyrillic, normalised
from cases.text.sought_name import SoughtName, fleeting
from cases.text.sounds import loose

# Positions above this are all the same to PostgreSQL.
MOST_WORDS = 16_000
MOST_TIMES = 250
# Between the last word of a text and the first of the next, so that no name stands across.
_GAP = 12
# Of three words two may be the name, with others between.
_REACH = 8
_NEAR_FROM = 4
_SHORT = 200
# Ends of parts of addresses have so many consonants at least: a shorter name is found where it stands by itself.
_FEWEST_TOGETHER = 5


def vector(texts: Iterable[tuple[str, bool]]) -> str | None:
    """The lexemes of texts with their positions, as PostgreSQL reads a `tsvector`: one that stands in several places is
    there once for each. `texts` are given with whether each is an address. None where there are more than it holds:
    such a text has to be read itself."""
    told: list[str] = []
    places: list[tuple[str, ...]] = []
    at = 1
    for text, is_address in _with_addresses(texts):
        words = (_lexemes_of if len(text) > _SHORT else _remembered)(text, is_address)
        places += words
        # A case has hundreds of words: each is one text, not one more entry in a table of lexemes.
        told += [
            f"{f':{place} '.join(lexemes)}:{place}" for place, lexemes in enumerate(words, at) if lexemes
        ]
        at += len(words) - is_address + _GAP
    times = Counter(chain.from_iterable(places))
    if at > MOST_WORDS or max(times.values(), default=0) > MOST_TIMES:
        return None
    return " ".join(told)


def _lexemes_of(text: str, is_address: bool) -> list[tuple[str, ...]]:
    """The lexemes of each word of a text; of an address, at the end those of the ends of its parts."""
    text = normalised(decoded(text) if is_address else text)
    azerbaijani = is_azerbaijani_cyrillic(text)
    found = [
        _lexemes(words[0], azerbaijani)
        if len(words) == 1
        else tuple(lexeme for word in words for lexeme in _lexemes(word, azerbaijani))
        for words in spoken_words(text)
    ]
    return [*found, tuple(_ends_of_parts(text))] if is_address else found


# Places, courts and laws stand in thousands of documents.
_remembered = lru_cache(maxsize=4_096)(_lexemes_of)


def _with_addresses(texts: Iterable[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """The texts, and after each the addresses that stand in it, which say more when they are decoded."""
    for text, is_address in texts:
        yield text, is_address
        if not is_address:
            yield from ((match[0], True) for match in IN_TEXT.finditer(text))


@lru_cache(maxsize=16_384)
def _lexemes(word: str, azerbaijani: bool) -> tuple[str, ...]:
    """The lexemes of a normalised word, quoted. Texts repeat their words, so that this is remembered."""
    found: dict[str, None] = {}
    for reading in {text_word(word, each) for each in {False, azerbaijani}}:
        if reading.arabic:
            found |= {f"A{skeleton}": None for skeleton in reading.skeletons}
        else:
            found |= {f"L{loose(form)}": None for form in reading.forms}
            found |= {f"S{skeleton}": None for skeleton in reading.skeletons}
    return tuple(map(_quoted, found))


def _ends_of_parts(address: str) -> set[str]:
    return {
        _quoted(f"U{skeleton[start:]}")
        for _start, _end, part in parts_of_address(address)
        for skeleton in part.skeletons
        for start in range(len(skeleton) - _FEWEST_TOGETHER + 1)
    }


def whole(names: Iterable[SoughtName]) -> str:
    """The question (`tsquery`) in which texts one of these names may stand whole; empty if in none."""
    asked: dict[str, None] = {}
    for name in names:
        for enough in name.enough:
            for one, other in list(combinations(sorted(enough), 2))[:1]:
                asked[_beside(_any(name.words[one]), _any(name.words[other]))] = None
        if name.together:
            asked[_any(name.together)] = None
        asked |= {
            f"({_quoted('U' + each)}:*)": None for each in sorted(consonants_together(name, _FEWEST_TOGETHER))
        }
    return " | ".join(asked)


def alone(names: Iterable[SoughtName]) -> str:
    """The question in which texts a surname of these may stand, by itself or in a whole name."""
    words = {word.codes: word for name in names for word in name.alone}
    return _any(words.values(), near=False) if words else ""


def _beside(one: str, other: str) -> str:
    near = [
        f"{a} <{distance}> {b}" for a, b in ((one, other), (other, one)) for distance in range(1, _REACH + 1)
    ]
    return f"({' | '.join(near)})"


def _any(ways: Iterable[Word], *, near: bool = True) -> str:
    beginnings = sorted({lexeme for way in ways for lexeme in _beginnings(way, near=near)})
    shortest = [each for each in beginnings if not any(each != b and each.startswith(b) for b in beginnings)]
    return f"({' | '.join(f'{_quoted(each)}:*' for each in shortest)})"


def _beginnings(way: Word, *, near: bool) -> set[str]:
    found = {f"A{skeleton}" for skeleton in way.skeletons}
    if way.arabic:
        return found | {f"S{skeleton}" for skeleton in way.skeletons}
    for form, skeleton in zip(way.forms, way.skeletons, strict=False):
        if near and len(skeleton) >= _NEAR_FROM:
            found.add(f"S{skeleton}")
        else:
            stems = {
                form,
                form[:-1] if form[-1:] in ("a", "i") and len(form) > 3 else form,
                fleeting(form) or form,
            }
            found |= {f"L{loose(stem)}" for stem in stems}
    if near:
        found |= {f"S{skeleton}" for skeleton in way.skeletons if len(skeleton) >= _NEAR_FROM}
    return found


def _quoted(lexeme: str) -> str:
    doubled = lexeme.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"
