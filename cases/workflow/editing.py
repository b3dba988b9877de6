"""What an edit of a case or campaign does to its state."""

from django.db import transaction
from django.utils import timezone

from cases.models import Action, State

from .door import Outcome, narrow_if_needed
from .records import lock, log

__all__ = ["lock", "record_edit"]


@transaction.atomic
def record_edit(record, *, by):
    """Note that ``by`` changed a case or campaign (already saved): a new edit version, and back to draft.

    A public case whose consent or identity became narrower is taken out of the register at once, since its
    edited text has not been reviewed. Returns a ``door.Outcome`` that says so.
    """
    current = lock(record)
    record.edit_version = current.edit_version + 1
    record.state = State.DRAFT
    record.edited_at, record.edited_by = timezone.now(), by
    record.save(update_fields=["edit_version", "state", "edited_at", "edited_by"])
    log(record, Action.EDITED, by=by)
    outcome = Outcome()
    narrow_if_needed(record, by=by, outcome=outcome, reason="The case itself was narrowed.")
    return outcome
