"""All texts of a record in all its languages beside each other: what a reviewer reads before they are published."""

from django.utils.translation import gettext as _

from cases.vocabularies.languages import LANGUAGES, TEXT_LANGUAGES
from cases.wording.events import timeline
from cases.wording.texts import how_made
from cases.wording.words import label


def side_by_side(document: dict) -> dict:
    """Every text of a record in every language it has one in: `languages` (code and name, that of the record first)
    and `rows`, each with a name and a cell for every language, which is the text and how it was made."""
    written_in = document["text_language"]
    events = zip(document["events"], timeline(document), strict=True)
    texts = [(_("Title"), document, "title"), (_("Summary"), document, "summary")]
    texts += [
        (f"{item['date']}: {item['title']}".lstrip(": "), event, "description") for event, item in events
    ]
    codes = dict.fromkeys([written_in, *TEXT_LANGUAGES.codes])
    codes |= dict.fromkeys(
        each["language"] for _name, holder, _field in texts for each in holder["translations"]
    )
    rows = [
        {"name": name, "cells": [_cell(holder, field, code, written_in) for code in codes]}
        for name, holder, field in texts
        if holder[field] or any(each["field"] == field for each in holder["translations"])
    ]
    kept = [at for at, _code in enumerate(codes) if any(row["cells"][at]["text"] for row in rows)]
    for row in rows:
        row["cells"] = [row["cells"][at] for at in kept]
    return {
        "languages": [
            {"code": code, "name": label(LANGUAGES, code)} for at, code in enumerate(codes) if at in kept
        ],
        "rows": rows,
    }


def _cell(holder: dict, field: str, code: str, written_in: str) -> dict:
    cell = {"code": code, "text": holder[field] if code == written_in else "", "how": ""}
    for each in holder["translations"]:
        if each["field"] == field and each["language"] == code:
            cell |= {"text": each["text"], "how": how_made(each)}
    return cell
