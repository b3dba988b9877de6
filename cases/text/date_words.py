"""What words and endings mean to the grammar of dates, looked up by their folded letters.

`WORDS` leads from words (folded, as a tuple) to a `Meaning`; the words themselves are in
`date_table` and `month_names`. The tokens are cut in `date_tokens` and read in `typed_dates`.
"""

import unicodedata

from cases.text.date_kinds import Kind, Meaning
from cases.text.date_table import STEMS, TABLE, WEEKDAYS
from cases.text.month_names import GREGORIAN, MONTH_WORDS, SUFFIXED

_LATIN = {"ə": "e", "ı": "i", "ł": "l"}
_ARABIC = str.maketrans("يىكةأإآئؤٱ", "ییکهااایوا")
# Letters of the Latin keyboard that look Cyrillic, for words typed with both.
_LOOKALIKES = str.maketrans("aceopxykmthbi", "асеорхукмтнві")
_LATIN_LOOKALIKES = str.maketrans("асеорхукмтнві", "aceopxykmthbi")


def is_cyrillic(letter: str) -> bool:
    return "\u0400" <= letter <= "\u052f"


def is_latin(letter: str) -> bool:
    return "a" <= letter <= "z"


def folded(word: str) -> str:
    """A word of one script without case, accents and vowel signs: what the tables of words are keyed by."""
    word = word.replace("İ", "i").lower()
    letters = []
    for letter in word:
        if letter < "\u0080":
            letters.append(letter)
        elif letter < "\u0300" or "\u1e00" <= letter < "\u2000":
            letters.append(_LATIN.get(letter) or unicodedata.normalize("NFD", letter)[0])
        elif letter == "ё":
            letters.append("е")
        elif not unicodedata.category(letter).startswith("M") and letter != "ـ":
            letters.append(letter)
    text = "".join(letters).translate(_ARABIC)
    cyrillic, latin = (sum(map(is_one, text)) for is_one in (is_cyrillic, is_latin))
    if cyrillic and latin:
        text = text.translate(_LOOKALIKES if cyrillic >= latin else _LATIN_LOOKALIKES)
    return text


# Endings by what they say, folded: -da and -də are both "da" or "de", -ı -i -u -ü are "i" or "u".
_SUBJECT = (
    "i u si su in un nin nun a e ya ye na ne ni nu ina ine una une sina sine suna sune ini unu sini sunu "
    "inin unun sinin sunun"
)
_PLACE = "da de ta te inda inde unda unde sinda sinde sunda sunde daki deki taki teki indaki indeki undaki undeki ki"
_SOURCE = "dan den tan ten indan inden undan unden sindan sinden sundan sunden"
_LIMIT = " ".join(
    before + ending
    for before in ("", "a", "e", "ya", "ye", "na", "ne", "ina", "ine", "una", "une", "sina", "sine", "suna", "sune")
    for ending in ("dek", "can", "cen")
)  # fmt: skip
ENDINGS = (
    dict.fromkeys(f"{_SUBJECT} {_PLACE}".split())
    | dict.fromkeys(_SOURCE.split(), Kind.OUT_OF)
    | dict.fromkeys(_LIMIT.split(), Kind.UP_TO)
)
"""Endings of Azerbaijani and Turkish words and numbers, with what they say beside "of, on, in"."""

_ORDINALS = "ci cu inci uncu nci ncu"
NUMBER_ENDINGS = (
    dict.fromkeys(
        [
            "st",
            "nd",
            "rd",
            "th",
            "го",
            "й",
            "е",
            "я",
            "м",
            "ого",
            "ому",
            "му",
            "ым",
            "ой",
            "ем",
            "ий",
            "є",
            "ше",
        ]
    )
    | ENDINGS
    | dict.fromkeys(_ORDINALS.split())
    | {ordinal + ending: kind for ordinal in _ORDINALS.split() for ending, kind in ENDINGS.items()}
)
"""Endings of numbers: 3rd, 3-го, 3-cü, 5-dən, 2014'te."""
_PLURALS = {f"{many}{ending}": None for many in ("lar", "ler") for ending in ("", *ENDINGS)}
DECADE_ENDINGS = (
    dict.fromkeys(["s", "е", "х", "ые", "ых", "ми", "ім", "ті", "тих", "их", "li", "lu"]) | _PLURALS
)
"""Endings of a decade where the number is one: 1990s, 1990-х, 1990'lar, 1990'lı."""


def _words() -> dict[tuple[str, ...], Meaning]:
    words: dict[tuple[str, ...], Meaning] = {}
    for kind, value, phrases in TABLE:
        for phrase in phrases.split(", "):
            words.setdefault(tuple(folded(word) for word in phrase.split()), Meaning(kind, value))
    for number, names in enumerate(WEEKDAYS):
        for name in names.split():
            words.setdefault(tuple(name.split("_")), Meaning(Kind.WEEKDAY, number))
    for word, month in MONTH_WORDS.items():
        words.setdefault(tuple(word.split()), Meaning(Kind.MONTH, month))
    return words


def _inflected() -> dict[str, tuple[Meaning, Kind | None]]:
    """Stems with their endings: the meaning, and what the ending adds."""
    stems = [(stem, Meaning(kind, value)) for kind, value, names in STEMS for stem in names.split()]
    stems += [(stem, Meaning(Kind.MONTH, (GREGORIAN, month))) for stem, month in SUFFIXED.items()]
    stems += [(" ".join(words), meaning) for words, meaning in WORDS.items() if meaning.kind is Kind.WEEKDAY]
    return {
        stem + ending: (meaning, adds)
        for stem, meaning in stems
        for ending, adds in [("", None), *ENDINGS.items()]
    }


WORDS = _words()
"""What words mean, the words folded."""
INFLECTED = _inflected()
"""Azerbaijani and Turkish words with an ending, folded: looked up where `WORDS` has none."""
LONGEST = max(len(words) for words in WORDS)
