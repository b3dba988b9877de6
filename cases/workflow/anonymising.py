"""Anonymising a case that was public, in steps: gone at once, a draft under a new reference, back on a random day.

What nothing public may tell is that the two are one. So the old record is withdrawn without trace, nothing of the new
one is in the register before its day, and it is tied to no record the old one was tied to (`anonymity.py`).
"""

import secrets
from datetime import date, timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import (
    Action,
    Anonymisation,
    Case,
    Event,
    FormerText,
    Review,
    State,
    Translation,
)
from cases.models.classification import RANK
from cases.models.history import history_of
from cases.models.need_to_know import whole_record
from cases.text.references import new_reference
from cases.workflow.accounts.stops import within_reach
from cases.workflow.anonymity import is_narrower
from cases.workflow.door import take_out
from cases.workflow.drafts import forget_drafts_about
from cases.workflow.errors import Refused
from cases.workflow.forgetting import forget_deleted_about, forget_lists_about
from cases.workflow.locking import lock
from cases.workflow.moves import check_may, check_open
from cases.workflow.review_log import log

EARLIEST, LATEST = 14, 60
"""Days after which an anonymised case appears, at least and at most."""


def random_day(today: date) -> date:
    """The day on which a case that is anonymised today appears: each of the days between is as likely."""
    return today + timedelta(days=EARLIEST + secrets.randbelow(LATEST - EARLIEST + 1))


@whole_record()
def anonymise(case: Case, *, by: User | None, reason: str) -> None:
    """Take a locked case that has to show less of its person out without trace, if it is public, and leave a draft
    under a new reference, with the day on which it may appear. What names it has to follow."""
    known = case.reference_identity
    forget_drafts_about(case)
    if case.person is not None:
        forget_deleted_about(case.person)
        forget_lists_about(case.person)
    if case.is_public:
        take_out(case, by=by, reason=reason, announced=False)
    elif not case.former_texts.filter(reference=case.reference).exists():
        FormerText.objects.create(case=case, reference=case.reference, documents=[_texts_from_history(case)])
    earlier = Anonymisation.objects.filter(case=case).first()
    identities = [known, earlier.former_identity] if earlier else [known]
    Anonymisation.objects.update_or_create(
        case=case,
        defaults={
            "former_identity": min(identities, key=RANK.__getitem__),
            "appears_on": random_day(timezone.localdate()),
            "approved_on": None,
            "approved_digest": "",
            "approved_names": [],
        },
    )
    case.reference, case.reference_identity = new_reference(case.reference[0]), ""
    case.state = State.DRAFT
    case.save(update_fields=["reference", "reference_identity", "state"])


def _texts_from_history(case: Case) -> dict:
    """What a case said that was withdrawn before its public texts were kept: every title, summary, event and
    translation that its history holds of the time it was public, in the shape of a document."""
    public = history_of(Case).filter(id=case.pk, published_version__isnull=False)
    texts = public.values_list("title", "summary").distinct()
    told = history_of(Event).filter(case=case.pk).values_list("description", flat=True).distinct()
    translated = history_of(Translation).filter(case=case.pk).values_list("field", "text").distinct()
    return {
        "translations": [{"field": field, "text": text} for field, text in translated],
        "relations": [{"title": title, "text": summary} for title, summary in texts],
        "events": [{"description": text} for text in told],
    }


@whole_record()
def anonymise_if_narrower(case: Case, *, by: User | None, reason: str) -> bool:
    """Anonymise a locked case that is not public any more, but was, if it shows less of its person since."""
    if case.is_public or not is_narrower(case, timezone.localdate()):
        return False
    anonymise(case, by=by, reason=reason)
    return True


@whole_record()
@transaction.atomic
def choose_day(case: Case, *, by: User, day: date, reason: str) -> Review:
    """Let an anonymised case appear on another day than the one that was drawn.

    Takes a reason, and somebody who neither edited nor submitted it, nor anonymised it.
    """
    check_may(by, "choose_day", case)
    if not reason.strip():
        raise Refused(_("Say why it appears on another day."))
    case = lock(case)
    check_open(case, "choose_day")
    if Review.objects.worked_on(case, within_reach(by)):
        raise Refused(_("You edited or submitted this; a colleague has to choose another day."))
    today = timezone.localdate()
    if day <= today:
        raise Refused(_("Choose a day after today."))
    Anonymisation.objects.filter(case=case).update(appears_on=day)
    return log(case, Action.DAY_CHOSEN, by=by, reason=f"{day.isoformat()}: {reason.strip()}")
