"""When two spellings are one name: rules on the sound codes that ``romanisation`` makes.

Three strengths, from strict to loose:

``strict``     one letter a sound, vowels in three classes; two words are the *same* if they agree letter
               by letter, where a letter may stand for another only as ``ALIKE`` says.
``skeleton``   consonants alone, in eight classes, with a mark for a vowel in front; what search looks up.
``deletions``  a skeleton with any one letter left out, so that one wrong or missing letter is forgiven.

Each rule below names an example; most follow how Azerbaijani, Russian, Turkish and English papers are
seen to spell the same people.
"""

import re
from functools import lru_cache

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
_SKELETON = str.maketrans(
    {
        **dict.fromkeys("gğkqhx", "k"),  # Həsənov, Гасанов, Khasanov; Qurbanov, Kurbanov
        **dict.fromkeys("td", "t"),
        **dict.fromkeys("pb", "p"),
        **dict.fromkeys("vf", "f"),
        **dict.fromkeys("szşc", "s"),  # Ramiz, Ramis; Sukurov for Şükürov
        **dict.fromkeys("jžĵćĉç", "j"),
        **dict.fromkeys("aioø", ""),
    }
)
_VOWEL_LETTERS = frozenset("aioø")

_READABLE = str.maketrans(
    {
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
    | {"A": "a", "W": "v", "Y": "y", "H": "a"}
)

# Arabic script: how each of our codes may be written; "" where it need not be. Short vowels are not
# written, and a long vowel must stand where the word has such a vowel: ناظم is Nazim and not Nizami.
_IN_ARABIC = {
    code: forms.split()
    for code, forms in {
        "v": "W f v", "f": "f", "x": "x h", "g": "g k q ğ j h", "ğ": "ğ g q", "q": "q k g ğ", "k": "k q g",
        "p": "p b", "b": "b", "d": "d z", "t": "t d", "z": "z", "s": "s", "c": "ts s", "ş": "ş", "ç": "ç tş ş",
        "j": "j dj ç", "ĵ": "j ž dj", "ć": "j ç k", "ĉ": "j ç k", "ž": "ž j", "l": "l", "m": "m", "n": "n", "r": "r",
    }.items()
}  # fmt: skip
_IN_ARABIC |= {
    "a": ["", "A", "H", "Y", "h"],
    "i": ["", "Y"],
    "o": ["", "W"],
    "ø": ["", "W", "Y"],
    "h": ["", "h", "x"],
}
# Alef carries any vowel at the beginning, with or without the letter of the vowel.
_ARABIC_INITIAL_VOWEL = ["", "A", "AY", "AW", "Y", "W"]
# At the end strict forms have lost the voice that Arabic letters may keep.
_ARABIC_LAST = {"t": ["t", "d"], "p": ["p", "b"], "v": ["W", "f", "v"]}


def readable(codes: str) -> str:
    """Codes as plain ASCII, to show or to compare exactly: ``şükür`` → ``shukur``."""
    return codes.translate(_READABLE)


@lru_cache(maxsize=131_072)
def smoothed(word: str, azerbaijani: bool = False) -> str:
    """The codes of one normalised word after the rules, vowels still apart; Arabic script keeps its own."""
    codes = romanised(word, azerbaijani=azerbaijani)
    if has_arabic(word):
        return codes
    for pattern, replacement in _RULES:
        codes = pattern.sub(replacement, codes)
    return codes


def open_readings(codes: str) -> tuple[str, ...]:
    """Smoothed codes with their vowels in classes, the end untouched, as a word that may go on.

    Latin x is kh (Xəlilov) or ks (Maxim), so a word with it has two readings.
    """
    classed = codes.translate(_VOWELS)
    return (classed.replace("χ", "x"), classed.replace("χ", "ks")) if "χ" in codes else (classed,)


def readings(codes: str) -> tuple[str, ...]:
    """Strict forms of smoothed codes: ``open_readings`` with the voice at the end lost."""
    return tuple(_closed(form) for form in open_readings(codes))


def _closed(form: str) -> str:
    return form[:-1] + _LAST.get(form[-1], form[-1]) if form else form


def are_alike(one: str, other: str) -> bool:
    """Whether two strict forms agree letter by letter."""
    if one == other:
        return True
    return len(one) == len(other) and all(a == b or (a, b) in ALIKE for a, b in zip(one, other, strict=True))


def begins_alike(word: str, strict: str) -> bool:
    """Whether the open reading ``word`` begins with the strict form: Самада begins with Səməd."""
    return len(word) >= len(strict) and are_alike(_closed(word[: len(strict)]), strict)


def skeleton(strict: str) -> str:
    """Consonant classes of a strict form; a vowel in front is marked: ``abilov`` → ``aplf``."""
    mark = "a" if strict[:1] in _VOWEL_LETTERS else ""
    return mark + strict.translate(_SKELETON)


def arabic_skeletons(codes: str) -> tuple[str, ...]:
    """Skeletons of a word in Arabic script: vav may be v or a vowel, final he a vowel or h.

    صمدوف ends in ``-dof`` or ``-dvf``; both are given, four at most.
    """
    mark = "a" if codes[:1] in ("A", "Y") else ""
    body = codes.replace("A", "").replace("Y", "").replace("H", "")
    ends = {body, body[:-1]} if body.endswith("h") else {body}
    bodies = {end.replace("W", vav) for end in ends for vav in ("", "v")}
    return tuple(sorted({mark + form.translate(_SKELETON) for form in bodies} - {""}))


def deletions(skeleton_text: str) -> set[str]:
    """The skeleton and, if it has three letters or more, all that lack one of them."""
    if len(skeleton_text) < 3:
        return {skeleton_text}
    return {skeleton_text} | {skeleton_text[:i] + skeleton_text[i + 1 :] for i in range(len(skeleton_text))}


def fits_arabic(strict: str, arabic: str) -> bool:
    """Whether the word ``strict`` could be written as ``arabic`` (codes of a word in Arabic script)."""
    reached = {0}
    for position, code in enumerate(strict):
        forms = _IN_ARABIC.get(code, [code])
        if position == 0 and code in _VOWEL_LETTERS:
            forms = _ARABIC_INITIAL_VOWEL
        elif position == len(strict) - 1:
            forms = _ARABIC_LAST.get(code, forms)
        reached = {at + len(form) for at in reached for form in forms if arabic.startswith(form, at)}
        if not reached:
            return False
    return len(arabic) in reached
