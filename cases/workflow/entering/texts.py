"""What a text on file may be: no longer than its field allows, legible, and where it is an address, one of the web."""

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.models.fields import PartialDateField
from cases.models.translation import LONGEST, Translation
from cases.text.addresses import is_web_address
from cases.text.legible import illegible


def unfit(row: models.Model, *, among: Collection[str] | None = None) -> Iterator[tuple[str, str]]:
    """Field and sentence for each text of the row that cannot be kept; of the fields `among` alone, if given."""
    for field in _texts(type(row)):
        if among is None or field.name in among:
            told = _what_is_wrong(field, getattr(row, field.attname), _most(row, field))
            if told:
                yield field.name, told


@cache
def _texts(model: type[models.Model]) -> tuple[models.Field, ...]:
    """The fields of a model whose text somebody enters."""
    return tuple(
        field
        for field in model._meta.concrete_fields
        if field.editable and isinstance(field, models.CharField | models.TextField)
    )


def _most(row: models.Model, field: models.Field) -> int | None:
    """How many characters the text may have: a translation as many as what it is of."""
    if isinstance(row, Translation) and field.name == "text":
        return LONGEST.get(row.field, field.max_length)
    return field.max_length


def _what_is_wrong(field: models.Field, value: Any, most: int | None) -> str:
    if isinstance(field, PartialDateField):
        return illegible_in(value.words, one_line=True) or illegible_in(value.text, one_line=True)
    if not isinstance(value, str) or not value:
        return ""
    if most and len(value) > most:
        return ngettext(
            "This may have at most %(most)d character, and has %(has)d.",
            "This may have at most %(most)d characters, and has %(has)d.",
            most,
        ) % {"most": most, "has": len(value)}
    if isinstance(field, models.URLField) and not is_web_address(value):
        return _("Only an address that begins with http:// or https:// can stand here.")
    return illegible_in(value, one_line=not isinstance(field, models.TextField))


def illegible_in(text: str, *, one_line: bool = False) -> str:
    """The sentence about a character that nobody sees; empty where there is none."""
    found = illegible(text, one_line=one_line)
    if found is None:
        return ""
    code, before = found
    if not before:
        return _(
            "At the beginning stands a character that nobody sees and that changes how the text reads (%(code)s). "
            "Delete the beginning and type it anew."
        ) % {"code": code}
    return _(
        "After “%(before)s” stands a character that nobody sees and that changes how the text reads (%(code)s). Delete "
        "what stands there and type it anew."
    ) % {"before": before, "code": code}


def check_legible(text: str) -> None:
    """For a field of a form that is of no model. Raises ValidationError."""
    if told := illegible_in(text):
        raise ValidationError(told, code="illegible")
