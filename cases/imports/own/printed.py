"""What is printed in one cell of several facts, taken apart again: articles, sentences, claims, texts of events.

Each function answers what `register/row.py` prints as the very same text, or raises Unfit.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from cases.imports.own.errors import Unfit
from cases.register.row import sentence_text
from cases.vocabularies.actions import ASSESSMENT_FRAMEWORKS, ASSESSMENT_OUTCOMES, INTERVENTION_KINDS
from cases.vocabularies.charges import LEGAL_CODES
from cases.vocabularies.currencies import CURRENCIES
from cases.vocabularies.events import EVENT_KINDS
from cases.vocabularies.languages import TEXT_LANGUAGES
from cases.vocabularies.places import COUNTRIES
from cases.vocabularies.proceedings import REGIMES, SENTENCE_KINDS

Written = dict[str, Any]

NO_SENTENCE: Mapping[str, Any] = {
    "kind": "",
    "years": None,
    "months": None,
    "days": None,
    "amount": "",
    "currency": "",
    "words": "",
    "regime": "",
}
UNITS = ("years", "months", "days")

_CODES = sorted(((term.en, term.code) for term in LEGAL_CODES), key=lambda pair: -len(pair[0]))
_KINDS = sorted(((term.en, term.code) for term in SENTENCE_KINDS), key=lambda pair: -len(pair[0]))
_REGIMES = {term.en: term.code for term in REGIMES}
_TERM = re.compile(r"(?:(\d+) years?)?(?: ?(\d+) months?)?(?: ?(\d+) days?)?")
_SUM = re.compile(r"(\d+(?:\.\d+)?) ([A-Z]{3})")
_BETWEEN = re.compile("; (?=" + "|".join(re.escape(label) for label, _code in _KINDS) + ")")
_EVENT = re.compile(r"(?:(\S+) )?([a-z_]+), ([a-z]{2,8}): (.*)", re.DOTALL)
_TRANSLATION = re.compile(
    r"([a-z]{2,8}) (title|summary): ([a-z_]+)(?:, from ([a-z]{2,8}))?(?:, by (.*))?", re.DOTALL
)


@lru_cache(maxsize=10_000)
def article(text: str) -> tuple[str, str, str]:
    """Country, code and article of a charge; empty where none was stated."""
    if not text:
        return "", "", ""
    country, _space, rest = text.partition(" ")
    if country not in COUNTRIES:
        raise Unfit("charge_articles", text, _("does not begin with the code of a country"))
    for label, code in _CODES:
        if rest.startswith(f"{label} "):
            return country, code, rest.removeprefix(f"{label} ")
    raise Unfit("charge_articles", text, _("names no code of law of the list, such as Criminal Code"))


def sentences(text: str) -> list[Written]:
    """The sentences in force."""
    return [dict(_sentence(part)) for part in _BETWEEN.split(text)] if text else []


@lru_cache(maxsize=10_000)
def _sentence(text: str) -> tuple[tuple[str, Any], ...]:
    for label, kind in _KINDS:
        if text == label or text.startswith(f"{label}, "):
            read = _read_sentence(kind, text.removeprefix(label).removeprefix(", "))
            if sentence_text(read) == text:
                return tuple(read.items())
    raise Unfit(
        "sentence", text, _("is no sentence as it is printed, such as Imprisonment, 5 years, General regime")
    )


def _read_sentence(kind: str, rest: str) -> Written:
    read = {**NO_SENTENCE, "kind": kind}
    head, _comma, last = rest.rpartition(", ")
    if last in _REGIMES:
        read["regime"], rest = _REGIMES[last], head
    head, _comma, last = rest.rpartition(", ")
    if (found := _SUM.fullmatch(last)) and found[2] in CURRENCIES:
        read["amount"], read["currency"] = found[1], found[2]
        rest = head
    if rest and (found := _TERM.fullmatch(rest)):
        read |= {
            unit: int(number) if number else None for unit, number in zip(UNITS, found.groups(), strict=True)
        }
    else:
        read["words"] = rest
    return read


def assessment(text: str) -> Written:
    """framework:outcome, and whether it was withdrawn."""
    framework, _colon, rest = text.partition(":")
    outcome, _colon, withdrawn = rest.partition(":")
    known = framework in ASSESSMENT_FRAMEWORKS and outcome in ASSESSMENT_OUTCOMES
    if not known or withdrawn not in ("", "withdrawn"):
        raise Unfit(
            "assessments", text, _("is not framework:outcome, with codes of their lists, or with :withdrawn")
        )
    return {"framework": framework, "outcome": outcome, "withdrawn": bool(withdrawn)}


def intervention(text: str) -> Written:
    kind, _colon, ends = text.partition(": ")
    if kind not in INTERVENTION_KINDS or not ends:
        raise Unfit("interventions", text, _("is not kind: actor → addressee, with a kind of the list"))
    actor, _arrow, addressee = ends.partition(" → ")
    return {"kind": kind, "actor": actor, "addressee": addressee}


def event_text(text: str) -> Written:
    """Date, kind of event, language and what is told in it."""
    found = _EVENT.fullmatch(text)
    if not found or found[2] not in EVENT_KINDS or found[3] not in TEXT_LANGUAGES or not found[4]:
        raise Unfit(
            "event_texts",
            text,
            _("is not date kind, language: text, such as 2024-08-21 detained, en: At home."),
        )
    return {"date": found[1] or "", "kind": found[2], "language": found[3], "text": found[4]}


def translation(text: str) -> Written:
    found = _TRANSLATION.fullmatch(text)
    if not found:
        raise Unfit("translations", text, _("is not language text: way, from language, by whom"))
    return {
        "language": found[1],
        "field": found[2],
        "way": found[3],
        "from_language": found[4] or "",
        "by": found[5] or "",
    }
