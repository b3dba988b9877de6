"""A name taken apart into words, each with everything that comparing and searching needs.

Rules: hyphens and apostrophes join (Magomed-Ragimov, Mug'amed) but each half can be found alone;
oğlu, qızı and their like are dropped and the word before them is the father's name; so is a word in
-ovich or -ovna; articles and particles (al-, ibn) are dropped; a letter, or a few with a full stop, is an
initial (B., Дж.).
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from cases.text.romanisation import has_arabic, is_azerbaijani_cyrillic, normalised
from cases.text.sounds import arabic_skeletons, deletions, readings, skeleton, smoothed

# Longer words are no names; the limit keeps hostile input cheap.
MAX_WORD, MAX_WORDS = 40, 24

APOSTROPHES = "'’‘ʼʻ`´ʹʿʾ′＇ˈ"
_HYPHENS = re.compile("[-\u2010\u2011\u00ad\u05be]")
_JOINED = str.maketrans("", "", APOSTROPHES)
_WORD = re.compile(rf"[^\W_][\w{APOSTROPHES}\u2010\u2011-]*\.?")

# Son of, daughter of: Azerbaijani in both alphabets, Turkish, Russian and English spellings.
_CHILD_OF = frozenset(
    "oğlu oglu oghlu oqlu uğlu oğli qızı qizi kızı kizi gizi ghizi kyzy gyzy qyzy oglı оглу оглы оғлу угли "
    "гызы кызы кизи қызы гизи оглї".replace("ı", "i").split()
)
_FATHERS_NAME = re.compile(
    r".{2,}(?:ovich|evich|ovna|evna|ovych|ivna|ovic|evic|ович|евич|овна|евна|івна|івич|йович)"
)
_PARTICLE_LIST = "al el ul ur ud as ibn bin bint ben abu von van de da ал аль эль ибн бин оль ال ابن بن"
_PARTICLES = frozenset(_PARTICLE_LIST.split())
_ARABIC_ARTICLE = re.compile("^ال(?=.{3})")


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """One word of a name. ``forms`` are its strict forms, ``codes`` its sounds with all vowels."""

    text: str
    codes: str
    forms: tuple[str, ...]
    skeletons: tuple[str, ...]
    arabic: bool = False
    fathers_name: bool = False
    initial: bool = False
    halves: tuple["Word", ...] = field(default=())

    @property
    def keys(self) -> set[str]:
        """What search looks up: skeletons with their deletions, of the whole and of each half."""
        keys = set().union(*(deletions(text) for text in self.skeletons))
        return keys.union(*(half.keys for half in self.halves))


@lru_cache(maxsize=65_536)
def name_words(name: str) -> tuple[Word, ...]:
    """The words of a name, in order, without markers and particles."""
    text = normalised(name[: MAX_WORD * MAX_WORDS])
    azerbaijani = is_azerbaijani_cyrillic(text)
    raw = [match[0] for match in _WORD.finditer(text)][:MAX_WORDS]
    words: list[Word] = []
    for position, piece in enumerate(raw):
        bare = piece.rstrip(".").translate(_JOINED)
        if not bare or _is_dropped(bare, alone=len(raw) == 1):
            continue
        following = raw[position + 1].translate(_JOINED) if position + 1 < len(raw) else ""
        halves = [half for half in _HYPHENS.split(bare) if half]
        if len(halves) > 1 and halves[-1] in _CHILD_OF:
            halves, following = halves[:-1], halves[-1]
        words.append(
            _word(
                [half for half in halves if half not in _PARTICLES] or halves,
                azerbaijani=azerbaijani,
                fathers_name=following in _CHILD_OF or _FATHERS_NAME.fullmatch(bare) is not None,
                initial=len(bare) == 1 or (piece.endswith(".") and len(bare) <= 3),
            )
        )
    return tuple(words)


def joined(one: Word, other: Word) -> Word:
    """Two neighbours written as one word: Gül Ağa, Gülağa."""
    return _joined(one.text, other.text)


@lru_cache(maxsize=16_384)
def _joined(one: str, other: str) -> Word:
    return _word([one + other], azerbaijani=is_azerbaijani_cyrillic(one + other))


def _is_dropped(bare: str, *, alone: bool) -> bool:
    return not alone and (bare in _CHILD_OF or bare in _PARTICLES)


def _word(halves: list[str], *, azerbaijani: bool, fathers_name: bool = False, initial: bool = False) -> Word:
    text = "".join(halves)[:MAX_WORD]
    parts = tuple(_word([half], azerbaijani=azerbaijani) for half in halves) if len(halves) > 1 else ()
    arabic = has_arabic(text)
    if arabic:
        text = _ARABIC_ARTICLE.sub("", text)
    codes = smoothed(text, azerbaijani)
    forms = (codes,) if arabic else readings(codes)
    skeletons = arabic_skeletons(codes) if arabic else tuple(dict.fromkeys(skeleton(form) for form in forms))
    return Word(
        text=text,
        codes=codes,
        forms=forms,
        skeletons=tuple(text for text in skeletons if text),
        arabic=arabic,
        fathers_name=fathers_name,
        initial=initial,
        halves=parts,
    )
