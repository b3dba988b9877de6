"""Codes as people type them: “AZ, Rusiya”, “not stated”, “журналист”."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache, reduce
from operator import or_

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cases.vocabularies.country_names import forms, names_of, plain, region_typed
from cases.vocabularies.places import COUNTRIES, NATIONALITIES, REGIONS, STATES
from cases.vocabularies.regions import regions_of
from cases.vocabularies.terms import CodeList

COUNTRY_LISTS = frozenset({COUNTRIES, STATES, NATIONALITIES})
NEAR = 0.82
"""How much of two words has to agree for one to be suggested for the other."""
SHORTEST_SUGGESTED = 4
"""Letters: every short code is near to some other."""

_WITH_CODE = re.compile(r"([^()]+)\(([^()]+)\)")

NOT_LISTED = [
    _("“%(typed)s” is not in the list."),
    _("“%(typed)s” is not in the list; did you mean %(first)s?"),
    _("“%(typed)s” is not in the list; did you mean %(first)s or %(second)s?"),
]
"""By how many words of the list come near."""

AS_REGION = _(
    "“%(typed)s” is entered as a region: choose %(code)s (%(country)s) as the country, and %(region)s at the place. "
    "What a source calls it stays in the words of the record."
)
AS_REGION_IN_WORDS = _(
    "“%(typed)s” is entered as a region: choose %(code)s (%(country)s) as the country, and write the region at the "
    "place. What a source calls it stays in the words of the record."
)


@lru_cache(maxsize=64)
def spoken_forms(code_list: CodeList) -> dict[str, str]:
    """Every way to type a term of the list, case-folded, and its code: the code and its label in each language."""
    forms_of = {}
    for term in code_list:
        also = names_of(term.code) if code_list in COUNTRY_LISTS else ()
        for text in (*also, *term.in_every_language(), term.code, term.code.replace("_", " ")):
            forms_of[text.casefold()] = term.code
    if code_list in COUNTRY_LISTS:
        for text, code in list(forms_of.items()):
            forms_of.setdefault(plain(text), code)
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
        code = _known(part, code_list)
        if code is None:
            unknown.append(part)
        elif code not in codes:
            codes.append(code)
    if unknown:
        raise ValidationError(" ".join(_complaint(part, code_list) for part in unknown), code="unknown_code")
    return codes


def _known(part: str, code_list: CodeList) -> str | None:
    """The code of one word; a country also as it is printed with its code, its article or the kind of state it is."""
    known = spoken_forms(code_list)
    if code_list not in COUNTRY_LISTS:
        return known.get(part.casefold())
    if region_typed(part) and part.casefold() not in known:
        return None
    if both := _WITH_CODE.fullmatch(part):
        one, other = (known.get(each.strip().casefold()) for each in both.groups())
        if one and one == other:
            return one
    return next((known[form] for form in forms(part) if form in known), None)


def read_code(typed: str, code_list: CodeList) -> str:
    """The one code of a text, or "" of an empty one. Raises ValidationError, also for several."""
    codes = read_codes(typed, code_list)
    if len(codes) > 1:
        raise ValidationError(_("Only one is possible here."), code="several")
    return codes[0] if codes else ""


def read_region(typed: str, country: str) -> str:
    """The ISO 3166-2 code of a region of a country by its code or its name in any language; any other text as it is."""
    wanted = typed.strip().casefold()
    for term in regions_of(country) if country else ():
        if wanted in {name.casefold() for name in (term.code, *term.in_every_language())}:
            return term.code
    return typed.strip()


def _parts(typed: str | Iterable[str], known: dict[str, str]) -> list[str]:
    if not isinstance(typed, str):
        return [part for text in typed if (part := text.strip())]
    # A label may hold a comma of its own ("Korea, Republic of"): the whole text is tried first.
    if typed.strip().casefold() in known:
        return [typed.strip()]
    return [stripped for part in typed.replace(";", ",").split(",") if (stripped := part.strip())]


def _complaint(part: str, code_list: CodeList) -> str:
    region = region_typed(part) if code_list in COUNTRY_LISTS else ""
    if region:
        return _as_region(part, region)
    known = spoken_forms(code_list)
    asked = forms(part)[-1] if code_list in COUNTRY_LISTS else part.casefold()
    near = get_close_matches(asked, _of_like_letters(asked, code_list), n=2, cutoff=NEAR)
    hints = list(dict.fromkeys(f"{known[text]} ({code_list[known[text]].label})" for text in near))
    return NOT_LISTED[len(hints)] % {"typed": part, **dict(zip(("first", "second"), hints, strict=False))}


def _of_like_letters(asked: str, code_list: CodeList) -> list[str]:
    """The words of the list that can be near at all: each letter that only one of two words has is one that does not
    agree. Comparing takes milliseconds, and a file may have a million words that no list knows."""
    letters, room = _letters(asked), 1 - NEAR
    return [
        text
        for text, others in _spelled_out(code_list)
        if (letters ^ others).bit_count() <= room * (len(asked) + len(text))
    ]


@lru_cache(maxsize=64)
def _spelled_out(code_list: CodeList) -> list[tuple[str, int]]:
    return [(text, _letters(text)) for text in spoken_forms(code_list) if len(text) >= SHORTEST_SUGGESTED]


def _letters(text: str) -> int:
    """The letters of a word as bits; two that share one are taken for the same."""
    return reduce(or_, (1 << ord(letter) % 64 for letter in text), 0)


def _as_region(part: str, code: str) -> str:
    """What to choose instead of a region that was typed as a country."""
    country = code.partition("-")[0]
    told = {"typed": part, "code": country, "country": COUNTRIES.label(country)}
    if code == country:
        return AS_REGION_IN_WORDS % told
    return AS_REGION % (told | {"region": f"{code} ({REGIONS.label(code)})"})
