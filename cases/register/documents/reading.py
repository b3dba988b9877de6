"""The one way from a text of the ledger to a document."""

import json

from cases.register.documents.keys import SCHEMA, SHAPES
from cases.register.documents.steps import STEPS
from cases.text.legible import legible, legible_values


class UnreadableText(ValueError):
    """A text that is no document of this program or of an earlier one; says why."""


def read(text: str) -> dict:
    """The document a text holds, with every key of the newest version. Raises UnreadableText."""
    try:
        document = json.loads(text)
    except ValueError as error:
        raise UnreadableText(f"no JSON: {error}") from None
    if not isinstance(document, dict):
        raise UnreadableText("no JSON object")
    version, type_ = document.get("schema"), document.get("type")
    if not isinstance(type_, str) or type_ not in SHAPES:
        raise UnreadableText(f"type: {type_!r} is not one of {', '.join(SHAPES)}")
    if type(version) is not int or not 1 <= version <= SCHEMA:
        raise UnreadableText(f"schema: {version!r} is not a number from 1 to {SCHEMA}")
    for step in range(version, SCHEMA):
        STEPS[step](document)
    document["schema"] = SCHEMA
    if "\\u" in text or legible(text) != text:
        # Sealed before such characters were refused. The text stays as it is; nobody is shown them.
        document = legible_values(document)
    return SHAPES[type_].filled(document)
