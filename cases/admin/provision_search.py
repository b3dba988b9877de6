"""Articles of law as people type them: “art. 274”, “ст. 274 УК”, “Criminal Code 274”, “274 Azerbaijan”.

A word may name the country, the law or the article; which codes and countries there are is `cases.vocabularies`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from django.db.models import Case as Choose
from django.db.models import IntegerField, Q, QuerySet, Value, When

from cases.vocabularies.charges import LEGAL_CODES
from cases.vocabularies.places import COUNTRIES
from cases.vocabularies.terms import Term
from cases.workflow.entering.codes import spoken_forms

_TOKEN = re.compile(r"\d+(?:[.\-]\d+)*|[^\W\d_]+")
_LONGEST = 5
"""Words in the longest name of a country worth trying."""

WORDS_FOR_ARTICLE = frozenset(
    {
        "art",
        "arts",
        "article",
        "articles",
        "of",
        "the",
        "ст",
        "статья",
        "статьи",
        "статье",
        "статью",
        "статей",
    }
    | {"m", "maddə", "maddəsi", "maddəyə", "cı", "ci", "cu", "cü"}
)
ABBREVIATIONS = {"ук": "CC", "cm": "CC", "упк": "CPC", "коап": "CAO"}
COUNTRY_ABBREVIATIONS = {"рф": "RU"}


def provisions_asked(queryset: QuerySet, term: str) -> QuerySet:
    """The provisions a term asks for, an article of exactly that number first."""
    found, numbers = Q(), list[str]()
    for words in _grouped(tuple(_TOKEN.findall(term.casefold()))):
        found &= _meaning(words)
        numbers += [words] if words[0].isdigit() else []
    exact = Choose(
        *(When(article=number, then=Value(0)) for number in numbers),
        default=Value(1),
        output_field=IntegerField(),
    )
    return queryset.filter(found).order_by(exact, "country", "code", "article")


def _grouped(tokens: tuple[str, ...]) -> Iterator[str]:
    """The words of a term that mean something, the words of one country's name together."""
    at = 0
    while at < len(tokens):
        for size in range(min(_LONGEST, len(tokens) - at), 1, -1):
            if tokens[at : at + size] in _countries():
                yield " ".join(tokens[at : at + size])
                at += size
                break
        else:
            if tokens[at] not in WORDS_FOR_ARTICLE:
                yield tokens[at]
            at += 1


def _meaning(words: str) -> Q:
    if words[0].isdigit():
        return Q(article__icontains=words) | Q(title__icontains=words)
    meaning = Q(article__icontains=words) | Q(title__icontains=words) | Q(title_original__icontains=words)
    country = _country(words)
    if country:
        meaning |= Q(country=country)
    codes = [term.code for term in LEGAL_CODES if words in _names_of(term)]
    if words in ABBREVIATIONS:
        codes.append(ABBREVIATIONS[words])
    return meaning | Q(code__in=codes) if codes else meaning


def _names_of(term: Term) -> set[str]:
    return set(_TOKEN.findall(" ".join((term.code, *term.in_every_language())).casefold()))


def _country(words: str) -> str:
    """The country a word names, in English, Azerbaijani or Russian, with an ending or without; "" if none."""
    known = _countries()
    code = known.get(tuple(words.split())) or COUNTRY_ABBREVIATIONS.get(words)
    if code:
        return code
    inflected = (
        code
        for name, code in known.items()
        if len(name) == 1
        and len(name[0]) > 4
        and words.startswith(name[0][:-1])
        and len(words) - len(name[0]) < 4
    )
    return next(inflected, "")


@lru_cache(maxsize=1)
def _countries() -> dict[tuple[str, ...], str]:
    """The code of a country by the words of its name or code."""
    return {tuple(_TOKEN.findall(name)): code for name, code in spoken_forms(COUNTRIES).items()}
