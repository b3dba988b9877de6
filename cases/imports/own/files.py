"""Which of our two formats a file is of, if it is of any."""

import csv
from collections.abc import Iterable
from pathlib import Path

from cases.imports.own.csv_file import CsvFile
from cases.imports.own.document_file import DocumentFile
from cases.register.fields import CSV_COLUMNS

OwnFile = CsvFile | DocumentFile

LONGEST_HEADER = 100_000


def own_file(path: Path) -> OwnFile:
    """Documents begin with a brace, the CSV with the names of its columns. Raises OSError."""
    with path.open("rb") as content:
        begins_with = content.read(64).lstrip(b"\xef\xbb\xbf \t\r\n")
    return DocumentFile(path) if begins_with.startswith(b"{") else CsvFile(path)


def is_own_header(names: Iterable[str]) -> bool:
    """Whether these are the columns of `/cases.csv`, and no others."""
    return sorted(names) == sorted(CSV_COLUMNS)


def is_own_csv(path: Path) -> bool:
    """Whether the first line holds the columns of `/cases.csv`, and no others. Raises OSError."""
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as text:
        first = text.readline(LONGEST_HEADER).rstrip("\r\n")
    return any(is_own_header(next(csv.reader([first], delimiter=mark), [])) for mark in ",;")
