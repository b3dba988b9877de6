"""Documents to be sealed: of the newest version, with every key it has and no other."""

from itertools import islice

from cases.register.documents.keys import SCHEMA, SHAPES

MOST_NAMED = 5


def new(type_: str, reference: str, **parts: object) -> dict:
    """A document of the newest version. A ValueError names the keys that are missing or unknown."""
    return checked({"schema": SCHEMA, "type": type_, "reference": reference, **parts})


def checked(document: dict) -> dict:
    """The same document, if it may be sealed; a ValueError names the keys that are missing or unknown."""
    for key in ("schema", "type", "reference"):
        if key not in document:
            raise ValueError(f"{key}: missing")
    if document["schema"] != SCHEMA:
        raise ValueError(f"schema: {document['schema']!r} is not {SCHEMA}")
    if document["type"] not in SHAPES:
        raise ValueError(f"type: {document['type']!r} is not one of {', '.join(SHAPES)}")
    problems = list(islice(SHAPES[document["type"]].problems(document), MOST_NAMED))
    if problems:
        raise ValueError("; ".join(problems))
    return document
