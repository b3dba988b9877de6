"""“Since October 2024”: from when something lasts, in running text of a language.

Azerbaijani bends the year and the last word, which no pattern with a gap can do; that stands here.
"""

from babel import localedata

from cases.text.date_parts import parts_of
from cases.text.date_phrases import phrase

_PATTERNS = {"en": "since {0}", "ru": "с {0}"}
_UNITS = ("", "ci", "ci", "cü", "cü", "ci", "cı", "ci", "ci", "cu")
_TENS = ("", "cu", "ci", "cu", "cı", "ci", "cı", "ci", "ci", "cı")
_HUNDREDS, _THOUSANDS = "cü", "ci"
"""How the ordinal of a number ends, by the vowels of its last word: on-cu, əlli-ci, min-ci."""
_FROM = "ndan", "ndən"
"""The ending of what is of something, after back vowels and front ones."""
_OF_IT = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "e": "i", "ə": "i", "i": "i", "ö": "ü", "ü": "ü"}
_BACK = frozenset("aıou")


def since(text: str, language: str) -> str:
    """From when, in words: `text` is a plain year, month or day (`2024-10`). English where we have no words.

    `since October 2024`, `с октября 2024 года`, `2024-cü ilin oktyabrından`.
    """
    if language == "az":
        return _in_azerbaijani(text)
    pattern = _PATTERNS.get(language)
    if pattern is None:
        return _PATTERNS["en"].format(phrase(text, "", "en"))
    return pattern.format(phrase(text, "", language, within=True))


def _in_azerbaijani(text: str) -> str:
    side = parts_of(text).start
    year = f"{int(side.year)}-{_ordinal(int(side.year))}"
    if side.month is None:
        return f"{year} ildən"
    month = localedata.load("az")["months"]["format"]["wide"][side.month]
    if side.day is None:
        return f"{year} ilin {month}{_of_it_from(month)}"
    return f"{year} il {side.day} {month}{_from(month)}"


def _ordinal(number: int) -> str:
    if number % 10:
        return _UNITS[number % 10]
    if number % 100:
        return _TENS[number % 100 // 10]
    return _HUNDREDS if number % 1000 else _THOUSANDS


def _last_vowel(word: str) -> str:
    return next(letter for letter in reversed(word) if letter in _OF_IT)


def _of_it_from(word: str) -> str:
    """`oktyabrından`: the October of that year, and from it."""
    vowel = _OF_IT[_last_vowel(word)]
    return vowel + _FROM[vowel not in _BACK]


def _from(word: str) -> str:
    return "dan" if _last_vowel(word) in _BACK else "dən"
