"""“Confirmed still held”: one step with a date and a source."""

from datetime import date as Day

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import Case, Citation, Event, Place, Source
from cases.models.custody import custody_of
from cases.vocabularies.custody import IN_CUSTODY
from cases.workflow.editing import record_edit
from cases.workflow.errors import Refused
from cases.workflow.locking import lock


@transaction.atomic
def confirm_still_held(
    case: Case, *, by: User, date: Day, source: Source, place: Place | None = None
) -> Event:
    """Record that somebody was still held on a day, and where, according to a source. Returns the Event.

    `date` is a calendar day, not in the future; it becomes the case's last check if none is later and the source is
    public. An edit like any other: readers see it once it has been reviewed.
    """
    if not by.has_perm("cases.change_case"):
        raise Refused(_("You have no permission to change a case."))
    if date > timezone.localdate():
        raise Refused(_("That day has not come yet."))
    case = lock(case)
    if custody_of(case, today=date).status not in IN_CUSTODY:
        raise Refused(
            _("The events on file do not have this person in custody; enter the event itself instead.")
        )
    event = Event.objects.create(case=case, kind="confirmed_still_held", date=date.isoformat(), place=place)
    Citation.objects.create(case=case, source=source, event=event)
    if source.is_public and (case.last_checked_date is None or case.last_checked_date < date):
        case.last_checked_date = date
        case.save(update_fields=["last_checked_date"])
    record_edit(case, by=by)
    return event
