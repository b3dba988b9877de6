"""A file of documents, one JSON a line, as `manage.py export_documents` writes it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cases.imports.own.errors import Unfit, Wrong
from cases.register.documents.reading import UnreadableText, read
from cases.register.register import PREFIXES, Prepared, prepare
from cases.text.legible import illegible

Written = dict[str, Any]


@dataclass(frozen=True)
class Line:
    """One record of a file as it stands there, not read yet. `titles`: of others it names, where they are needed."""

    row: int
    content: Any
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Outline:
    """What has to be known of a whole file before its records are read: which there are, and whom they speak of."""

    references: list[str] = field(default_factory=list)
    named_elsewhere: set[str] = field(default_factory=set)
    twice: list[Wrong] = field(default_factory=list)


@dataclass
class Made:
    """What one record of a file gives: its document, ready to be put, or what is wrong with it. `differences`: what
    is worked out anew and was another in the file."""

    row: int
    prepared: Prepared | None = None
    errors: list[Wrong] = field(default_factory=list)
    differences: list[Wrong] = field(default_factory=list)


class DocumentFile:
    def __init__(self, path: Path) -> None:
        self._path = path

    def lines(self) -> Iterator[Line]:
        with self._path.open("rb") as lines:
            for row, line in enumerate(lines, start=1):
                if line.strip():
                    yield Line(row, line)

    def outline(self) -> Outline:
        outline, first = Outline(), {}
        for line in self.lines():
            try:
                document = json.loads(line.content)
                reference, on_account = document["reference"], document.get("targeted_because_of", "")
            except (ValueError, TypeError, KeyError, AttributeError):
                continue  # told when it is read
            if not isinstance(reference, str):
                continue
            if reference in first:
                outline.twice.append(
                    Wrong(line.row, "reference", reference, f"stands in line {first[reference]} too")
                )
            first.setdefault(reference, line.row)
            if on_account and isinstance(on_account, str):
                outline.named_elsewhere.add(on_account)
        outline.references = list(first)
        return outline

    @staticmethod
    def made(lines: Iterable[Line], dry: bool = False) -> list[Made]:
        """What the lines give. Needs no database, so that another process can do it."""
        return [_made(line) for line in lines]


def _made(line: Line) -> Made:
    try:
        return Made(line.row, _prepared(line.content))
    except Unfit as unfit:
        return Made(line.row, errors=[Wrong(line.row, unfit.column, unfit.value, unfit.reason)])
    except (UnreadableText, ValueError, TypeError, KeyError, AttributeError) as error:
        return Made(line.row, errors=[Wrong(line.row, "", "", f"is no public document: {error}")])


def _prepared(line: bytes) -> Prepared:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        raise Unfit("", "", "is not written in UTF-8") from None
    if found := illegible(text.strip()):
        raise Unfit("", found[0], "holds a character that nobody sees")
    document = read(text)
    if document["type"] not in PREFIXES:
        raise Unfit("type", document["type"], f"is not one of {', '.join(PREFIXES)}")
    prepared = prepare([document])[0]
    prepared.text.encode("utf-8")  # half a character, written as an escape, is none
    return prepared
