"""The term of a sentence as it is printed, and what it says of its fields: length, sum, kind, regime, words."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext as _

from cases.models.fields import parsed
from cases.text.terms.errors import TermError
from cases.text.terms.reading import Term, read_term
from cases.text.terms.words import DAYS, YEARS
from cases.vocabularies.proceedings import SENTENCE_KINDS, WITHOUT_A_TERM

LENGTH = ("years", "months", "days")
BARE_NUMBERS = {"administrative_arrest": DAYS}
"""What a bare number counts, by kind of sentence; of others years."""
_PRISON = ("", "imprisonment")
OF_MONEY = frozenset({"fine", "confiscation", "other"})
"""Kinds of which the term may be a sum alone."""

SINCE = {
    "AZN": (date(2006, 1, 1), "AZM"),
    "BYN": (date(2016, 7, 1), "BYR"),
    "RUB": (date(1998, 1, 1), "RUR"),
    "TMT": (date(2009, 1, 1), "TMM"),
    "TRY": (date(2005, 1, 1), "TRL"),
}
"""First day of a currency that took the place of one of the same name, and the code of that one. General knowledge."""


def term_typed(typed: str, *, kind: str = "", country: str = "") -> Term:
    """What was typed, of a sentence of that kind; a currency of several countries is that of `country`. Raises
    ValidationError with the reason, in the reader's language."""
    try:
        return read_term(typed, unit=BARE_NUMBERS.get(kind, YEARS), country=country)
    except TermError as error:
        raise ValidationError(gettext(error.sentence) % error.gaps, code="no_term") from error


def said_by_term(typed: str, given: Mapping[str, Any], *, country: str = "") -> dict[str, Any]:
    """The fields of a sentence that a typed term fills, beside those `given`. Raises ValidationError."""
    kind, regime = given.get("kind") or "", given.get("regime") or ""
    if kind in OF_MONEY and typed.isascii() and typed.isdecimal():
        told = _("Say the sum of the fine with its currency, such as 500 AZN.")
        raise ValidationError(told, code="no_currency")
    term = term_typed(typed, kind=kind, country=country)
    _of_its_time(typed, term, given.get("date"))
    fits = term.kind in ("", kind) or kind in _PRISON or (term.kind == "fine" and kind in OF_MONEY)
    if not fits:
        said = {"typed": SENTENCE_KINDS.label(term.kind), "chosen": SENTENCE_KINDS.label(kind)}
        raise ValidationError(
            _("The term says “%(typed)s”, and the kind “%(chosen)s”.") % said, code="two_kinds"
        )
    if term.has_length and kind in WITHOUT_A_TERM:
        told = _("A sentence of the kind “%(kind)s” has no term.") % {"kind": SENTENCE_KINDS.label(kind)}
        raise ValidationError(told, code="no_term")
    if term.regime and regime not in ("", term.regime):
        raise ValidationError(_("The term says another regime than the one chosen."), code="two_regimes")
    return {
        **{unit: getattr(term, unit) or None for unit in LENGTH},
        "kind": kind if term.kind == "fine" and kind in OF_MONEY else term.kind or kind,
        "regime": term.regime or regime,
        "words": given.get("words") or typed,
        **_sum(term, given),
    }


def _of_its_time(typed: str, term: Term, day: Any) -> None:
    """Raises ValidationError where the currency that a word or sign means is younger than the sentence, given by a
    partial date or its text: a manat of 1997 is another one. Who types the code says which."""
    since = SINCE.get(term.currency)
    latest = _latest(day) if since else None
    if since and latest and latest < since[0] and term.currency.casefold() not in typed.casefold():
        told = _("Before %(year)d this currency was another one. Type its code: %(former)s or %(code)s.")
        said = {"year": since[0].year, "former": since[1], "code": term.currency}
        raise ValidationError(told % said, code="another_currency")


def _latest(day: Any) -> date | None:
    """None also for what is no date: that is told beside its own field."""
    try:
        return (parsed(day) if isinstance(day, str) else day).latest if day else None
    except ValidationError:
        return None


def _sum(term: Term, given: Mapping[str, Any]) -> dict[str, Any]:
    """Sum and currency, where the term says them. Raises ValidationError where others stand in their own fields."""
    if term.amount is None:
        return {}
    said = {"amount": term.amount, "currency": term.currency}
    for name, value in said.items():
        if given.get(name) not in (None, "", value, str(value)):
            raise ValidationError(_("The term says another sum than the one beside it."), code="two_sums")
    return said
