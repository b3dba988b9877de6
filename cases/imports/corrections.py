"""Our own CSV as somebody brings it to the desk: each line against the version it was downloaded from
(`own/changes.py`), said as the rows of any list are."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from cases.imports.own import changes
from cases.imports.own.document_file import Line
from cases.imports.own.files import is_own_header
from cases.imports.tables import REASONS, File, Row, Table, open_table
from cases.models import Case
from cases.models.list_import import Verdict
from cases.register.fields import FIELD

VERDICTS = {changes.SAME: Verdict.SAME, changes.CHANGES: Verdict.CHANGED, changes.ERROR: Verdict.ERROR}


@dataclass
class Corrected:
    """What a line asks to be changed of its case."""

    line: changes.Verdict

    @property
    def row(self) -> int:
        return self.line.row

    @property
    def verdict(self) -> Verdict:
        return VERDICTS[self.line.outcome]

    @property
    def name(self) -> str:
        """An error leads nowhere, so that its reference has to stand in it."""
        told = (self.line.reference if self.line.errors else "", self.line.cells.get("title", ""))
        return " ".join(filter(None, told))

    @cached_property
    def told(self) -> dict[str, Any]:
        line = self.line
        if self.verdict == Verdict.ERROR:
            errors = [
                {"field": "", "column": each.column, "value": each.value[:200], "reason": each.reason}
                for each in line.errors
            ]
            return {"errors": errors}
        changed = [[str(FIELD[each.column].label), each.before, each.after, True] for each in line.changes]
        told = {"case": line.case, "reference": line.reference, "because": _("our reference")}
        return {**told, "changes": changed}

    @property
    def digest(self) -> str:
        text = json.dumps([self.row, self.line.reference, self.verdict, self.told], ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()

    def carry_out(self, *, by: User) -> Case:
        """Raises Refused where the case cannot be changed so any more."""
        return changes.carry_out(self.line, by=by)


def corrected_by(file: File, name: str, *, by: User, encoding: str) -> Iterator[Corrected]:
    """What would come of each line, as `by`."""
    table = open_table(file, name, encoding=encoding)
    lines = (_line(row, table) for row in table.rows(as_they_are=True))
    first: dict[str, int] = {}
    for line in changes.judged(lines, by=by):
        if line.reference and first.setdefault(line.reference, line.row) != line.row:
            line.refuse(
                "reference", line.reference, _("stands in row %(row)s too") % {"row": first[line.reference]}
            )
        yield Corrected(line)


def is_our_own(table: Table) -> bool:
    """Whether it has the columns of our own CSV, as it is or as the rows of it that had errors."""
    return is_own_header(name for name in table.header if name != REASONS)


def _line(row: Row, table: Table) -> Line:
    if row.errors:
        return Line(row.number, " ".join(": ".join(filter(None, each)) for each in row.errors.items()))
    cells = dict(zip(table.header, row.cells, strict=True))
    cells.pop(REASONS, None)
    return Line(row.number, cells)
