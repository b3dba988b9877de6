"""The public documents as text, one JSON a line: campaigns first, then cases in the order of first publication."""

from collections.abc import Iterator

from cases.imports.own.hidden import hidden_references
from cases.models import PublishedCampaign, PublishedCase
from cases.register.ledger import canonical

AT_ONCE = 500


def document_lines() -> Iterator[str]:
    """What anybody may read today; what may be read no more is left out, and out of the documents of others."""
    gone = hidden_references()
    campaigns = PublishedCampaign.objects.shown().order_by("reference")
    cases = PublishedCase.objects.shown().order_by("row_number")
    for rows in (campaigns, cases):
        for document in rows.values_list("document", flat=True).iterator(chunk_size=AT_ONCE):
            yield canonical(_without(document, gone) if gone else document)


def _without(document: dict, gone: set[str]) -> dict:
    for part in {"campaigns", "relations"} & document.keys():
        document[part] = [each for each in document[part] if each["reference"] not in gone]
    if document.get("part_of") in gone:
        document["part_of"] = ""
    if people := document.get("people"):
        people["overlaps"] = [each for each in people["overlaps"] if each not in gone]
    return document
