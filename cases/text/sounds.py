"""When two spellings are one name: rules on the sound codes that `romanisation` makes.

Three strengths, from strict to loose:

`strict`     one letter a sound, vowels in three classes; two words are the *same* if they agree letter
               by letter, where a letter may stand for another only as `ALIKE` says.
`skeleton`   consonants alone, in eight classes, with a mark for a vowel in front; what search looks up.
`deletions`  a skeleton with any one letter left out, so that one wrong or missing letter is forgiven.

Each rule below names an example; most follow how Azerbaijani, Russian, Turkish and English papers are
seen to spell the same people.
"""

import re
from functools import lru_cache
from itertools import islice, product

from cases.text.arabic_spelling import clustered
from cases.text.romanisation import has_arabic, romanised

# Rules in order: (pattern, replacement, example).
_RULES = [
    (r"([^aeiouø])\1+", r"\1", "doubled consonants are one: Məmmədov, Мамедов; Huss-, Hus-"),
    (r"([aou])\1+", r"\1", "doubled vowels are one: Saadət, Sadat"),
    (r"^y([eø])", r"\1", "ye- at the beginning: Yevgeni, Evgeni"),
    (r"[iy]*i[iy]*", "i", "iy, yi, yy is one i: Əliyev, Aliev; -skiy, -ski"),
    (r"(?<=[^aeiouøy])y(?=[aeouø])", "", "y that softens a consonant: Kyamran, Kamran; Кямран"),
    (r"ian(?=$|ts)", "an", "Armenian -ian, -yan: Sarkisian, Sarkisyan"),
    (r"(?<=[aeiouø])y(?=[aeouø])", "", "y between vowels: Ağayev, Agaev"),
    (r"y", "i", "any other y is a vowel: Huseyn, Husein; Yusif"),
    (
        r"m[aeou][hxχgğ][aeou]?m[aeio]?[dt]",
        "mahamat",
        "Muhammad, Mohammed, Mehmed, Məhəmməd, Магомед, Мугьамед",
    ),
    (r"şç", "ş", "щ by its letters: Kruşçev, Хрущёв"),
    (r"au$", "av", "Belarusian -au: Bykau, Быкаў"),
    (r"vh(?=[aeiou])", "v", "Armenian Hovhannes, Ованес"),
    (r"(?<=[aeiou])ĵ$", "y", "German, Polish -j: Sergej, Sergei"),
    (r"llah$|lah$", "la", "silent h at the end: Abdullah, Абдулла"),
    (r"eh$", "e", "silent h at the end: -zadeh, -zadə"),
]
_RULES = [(re.compile(pattern), replacement) for pattern, replacement, _example in _RULES]

# Three classes of vowels: Səmədov, Samadov, Semedov; Hasanli, Гасанлы; Şükürov, Shukurov.
_VOWELS = str.maketrans("aeiyouø", "aaiiooø")
# At the end voice is lost and g, k, q are one: Əhməd, Ahmet; Zeynəb, Zeynep; -ov, -off; Tofiq, Tofik.
_LAST = {"d": "t", "b": "p", "f": "v", "g": "q", "k": "q"}

# Pairs of codes that may stand for one sound in two spellings of one name.
_ALIKE_PAIRS = {
    "gh": "Гасанов, Həsənov",
    "gğ": "Агаев, Ağayev",
    "gq": "Gasimov, Qasımov",
    "kq": "Курбанов, Qurbanov",
    "ğq": "Garabagh, Qarabağ",
    "hx": "Бахруз, Bəhruz; Halilov, Xəlilov",
    "jĵ": "Джамиль, Jamil",
    "žĵ": "Жаля, Jalə",
    "jć": "Джамиль, Cəmil",
    "jĉ": "Неджмеддин, Nəcməddin",
    "çć": "Çələbi, Celebi",
    "çĉ": "Göyçay, Goycay",
    "kĉ": "Виктор, Victor",
    "ćĵ": "Cəmil, Jamil",
    "ĉĵ": "Nəcməddin, Najmaddin",
    "ćĉ": "Hacıyev, Hacyev",
    "aø": "Федор, Фёдор",
    "oø": "Fyodor, Фёдор",
}
ALIKE = frozenset(pair for a, b in _ALIKE_PAIRS for pair in ((a, b), (b, a)))

