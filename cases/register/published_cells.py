"""The lines of `/cases.csv`, cell by cell, so that PostgreSQL writes the file by itself: one row each, text only.

What a value looks like in a cell, and the guard against formulas, is in `cells.py`: done once when a case is
published, because the same work inside a query makes a download three times as long. The address and the licence
are no columns here, they come with the reading. Nothing but downloads reads this table; pages and the API show
the plain text of `published_case.py`.
"""

from datetime import date

from django.db import models

from cases.register.cells import csv_cell
from cases.register.fields import CSV_COLUMNS, FIELD

CELL_COLUMNS: tuple[str, ...] = tuple(name for name in CSV_COLUMNS if FIELD[name].stored)
"""The columns of the file that are stored here, in the order of the file."""


LAST_KNOWN_FROM = "last_known_from"
"""Beside the cells: the first day on which custody is only last known."""
STORED_COLUMNS: tuple[str, ...] = (*CELL_COLUMNS, LAST_KNOWN_FROM)


def cells_of(columns: dict) -> dict[str, str | date | None]:
    """Column name → cell, of a case's row with `version` and `published_at`; None for a cell that is empty.

    An empty text would stand in the file as `""`, and not as nothing.
    """
    cells = {name: csv_cell(FIELD[name], columns[name]) or None for name in CELL_COLUMNS}
    return cells | {LAST_KNOWN_FROM: columns[LAST_KNOWN_FROM]}


class _Cells(models.Model):
    """One text column for each stored column of the file."""

    class Meta:
        abstract = True
        app_label = "cases"


for _name in CELL_COLUMNS:
    models.TextField(FIELD[_name].label, null=True).contribute_to_class(_Cells, _name)


class PublishedCells(_Cells):
    """The line of the published case with the same row number.

    `last_known_from` is compared with the day of the download, see `custody_last_known` in `fields.py`.
    """

    row_number = models.BigIntegerField(primary_key=True)
    last_known_from = models.DateField(null=True)

    class Meta:
        app_label = "cases"
        verbose_name_plural = "published cells"

    def __str__(self):
        return self.reference or ""
