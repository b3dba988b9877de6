"""A name taken apart into words, each with everything that comparing and searching needs.

Rules: hyphens and apostrophes join (Magomed-Ragimov, Mug'amed) but each half can be found alone;
oğlu, qızı and their like are dropped and the word before them is the father's name; so is a word in
-ovich or -ovna; articles and particles (al-, ibn) are dropped; a letter, or a few with a full stop, is an
initial (B., Дж.).
"""

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from cases.text.arabic_spelling import arabic_forms, arabic_skeletons
from cases.text.european_spellings import english_spellings
from cases.text.given_names import equivalents_of
from cases.text.romanisation import has_arabic, is_azerbaijani_cyrillic, normalised
from cases.text.sounds import CLASSES, deletions, readings, skeletons, smoothed, vowelled

# Longer words are no names; the limit keeps hostile input cheap.
MAX_WORD, MAX_WORDS = 40, 24

APOSTROPHES = "'’‘ʼʻ`´ʹʿʾ′＇ˈ"
_HYPHENS = re.compile("[-\u2010\u2011\u00ad\u05be]")
_JOINED = str.maketrans("", "", APOSTROPHES)
_WORD = re.compile(rf"[^\W_][\w{APOSTROPHES}\u2010\u2011-]*\.?")

# Son of, daughter of: Azerbaijani in both alphabets, Turkish, Russian and English spellings.
CHILD_OF = frozenset(
    "oğlu oglu oghlu oqlu uğlu oğli qızı qizi kızı kizi gizi ghizi kyzy gyzy qyzy oglı оглу оглы оғлу угли "
    "гызы кызы кизи қызы гизи оглї ძე ასული".replace("ı", "i").split()
)
_CHILD_OF_BEHIND = re.compile(f"(?<=...)(?:{'|'.join(sorted(CHILD_OF, key=len, reverse=True))})$")
# In -ovich and its like; a surname may end so, too (Шостакович), so that it takes three words to tell.
FATHERS_NAME = re.compile(
    r".{2,}(?:[oe]vich|[oe]vna|ovych|yovych|ivna|[oe]vi[cç]|ович|евич|овна|евна|івна|івич|йович|[ае]віч|[ао]ўна|еўна|"
    r"ովիչ|ևիչ|ովնա|ևնա|ოვიჩი?|ევიჩი?|ოვნა|ევნა|[وي]فيتش|[وی]ویچ|وفنا|يفنا|وونا|ونا)"
)
_PARTICLE_LIST = "al el ul ur ud as ibn bin bint ben abu von van de da ал аль эль ибн бин оль ال ابن بن آل"
# Written apart in Arabic script, but part of the name before: عبد الله, أبو الفضل, رضا زاده, داود أوغلو, علی اف.
_ARABIC_TAIL_LIST = "الله الدين الدین زاده زادة زادا أوغلو اوغلو اوغلی اف اوف ایف اوا نژاد نجاد پور خان"
_ARABIC_TAILS = frozenset(_ARABIC_TAIL_LIST.split())
_ARABIC_HEADS = frozenset(["عبد", "أبو", "ابو"])
_PARTICLES = frozenset(_PARTICLE_LIST.split())


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """One word of a name. `forms` are its strict forms, `codes` its sounds, `vowelled` their readings."""

    text: str
    codes: str
    forms: tuple[str, ...]
    skeletons: tuple[str, ...]
    vowelled: tuple[str, ...] = ()
    arabic: bool = False
    fathers_name: bool = False
    initial: bool = False
    halves: tuple["Word", ...] = field(default=())
    equivalents: frozenset[int] = frozenset()
    also: tuple["Word", ...] = field(default=())
    """What it may be besides: of a European spelling the English one; a father's name with oğlu, or without."""

    @property
    def keys(self) -> set[str]:
        """What search looks up: skeletons with their deletions, of the whole, of each half, and of what it may be."""
        keys = set().union(*(deletions(text) for text in self.skeletons))
        keys |= {f"@{number}" for number in self.equivalents}
        return keys.union(*(each.keys for each in (*self.halves, *self.also)))


