"""By which rules custody and stage were derived from the facts of a document.

Every case names the number of its rules. When the rules change, `RULES` is raised: published cases are then derived
anew from the facts their newest text holds, and an earlier version, shown as it was printed, says that it was by
other rules.
"""

FIRST_RULES = 1
"""Those of the texts that name none."""

RULES = 2
"""2: each proceeding is a ground of its own, decisions move people only through one, and the day somebody looks decides
what is last known."""


def is_by_earlier_rules(document: dict) -> bool:
    """Whether the status and stages a text was published with were derived by other rules than today's."""
    return document["rules"] < RULES
