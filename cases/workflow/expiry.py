"""What changes by the calendar alone: a consent that runs out takes its cases out of the register."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from cases.models import Case, Person
from cases.workflow import notes
from cases.workflow.consequences import drop_versions_that_used, narrow_if_needed
from cases.workflow.door import Outcome
from cases.workflow.locking import lock


def narrow_expired() -> Outcome:
    """Narrow or withdraw every public case whose consent has ended; nobody has to ask. Returns an Outcome."""
    outcome, today = Outcome(), timezone.localdate()
    ended = (
        Q(consent_expires_date__lt=today)
        | Q(person__consent_expires_date__lt=today)
        | Q(targeted_because_of__consent_expires_date__lt=today)
    )
    for case in Case.objects.public().filter(ended).order_by("pk"):
        with transaction.atomic():
            outcome.add(narrow_if_needed(lock(case), by=None, reason=notes.CONSENT_ENDED))
    for person in Person.objects.filter(consent_expires_date__lt=today).order_by("pk"):
        with transaction.atomic():
            drop_versions_that_used(person, by=None)
    return outcome
