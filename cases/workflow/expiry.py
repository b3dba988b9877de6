"""What changes by the calendar alone: a consent that runs out takes its cases out of the register.

Readers see nothing of them any more from the day after, by the clock (`last_days.py`); here they are taken out for
good, and what else named those people is narrowed.
"""

import logging
from collections.abc import Callable, Iterable
from typing import TypeVar

from django.db import transaction
from django.db.models import Model, Q
from django.utils import timezone

from cases.models import Campaign, Case, CleanUp, Hiding, Person, PublicNaming, Record, ShownUntil
from cases.models.record import kind_of
from cases.workflow import notes
from cases.workflow.consequences import drop_versions_that_used, narrow_if_needed
from cases.workflow.door import Outcome
from cases.workflow.drafts import forget_old_drafts
from cases.workflow.forgetting import forget_old_deleted
from cases.workflow.hiding import follow_hiding
from cases.workflow.last_days import keep_last_day
from cases.workflow.locking import lock
from cases.workflow.masking import hide_names

Row = TypeVar("Row", bound=Model)

logger = logging.getLogger(__name__)


class Unfinished(Exception):
    """So many rows could not be dealt with. They stay hidden; the log says which, and what was wrong with each."""


def narrow_expired() -> Outcome:
    """Narrow or withdraw every public case whose consent has ended; nobody has to ask. Returns an Outcome.

    What cannot be dealt with keeps no other from its turn. Raises Unfinished at the end, and then counts as not run.
    """
    outcome, today = Outcome(), timezone.localdate()
    forget_old_drafts()
    forget_old_deleted()
    ended = (
        Q(consent_expires_date__lt=today)
        | Q(person__consent_expires_date__lt=today)
        | Q(targeted_because_of__consent_expires_date__lt=today)
    )
    failed = _each(_without_last_day(), lambda case: keep_last_day(lock(case)))
    failed += _each(
        Case.objects.public().filter(ended),
        lambda case: outcome.add(narrow_if_needed(lock(case), by=None, reason=notes.CONSENT_ENDED)),
    )
    failed += _each(
        Person.objects.filter(consent_expires_date__lt=today),
        lambda person: outcome.add(_hide(person)),
    )
    failed += _each(Hiding.objects.standing().filter(followed_at__isnull=True), follow_hiding)
    # What is still there has nothing left in it that is over, and may be read again.
    over = list(ShownUntil.objects.ended(today).values_list("reference", flat=True))
    still_there: list[Record] = [
        *Case.objects.public().filter(reference__in=over),
        *Campaign.objects.public().filter(reference__in=over),
    ]
    failed += _each(still_there, lambda record: keep_last_day(lock(record), anew=True))
    if failed:
        raise Unfinished(f"{failed} rows could not be dealt with; they stay hidden from readers")
    CleanUp.objects.update_or_create(
        defaults={
            "ended_at": timezone.now(),
            "withdrawn": len(outcome.withdrawn),
            "narrowed": len(outcome.republished),
        }
    )
    return outcome


def _hide(person: Person) -> Outcome:
    """Whatever still names somebody whose consent has ended: earlier versions of records, and texts of others."""
    drop_versions_that_used(person, by=None)
    if PublicNaming.objects.filter(person=person, hidden_at__isnull=True).exists():
        return hide_names([person], by=None)
    return Outcome()


def _without_last_day() -> Iterable[Case]:
    """Public cases of which a consent ends somewhere, and of which the register was never told."""
    ends = (
        Q(consent_expires_date__isnull=False)
        | Q(person__consent_expires_date__isnull=False)
        | Q(targeted_because_of__consent_expires_date__isnull=False)
    )
    return Case.objects.public().filter(ends).exclude(reference__in=ShownUntil.objects.values("reference"))


def _each(rows: Iterable[Row], act: Callable[[Row], object]) -> int:
    """Act on each in a transaction of its own; answers for how many that failed."""
    failed = 0
    for row in sorted(rows, key=lambda row: row.pk):
        try:
            with transaction.atomic():
                act(row)
        except Exception:
            logger.exception("%s %d has run out and could not be dealt with", kind_of(row), row.pk)
            failed += 1
    return failed
