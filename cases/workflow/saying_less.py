"""When a value says less than another, and nothing else: what has to go at once, and may come out without a review.

The rule for records that many cases share is made of the classification: whatever of a record may be public and was
taken away goes from all that is public, at once. A shared record or a field that joins the classification follows it.
"""

from typing import Any

from django.db.models import Model

from cases.models.classification import CLASSIFICATION, NEVER
from cases.models.fields import ReferenceField
from cases.text.partial_dates import PartialDate

NOTHING: tuple = ("", None, [], "unknown")
"""What a field holds that says nothing; `unknown` is the code for that."""

GATE = "is_public"
"""Of a source, of a name: ticked, the row may be public; unticked, nothing of it."""

Values = dict[str, Any]
"""The values of a row by the names of their columns; `names` of a person by key."""


def has_less(model: type[Model], before: Values, after: Values) -> bool:
    """Whether something the public may see of a shared record was taken away: a value, a part of one, or all of it."""
    if before.get(GATE) and not after[GATE]:
        return True
    return bool(_shown(before) - _shown(after)) or any(
        says_less(after[column], before[column]) for column in _public_columns(model)
    )


def taken_away(model: type[Model], before: Values, after: Values) -> frozenset[str]:
    """The texts that a field of the record lost, and for which none stands there now."""
    return frozenset(
        text
        for column in _public_columns(model)
        if isinstance(before[column], list) or after[column] in NOTHING
        for text in _texts(before[column]) - _texts(after[column])
    )


def _public_columns(model: type[Model]) -> list[str]:
    return [
        field.attname
        for field in model._meta.concrete_fields
        if CLASSIFICATION[model][field.name] != NEVER and not isinstance(field, ReferenceField)
    ]


def _shown(values: Values) -> set:
    """The keys of the names that may be public; the last of what is held of each says that."""
    return {key for key, name in values.get("names", {}).items() if name[-1]}


def _texts(value: Any) -> set[str]:
    texts = value if isinstance(value, list) else [value]
    return {text for text in texts if isinstance(text, str) and text not in NOTHING}


def says_less(new: Any, old: Any) -> bool:
    """Whether a value of a field says less than the one before it: nothing, fewer items, the month alone, a
    rounder number, or a part of the words."""
    if _is_nothing(old) or new == old:
        return False
    if _is_nothing(new):
        return True
    match old:
        case list():
            return bool({*old} - {*new})
        case PartialDate():
            return new.text == old.coarsened().text
        case float():
            return is_rounder(new, old)
        case str():
            return is_part(new, old)
    return False


def _is_nothing(value: Any) -> bool:
    return not value if isinstance(value, PartialDate) else value in NOTHING


def is_rounder(new: float, old: float) -> bool:
    """Whether a number is the other one with fewer decimals, rounded or cut off."""
    kept, had = (len(f"{each:.9f}".rstrip("0").partition(".")[2]) for each in (new, old))
    return kept < had and abs(new - old) < 10**-kept


def is_part(new: str, old: str) -> bool:
    """Whether a name is some of the words of another, side by side: “Border police” of “Border police, unit 4”."""
    words, whole = new.casefold().split(), old.casefold().replace(",", " ").split()
    starts = range(len(whole) - len(words) + 1)
    return 0 < len(words) < len(whole) and any(whole[at : at + len(words)] == words for at in starts)
