"""The rows that cannot be imported, as a file of their own: as they came, with the reasons in a column before them."""

import csv
import json
import tempfile
from collections.abc import Iterable, Iterator
from typing import Self

from cases.imports.tables import REASONS, File, open_table
from cases.text.formulas import guarded


class _Line:
    """What csv writes to: each line is taken as it comes."""

    def write(self, line: str) -> str:
        return line


class Reasons:
    """Reasons by row, in the order of the rows, kept in a file that is gone with the program: a million bad rows take
    no more memory than one."""

    def __init__(self) -> None:
        self.count = 0
        self._file = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115  # closed by __exit__

    def add(self, row: int, reasons: list[str]) -> None:
        self.count += 1
        self._file.write(json.dumps([row, reasons], ensure_ascii=False) + "\n")

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        self._file.seek(0)
        for line in self._file:
            row, reasons = json.loads(line)
            yield row, reasons

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._file.close()


def rows_with_reasons(
    file: File, name: str, reasons: Iterable[tuple[int, Iterable[str]]], *, encoding: str
) -> Iterator[str]:
    """Lines of a CSV: the header, then each row of the file that has reasons; these come by number, in order."""
    table = open_table(file, name, encoding=encoding)
    header = [each for each in table.header if each != REASONS]
    kept = [at for at, each in enumerate(table.header) if each != REASONS]
    writer = csv.writer(_Line(), lineterminator="\n")
    yield "\ufeff" + writer.writerow([REASONS, *header])
    left = iter(reasons)
    wanted = next(left, None)
    # Blanks at the end of a cell may be an empty place of a list in it.
    for row in table.rows(as_they_are=True):
        told: list[str] = []
        while wanted is not None and wanted[0] <= row.number:
            told += wanted[1] if wanted[0] == row.number else ()
            wanted = next(left, None)
        if told:
            cells = [row.cells[at] if at < len(row.cells) else "" for at in kept]
            yield writer.writerow([" ".join(dict.fromkeys(told)), *map(guarded, cells)])
