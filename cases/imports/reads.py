"""What was understood of a row, in words, for whoever looks at the preview."""

from typing import Any

from django.utils.translation import gettext as _

from cases.imports.columns import BY_NAME, Column
from cases.imports.said import Said
from cases.text.partial_dates import PartialDate
from cases.vocabularies.events import DECISIONS, EVENT_KINDS


def read_as(said: Said) -> list[list[str]]:
    """Column and what was understood of it, of all that a row says; the name stands beside it anyway."""
    cells = {name: value for name, value in said.cells.items() if name != "name"}
    for number, row in enumerate(said.later, start=1):
        kind, decision = row.get("kind", ""), row.get("decision", "")
        happened = (
            [EVENT_KINDS.label(kind), DECISIONS.label(decision)] if decision else [EVENT_KINDS.label(kind)]
        )
        rest = {name: value for name, value in row.items() if name not in ("kind", "decision")}
        what = {"what": ": ".join(map(str, happened))} if kind else {}
        cells |= {f"later_{number}_{name}": value for name, value in (what | rest).items()}
    return [
        [str(BY_NAME[name].label), _in_words(BY_NAME[name], value)]
        for name, value in cells.items()
        if name in BY_NAME and value not in ("", None, [])
    ]


def _in_words(column: Column, value: Any) -> str:
    if isinstance(value, PartialDate):
        return value.text or value.words
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(_in_words(column, each) for each in value)
    return str(column.codes.label(value)) if column.codes else str(value)
