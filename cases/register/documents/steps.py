"""How a document of one version becomes one of the next, where an empty value would not say what is true of it."""

from collections.abc import Callable

from cases.register.documents.rules import FIRST_RULES


def _name_the_rules(document: dict) -> None:
    if document["type"] == "case":
        document["rules"] = FIRST_RULES


STEPS: dict[int, Callable[[dict], None]] = {1: _name_the_rules}
"""From each version but the newest to the one after it; each changes the document it is given."""
