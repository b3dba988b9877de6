"""What the desk does with what readers sent: handle it, or throw it away."""

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from cases.inbox.correction import Correction


@transaction.atomic
def handle(correction: Correction, *, by: User) -> None:
    """Save the state and the note somebody gave it, and who that was. What the reader wrote stays as it was sent; what
    lay in the second box is in the inbox from now on."""
    correction.handled_by, correction.handled_at, correction.second_box = by, timezone.now(), False
    correction.save(update_fields=["state", "note", "handled_by", "handled_at", "second_box"])


@transaction.atomic
def discard(corrections: QuerySet[Correction]) -> None:
    """Delete these for good, with the history of their handling: spam, and what need not be kept any longer."""
    keys = list(corrections.values_list("pk", flat=True))
    for history in Correction.pgh_event_models.values():  # type: ignore[attr-defined]  # set by pghistory
        history.objects.filter(pgh_obj_id__in=keys).delete()
    Correction.objects.filter(pk__in=keys).delete()
