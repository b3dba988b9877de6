"""Codes as people type them: “AZ, Rusiya”, “not stated”, “журналист”."""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cases.vocabularies.terms import CodeList

NOT_LISTED = [
    _("“%(typed)s” is not in the list."),
    _("“%(typed)s” is not in the list; did you mean %(first)s?"),
    _("“%(typed)s” is not in the list; did you mean %(first)s or %(second)s?"),
]
"""By how many words of the list come near."""


@lru_cache(maxsize=64)
def spoken_forms(code_list: CodeList) -> dict[str, str]:
    """Every way to type a term of the list, case-folded, and its code: the code and its label in each language."""
    forms_of = {}
    for term in code_list:
        for text in (*term.in_every_language(), term.code, term.code.replace("_", " ")):
            forms_of[text.casefold()] = term.code
    for term in code_list:
        forms_of[term.code.casefold()] = term.code
    return forms_of


def read_codes(typed: str | Iterable[str], code_list: CodeList) -> list[str]:
    """The codes of a text with commas or semicolons between them, or of several texts, in order and each once.

    Raises ValidationError that names each word the list does not know, and what comes near it.
    """
    known = spoken_forms(code_list)
    codes, unknown = [], []
    for part in _parts(typed, known):
        code = known.get(part.casefold())
        if code is None:
            unknown.append(part)
        elif code not in codes:
            codes.append(code)
    if unknown:
        raise ValidationError(" ".join(_complaint(part, code_list) for part in unknown), code="unknown_code")
    return codes


def read_code(typed: str, code_list: CodeList) -> str:
    """The one code of a text, or "" of an empty one. Raises ValidationError, also for several."""
    codes = read_codes(typed, code_list)
    if len(codes) > 1:
        raise ValidationError(_("Only one is possible here."), code="several")
    return codes[0] if codes else ""


def _parts(typed: str | Iterable[str], known: dict[str, str]) -> list[str]:
    if not isinstance(typed, str):
        return [part for text in typed if (part := text.strip())]
    # A label may hold a comma of its own ("Korea, Republic of"): the whole text is tried first.
    if typed.strip().casefold() in known:
        return [typed.strip()]
    return [stripped for part in typed.replace(";", ",").split(",") if (stripped := part.strip())]


def _complaint(part: str, code_list: CodeList) -> str:
    known = spoken_forms(code_list)
    near = get_close_matches(part.casefold(), known, n=2, cutoff=0.6)
    hints = list(dict.fromkeys(f"{known[text]} ({code_list[known[text]].label})" for text in near))
    return NOT_LISTED[len(hints)] % {"typed": part, **dict(zip(("first", "second"), hints, strict=False))}
