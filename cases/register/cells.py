"""How a public value is written as text in one cell of a file. Which fields there are is in `fields.py`."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from cases.register.fields import Field
from cases.text.formulas import guarded, guarded_parts
from cases.text.line_ends import with_line_feeds

SEPARATOR = " | "
_LONE_BAR = re.compile(r"(?<!\S)\|(?!\S)")
_PLAIN_TYPES = frozenset({"integer", "number", "date", "moment", "boolean"})


def cell(field: Field, value) -> str:
    """The value as text: nothing for null, lists joined with ` | `, empty positions kept.

    A list in which no position holds anything is an empty cell. A bar standing alone inside a value becomes a
    slash, so that splitting a cell at ` | ` always gives the positions back.
    """
    if value is None:
        return ""
    if field.is_list:
        return SEPARATOR.join(_items(value))
    if field.type == "boolean":
        return "true" if value else "false"
    if field.type == "moment":
        return moment_text(value)
    if field.type == "date":
        return value.isoformat()
    return with_line_feeds(str(value))


def csv_cell(field: Field, value) -> str:
    """`cell`, made harmless for spreadsheets; numbers, dates and booleans need no guard.

    Of several values each has a guard of its own: split first, then take the guards away.
    """
    if value is None or value in ("", []):
        return ""
    if field.type in _PLAIN_TYPES:
        return cell(field, value)
    if field.is_list:
        return SEPARATOR.join(guarded_parts(_items(value)))
    return guarded(cell(field, value))


def _items(value: Iterable) -> list[str]:
    items = [_LONE_BAR.sub("/", with_line_feeds(str(item or ""))).strip() for item in value]
    return items if any(items) else []


def moment_text(moment: datetime) -> str:
    """ISO 8601 in UTC, to the second, with Z."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
