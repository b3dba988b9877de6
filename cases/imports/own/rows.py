"""Private rows in great number, on their way to the database: checked, given keys, and copied in together."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache, partial
from math import inf
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import connection, models

from cases.imports.own.errors import Unfit
from cases.models.fields import CodeArrayField, CodeField, PartialDateField, ReferenceField
from cases.register.bulk import copy_in
from cases.text.partial_dates import PartialDate, PartialDateError
from cases.text.references import new_reference

KEYS_AT_ONCE = 2_000

ABOVE_ALL_KEYS = 2**62
"""Where the keys of rows begin that are never written: none is that of a row on file."""

Row = dict[str, Any]


class Rows:
    """Rows that wait to be written. With `dry` nothing is asked of the database, and nothing written."""

    def __init__(self, *, dry: bool = False) -> None:
        self.dry = dry
        self._waiting: dict[type[models.Model], list[Row]] = defaultdict(list)
        self._keys: dict[type[models.Model], list[int]] = defaultdict(list)
        self._counted = ABOVE_ALL_KEYS

    def new_key(self, model: type[models.Model]) -> int:
        """A key that no row of the table has or will get."""
        if self.dry:
            self._counted += 1
            return self._counted
        keys = self._keys[model]
        if not keys:
            with connection.cursor() as cursor:
                cursor.execute(
                    "WITH of_the_table AS MATERIALIZED (SELECT pg_get_serial_sequence(%s, 'id')::regclass AS name)"
                    " SELECT nextval(name) FROM of_the_table, generate_series(1, %s)",
                    [model._meta.db_table, KEYS_AT_ONCE],
                )
                keys.extend(reversed([key for (key,) in cursor.fetchall()]))
        return keys.pop()

    def add(
        self, model: type[models.Model], *, key: int | None = None, where: str = "", **values: Any
    ) -> int:
        """Put a row with these values; what is not given stands as the model has it. Partial dates are given as
        documents write them. Answers the key. Raises Unfit; `where` begins the way to what is wrong."""
        row = _plain(model).row(values, where)
        row["id"] = key or self.new_key(model)
        self._waiting[model].append(row)
        return row["id"]

    def amend(self, model: type[models.Model], key: int, **values: Any) -> None:
        """Change a row that still waits."""
        next(row for row in reversed(self._waiting[model]) if row["id"] == key).update(values)

    def __len__(self) -> int:
        return sum(map(len, self._waiting.values()))

    def forget(self) -> None:
        """Nothing of what waits is written."""
        self._waiting = defaultdict(list)

    def write(self) -> None:
        """Copy in what waits. Constraints of the database are checked as it is written, keys at the end of all."""
        waiting, self._waiting = self._waiting, defaultdict(list)
        if self.dry:
            return
        for model, rows in waiting.items():
            copy_in(model, rows)


Judge = Callable[[Any, str], None]
"""Raises Unfit for a value; the text is the way to it."""

Plan = tuple[list[str], list[tuple[str, Judge]], list[tuple[str, Callable[[], Any]]]]
"""Of some fields: the dates, those that are judged, and what is made for those that are not given."""


class _Plain:
    """How rows of one model are made of plain values."""

    def __init__(self, model: type[models.Model]) -> None:
        self._plans: dict[tuple[str, ...], Plan] = {}
        self._fixed: Row = {}
        self._made: dict[str, Callable[[], Any]] = {}
        self._dates: set[str] = set()
        self._judges: dict[str, Judge] = {}
        for field in model._meta.concrete_fields:
            self._learn(field)

    def _learn(self, field: models.Field) -> None:
        name = field.name
        if field.primary_key:
            return
        if isinstance(field, PartialDateField):
            self._dates.add(name)
            self._fixed |= {name: "", f"{name}_words": "", f"{name}_earliest": None, f"{name}_latest": None}
            return
        if isinstance(field, ReferenceField):
            self._fixed[name] = ""  # keeps its place among the columns
            self._made[name] = lambda prefix=field.prefix: new_reference(prefix)
        elif isinstance(field, ArrayField):
            self._fixed[name] = []
        else:
            self._fixed[name] = field.get_default()
        if judge := _judge_of(field):
            self._judges[name] = judge

    def row(self, values: Row, at: str) -> Row:
        row = self._fixed | values
        names = tuple(values)
        dates, judges, made = self._plans.get(names) or self._planned(names)
        for name in dates:
            value = values[name]
            row[name], row[f"{name}_words"] = value["text"], value["words"]
            row[f"{name}_earliest"], row[f"{name}_latest"] = _bounds(value["text"], _way(at, name))
        for name, judge in judges:
            judge(values[name], at)
        for name, make in made:
            row[name] = make()
        return row

    def _planned(self, names: tuple[str, ...]) -> Plan:
        """What becomes of the values of these fields: rows of a kind mostly have the same."""
        plan = self._plans[names] = (
            [name for name in names if name in self._dates],
            [(name, self._judges[name]) for name in names if name in self._judges],
            [(name, make) for name, make in self._made.items() if name not in names],
        )
        return plan


def _judge_of(field: models.Field) -> Judge | None:
    """What a field asks of its values, where it asks anything."""
    if isinstance(field, CodeArrayField) and field.code_list is not None:
        return partial(_are_listed, field.name, frozenset(field.code_list.codes))
    if isinstance(field, CodeField) and field.code_list is not None:
        codes = frozenset({*field.code_list.codes, *([""] if field.blank else [])})
        return partial(_is_listed, field.name, codes)
    if isinstance(field, models.CharField | models.TextField) and field.max_length:
        return partial(_is_text, field.name, field.max_length)
    if isinstance(field, models.IntegerField):
        return partial(_is_number, field.name, list(field.validators), *_limits(field))
    return None


def _is_listed(name: str, codes: frozenset[str], value: Any, at: str) -> None:
    if value not in codes:
        raise Unfit(_way(at, name), value, "is no code of the list")


def _are_listed(name: str, codes: frozenset[str], values: Any, at: str) -> None:
    unknown = [code for code in values if code not in codes]
    if unknown:
        raise Unfit(_way(at, name), ", ".join(map(str, unknown)), "is no code of the list")


def _is_text(name: str, most: int, value: Any, at: str) -> None:
    if not isinstance(value, str):
        raise Unfit(_way(at, name), value, "is no text")
    if len(value) > most:
        raise Unfit(_way(at, name), value, f"has {len(value)} characters; {most} are possible")


def _limits(field: models.IntegerField) -> tuple[float, float]:
    """Between which numbers none of its validators has anything to say; none, where one asks for something else."""
    low, high = -inf, inf
    for validator in field.validators:
        if isinstance(validator, MinValueValidator):
            low = max(low, validator.limit_value)
        elif isinstance(validator, MaxValueValidator):
            high = min(high, validator.limit_value)
        else:
            return inf, -inf
    return low, high


def _is_number(
    name: str, validators: list[Callable[[Any], None]], low: float, high: float, value: Any, at: str
) -> None:
    if value is None or (type(value) is int and low <= value <= high):
        return
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise Unfit(_way(at, name), value, "is no number")
    for validator in validators:
        try:
            validator(value)
        except ValidationError as error:
            raise Unfit(_way(at, name), value, " ".join(error.messages)) from None


def _way(at: str, name: str) -> str:
    return f"{at}.{name}" if at else name


@cache
def _plain(model: type[models.Model]) -> _Plain:
    return _Plain(model)


@lru_cache(maxsize=10_000)
def _bounds(text: str, way: str) -> tuple[date | None, date | None]:
    try:
        day = PartialDate(text)
    except PartialDateError:
        raise Unfit(way, text, "is no EDTF date") from None
    return day.earliest, day.latest
