"""Approving an anonymised case for its day, and putting it into the register on that day.

Nothing of what is done before the day is seen outside; on the day it is published like any other record.
"""

import secrets
from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from cases.models import Action, Case, State
from cases.models.need_to_know import whole_record
from cases.workflow import notes
from cases.workflow.anonymity import anonymisation_of
from cases.workflow.completeness import problems, second_look
from cases.workflow.document import Document, digest_of, document_of
from cases.workflow.door import Outcome, make_public
from cases.workflow.last_days import hiding_over, keep_last_day
from cases.workflow.locking import lock
from cases.workflow.moves import move
from cases.workflow.review_log import log


@whole_record()
def approve(case: Case, *, document: Document, by: User) -> None:
    """Keep for its day what somebody may publish: a locked anonymised case, as this Document."""
    today = timezone.localdate()
    anonymisation = case.anonymisation
    anonymisation.approved_on, anonymisation.approved_digest = today, digest_of(document)
    anonymisation.approved_names = second_look(case, today=today, document=document)
    anonymisation.save(update_fields=["approved_on", "approved_digest", "approved_names"])
    move(case, "approve")
    case.review_wanted = ""
    case.save(update_fields=["state", "review_wanted"])
    log(case, Action.APPROVED, by=by)


def publish_due() -> Outcome:
    """Publish every approved case whose day has come, in an order drawn by lot; what was changed since its approval
    goes back to its editor. Returns an Outcome; safe to run as often as one likes."""
    outcome, today = Outcome(), timezone.localdate()
    due = list(Case.objects.filter(state=State.APPROVED, anonymisation__appears_on__lte=today))
    secrets.SystemRandom().shuffle(due)
    for case in due:
        with transaction.atomic():
            _publish_or_give_back(lock(case), today, outcome)
    return outcome


def _publish_or_give_back(case: Case, today: date, outcome: Outcome) -> None:
    """Whoever came first may have taken the step: then nothing is left to do. What is hidden waits until it is not."""
    if case.state != State.APPROVED or case.anonymisation.appears_on > today or hiding_over(case):
        return
    document = document_of(case, today=today)
    if not _is_as_approved(case, document, today):
        move(case, "return")
        case.save(update_fields=["state"])
        log(case, Action.RETURNED, by=None, reason=notes.CHANGED_BEFORE_ITS_DAY)
        outcome.marked.append(case)
        return
    outcome.published.append(case)
    version = make_public(case, document=document)
    keep_last_day(case, anew=True)
    case.published_edit_version = case.edit_version
    case.state = State.PUBLISHED
    case.save(update_fields=["published_edit_version", "state"])
    log(case, Action.PUBLISHED, by=None, public_version=version)


def _is_as_approved(case: Case, document: Document, today: date) -> bool:
    """Whether a document says what was approved, is allowed, and prints no name that is protected only since."""
    approval = case.anonymisation
    then = document_of(case, today=approval.approved_on)
    new_names = set(second_look(case, today=today, document=document)) - set(approval.approved_names)
    return (
        anonymisation_of(case, today) is not None
        and digest_of(then) == approval.approved_digest
        and not new_names
        and not problems(case, today=today, document=document)
    )
