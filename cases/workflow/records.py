"""The row lock that keeps two people apart, and the review log every step writes."""

from django.utils import timezone

from cases.models import Review


def lock(record):
    """The record's row as it is now, locked until the transaction ends. Cases are locked before campaigns,
    lower keys before higher, and all of them before the register's state row."""
    return type(record)._base_manager.select_for_update(of=("self",)).get(pk=record.pk)


def log(record, action, *, by, reason="", public_version=None, is_announced=None):
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
