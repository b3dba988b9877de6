"""The review log of a record: one line for each step of the workflow, never changed."""

from django.contrib.auth.models import User
from django.utils import timezone

from cases.models import Action, Record, Review


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
        **{record._meta.model_name: record},
        action=action,
        by=by,
        at=timezone.now(),
        reason=reason,
        edit_version=record.edit_version,
        public_version=public_version,
        is_announced=is_announced,
    )
