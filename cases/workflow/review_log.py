"""The review log of a record: one line for each step of the workflow, never changed."""

from django.contrib.auth.models import User
from django.utils import timezone

from cases.models import Action, Record, Review
from cases.models.record import kind_of


def log(
    record: Record,
    action: Action,
    *,
    by: User | None,
    reason: str = "",
    public_version: int | None = None,
    is_announced: bool | None = None,
) -> Review:
    """Write one line of the record's review log."""
    return Review.objects.create(
        **{kind_of(record): record},
        action=action,
        by=by,
        at=timezone.now(),
        reason=reason,
        edit_version=record.edit_version,
        public_version=public_version,
        is_announced=is_announced,
    )
