"""The term of a sentence as it is printed, and what it says of the fields of the row: length, kind, regime, words."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext as _

from cases.text.terms.reading import Term, TermError, read_term
from cases.text.terms.words import DAYS, YEARS
from cases.vocabularies.proceedings import SENTENCE_KINDS, WITHOUT_A_TERM

LENGTH = ("years", "months", "days")
BARE_NUMBERS = {"administrative_arrest": DAYS}
"""What a bare number counts, by kind of sentence; of others years."""
_PRISON = ("", "imprisonment")


def term_typed(typed: str, *, kind: str = "") -> Term:
    """What was typed, of a sentence of that kind. Raises ValidationError with the reason, in the reader's language."""
    try:
        return read_term(typed, unit=BARE_NUMBERS.get(kind, YEARS))
    except TermError as error:
        raise ValidationError(gettext(error.sentence) % error.gaps, code="no_term") from error


def said_by_term(typed: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a sentence that a typed term fills, beside those `given`. Raises ValidationError."""
    kind, regime = given.get("kind") or "", given.get("regime") or ""
    term = term_typed(typed, kind=kind)
    if term.kind and kind not in (*_PRISON, term.kind):
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
        "kind": term.kind or kind,
        "regime": term.regime or regime,
        "words": given.get("words") or typed,
    }
