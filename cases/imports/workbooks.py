"""Workbooks (XLSX): looked over before they are opened, then read by python-calamine; formulas are never worked out.

A workbook is an archive that somebody else packed: what it unpacks to is bounded first.
"""

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

from cases.imports.tables import File, Row, opened
from cases.imports.unreadable import Unreadable

MOST_ROWS = 100_000
MOST_RATIO = 20
SMALL = 1024 * 1024
"""Bytes unpacked, of which no ratio is asked: a small sheet of the same word packs better than any bomb."""

_FORMULA = re.compile(rb'<c\b[^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^>]*>\s*<f[\s>/]')
_PIECE = 1 << 20


def read_workbook(file: File) -> Callable[[], Iterable[Row]]:
    """A way to read the rows of the first sheet that has any. Raises Unreadable."""
    with opened(file) as stream:
        try:
            with zipfile.ZipFile(stream) as archive:
                formulas = _looked_over(archive)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
            raise Unreadable(_("The workbook is damaged, or locked with a password.")) from error
    with opened(file) as stream:
        try:
            book = CalamineWorkbook.from_object(stream)
            sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
        except (CalamineError, ValueError, OSError) as error:
            raise Unreadable(_("The workbook is damaged, or of a kind that is not read.")) from error
    filled = [each for each in sheets if each.height]
    if not filled:
        raise Unreadable(_("The workbook has no row with anything in it."))
    sheet = filled[0]
    if sheet.height > MOST_ROWS + 1:
        raise Unreadable(
            _("The sheet has more than %(most)s rows. Divide it, or save it as CSV.")
            % {"most": f"{MOST_ROWS:,}"}
        )
    begins = sheet.start[0] + 1 if sheet.start else 1
    # Formulas are told apart by sheet only where there is one sheet to tell.
    of_sheet = formulas if len(filled) == 1 else {}

    def rows() -> Iterator[Row]:
        for number, cells in enumerate(sheet.iter_rows(), start=begins):
            row = Row(number, [as_text(cell) for cell in cells])
            if number in of_sheet:
                row.notes.append(
                    _("Column %(columns)s: a formula is not worked out; its last value is read.")
                    % {"columns": ", ".join(of_sheet[number][:5])}
                )
            yield row

    return rows


def as_text(value: Any) -> str:
    """A cell as somebody would type it: days as 2024-10-03, whole numbers without a point."""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _looked_over(archive: zipfile.ZipFile) -> dict[int, list[str]]:
    """Where formulas stand: columns by row. Raises Unreadable for what is not opened at all."""
    entries = archive.infolist()
    names = [each.filename.lower() for each in entries]
    if not any(name.startswith("xl/") for name in names):
        raise Unreadable(_what_else(names))
    packed = sum(each.compress_size for each in entries)
    unpacked = sum(each.file_size for each in entries)
    if unpacked > SMALL and unpacked > MOST_RATIO * packed:
        raise Unreadable(
            _("The workbook unpacks to more than %(most)s times its size. Save it as CSV.")
            % {"most": MOST_RATIO}
        )
    if any(name.endswith("vbaproject.bin") for name in names):
        raise Unreadable(_("The workbook holds macros. Save it as .xlsx or CSV, without them."))
    if any("externallinks/" in name for name in names):
        raise Unreadable(_("The workbook leads to other files. Break its links, or save it as CSV."))
    formulas: dict[int, list[str]] = {}
    for entry in entries:
        if re.fullmatch(r"xl/worksheets/[^/]+\.xml", entry.filename):
            for column, row in _formulas_in(archive, entry):
                formulas.setdefault(row, []).append(column)
    return formulas


def _what_else(names: list[str]) -> str:
    if any(name.startswith("word/") for name in names):
        return _(
            "This is a document of Word. Copy its table into a spreadsheet, and bring that as .xlsx or CSV."
        )
    if "content.xml" in names or any(name.startswith("ppt/") for name in names):
        return _("This is no workbook of Excel (.xlsx). Save it as .xlsx or CSV.")
    return _("This is a ZIP archive. Unpack it, and bring the list that is in it.")


def _formulas_in(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[tuple[str, int]]:
    with archive.open(entry) as stream:
        rest = b""
        while piece := stream.read(_PIECE):
            text = rest + piece
            whole = text.rfind(b"</c>") + 4
            if whole < 4:
                rest = text[-_PIECE:]
                continue
            for found in _FORMULA.finditer(text, 0, whole):
                yield found[1].decode(), int(found[2])
            rest = text[whole:]