@lru_cache(maxsize=16_384)
def name_words(name: str) -> tuple[Word, ...]:
    """The words of a name, in order, without markers and particles."""
    text = normalised(name[: MAX_WORD * MAX_WORDS])
    azerbaijani = is_azerbaijani_cyrillic(text)
    raw = _with_tails([match[0] for match in _WORD.finditer(text)][:MAX_WORDS])
    fathers = _fathers_names(raw)
    words: list[Word] = []
    for position, piece in enumerate(raw):
        bare = piece.rstrip(".").translate(_JOINED)
        if not bare or _is_dropped(bare, alone=len(raw) == 1):
            continue
        halves = [half for half in _HYPHENS.split(bare) if half]
        if len(halves) > 1 and halves[-1] in CHILD_OF:
            halves = halves[:-1]
        initial = len(bare) == 1 or (piece.endswith(".") and len(bare) <= 3)
        word = _word(
            tuple(half for half in halves if half not in _PARTICLES) or tuple(halves),
            azerbaijani,
            fathers_name=position in fathers,
            initial=initial,
        )
        following = raw[position + 1] if position + 1 < len(raw) else ""
        words.append(word if initial else _with_others(word, following, azerbaijani))
    return tuple(words)


def _with_others(word: Word, following: str, azerbaijani: bool) -> Word:
    """The word with what it may be besides: Achmetow, Akhmetov; Çinarə oğlu, Çinarəoğlu."""
    others = list(english_spellings(word.text)) if not word.arabic else []
    if word.fathers_name and following.rstrip(".") in CHILD_OF:
        others.append(word.text + following.rstrip("."))
    elif (ending := _CHILD_OF_BEHIND.search(word.text)) and not word.halves:
        others.append(word.text[: ending.start()])
    return replace(word, also=tuple(_word((each,), azerbaijani) for each in others)) if others else word


def _with_tails(raw: list[str]) -> list[str]:
    """Words of Arabic script with what belongs to them written together."""
    if not any(word in _ARABIC_TAILS or word in _ARABIC_HEADS for word in raw):
        return raw
    together: list[str] = []
    for word in raw:
        if together and (word in _ARABIC_TAILS or together[-1] in _ARABIC_HEADS):
            together[-1] += word
        else:
            together.append(word)
    return together


def _fathers_names(raw: list[str]) -> set[int]:
    """Positions of fathers' names: before oğlu and its like, or one of three and more words that ends in -ovich."""
    bare = [piece.rstrip(".").translate(_JOINED) for piece in raw]
    found = {at for at, following in enumerate(bare[1:]) if following in CHILD_OF}
    found |= {
        at
        for at, word in enumerate(bare)
        if _HYPHENS.split(word)[-1] in CHILD_OF and len(_HYPHENS.split(word)) > 1
    }
    if not found and len(raw) > 2:
        endings = [at for at, word in enumerate(bare) if FATHERS_NAME.fullmatch(word)]
        # Дмитрий Дмитриевич Шостакович, but Шостакович Дмитрий Дмитриевич.
        found = set(endings[:1] if endings[:1] != [0] else endings[1:2])
    return found


def joined(one: Word, other: Word) -> Word:
    """Two neighbours written as one word: Gül Ağa, Gülağa."""
    return _joined(one.text, other.text)


def _joined(one: str, other: str) -> Word:
    return _word((one + other,), is_azerbaijani_cyrillic(one + other))


def _is_dropped(bare: str, *, alone: bool) -> bool:
    return not alone and (bare in CHILD_OF or bare in _PARTICLES)


def word_of_codes(codes: str, *, arabic: bool = False, fathers_name: bool = False, text: str = "") -> Word:
    """The word that has these sound codes; what a word of the dictionary is made of again."""
    forms = arabic_forms(codes) if arabic else readings(codes)
    found = (
        arabic_skeletons(codes, CLASSES) if arabic else [each for form in forms for each in skeletons(form)]
    )
    return Word(
        text=text or codes,
        codes=codes,
        forms=forms,
        skeletons=tuple(dict.fromkeys(each for each in found if each)),
        vowelled=() if arabic else vowelled(codes),
        arabic=arabic,
        fathers_name=fathers_name,
        equivalents=equivalents_of(forms),
    )


@lru_cache(maxsize=16_384)
def _word(
    halves: tuple[str, ...], azerbaijani: bool, fathers_name: bool = False, initial: bool = False
) -> Word:
    text = "".join(halves)[:MAX_WORD]
    arabic = has_arabic(text)
    word = word_of_codes(smoothed(text, azerbaijani), arabic=arabic, fathers_name=fathers_name, text=text)
    parts = tuple(_word((half,), azerbaijani) for half in halves) if len(halves) > 1 else ()
    return replace(word, initial=initial, halves=parts)
