"""How a document of one version becomes one of the next, where an empty value would not say what is true of it."""

from collections.abc import Callable

from cases.register.documents.rules import FIRST_RULES


def _name_the_rules(document: dict) -> None:
    if document["type"] == "case":
        document["rules"] = FIRST_RULES


SAMPLE_TITLE = "Fictional sample: "
SAMPLE_SUMMARY = "This is a fictional sample record"
"""How titles and summaries of sample records began while nothing else said what they are."""


def _take_the_mark_out_of_titles(document: dict) -> None:
    if document["type"] not in ("case", "campaign"):
        return
    title, summary = document.get("title", ""), document.get("summary", "")
    document["sample"] = title.startswith(SAMPLE_TITLE) or summary.startswith(SAMPLE_SUMMARY)
    for titled in (document, *document.get("campaigns", []), *document.get("relations", [])):
        titled["title"] = _without_mark(titled.get("title", ""))


def _without_mark(title: str) -> str:
    rest = title.removeprefix(SAMPLE_TITLE)
    return title if rest == title else rest[:1].upper() + rest[1:]


STEPS: dict[int, Callable[[dict], None]] = {1: _name_the_rules, 2: _take_the_mark_out_of_titles}
"""From each version but the newest to the one after it; each changes the document it is given."""
