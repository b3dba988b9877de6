"""Who may do what at the desk, in one table: the page of roles prints it, and a test forges posts by it.

Steps come from `moves.py` and permissions from `groups.py`; here they get words and an order.
"""

from dataclasses import dataclass

from cases.text.translatable import N_
from cases.workflow.groups import GROUPS, PUBLISHING
from cases.workflow.moves import STEPS


@dataclass(frozen=True)
class Right:
    """`what` in English, to be translated; `permission` as Django names it; `groups` that have it. `asks_afresh`:
    whoever does it must have proved who they are within five minutes."""

    what: str
    permission: str
    groups: tuple[str, ...]
    asks_afresh: bool = False


def _step(what: str, step: str, *, asks_afresh: bool = False) -> Right:
    return Right(what, f"cases.{STEPS[step].permission}_case", STEPS[step].groups, asks_afresh)


ADMINISTRATORS = ("admin",)

RIGHTS = (
    Right(N_("Enter and edit cases, persons, sources and campaigns"), "cases.change_case", GROUPS),
    Right(N_("Read and answer what readers send"), "cases.change_correction", GROUPS),
    _step(N_("Submit for review"), "submit"),
    _step(N_("Send back to who entered it"), "return"),
    _step(N_("Publish what others entered"), "publish", asks_afresh=True),
    _step(N_("Withdraw"), "withdraw"),
    Right(N_("Throw away what readers sent"), "cases.delete_correction", PUBLISHING),
    Right(N_("Make accounts, set their roles and passwords"), "auth.change_user", ADMINISTRATORS, True),
    Right(
        N_("Take away the second factor of somebody who lost it"), "auth.change_user", ADMINISTRATORS, True
    ),
    Right(N_("Confirm as the second administrator"), "auth.change_user", ADMINISTRATORS, True),
    Right(
        N_("See what was deleted, and bring it back for 90 days"),
        "cases.change_deletedrecord",
        ADMINISTRATORS,
    ),
    Right(N_("End sessions of others, and read the log of accounts"), "auth.change_user", ADMINISTRATORS),
)
