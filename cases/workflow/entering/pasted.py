"""Lines that were pasted, taken apart into cells: a name on each, or columns as a spreadsheet copies them."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.text.line_ends import with_line_feeds
from cases.workflow.entering.entry import Wrong

MOST_LINES = 200
COLUMNS = (
    "name",
    "birth_date",
    "gender",
    "roles",
    "age_at_arrest",
    "articles",
    "term",
    "arrested_on",
    "verdict_on",
    "post",
    "title",
    "summary",
    "notes",
)
"""Cells a column may hold; what several lines name, such as a court, is said once for all."""
SEPARATORS = ("\t", ";", ",")


@dataclass(frozen=True)
class PastedLine:
    """`number` is that of the line as it was pasted, empty ones counted."""

    number: int
    cells: dict[str, str]


def read_pasted(text: str, columns: Sequence[str]) -> tuple[list[PastedLine], list[Wrong]]:
    """The lines that say something, and what is wrong with them: `row` of an error is the number of a line.

    Between cells stand tabs if there is one in the text, else semicolons, else commas; with one column a line is a
    cell. A cell in quotation marks may hold what separates; what is left over belongs to the last column if that is
    articles.
    """
    rows = [row.strip("\r") for row in with_line_feeds(text).split("\n")]
    said = [(number, row) for number, row in enumerate(rows, start=1) if row.strip()]
    if len(said) > MOST_LINES:
        told = ngettext("At most %(most)d line at a time.", "At most %(most)d lines at a time.", MOST_LINES)
        return [], [Wrong("", 0, "", told % {"most": MOST_LINES})]
    separator = next((each for each in SEPARATORS if any(each in row for _number, row in said)), ",")
    lines, errors = [], []
    for number, row in said:
        cells = (
            [row]
            if len(columns) == 1
            else next(csv.reader([row], delimiter=separator, skipinitialspace=True))
        )
        if len(cells) > len(columns) > 1 and columns[-1] == "articles":
            rest = len(columns) - 1
            cells = [*cells[:rest], ", ".join(each.strip() for each in cells[rest:])]
        over = [each for each in cells[len(columns) :] if each.strip()]
        if over:
            told = _("“%(cell)s” is in no column; there are %(columns)d.")
            errors.append(Wrong("", number, "", told % {"cell": over[0][:80], "columns": len(columns)}))
        lines.append(
            PastedLine(number, {name: cell.strip() for name, cell in zip(columns, cells, strict=False)})
        )
    return lines, errors
