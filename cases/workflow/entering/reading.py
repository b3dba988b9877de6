"""Plain values, as they are typed or stand in a file, read into one row that is not saved.

A value is a text or what the text would mean: `"3.10.2024"` or a PartialDate, `"AZ, Russia"` or codes. Records
that are pointed at (persons, sources, places …) are given as records: finding them is for whoever asks.
"""

from collections.abc import Collection, Mapping
from functools import cache
from typing import Any, cast

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.db import models

from cases.models.fields import CodeArrayField, CodeField, PartialDateField, parsed
from cases.text.line_ends import with_line_feeds
from cases.text.partial_dates import PartialDate
from cases.workflow.entering.codes import read_code, read_codes

REQUIRED = forms.Field.default_error_messages["required"]
WORDS = "_words"
"""A partial date may come in two values: `start_date` and `start_date_words`, the words of the source."""

_without_nul = ProhibitNullCharactersValidator()

Values = Mapping[str, Any]
Errors = dict[str, list[str]]


def read_row(
    model: type[models.Model], values: Values, *, filled: Collection[str] = ()
) -> tuple[models.Model, Errors]:
    """A row of `model`, and what is wrong with its values: sentences by field, none if each can be read.

    A value that is None or empty says nothing: the field keeps its default. `filled` are fields that come from
    elsewhere, which may be missing here. What values mean together is for `rules.py`.
    Raises TypeError for a value no field of the model takes: that is a mistake of the program, not of who typed.
    """
    row, errors = model(), {}
    for name, value in values.items():
        field = enterable(model, name)
        try:
            if not is_empty(value):
                setattr(row, field.name, _read(field, value, row, values))
        except ValidationError as error:
            errors[field.name] = error.messages
    for name in _required(model):
        if name not in filled and is_empty(values.get(name)):
            errors[name] = [str(REQUIRED)]
    return row, errors


@cache
def enterable(model: type[models.Model], name: str) -> models.Field:
    """The field a value of that name is for."""
    try:
        field = model._meta.get_field(name)
        if name.endswith(WORDS) and not field.editable:
            field = model._meta.get_field(name.removesuffix(WORDS))
    except FieldDoesNotExist as unknown:
        raise TypeError(f"{model.__name__} takes no {name}.") from unknown
    if not field.concrete or field.many_to_many or not field.editable or field.primary_key:
        raise TypeError(f"{model.__name__}.{name} is not for entering.")
    return field


def _read(field: models.Field, value: Any, row: models.Model, values: Values) -> Any:
    if field.is_relation:
        wanted = cast(type[models.Model], field.related_model)
        if not isinstance(value, wanted):
            raise TypeError(f"{field} takes a {wanted.__name__}, not {value!r}.")
        return value
    if isinstance(field, PartialDateField):
        return _read_date(field, values)
    if isinstance(field, CodeArrayField) and field.code_list is not None:
        return read_codes(value, field.code_list)
    if isinstance(field, CodeField) and field.code_list is not None:
        return read_code(value, field.code_list)
    if isinstance(field, ArrayField) and isinstance(value, str):
        value = [part.strip() for part in value.split(",") if part.strip()]
    if isinstance(value, str):
        value = with_line_feeds(value).strip()
        _without_nul(value)
    return field.clean(value, row)


def _read_date(field: PartialDateField, values: Values) -> PartialDate:
    typed, words = (values.get(name) or "" for name in (field.name, field.name + WORDS))
    if isinstance(typed, PartialDate):
        return typed
    return parsed(typed, words)


def is_empty(value: Any) -> bool:
    """Whether a value says nothing, as an empty cell does."""
    return value is None or (isinstance(value, str) and not value.strip()) or value == []


@cache
def _required(model: type[models.Model]) -> tuple[str, ...]:
    """The fields no row of a model can do without."""
    return tuple(
        field.name
        for field in model._meta.concrete_fields
        if field.editable and not (field.blank or field.has_default() or field.primary_key)
    )
