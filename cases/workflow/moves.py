"""The allowed moves, in one table: who may take which step with a case or campaign, from where, and where it leads.

The steps themselves (`review.py`, `publishing.py`) ask here before they act, the desk asks which buttons to show, and
the groups of staff get their permissions from here (`groups.py`). What else stands against a publication is said in
`completeness.py`, and whether it takes a colleague in `publishing.py`. An edit leads to a draft from anywhere
(`editing.py`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import Case, Record, State, Tombstone
from cases.models.record import kind_of
from cases.text.translatable import N_
from cases.workflow.accounts.stops import check_not_stopped
from cases.workflow.anonymity import is_waiting
from cases.workflow.errors import Refused

Condition = Callable[[Record], bool]


def _always(record: Record) -> bool:
    return True


def _is_marked(record: Record) -> bool:
    return bool(record.review_wanted)


def _is_public(record: Record) -> bool:
    return record.is_public


def _is_announced(record: Record) -> bool:
    """Not public, and its address says that it was withdrawn."""
    return not record.is_public and Tombstone.objects.filter(reference=record.reference).exists()


def _waits(record: Record) -> bool:
    """Anonymised, and the day on which it may appear is still to come."""
    return isinstance(record, Case) and is_waiting(record, timezone.localdate())


def _does_not_wait(record: Record) -> bool:
    return not _waits(record)


@dataclass(frozen=True)
class Step:
    """One step. `groups` have `permission` for it; `start` says from which states it may be taken, and on what
    condition; `end` is the state it leads to, None where it stays. `refusal` is why it cannot be taken from elsewhere,
    `refusals` where that differs by state; `not_allowed` says by kind of record that somebody lacks the permission."""

    permission: str
    groups: tuple[str, ...]
    start: Mapping[State, Condition]
    end: State | None
    not_allowed: Mapping[str, str]
    refusal: str = ""
    refusals: Mapping[State, str] = field(default_factory=dict)


_NO_WITHDRAWING = {
    "case": N_("You have no permission to withdraw a case."),
    "campaign": N_("You have no permission to withdraw a campaign."),
}
_NO_PUBLISHING = {
    "case": N_("You have no permission to publish a case."),
    "campaign": N_("You have no permission to publish a campaign."),
}
STEPS: dict[str, Step] = {
    # Handed over for review, also unchanged, where something it uses changed. It may still be incomplete.
    "submit": Step(
        permission="submit",
        groups=("entry", "reviewer", "publisher", "admin"),
        start={State.DRAFT: _always, State.WITHDRAWN: _always, State.PUBLISHED: _is_marked},
        end=State.SUBMITTED,
        not_allowed={
            "case": N_("You have no permission to submit a case."),
            "campaign": N_("You have no permission to submit a campaign."),
        },
        refusals={
            State.SUBMITTED: N_("It is submitted already."),
            State.APPROVED: N_("It is approved already, and appears on its day."),
            State.PUBLISHED: N_("What is public is what you see; there is nothing to review."),
        },
    ),
    # Sent back to its editor, with a reason.
    "return": Step(
        permission="return",
        groups=("reviewer", "publisher", "admin"),
        start={State.SUBMITTED: _always, State.APPROVED: _always},
        end=State.DRAFT,
        not_allowed={
            "case": N_("You have no permission to return a case."),
            "campaign": N_("You have no permission to return a campaign."),
        },
        refusal=N_("Only a submitted record can be returned."),
    ),
    "publish": Step(
        permission="publish",
        groups=("publisher", "admin"),
        start={State.SUBMITTED: _does_not_wait},
        end=State.PUBLISHED,
        not_allowed=_NO_PUBLISHING,
        refusal=N_("Only a submitted record can be published."),
    ),
    # Reviewed as for publishing; the register gets it on the day chosen for it, and nothing of it before.
    "approve": Step(
        permission="publish",
        groups=("publisher", "admin"),
        start={State.SUBMITTED: _waits},
        end=State.APPROVED,
        not_allowed=_NO_PUBLISHING,
        refusal=N_("Only a submitted record can be published."),
    ),
    # Another day than the one that was drawn.
    "choose_day": Step(
        permission="publish",
        groups=("publisher", "admin"),
        start={State.DRAFT: _waits, State.SUBMITTED: _waits, State.APPROVED: _waits},
        end=None,
        not_allowed=_NO_PUBLISHING,
        refusal=N_("Only a case that waits for its day can be given another."),
    ),
    # Hiding is always safe: from any state of a public record, and without a second person.
    "withdraw": Step(
        permission="withdraw",
        groups=("publisher", "admin"),
        start={State.DRAFT: _is_public, State.SUBMITTED: _is_public, State.PUBLISHED: _always},
        end=State.WITHDRAWN,
        not_allowed=_NO_WITHDRAWING,
        refusal=N_("It is not public."),
    ),
    # Silently after all: the announcement of a withdrawal goes, whatever became of the text since.
    "silence": Step(
        permission="withdraw",
        groups=("publisher", "admin"),
        start={State.DRAFT: _is_announced, State.SUBMITTED: _is_announced, State.WITHDRAWN: _is_announced},
        end=None,
        not_allowed=_NO_WITHDRAWING,
        refusal=N_("It is not public."),
    ),
    # The texts of the versions before the current one are removed.
    "remove_earlier": Step(
        permission="withdraw",
        groups=("publisher", "admin"),
        start={State.DRAFT: _is_public, State.SUBMITTED: _is_public, State.PUBLISHED: _always},
        end=None,
        not_allowed=_NO_WITHDRAWING,
        refusal=N_("It is not public."),
    ),
}


def may(by: User, step: str, record: Record | type[Record]) -> bool:
    """Whether somebody has the permission for a step on this kind of record, whatever its state."""
    model = record if isinstance(record, type) else type(record)
    return by.has_perm(f"cases.{STEPS[step].permission}_{model.__name__.lower()}")


def is_open(record: Record, step: str) -> bool:
    """Whether a step can be taken from where the record stands, whoever takes it."""
    condition = STEPS[step].start.get(State(record.state))
    return condition is not None and condition(record)


def open_steps(record: Record, by: User) -> set[str]:
    """The steps that somebody may take now."""
    return {step for step in STEPS if may(by, step, record) and is_open(record, step)}


def check_may(by: User, step: str, record: Record) -> None:
    """Refused unless `by` has the permission for the step on this kind of record."""
    if not may(by, step, record):
        raise Refused(_(STEPS[step].not_allowed[kind_of(record)]))
    if STEPS[step].permission == "publish":
        check_not_stopped(by)


def check_open(record: Record, step: str) -> None:
    """Refused unless the step can be taken from where the locked record stands."""
    if not is_open(record, step):
        raise Refused(_(STEPS[step].refusals.get(State(record.state), STEPS[step].refusal)))


def move(record: Record, step: str) -> None:
    """Set the state that a step leads to, not saved yet."""
    end = STEPS[step].end
    if end is not None:
        record.state = end