# Classes of consonants for search: what writers of different languages confuse.
CLASSES = str.maketrans(
    {
        **dict.fromkeys("gğkqhx", "k"),  # Həsənov, Гасанов, Khasanov; Qurbanov, Kurbanov
        **dict.fromkeys("td", "t"),
        **dict.fromkeys("pb", "p"),
        **dict.fromkeys("vf", "f"),
        **dict.fromkeys("szşcZ", "s"),  # Ramiz, Ramis; Sukurov for Şükürov
        **dict.fromkeys("jžĵćĉç", "j"),
        **dict.fromkeys("aioø", ""),
    }
)
_CLASSED = {letter: kind for letter, kind in CLASSES.items() if kind} | {ord("ø"): "o"}
_VOWEL_LETTERS = frozenset("aioø")

# What codes with several sounds may mean, the likeliest first.
_READINGS = {"χ": ("x", "ks"), "δ": ("dz", "d"), "τ": ("c", "t"), "φ": ("p", "f")}
_SEVERAL = re.compile(f"([{''.join(_READINGS)}])")
MOST_READINGS = 4

_READABLE = str.maketrans(
    {
        "δ": "dz",
        "τ": "ts",
        "φ": "p",
        "ş": "sh",
        "ç": "ch",
        "ž": "zh",
        "c": "ts",
        "x": "kh",
        "χ": "x",
        "ğ": "gh",
        "ĵ": "j",
        "ć": "c",
        "ĉ": "c",
        "ø": "e",
    }
    | {"A": "a", "W": "v", "Y": "y", "H": "a", "Z": "z"}
)


def readable(codes: str) -> str:
    """Codes as plain ASCII, to show or to compare exactly: `şükür` → `shukur`."""
    return codes.translate(_READABLE)


@lru_cache(maxsize=2_048)
def smoothed(word: str, azerbaijani: bool = False) -> str:
    """The codes of one normalised word after the rules, vowels still apart; Arabic script keeps its own."""
    codes = romanised(word, azerbaijani=azerbaijani)
    if has_arabic(word):
        return clustered(codes)
    for pattern, replacement in _RULES:
        codes = pattern.sub(replacement, codes)
    return codes


def open_readings(codes: str) -> tuple[str, ...]:
    """Smoothed codes with their vowels in classes, the end untouched, as a word that may go on.

    A code that means several sounds gives a reading for each: Xəlilov and Maxim; four readings at most.
    """
    return _read(codes.translate(_VOWELS))


def readings(codes: str) -> tuple[str, ...]:
    """Strict forms of smoothed codes: `open_readings` with the voice at the end lost."""
    return tuple(_closed(form) for form in open_readings(codes))


def vowelled(codes: str) -> tuple[str, ...]:
    """Strict forms with each vowel as it is, for scripts that write some vowels and not others."""
    return tuple(_closed(form) for form in _read(codes))


def _read(codes: str) -> tuple[str, ...]:
    if not _SEVERAL.search(codes):
        return (codes,)
    parts = [_READINGS.get(part, (part,)) for part in _SEVERAL.split(codes)]
    return tuple("".join(reading) for reading in islice(product(*parts), MOST_READINGS))


def _closed(form: str) -> str:
    return form[:-1] + _LAST.get(form[-1], form[-1]) if form else form


def are_alike(one: str, other: str) -> bool:
    """Whether two strict forms agree letter by letter."""
    if one == other:
        return True
    return len(one) == len(other) and all(a == b or (a, b) in ALIKE for a, b in zip(one, other, strict=True))


def begins_alike(word: str, strict: str) -> bool:
    """Whether the open reading `word` begins with the strict form: Самада begins with Səməd."""
    return len(word) >= len(strict) and are_alike(_closed(word[: len(strict)]), strict)


def skeleton(strict: str) -> str:
    """Consonant classes of a strict form; a vowel in front is marked: `abilov` → `aplf`."""
    mark = "a" if strict[:1] in _VOWEL_LETTERS else ""
    return mark + strict.translate(CLASSES)


def skeletons(strict: str) -> tuple[str, ...]:
    """All skeletons a form may be looked up by: h in front may be silent (Hakob, Акоп), u may be v (Уладзімір)."""
    found = [skeleton(strict)]
    if strict[:1] == "h" and strict[1:2] in _VOWEL_LETTERS:
        found.append(skeleton(strict[1:]))
    elif strict.startswith("ol"):
        found.append(skeleton("v" + strict[1:]))
    return tuple(found)


def loose(strict: str) -> str:
    """A strict form with its consonants in classes and its vowels kept: equal for all that may be alike."""
    return strict.translate(_CLASSED)


def deletions(skeleton_text: str) -> set[str]:
    """The skeleton and, if it has three letters or more, all that lack one of them."""
    if len(skeleton_text) < 3:
        return {skeleton_text}
    return {skeleton_text} | {skeleton_text[:i] + skeleton_text[i + 1 :] for i in range(len(skeleton_text))}
