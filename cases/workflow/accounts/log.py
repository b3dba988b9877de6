"""The one writer of the log of accounts (`models/account_event.py`)."""

from django.contrib.auth.models import User
from django.utils import timezone

from cases.models import AccountEvent, What


def note(
    what: What,
    account: User | None,
    *,
    by: User | None = None,
    details: str = "",
    confirms: AccountEvent | None = None,
) -> AccountEvent:
    """Add a line. `details` are plain words in English or names, never anything secret or an address."""
    return AccountEvent.objects.create(
        at=timezone.now(), what=what, account=account, by=by, details=details, confirms=confirms
    )
