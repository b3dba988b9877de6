"""What the cells of a line say of the case: the rows of its parts, and which cell each of their values is from.

Nothing is looked up here; `listed.py` has found the records that cells name.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model

from cases.vocabularies.charge_words import category_of
from cases.workflow.entering.cells import STATUS_BY_VERDICT
from cases.workflow.entering.printed import CODE
from cases.workflow.entering.terms import term_typed

Cells = Mapping[str, Any]
Where = tuple[str, int, str]
"""Part, row and field of an Entry, where a cell's value went."""

HOLDS = frozenset(
    {
        "arrest",
        "detained",
        "arrest_foreign_request",
        "taken_into_custody",
        "remand",
        "administrative_sentence",
        "confirmed_still_held",
    }
)
"""Kinds of event that say that somebody was held."""


_BETWEEN_CHARGES = re.compile(r"[;|\n]")


def charges_in_words(articles: Any) -> list[dict[str, str]]:
    """Charges of a cell that names no article: `drug trafficking`, `госизмена`. None of a cell with a number in it, and
    none of words of which nobody can tell the category: an article may be misspelt."""
    typed = str(articles)
    if any(letter.isdigit() for letter in typed):
        return []
    said = [" ".join(each.split()) for each in _BETWEEN_CHARGES.split(typed) if each.strip()]
    charges = [{"verbatim": each, "category": category_of(each)} for each in said]
    return charges if all(each["category"] for each in charges) else []


@dataclass
class Parts:
    rows: dict[str, list[Cells]] = field(default_factory=dict)
    where: dict[Where, str] = field(default_factory=dict)

    def add(self, part: str, values: Cells, **cells: str) -> int:
        """Add a row, with the cell of each of its fields by name. Returns its number."""
        rows = self.rows.setdefault(part, [])
        rows.append({name: value for name, value in values.items() if value not in (None, "")})
        self.where |= {(part, len(rows), name): cell for name, cell in cells.items()}
        return len(rows)


def parts_of(
    cells: Cells,
    later: Mapping[int, Cells],
    named: Mapping[str, Model],
    *,
    country: str,
    code: str,
    as_of: Any,
) -> Parts:
    """The rows of a case. `named`: the records that cells name, by cell; `code`: the law of a bare article."""
    parts = Parts()
    is_minor = code.startswith("CAO") or cells.get("verdict") == "administrative_sentence"
    _happened(parts, cells, later, named, as_of)
    kinds = {event["kind"] for event in parts.rows.get("events", ()) if "kind" in event}
    violation = {"kind": "detention" if kinds & HOLDS else "prosecution", "date": cells.get("arrested_on")}
    parts.add("violations", violation | {"place": named.get("place")}, date="arrested_on")
    if cells.keys() & {"articles", "court", "verdict", "term"}:
        _tried(parts, cells, named, country, is_minor)
    if "articles" in cells:
        status = STATUS_BY_VERDICT.get(str(cells.get("verdict", "")), "charged")
        own = dict.fromkeys(("printed_article", "verbatim", "category"), "articles")
        for charge in charges_in_words(cells["articles"]) or [
            {"printed_article": cells["articles"], CODE: code}
        ]:
            parts.add("charges", charge | {"status": status}, **own)
    _sentenced(parts, cells, later, is_minor, country)
    if "organisation" in named:
        tie = {"organisation": named["organisation"], "role": cells.get("organisation_role")}
        where = {"organisation": "organisation", "role": "organisation_role", "words": "post"}
        parts.add("affiliations", tie | {"words": cells.get("post")}, **where)
    return parts


def _tried(parts: Parts, cells: Cells, named: Mapping[str, Any], country: str, is_minor: bool) -> None:
    court = named["court"].name if "court" in named else cells.get("court")
    kind = "administrative" if is_minor else "criminal"
    values = {"jurisdiction": country, "kind": kind, "court": court, "is_final": cells.get("is_final")}
    parts.add("proceedings", values, court="court", is_final="is_final")


def _happened(
    parts: Parts, cells: Cells, later: Mapping[int, Cells], named: Mapping[str, Model], as_of: Any
) -> None:
    """The events, as far as the cells say."""
    if cells.keys() & {"arrested_on", "agency", "taken"}:
        values = {"kind": cells.get("taken") or "arrest", "date": cells.get("arrested_on")}
        values |= {"place": named.get("place"), "agency": named.get("agency")}
        parts.add("events", values, kind="taken", date="arrested_on")
    if cells.keys() & {"remand_until", "remand_court"}:
        values = {"kind": "remand", "until": cells.get("remand_until"), "court": named.get("remand_court")}
        parts.add("events", values, kind="remand_until", until="remand_until")
    if "verdict" in cells:
        values = {"kind": cells["verdict"], "date": cells.get("verdict_on"), "court": named.get("court")}
        parts.add("events", values, kind="verdict", date="verdict_on")
    for number, row in later.items():
        cell = f"later-{number}"
        values = {name: row.get(name) for name in ("kind", "decision", "date")}
        values |= {"place": named.get(f"{cell}-place"), "court": named.get(f"{cell}-court")}
        own = dict.fromkeys(("kind", "decision"), f"{cell}-kind")
        parts.add("events", values, **own, date=f"{cell}-date")
    if "held_at" in cells and as_of:
        values = {"kind": "confirmed_still_held", "date": as_of, "place": named.get("held_at")}
        parts.add("events", values, kind="held_at", date="held_at")


def _sentenced(parts: Parts, cells: Cells, later: Mapping[int, Cells], is_minor: bool, country: str) -> None:
    """The sentence; and for each term that came after one more, which takes the place of the one before."""
    before: int | None = None
    terms = [("term", cells.get("term"), cells.get("verdict_on"))]
    terms += [(f"later-{number}-term", row.get("term"), row.get("date")) for number, row in later.items()]
    for cell, term, day in terms:
        if term in (None, ""):
            continue
        kind = _kind_of(str(term), country) if is_minor else "imprisonment"
        values = {"printed_term": term, "kind": kind, "date": day, "supersedes": before}
        before = parts.add("sentences", values, **dict.fromkeys(("printed_term", "kind", "supersedes"), cell))


def _kind_of(term: str, country: str) -> str:
    """The kind of sentence of a minor offence: days of confinement, where the term does not say another."""
    kind = "administrative_arrest"
    try:
        said = term_typed(term, kind=kind, country=country)
    except ValidationError:
        return kind  # what is wrong with it is told where it is read
    return said.kind or ("fine" if said.amount is not None else kind)


def is_said(row: Cells, names: Sequence[str]) -> bool:
    return any(row.get(name) not in (None, "") for name in names)
