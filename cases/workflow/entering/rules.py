"""What the constraints say about rows that are not saved yet: which is broken, beside which field, in which words.

The constraints and their sentences stand with their models (`cases.models.constraints`).
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from django.db.models import Field, Model
from django.utils.translation import gettext as _

from cases.models.constraints import Told, ToldUnique
from cases.models.fields import PartialDateField
from cases.workflow.entering.texts import unfit


def broken(row: Model, *, within: str = "") -> Iterator[tuple[str, str]]:
    """Field and sentence for each constraint the row would break if it were saved.

    `within` names the foreign key to the record the row is part of: uniqueness within it is `repeated`'s
    business, which knows the other rows being saved.
    """
    fill_companions(row)
    for constraint in row._meta.constraints:
        if isinstance(constraint, ToldUnique) and within in constraint.fields:
            continue
        if isinstance(constraint, Told) and constraint.is_broken_by(row):
            yield constraint.field, constraint.get_violation_error_message()


def judged(row: Model, *, within: str = "") -> Iterator[tuple[str, str]]:
    """What is wrong with a row that no form has read: its constraints, then its texts."""
    yield from broken(row, within=within)
    yield from unfit(row)


def repeated(
    rows: Sequence[Model], *, within: str, stored: Callable[[ToldUnique], dict] = lambda constraint: {}
) -> Iterator[tuple[int, str, str]]:
    """Position, field and sentence for each row that may not stand beside an earlier one of the same record.

    `rows` are of one model, as they will stand after saving. `stored` gives, for a constraint, the values on file
    by the key of the row that holds them, where these could be in the way.
    """
    if not rows:
        return
    for constraint in within_record(type(rows[0]), within):
        for position in _twins(rows, constraint, within, stored(constraint)):
            yield position, constraint.field, constraint.get_violation_error_message()
    for field in rows[0]._meta.concrete_fields:
        if field.unique and not field.primary_key:
            for position in _equals(rows, field):
                yield position, field.name, _("Another row says the same.")


def within_record(model: type[Model], within: str) -> list[ToldUnique]:
    """The constraints that no two rows of one record may break."""
    return [
        each for each in model._meta.constraints if isinstance(each, ToldUnique) and within in each.fields
    ]


def fill_companions(row: Model) -> None:
    """Fill the companion columns of partial dates, which are otherwise written only on saving."""
    for field in _dates(type(row)):
        field.fill_companions(row)


@cache
def _dates(model: type[Model]) -> tuple[PartialDateField, ...]:
    return tuple(field for field in model._meta.concrete_fields if isinstance(field, PartialDateField))


def _twins(rows: Sequence[Model], constraint: ToldUnique, within: str, stored: dict) -> Iterator[int]:
    seen = set()
    for position, row in enumerate(rows):
        values = constraint.values_of(row, but=within)
        if None in values or not constraint.concerns(row):
            continue
        if values in seen or stored.get(values, row.pk) != row.pk:
            yield position
        seen.add(values)


def _equals(rows: Sequence[Model], field: Field) -> Iterator[int]:
    seen = []
    for position, row in enumerate(rows):
        value = getattr(row, field.attname)
        if value is None and field.is_relation:
            value = field.get_cached_value(row, default=None)
        if value is not None and value in seen:
            yield position
        seen.append(value)
