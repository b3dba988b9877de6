"""A file of rows as numbered lists of texts, whatever format it came in, and what is wrong with each row by itself.

`open_table` looks at the beginning of a file; `Table.rows` reads it once more from there, a row at a time, so that a
file of a million rows takes no more memory than one of ten. Workbooks are `workbooks.py`'s.
"""

import csv
import hashlib
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from cases.imports.encodings import UTF_8, check_encoding
from cases.imports.unreadable import Unreadable
from cases.text.formulas import unguarded
from cases.text.legible import illegible
from cases.text.line_ends import with_line_feeds

MOST_BYTES = 50 * 1024 * 1024
MOST_ROWS = 1_000_000
MOST_COLUMNS = 200
DELIMITERS = ",;\t|"
REASONS = "reasons"
"""The column that a file of errors has before its own (`reports.py`); its cells are guarded against formulas."""
LONGEST_CELL = 100_000
"""Characters: a quotation mark that nobody closed swallows the rows after it, and not the whole file."""

File = bytes | Path

_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_ARCHIVES = (b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf")


@dataclass
class Row:
    """`number` as a spreadsheet counts it, with the header as row 1. `cells` stand under the columns of the header.
    `errors` are sentences by column, "" for the row as a whole; `notes` what is good to know."""

    number: int
    cells: list[str]
    errors: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


@dataclass
class Table:
    """`header`: the names of the columns, each once; those without a name are left out, and their cells."""

    header: list[str]
    _read: Callable[[], Iterable[Row]]
    _at: list[int]
    is_workbook: bool = False

    def rows(self, *, as_they_are: bool = False) -> Iterator[Row]:
        """Every row that says anything, but the header where it is repeated; blanks around a cell are left out, unless
        cells are wanted `as_they_are`. Raises Unreadable for too many."""
        count = 0
        for row in self._read():
            texts = [with_line_feeds(cell) for cell in row.cells]
            if not as_they_are:
                texts = [text.strip() for text in texts]
            if not any(text.strip() for text in texts) and not row.errors:
                continue
            count += 1
            if count > MOST_ROWS:
                raise Unreadable(
                    _("The file has more than %(most)s rows. Divide it.") % {"most": f"{MOST_ROWS:,}"}
                )
            beyond = [text for text in texts[max(self._at) + 1 :] if text]
            row.cells = [texts[at] if at < len(texts) else "" for at in self._at]
            if row.cells == self.header:
                continue
            if REASONS in self.header:
                row.cells = [unguarded(cell) for cell in row.cells]
            if beyond and not row.errors:
                row.errors[""] = _(
                    "The row has more cells than the header names columns: “%(text)s”. Is a separator in a text, which "
                    "would need quotation marks around it?"
                ) % {"text": beyond[0][:40]}
            _look_at_characters(row, self.header)
            yield row


def open_table(file: File, name: str, *, encoding: str = UTF_8) -> Table:
    """The table in a file. Raises Unreadable, which says why, and in which encoding it may be."""
    start = _start_of(file)
    if not start.strip():
        raise Unreadable(_("The file is empty."))
    is_workbook = start.startswith(b"PK\x03\x04")
    if is_workbook:
        from cases.imports.workbooks import read_workbook

        read: Callable[[], Iterable[Row]] = read_workbook(file)
    elif start.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable(_("This is a workbook of an old kind (.xls). Save it as .xlsx or CSV."))
    elif told := _no_table(start):
        raise Unreadable(told)
    else:
        check_encoding(file, encoding)
        delimiter = _delimiter_of(start, encoding)

        def read() -> Iterable[Row]:
            return _lines(file, encoding, delimiter)

    table = _with_header(read)
    table.is_workbook = is_workbook
    return table


def _no_table(start: bytes) -> str:
    """What a file is, by its first bytes, that is brought for a list and holds none; "" for what may be text."""
    if start.startswith(b"%PDF-"):
        return _("This is a PDF. Copy its table into a spreadsheet, and bring that as .xlsx or CSV.")
    if start.startswith(_IMAGES) or (start.startswith(b"RIFF") and start[8:12] == b"WEBP"):
        return _("This is an image. Type its table into a spreadsheet, and bring that as .xlsx or CSV.")
    if start.startswith(_ARCHIVES):
        return _("This is an archive of other files. Unpack it, and bring the list that is in it.")
    return ""


def hash_of(file: File) -> str:
    """SHA-256 of the file, in hex."""
    digest = hashlib.sha256()
    if isinstance(file, Path):
        with file.open("rb") as opened:
            while piece := opened.read(1 << 20):
                digest.update(piece)
    else:
        digest.update(file)
    return digest.hexdigest()


def _with_header(read: Callable[[], Iterable[Row]]) -> Table:
    first = next((row for row in read() if any(cell.strip() for cell in row.cells)), None)
    if first is None:
        raise Unreadable(_("The file has no row with anything in it."))
    if first.errors:
        raise Unreadable(*first.errors.values())
    names = [" ".join(cell.split()) for cell in first.cells]
    at = [position for position, name in enumerate(names) if name]
    if len(at) > MOST_COLUMNS:
        raise Unreadable(_("The file has more than %(most)s columns.") % {"most": MOST_COLUMNS})
    header: list[str] = []
    for position in at:
        name, again = names[position][:200], 2
        while name in header:
            name, again = f"{names[position][:190]} ({again})", again + 1
        header.append(name)
    if told := next((illegible(name) for name in header if illegible(name)), None):
        raise Unreadable(_("The header holds a character that nobody sees (%(code)s).") % {"code": told[0]})

    def rows_below() -> Iterator[Row]:
        return (row for row in read() if row.number > first.number)

    return Table(header, rows_below, at)


def _look_at_characters(row: Row, header: list[str]) -> None:
    if not illegible("".join(row.cells)):
        return
    for column, text in zip(header, row.cells, strict=True):
        if found := illegible(text):
            row.errors[column] = _(
                "After “%(before)s” stands a character that nobody sees and that changes how the text reads "
                "(%(code)s). Delete it."
            ) % {"before": found[1], "code": found[0]}


# Text with delimiters


def opened(file: File) -> io.BufferedIOBase:
    return file.open("rb") if isinstance(file, Path) else io.BytesIO(file)


def _start_of(file: File) -> bytes:
    with opened(file) as stream:
        return stream.read(1 << 16)


def _delimiter_of(start: bytes, encoding: str) -> str:
    """The one that stands most often in the first line, outside quotation marks."""
    text = start.decode(encoding, errors="replace").lstrip("\ufeff\r\n")
    first = text.splitlines()[0] if text.splitlines() else ""
    outside = "".join(first.split('"')[::2])
    return max(DELIMITERS, key=lambda each: (outside.count(each), -DELIMITERS.index(each)))


def _lines(file: File, encoding: str, delimiter: str) -> Iterator[Row]:
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        with io.TextIOWrapper(opened(file), encoding=encoding, newline="") as text:
            reader = csv.reader(text, delimiter=delimiter)
            number = 0
            while True:
                number += 1
                try:
                    cells = next(reader)
                except StopIteration:
                    return
                except csv.Error:
                    told = _(
                        "A cell holds more than %(most)s characters. Is a quotation mark opened here, and not closed?"
                    ) % {"most": f"{LONGEST_CELL:,}"}
                    yield Row(number, [], {"": told})
                    continue
                if number == 1 and cells:
                    cells[0] = cells[0].removeprefix("\ufeff")
                yield Row(number, cells)
    finally:
        csv.field_size_limit(before)
