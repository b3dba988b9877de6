"""The one writer of the log of accounts (`models/account_event.py`)."""

from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from cases.models import AccountEvent, What
from cases.models.account_event import LONGEST_DETAILS


def note(
    what: What,
    account: User | None,
    *,
    by: User | None = None,
    details: str = "",
    confirms: AccountEvent | None = None,
) -> AccountEvent:
    """Add a line. `details` are plain words in English or names, never anything secret or an address; what goes on for
    longer than a line may is cut, and ends in “…”."""
    if len(details) > LONGEST_DETAILS:
        details = f"{details[: LONGEST_DETAILS - 1]}…"
    return AccountEvent.objects.create(
        at=timezone.now(), what=what, account=account, by=by, details=details, confirms=confirms
    )


def spend_the_time_of_a_line() -> None:
    """Have the disk written to as for a line, and keep none: what is not logged must not be told by its haste."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_logical_emit_message(true, 'account', repeat(' ', 200))")
