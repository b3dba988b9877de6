"""The stored lines of the file: exactly its cells, and nothing where a cell is empty."""

import pytest
from django.db import models

from cases.register.cells import csv_cell
from cases.register.fields import CSV_COLUMNS, FIELD
from cases.register.published_case import PublishedCase
from cases.register.published_cells import CELL_COLUMNS, STORED_COLUMNS, PublishedCells, cells_of
from cases.register.register import put, withdraw
from tests.register.documents import case_document, charge, person, proceeding


@pytest.fixture
def published(db):
    """Publish a case; answers its reference."""

    def published(**changes) -> str:
        document = case_document(**changes)
        put(document)
        return document["reference"]

    return published


def test_every_stored_column_of_the_file_is_a_text_that_may_be_null():
    columns = {column.name: column for column in PublishedCells._meta.get_fields()}

    assert set(CELL_COLUMNS) == set(CSV_COLUMNS) - {"url", "licence", "custody_last_known"}
    assert set(columns) == {"row_number", *STORED_COLUMNS}
    for name in CELL_COLUMNS:
        assert isinstance(columns[name], models.TextField) and columns[name].null, name


def test_a_case_has_the_cells_its_columns_make(published):
    reference = published(
        title="=1+1",
        person=person("Rəna Quliyeva", "Рена Гулиева"),
        proceedings=[proceeding(charge("one"), charge("two", number=2, status=""))],
    )

    case, cells = PublishedCase.objects.get(), PublishedCells.objects.get()

    assert cells.row_number == case.row_number
    assert (cells.reference, cells.version, cells.title) == (reference, "1", "'=1+1")
    assert (cells.charges, cells.charge_statuses) == ("one | two", "charged | ")
    assert cells.published_at == case.published_at.isoformat().replace("+00:00", "Z")
    for name in CELL_COLUMNS:
        assert (getattr(cells, name) or "") == csv_cell(FIELD[name], getattr(case, name)), name


def test_an_empty_cell_is_null_so_that_the_file_has_nothing_there(published):
    published(summary="", end={"text": "", "words": "", "earliest": None, "latest": None})

    cells = PublishedCells.objects.get()

    assert (cells.summary, cells.end_date, cells.end_earliest, cells.methods) == (None, None, None, None)
    assert "" not in {getattr(cells, name) for name in CELL_COLUMNS}


def test_a_column_that_is_missing_is_an_error():
    with pytest.raises(KeyError):
        cells_of({"reference": "C-1"})


def test_cells_are_replaced_by_a_correction_and_go_with_a_withdrawal(published):
    document = case_document(title="First")
    put(document)
    put(document | {"title": "Second"})
    staying = published(title="Another")

    assert set(PublishedCells.objects.values_list("title", "version")) == {("Second", "2"), ("Another", "1")}

    withdraw(document["reference"], announced=False)

    assert list(PublishedCells.objects.values_list("reference", flat=True)) == [staying]
