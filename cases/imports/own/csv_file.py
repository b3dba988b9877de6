"""`/cases.csv` as it was downloaded, line by line, also as `?excel=1` writes it."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path

from django.utils import timezone

from cases.imports.own.cells_back import value_of, values_of
from cases.imports.own.document_file import Line, Made, Outline
from cases.imports.own.errors import NotRestored, Unfit, Wrong
from cases.imports.own.row_document import document_of_row
from cases.register.cells import SEPARATOR, csv_cell
from cases.register.documents.writing import checked
from cases.register.fields import CSV_COLUMNS, FIELD, FIELDS
from cases.register.register import Prepared, prepare
from cases.register.row import printed

LONGEST_CELL = 1_000_000
COMPARED = tuple(field.name for field in FIELDS if "csv" in field.where and field.origin == "document")
"""What follows from the document; the others are the register's, or the moment's of reading."""

Cells = dict[str, str]

_NOT_UTF_8 = re.compile("[\udc80-\udcff]")


class CsvFile:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._titles: dict[str, str] = {}
        """Of the cases that others are tried together with, once the outline was asked for."""

    def lines(self) -> Iterator[Line]:
        """Each line with its cells by column; a line that cannot be read, with the reason. Raises NotRestored."""
        with self._open() as text:
            reader = csv.reader(text, delimiter=self._delimiter, strict=True)
            header = next(reader)
            for line in _numbered(reader, header):
                yield self._with_titles(line) if self._titles else line

    def _with_titles(self, line: Line) -> Line:
        tied = "" if isinstance(line.content, str) else line.content["co_defendants"]
        titles = {each: self._titles[each] for each in tied.split(SEPARATOR) if each in self._titles}
        return replace(line, titles=titles) if titles else line

    @cached_property
    def _delimiter(self) -> str:
        with self._open() as text:
            first = text.readline(100_000).rstrip("\r\n")
        for delimiter in (",", ";"):
            names = next(csv.reader([first], delimiter=delimiter), [])
            if sorted(names) == sorted(CSV_COLUMNS):
                return delimiter
        missing = [name for name in CSV_COLUMNS if name not in first]
        told = f" There is no column {', '.join(missing)}." if missing else ""
        raise NotRestored(f"The first line does not hold the columns of /cases.csv.{told}")

    def _open(self):
        csv.field_size_limit(LONGEST_CELL)
        return self._path.open(encoding="utf-8-sig", errors="surrogateescape", newline="")

    def outline(self) -> Outline:
        outline, first = Outline(), {}
        tied: set[str] = set()
        for line in self.lines():
            if isinstance(line.content, str):
                continue
            reference = line.content["reference"]
            if reference in first:
                outline.twice.append(
                    Wrong(line.row, "reference", reference, f"stands in row {first[reference]} too")
                )
            first.setdefault(reference, line.row)
            tied.update(line.content["co_defendants"].split(SEPARATOR))
        outline.references = list(first)
        if tied - {""}:
            for line in self.lines():
                if not isinstance(line.content, str) and line.content["reference"] in tied:
                    self._titles[line.content["reference"]] = _title(line.content["title"])
        return outline

    @staticmethod
    def made(lines: Iterable[Line], dry: bool = False) -> list[Made]:
        """What the lines give. Needs no database, so that another process can do it."""
        today = timezone.localdate()
        return [_made(line, today, dry=dry) for line in lines]


def _title(cell: str) -> str:
    try:
        return value_of(FIELD["title"], cell)
    except Unfit:
        return cell  # told when its own line is read


def _numbered(reader: Iterator[list[str]], header: list[str]) -> Iterator[Line]:
    row = 1
    while True:
        row += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Line(row, f"cannot be read as CSV: {error}")
            continue
        if not cells:
            continue
        if len(cells) != len(header):
            yield Line(row, f"has {len(cells)} cells where the first row has {len(header)}")
        elif any(_NOT_UTF_8.search(cell) for cell in cells if not cell.isascii()):
            yield Line(row, "is not written in UTF-8")
        else:
            yield Line(row, dict(zip(header, cells, strict=True)))


def _made(line: Line, today: date, *, dry: bool) -> Made:
    if isinstance(line.content, str):
        return Made(line.row, errors=[Wrong(line.row, "", "", line.content)])
    made = Made(line.row)
    values, unfit = values_of(line.content)
    if not unfit:
        try:
            made.prepared = _prepared(values, line.titles, today, dry=dry)
        except Unfit as error:
            unfit = [error]
        except ValueError as error:
            column, _colon, reason = str(error).partition(": ")
            unfit = [Unfit(column, line.content.get(column, ""), reason)]
    if unfit:
        made.prepared = None
        made.errors = [Wrong(line.row, each.column, each.value, each.reason) for each in unfit]
    else:
        _compare(line, values, made)
    if dry and made.prepared:
        made.prepared = made.prepared._replace(columns={})  # they were compared, and nobody writes them
    return made


def _prepared(values: dict, titles: Mapping[str, str], today: date, *, dry: bool) -> Prepared:
    document = document_of_row(values, titles=titles, today=today)
    # What it is found by is needed by nobody who only looks.
    return Prepared(checked(document), "", printed(document), None) if dry else prepare([document])[0]


def _compare(line: Line, values: dict, made: Made) -> None:
    """What is entered has to come back as it stands; of what is derived, say where it does not."""
    for name in COMPARED:
        if values[name] == made.prepared.columns[name]:
            continue
        cell, comes_back = line.content[name], csv_cell(FIELD[name], made.prepared.columns[name])
        if cell == comes_back:
            continue
        if FIELD[name].entered:
            made.errors.append(
                Wrong(line.row, name, cell, f"cannot be kept as it stands; it would read “{comes_back}”")
            )
        else:
            made.differences.append(Wrong(line.row, name, cell, f"is worked out as “{comes_back}”"))
    if made.errors:
        made.prepared = None
