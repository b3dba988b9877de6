"""The fields of the record itself, in groups of which each is one line of the file."""

from collections.abc import Iterable
from typing import Any

from django.contrib.admin.utils import flatten
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cases.models import Case
from cases.models.classification import CLASSIFICATION, NEVER
from cases.models.need_to_know import LINKS, is_known
from cases.text.partial_dates import PartialDate
from cases.wording.words import label

GROUPS = ("who", "group", "what", "where", "when", "custody", "belongs", "consent", "notes")
"""What the fieldsets of the form of a case are called in addresses, in their order."""

RECORD = "record"
"""The part of the file that the groups stand in."""


def group_fields(fieldset: tuple) -> list[str]:
    return flatten(fieldset[1]["fields"])


def group_of(field: str, fieldsets: Iterable[tuple]) -> str:
    """The group that a field stands in; empty for none."""
    named = zip(GROUPS, fieldsets, strict=False)
    return next((key for key, fieldset in named if field in group_fields(fieldset)), "")


def is_private(fields: Iterable[str]) -> bool:
    """Whether nothing of these fields is ever public."""
    return all(CLASSIFICATION[Case].get(name, NEVER) == NEVER for name in fields)


def said(case: Case, fields: Iterable[str]) -> list[tuple[str, str]]:
    """The fields of a case that say something, by their label, and what they say; nothing nobody may know of."""
    pairs = ((Case._meta.get_field(name), name) for name in fields)
    told = ((capfirst(str(field.verbose_name)), _value(case, field, name)) for field, name in pairs)
    return [(name, value) for name, value in told if value]


def _value(case: Case, field: Any, name: str) -> str:
    if field.many_to_many:
        return "; ".join(map(str, getattr(case, name).all()))
    if field.is_relation:
        key = getattr(case, field.attname)
        if key is None or (name in LINKS["case"] and not is_known(field.related_model, key)):
            return ""
        row = getattr(case, name)
        return str(row)
    value = getattr(case, name)
    if isinstance(value, PartialDate):
        return value.echo(get_language()) if value else ""
    if value in (None, "", [], False) or (name in ("kind", "consent") and value == field.default):
        return ""
    if value is True:
        return _("yes")
    codes = getattr(field, "code_list", None)
    if isinstance(value, list):
        return ", ".join(label(codes, code) if codes else _named(code) for code in value)
    if codes:
        return label(codes, value)
    return value.isoformat() if isinstance(field, models.DateField) else str(value)


def _named(field: str) -> str:
    return str(Case._meta.get_field(field).verbose_name)
