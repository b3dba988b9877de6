"""Which of our two formats a file is of."""

from pathlib import Path

from cases.imports.own.csv_file import CsvFile
from cases.imports.own.document_file import DocumentFile
from cases.imports.own.restoring import OwnFile


def own_file(path: Path) -> OwnFile:
    """Documents begin with a brace, the CSV with the name of its first column. Raises OSError."""
    with path.open("rb") as content:
        begins_with = content.read(64).lstrip(b"\xef\xbb\xbf \t\r\n")
    return DocumentFile(path) if begins_with.startswith(b"{") else CsvFile(path)
