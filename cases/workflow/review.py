"""Handing a record over for review, and sending it back."""

from django.db import transaction
from django.utils.translation import gettext as _

from cases.models import Action, State
from cases.text.translatable import N_

from .errors import Refused
from .locking import lock
from .review_log import log

NOT_ALLOWED = {
    ("submit", "case"): N_("You have no permission to submit a case."),
    ("return", "case"): N_("You have no permission to return a case."),
    ("publish", "case"): N_("You have no permission to publish a case."),
    ("withdraw", "case"): N_("You have no permission to withdraw a case."),
    ("submit", "campaign"): N_("You have no permission to submit a campaign."),
    ("return", "campaign"): N_("You have no permission to return a campaign."),
    ("publish", "campaign"): N_("You have no permission to publish a campaign."),
    ("withdraw", "campaign"): N_("You have no permission to withdraw a campaign."),
}


def allow(record, step, by):
    """Refused unless ``by`` has the permission for the step on this kind of record."""
    if not by.has_perm(f"cases.{step}_{record._meta.model_name}"):
        raise Refused(_(NOT_ALLOWED[step, record._meta.model_name]))


def same_edit(record, edit_version):
    """Refused unless the record is still the text that was looked at."""
    if record.edit_version != int(edit_version):
        raise Refused(_("The record was changed after you opened it. Look at it again."))


@transaction.atomic
def submit(record, *, by, edit_version):
    """Hand a record over for review. It may still be incomplete: the reviewer sees what is missing.

    A published record can be handed over unchanged when something it uses changed.
    """
    allow(record, "submit", by)
    record = lock(record)
    same_edit(record, edit_version)
    if record.state == State.SUBMITTED:
        raise Refused(_("It is submitted already."))
    if record.state == State.PUBLISHED and not record.review_wanted:
        raise Refused(_("What is public is what you see; there is nothing to review."))
    record.state = State.SUBMITTED
    record.save(update_fields=["state"])
    return log(record, Action.SUBMITTED, by=by)


@transaction.atomic
def give_back(record, *, by, reason):
    """Return a submitted record to its editor, saying why."""
    allow(record, "return", by)
    if not reason.strip():
        raise Refused(_("Say why it goes back."))
    record = lock(record)
    if record.state != State.SUBMITTED:
        raise Refused(_("Only a submitted record can be returned."))
    record.state = State.DRAFT
    record.save(update_fields=["state"])
    return log(record, Action.RETURNED, by=by, reason=reason.strip())
