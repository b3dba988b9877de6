"""Reads private rows for public use, through the classification alone.

A `Reader` is made for one document at one identity. What it hands out is a view of a row that answers only
for classified fields: a field above the identity reads as empty, a field that is never public raises. It
remembers every shared record it touched, which is what the published document *used*.
"""

from typing import Any, TypeAlias, overload

from django.core.exceptions import FieldDoesNotExist
from django.db import models

from cases.models import (
    Agency,
    Campaign,
    Case,
    LegalProvision,
    Official,
    Organisation,
    Person,
    Place,
    Source,
)
from cases.models.classification import CLASSIFICATION, NEVER, RANK, is_partial_date
from cases.models.record import kind_of
from cases.text.partial_dates import PartialDate

SHARED = (Person, Source, Place, Agency, Organisation, Official, LegalProvision, Campaign, Case)

Key: TypeAlias = tuple[str, int]
"""A row inside this process: the name of its model, and its key. Never published."""

Json: TypeAlias = Any
"""A value of a document: dict, list, text, number, truth or None."""


class NotForThePublic(Exception):
    """Somebody asked a Reader for a field that no public surface may hold."""


class Reader:
    def __init__(self, identity: str) -> None:
        self.identity = identity or "named"
        self.used: set[Key] = set()

    @overload
    def view(self, row: None) -> None: ...

    @overload
    def view(self, row: models.Model) -> "View": ...

    def view(self, row: models.Model | None) -> "View | None":
        """The public view of a row, or None for None."""
        if row is None:
            return None
        if isinstance(row, SHARED):
            self.used.add((kind_of(row), row.pk))
        return View(self, row)

    def shows(self, level: str) -> bool:
        return level != NEVER and RANK[level] >= RANK[self.identity]

    @property
    def is_named(self) -> bool:
        return self.identity == "named"


class View:
    """One row as the public may see it."""

    def __init__(self, reader: Reader, row: models.Model) -> None:
        self._reader = reader
        self._row = row

    def __getattr__(self, name: str) -> Any:
        model = type(self._row)
        try:
            field = model._meta.get_field(name)
        except FieldDoesNotExist:
            field = None
        if field is None or field.auto_created:
            return self._reverse(name)
        level = CLASSIFICATION[model][name]
        if level == NEVER:
            raise NotForThePublic(f"{model.__name__}.{name} is never public.")
        visible = self._reader.shows(level)
        if is_partial_date(model, name):
            return self._date(getattr(self._row, name)) if visible else PartialDate()
        if field.many_to_many:
            return self._views(getattr(self._row, name)) if visible else []
        if field.is_relation:
            return self._reader.view(getattr(self._row, name)) if visible else None
        return getattr(self._row, name) if visible else _empty(field)

    def _reverse(self, name: str) -> list["View"]:
        related = getattr(self._row, name)
        if not isinstance(related, models.Manager):
            raise NotForThePublic(f"{type(self._row).__name__}.{name} is not a field of the record.")
        child, link = related.model, related.field.name  # type: ignore[attr-defined]  # the manager of a reverse relation
        if CLASSIFICATION[child][link] == NEVER:
            raise NotForThePublic(f"{child.__name__} rows are never reached from {type(self._row).__name__}.")
        return self._views(related)

    def _views(self, manager: models.Manager) -> list["View"]:
        return [self._reader.view(row) for row in manager.all()]

    def _date(self, value: PartialDate) -> PartialDate:
        return value if self._reader.is_named else value.coarsened()

    def is_same_row(self, other: object) -> bool:
        return self._row == row_behind(other)

    @property
    def key(self) -> Key:
        """Identity of the row inside this process: to tie facts together, never to be published."""
        return (kind_of(self._row), self._row.pk)


def row_behind(given: object) -> object:
    """The row of a view, or what is none: to be compared and counted, never to be published."""
    return given._row if isinstance(given, View) else given


def _empty(field: object) -> str | list | None:
    if getattr(field, "base_field", None):
        return []
    return "" if isinstance(field, models.CharField | models.TextField) else None
