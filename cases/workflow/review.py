"""Handing a record over for review, and sending it back. From where each may be done is in `moves.py`."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from cases.models import Action, Case, Record, Review
from cases.models.need_to_know import whole_record
from cases.workflow import notes
from cases.workflow.anonymising import anonymise_if_narrower
from cases.workflow.errors import Refused
from cases.workflow.locking import lock
from cases.workflow.moves import check_may, check_open, move
from cases.workflow.review_log import log


def same_edit(record: Record, edit_version: int) -> None:
    """Refused unless the record is still the text that was looked at."""
    if record.edit_version != int(edit_version):
        raise Refused(_("The record was changed after you opened it. Look at it again."))


@whole_record()
@transaction.atomic
def submit(record: Record, *, by: User, edit_version: int) -> Review:
    """Hand a record over for review. It may still be incomplete: the reviewer sees what is missing.

    A published record can be handed over unchanged when something it uses changed.
    """
    check_may(by, "submit", record)
    record = lock(record)
    same_edit(record, edit_version)
    if isinstance(record, Case):
        anonymise_if_narrower(record, by=by, reason=notes.CASE_NARROWED)
    check_open(record, "submit")
    move(record, "submit")
    record.save(update_fields=["state"])
    return log(record, Action.SUBMITTED, by=by)


@whole_record()
@transaction.atomic
def give_back(record: Record, *, by: User, reason: str) -> Review:
    """Return a submitted record to its editor, saying why."""
    check_may(by, "return", record)
    if not reason.strip():
        raise Refused(_("Say why it goes back."))
    record = lock(record)
    check_open(record, "return")
    move(record, "return")
    record.save(update_fields=["state"])
    return log(record, Action.RETURNED, by=by, reason=reason.strip())
