"""What a second person decides about names that were masked, or may have to be.

A mask that hit somebody else is lifted: the text is public again as it was. A surname that waits is masked, or left as
it is. Never by whoever hid the person, always with a reason where something stays readable.
"""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import Action, MaskState, NameMask, Record
from cases.models.need_to_know import whole_record
from cases.register import register
from cases.workflow import notes
from cases.workflow.door import drop_earlier_versions, mark, public_document
from cases.workflow.errors import Refused
from cases.workflow.locking import lock, one_at_a_time
from cases.workflow.masked_text import at_path, put_at
from cases.workflow.moves import check_may
from cases.workflow.review_log import log


@whole_record()
@transaction.atomic
def lift(mask: NameMask, *, by: User, reason: str) -> None:
    """Put back what a masked text read: somebody else was meant."""
    mask, record = _open(mask, MaskState.STANDING, by=by)
    reason = _reason(reason)
    if mask.path == ["targeted_because_of"]:
        raise Refused(_("On whose account it was done is this person and nobody else; nothing to put back."))
    _change(record, mask, before=mask.after, after=mask.before, action=Action.UNMASKED, by=by, reason=reason)
    _decide(mask, MaskState.LIFTED, by=by, reason=reason)
    if not NameMask.objects.of(record).standing().exists():
        lines = [line for line in record.review_wanted.split("\n") if line != notes.NAME_MASKED]
        record.review_wanted = "\n".join(lines)
        record.save(update_fields=["review_wanted"])


@whole_record()
@transaction.atomic
def leave(mask: NameMask, *, by: User, reason: str) -> None:
    """Leave a surname as it is: somebody else is meant."""
    mask, _record = _open(mask, MaskState.WAITING, by=by)
    _decide(mask, MaskState.LEFT, by=by, reason=_reason(reason))


@whole_record()
@transaction.atomic
def confirm(mask: NameMask, *, by: User) -> None:
    """Mask a surname that waited: the person is meant."""
    mask, record = _open(mask, MaskState.WAITING, by=by)
    _change(
        record,
        mask,
        before=mask.before,
        after=mask.after,
        action=Action.MASKED,
        by=by,
        reason=notes.NAME_MASKED,
    )
    drop_earlier_versions(record)
    mark(record, by=by, reason=notes.NAME_MASKED)
    _decide(mask, MaskState.STANDING, by=by, reason="")


def may_decide(mask: NameMask, by: User) -> bool:
    """Whether somebody is the second person: neither hid the one it is about, nor made this mask."""
    return by.pk not in (mask.naming.hidden_by_id, mask.made_by_id)


def _open(mask: NameMask, state: MaskState, *, by: User) -> tuple[NameMask, Record]:
    """The mask and its record as they are now, locked; refused unless it is in this state and `by` may decide."""
    one_at_a_time()
    mask = NameMask.objects.select_for_update(of=("self",)).select_related("naming").get(pk=mask.pk)
    check_may(by, "publish", mask.record)
    if not may_decide(mask, by):
        raise Refused(_("You hid this person; a colleague decides what their name is and what is not."))
    if mask.state != state:
        raise Refused(_("It was decided already: %(state)s.") % {"state": mask.get_state_display()})
    return mask, lock(mask.record)


def _reason(reason: str) -> str:
    if not reason.strip():
        raise Refused(_("Say why."))
    return reason.strip()


def _change(
    record: Record, mask: NameMask, *, before: str, after: str, action: Action, by: User, reason: str
) -> None:
    """Publish a record anew with one text changed, and nothing else."""
    document = public_document(record)
    if document is None or at_path(document, tuple(mask.path)) != before:
        raise Refused(_("The public text is another one since. Edit the record instead."))
    put_at(document, tuple(mask.path), after)
    put = register.put(document)
    record.published_version, record.published_at = put.version, put.at
    record.save(update_fields=["published_version", "published_at"])
    log(record, action, by=by, reason=reason, public_version=put.version)


def _decide(mask: NameMask, state: MaskState, *, by: User, reason: str) -> None:
    mask.state, mask.decided_by, mask.decided_at, mask.reason = state, by, timezone.now(), reason
    mask.save(update_fields=["state", "decided_by", "decided_at", "reason"])
