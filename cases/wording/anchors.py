"""Ties facts and sources both ways: every fact gets an anchor, every source the list of facts that cite it."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from cases.wording.texts import Text


class _Fact(NamedTuple):
    id: str
    text: str
    sources: list[int]


def tied(file: dict) -> dict:
    """A case's or campaign's file, whose facts carry an `id` and are said as `fact`, and whose sources carry `facts`
    (id and words)."""
    facts = [_Fact("lead", _("The record as a whole"), file["marks"])]
    if file.get("status"):
        facts.append(_Fact("custody", file["status"]["sentence"], file["status"]["sources"]))
    for part, name in (
        ("violations", "label"),
        ("timeline", "title"),
        ("attributions", "sentence"),
        ("affiliations", "sentence"),
        ("participations", "sentence"),
        ("lawyers", "sentence"),
        ("positions", "position"),
        ("assessments", "framework"),
        ("interventions", "title"),
    ):
        facts += _anchored(file.get(part, []), part, name)
    for number, proceeding in enumerate(file.get("proceedings", []), start=1):
        proceeding["id"], proceeding["fact"] = f"proceeding-{number}", proceeding["kind"]
        facts.append(_Fact(proceeding["id"], proceeding["kind"], proceeding["stage_sources"]))
        facts += _anchored(proceeding["charges"], f"charge-{number}", "head")
        by_number = {charge["number"]: charge["id"] for charge in proceeding["charges"]}
        for charge in proceeding["charges"]:
            charge["replaced_by_id"] = by_number.get(charge["replaced_by"], "")
        facts += _anchored(proceeding["sentences"], f"sentence-{number}", "title")
    for source in file["sources"]:
        source["facts"] = [
            {"id": fact.id, "text": fact.text} for fact in facts if source["number"] in fact.sources
        ]
    return file


def _anchored(items: list[dict], prefix: str, name: str) -> list[_Fact]:
    for number, item in enumerate(items, start=1):
        item["id"], item["fact"] = f"{prefix}-{number}", _dated(item, name)
    return [_Fact(item["id"], item["fact"], item["sources"]) for item in items]


def _dated(item: dict, name: str) -> Text:
    words = f"{item['date']}: {item[name]}" if item.get("date") else item[name]
    return Text.around(words, item.get("date", ""), item[name])
