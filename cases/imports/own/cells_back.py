"""The cells of a line of `/cases.csv` as the values they were written from: the way back of `register/cells.py`."""

from collections.abc import Callable, Mapping
from datetime import date
from math import isfinite
from typing import Any

from django.utils.translation import gettext as _

from cases.imports.own.errors import Unfit
from cases.register.cells import SEPARATOR
from cases.register.fields import CSV_COLUMNS, FIELD, Field
from cases.text.formulas import unguarded, unguarded_parts
from cases.text.legible import illegible
from cases.text.line_ends import with_line_feeds
from cases.text.partial_dates import PartialDate, PartialDateError

PARTIAL_DATES = frozenset({"start_date", "end_date", "status_as_of", "confirmed_on", "held_at_as_of"})
TRUTHS = {"": None, "true": True, "false": False}

Values = dict[str, Any]

_NOTHING: Mapping[str, Callable[[], Any]] = {
    **dict.fromkeys(("text", "code", "moment"), str),
    **dict.fromkeys(("texts", "codes"), list),
    **dict.fromkeys(("integer", "number", "boolean", "date"), lambda: None),
}

_COLUMNS = [(name, FIELD[name], _NOTHING[FIELD[name].type]) for name in CSV_COLUMNS]

_GROUPS: dict[str, list[str]] = {}
for _name in CSV_COLUMNS:
    if FIELD[_name].parallel:
        _GROUPS.setdefault(FIELD[_name].parallel, []).append(_name)

GROUPS: Mapping[str, list[str]] = _GROUPS
"""The columns that have one position for each item of a kind, by that kind."""


def values_of(cells: Mapping[str, str]) -> tuple[Values, list[Unfit]]:
    """Column → value of a line, and every cell that cannot be read."""
    values: Values = {}
    errors: list[Unfit] = []
    for name, field, nothing in _COLUMNS:
        cell = cells[name]
        if not cell:
            # Most cells of a file say nothing.
            values[name] = nothing()
            continue
        try:
            values[name] = value_of(field, cell)
        except Unfit as unfit:
            values[name] = [] if field.is_list else None
            errors.append(unfit)
    for names in GROUPS.values():
        most = max(len(values[name]) for name in names)
        for name in names:
            if not values[name]:
                values[name] = [""] * most
            elif len(values[name]) != most:
                reason = _("has %(has)d positions where %(columns)s have %(most)d") % {
                    "has": len(values[name]),
                    "columns": ", ".join(names),
                    "most": most,
                }
                errors.append(Unfit(name, cells[name], reason))
    return values, errors


def value_of(field: Field, cell: str) -> Any:
    """Raises Unfit."""
    if not cell:
        return _NOTHING[field.type]()
    cell = with_line_feeds(cell)
    if found := illegible(cell):
        raise Unfit(field.name, found[0], _("holds a character that nobody sees"))
    if field.is_list:
        parts = unguarded_parts(cell.split(SEPARATOR))
        _check_codes(field, parts)
        return parts
    match field.type:
        case "integer":
            return _integer(field, cell)
        case "number":
            return _number(field, cell)
        case "boolean":
            if cell not in TRUTHS:
                raise Unfit(field.name, cell, _("is neither true nor false"))
            return TRUTHS[cell]
        case "date":
            return _day(field, cell)
        case "moment":
            return cell
    text = unguarded(cell)
    if field.type == "code":
        _check_codes(field, [text])
    if field.name in PARTIAL_DATES:
        _check_date(field, text)
    return text


def _check_codes(field: Field, codes: list[str]) -> None:
    if field.codes is None:
        return
    unknown = [code for code in codes if code and code not in field.codes]
    if unknown:
        raise Unfit(
            field.name,
            ", ".join(unknown),
            _("is no code of the list “%(list)s”") % {"list": field.codes.heading},
        )


def _integer(field: Field, cell: str) -> int | None:
    if not cell:
        return None
    if not (cell.isascii() and cell.removeprefix("-").isdecimal() and len(cell) <= 10):
        raise Unfit(field.name, cell, _("is no whole number"))
    return int(cell)


def _number(field: Field, cell: str) -> float | None:
    try:
        number = float(cell) if cell else None
    except ValueError:
        number = float("nan")
    if number is not None and not isfinite(number):
        raise Unfit(field.name, cell, _("is no number"))
    return number


def _day(field: Field, cell: str) -> date | None:
    try:
        return date.fromisoformat(cell) if cell else None
    except ValueError:
        raise Unfit(field.name, cell, _("is no day, such as 2024-10-03")) from None


def _check_date(field: Field, text: str) -> None:
    try:
        PartialDate(text)
    except PartialDateError:
        raise Unfit(field.name, text, _("is no EDTF date, such as 2024-10-03 or 2024~")) from None
