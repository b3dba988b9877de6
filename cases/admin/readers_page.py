"""What readers would see of a record: its page, what would change on it, and what the files would say.

The words are those of `cases.wording`, the templates those of the public side, so that what is approved is what is
read. What a public page adds from other records – near cases, counts, how to cite – is not here.
"""

from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from cases.register.titles import titles_of
from cases.wording.campaign_file import campaign_file
from cases.wording.case_file import case_file
from cases.wording.cells import cells_of_files
from cases.wording.difference import difference
from cases.wording.paths import person_path
from cases.wording.relations import references_in, with_titles
from cases.wording.side_by_side import side_by_side
from tracker.languages import public_addresses


def review_of(before: dict | None, after: dict) -> dict[str, Any]:
    """The context of the review of one public document (`after`) beside the one that is public (or None)."""
    is_case = after["type"] == "case"
    if is_case:
        before, after = _as_read(before, after)
    with public_addresses():
        return {
            "readers_page": render_to_string("admin/_readers_page.html", _page(after)),
            "changes": _changes(before, after) if before else "",
            "is_same": before == after,
            "cells": cells_of_files(after) if is_case else [],
            "texts": side_by_side(after),
        }


def _changes(before: dict, after: dict) -> str:
    parts = difference(before, after)
    return render_to_string("public/_changes.html", {"parts": parts}) if parts else ""


def _as_read(before: dict | None, after: dict) -> tuple[dict | None, dict]:
    """Both with the titles that records tied to them have now; ties to what is not public are nobody's to see."""
    documents = [document for document in (before, after) if document]
    titles = titles_of({reference for document in documents for reference in references_in(document)})
    return before and with_titles(before, titles), with_titles(after, titles)


def _page(document: dict) -> dict[str, Any]:
    shown = {"reference": document["reference"]}
    if document["type"] == "campaign":
        return shown | {"file": campaign_file(document)}
    person = document["person"] if document["identity"] == "named" else None
    return shown | {
        "is_case": True,
        "file": case_file(document, today=timezone.localdate()),
        "person_path": person_path(person["reference"]) if person else "",
        "name": person["name"] if person else "",
    }
