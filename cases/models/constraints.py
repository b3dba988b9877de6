"""Constraints that somebody who enters records can break, each with its sentence and the field it is told beside.

What no form and no file can break stays one of Django's own constraints: it has nobody to speak to. A broken one is
found without asking the database: whoever reads a thousand rows of a file cannot ask a thousand times for each of the
rules. A test holds the answers against the database's own.
"""

import operator
from collections.abc import Sequence
from copy import copy
from typing import TYPE_CHECKING, Any, Self

from django.db.models import CheckConstraint, F, Model, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

EMPTY = _("This cannot stand empty.")
BEFORE_START = _("This lies before the start.")


class Told:
    """Mixin: `field` is where the sentence stands. Migrations know the constraint as Django's own."""

    def __init__(self, *, field: str, **given: Any) -> None:
        super().__init__(**given)
        self.field = field

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        _, args, given = super().deconstruct()
        return (f"django.db.models.{self.django_name}", args, given)

    def clone(self) -> Self:
        return copy(self)


class ToldCheck(Told, CheckConstraint):
    """What must hold of a row by itself."""

    django_name = "CheckConstraint"

    def is_broken_by(self, row: Model) -> bool:
        """Whether the database would refuse the row. Companions of partial dates are filled before."""
        assert isinstance(self.condition, Q), self.name
        return holds(self.condition, row) is False


class ToldUnique(Told, UniqueConstraint):
    """What no two rows may share; with a condition, two rows for which it holds.

    `told_where`: the condition under which it is told, where that is wider than what the database holds to: of rows
    that whoever asks may not know of, nothing is told (`need_to_know.py`), so there the database must not speak.
    """

    django_name = "UniqueConstraint"

    def __init__(self, *, told_where: Q | None = None, **given: Any) -> None:
        super().__init__(**given)
        self.told_where = told_where or self.condition

    def values_of(self, row: Model, *, but: str = "") -> tuple:
        """What the row must not share, without the field `but`; None among it shares nothing."""
        names = (name for name in self.fields if name != but)
        return tuple(getattr(row, row._meta.get_field(name).attname) for name in names)

    def concerns(self, row: Model) -> bool:
        return self.told_where is None or holds(self.told_where, row) is True

    def is_broken_by(self, row: Model) -> bool:
        """Whether a row on file holds the same already, of those that may be known. One query, if that."""
        values = self.values_of(row)
        if None in values or not self.concerns(row):
            return False
        others = type(row)._default_manager.filter(
            self.told_where or Q(), **dict(zip(self.fields, values, strict=True))
        )
        return others.exclude(pk=row.pk).exists()


def not_before(end: str, start: str, name: str, sentence: "str | _StrPromise" = BEFORE_START) -> ToldCheck:
    """The partial date `end` does not lie wholly before `start`."""
    return ToldCheck(
        name=name,
        field=end,
        condition=Q(**{f"{end}_latest__isnull": True})
        | Q(**{f"{start}_earliest__isnull": True})
        | Q(**{f"{end}_latest__gte": F(f"{start}_earliest")}),
        violation_error_message=sentence,
    )


_LOOKUPS = {
    "exact": operator.eq,
    "gt": operator.gt,
    "gte": operator.ge,
    "in": lambda value, several: value in several,
    "range": lambda value, ends: ends[0] <= value <= ends[1],
    "contains": lambda codes, wanted: set(wanted) <= set(codes),
    "len": lambda codes, number: len(codes) == number,
}


def holds(condition: Q, row: Model) -> bool | None:
    """Whether a constraint's condition holds of a row as it stands in memory; None where SQL says unknown, which
    breaks nothing. Raises KeyError for a lookup no constraint has used yet."""
    parts = [holds(part, row) if isinstance(part, Q) else _compared(part, row) for part in condition.children]
    if condition.connector == Q.XOR:
        raise ValueError("No constraint is an exclusive or.")
    decisive = condition.connector == Q.OR
    answer = decisive if decisive in parts else None if None in parts else not decisive
    return not answer if condition.negated and answer is not None else answer


def _compared(part: Any, row: Model) -> bool | None:
    path, wanted = part
    name, _, lookup = path.partition("__")
    value = _value(row, name)
    if lookup == "isnull":
        return (value is None) == wanted
    if isinstance(wanted, F):
        wanted = _value(row, wanted.name)
    if value is None or wanted is None:
        return None
    return _LOOKUPS[lookup or "exact"](value, wanted)


def _value(row: Model, name: str) -> Any:
    field: Any = row._meta.pk if name == "pk" else row._meta.get_field(name)
    value = getattr(row, field.attname)
    if value is None and field.is_relation:
        # A row that is to be saved in the same step has no key yet, and is none the less there.
        return field.get_cached_value(row, default=None)
    return field.get_prep_value(value)
