"""What a record with one of a kind need not say, and what it must say at least."""

from collections.abc import Iterable
from typing import TypeVar

from django.utils.translation import gettext as _

from cases.models import PersonName, Violation

Row = TypeVar("Row", PersonName, Violation)


def mark_a_primary(rows: Iterable[Row]) -> Row | None:
    """Mark the first row when none is primary, and return it, to be saved; None when there is nothing to mark.

    `rows` are those that may be primary, in order: of names those that may be public.
    """
    rows = list(rows)
    if not rows or any(row.is_primary for row in rows):
        return None
    rows[0].is_primary = True
    return rows[0]


def missing_name(names: Iterable[str]) -> str:
    """What is wrong with the names of a person; "" if there is one."""
    return "" if any(names) else _("Give at least one name.")
