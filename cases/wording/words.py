"""Codes in words. A code that the list does not know is shown as it is, so that nothing published disappears."""

from collections.abc import Iterable
from functools import lru_cache

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from cases.vocabularies.places import NATIONALITIES, NOT_STATED
from cases.vocabularies.terms import CodeList

DOTTED_I = ("az", "tr")
"""Languages with two letters i, as Unicode's SpecialCasing lists them."""
_SMALL = {"İ": "i", "I": "ı"}


def label(codes: CodeList, code: str) -> str:
    return _label(codes, code, get_language() or "en") if code else ""


@lru_cache(maxsize=16_384)
def _label(codes: CodeList, code: str, language: str) -> str:
    return codes[code].in_language(language) if code in codes else code


def labels(codes: CodeList, values: Iterable[str]) -> list[str]:
    return [label(codes, value) for value in values if value]


def listed(codes: CodeList, values: Iterable[str]) -> str:
    """Labels with commas between them; after a comma no label begins with a capital."""
    first, *others = labels(codes, values) or [""]
    return ", ".join([first, *map(lower_first, others)])


def quoted(text: str) -> str:
    """Somebody's own words in the quotation marks of the language; empty for none."""
    return pgettext("quotation", "“%s”") % text if text else ""


def states(values: Iterable[str]) -> str:
    """Countries by name; `not_stated` in words."""
    return ", ".join(
        _("not stated") if value == NOT_STATED else label(NATIONALITIES, value) for value in values if value
    )


def lower_first(text: str) -> str:
    """For a label inside a sentence; abbreviations keep their capitals."""
    if text[1:2].isupper():
        return text
    first = text[:1]
    small = _SMALL.get(first) if get_language() in DOTTED_I else None
    return (small or first.lower()) + text[1:]


def upper_first(text: str) -> str:
    """For a label or a number at the beginning of a text."""
    first = text[:1]
    return ("İ" if first == "i" and get_language() in DOTTED_I else first.upper()) + text[1:]


def joined(items: list[str], *, last: str = "") -> str:
    """a, b or c."""
    last = last or pgettext("between the last two of several alternatives", "or")
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
