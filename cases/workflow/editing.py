"""What an edit of a case or campaign does to its state."""

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from cases.models import Action, Record, Relation, State
from cases.models.need_to_know import whole_record
from cases.workflow import notes
from cases.workflow.consequences import narrow_if_needed
from cases.workflow.door import Outcome
from cases.workflow.last_days import keep_last_day
from cases.workflow.locking import lock, one_at_a_time
from cases.workflow.review_log import log


@whole_record()
@transaction.atomic
def record_edit(record: Record, *, by: User) -> Outcome:
    """Note that `by` changed a case or campaign (already saved): a new edit version, and back to draft.

    A public case whose consent or identity became narrower shows less, or is withdrawn, at once. Returns a
    `door.Outcome` that says so; `record` is brought up to date.
    """
    current = lock(record)
    current.edit_version += 1
    current.state = State.DRAFT
    current.edited_at, current.edited_by = timezone.now(), by
    current.save(update_fields=["edit_version", "state", "edited_at", "edited_by"])
    log(current, Action.EDITED, by=by)
    outcome = narrow_if_needed(current, by=by, reason=notes.CASE_NARROWED)
    current.refresh_from_db()
    keep_last_day(current)
    record.refresh_from_db()
    return outcome


@whole_record()
@transaction.atomic
def relation_edited(relation: Relation, *, by: User, also: Iterable[Record] = ()) -> Outcome:
    """Note that `by` added, changed or deleted a relation: an edit of every record it relates, and of those it
    related before (`also`). Returns an Outcome."""
    one_at_a_time()
    outcome = Outcome()
    for record in dict.fromkeys([*also, *relation.records]):
        outcome.add(record_edit(record, by=by))
    return outcome
