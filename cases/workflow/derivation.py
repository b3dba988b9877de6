"""Deriving what is public anew, and telling those who publish whose status became another by it."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from cases.models import Case, StatusChange
from cases.models.status_change import StatusChangeQuerySet
from cases.register import repair


class Derived(NamedTuple):
    """How many cases there are, and how many of them have another custody status or stage than before."""

    cases: int
    changed: int


def derive_anew(report: Callable[[int], None] = lambda done: None) -> Derived:
    """Derive rows, cells, bitmaps and words of all published records anew, or go on where that was interrupted.

    No version is written. Every case that has another custody status or stage than before is noted for the desk.
    `report` is told how many rows were gone through.
    """
    changed = 0

    def note(changes: list[repair.StatusChange]) -> None:
        nonlocal changed
        changed += len(changes)
        _note(changes)

    return Derived(repair.repair(report, note), changed)


def _note(changes: Iterable[repair.StatusChange]) -> None:
    """For what was never at this desk, as the cases of a benchmark, nobody here publishes, and nothing is noted."""
    by_reference = {change.reference: change for change in changes}
    keys = dict(Case.objects.filter(reference__in=by_reference).values_list("reference", "pk"))
    now = timezone.now()
    StatusChange.objects.bulk_create(
        StatusChange(
            case_id=keys[reference],
            changed_at=now,
            custody_before=change.before.custody,
            custody_after=change.after.custody,
            stages_before=change.before.stages,
            stages_after=change.after.stages,
        )
        for reference, change in by_reference.items()
        if reference in keys
    )


@transaction.atomic
def mark_seen(changes: StatusChangeQuerySet, *, by: User) -> int:
    """Say that somebody has looked at these; answers how many nobody had looked at before."""
    return changes.unseen().update(seen_by=by, seen_at=timezone.now())
