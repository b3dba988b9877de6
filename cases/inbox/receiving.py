"""The way into the inbox: put one in, never read.

The public side's database role needs INSERT on the table, and SELECT on the column `received_at` to keep the limit. A
role without the right to insert, or a server that only copies another, cannot receive: `can_receive` tells.
"""

from datetime import datetime
from hashlib import sha256

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from cases.inbox.correction import Correction
from cases.inbox.limits import MOST_AN_HOUR


class Full(Exception):
    """As many have come within this hour as the desk can read."""


class KnownAlready(Exception):
    """Exactly this has been sent before."""


def can_receive() -> bool:
    """Whether this server and its database role can put anything into the inbox. Raises DatabaseError."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(has_table_privilege(to_regclass('cases_correction'), 'INSERT'), false)"
            " AND NOT pg_is_in_recovery() AND current_setting('default_transaction_read_only') = 'off'"
        )
        return cursor.fetchone()[0]


def receive(
    *, record: str, wrong: str, proposal: str, contact: str, language: str, now: datetime | None = None
) -> None:
    """Keep what a reader sent, with the hour. Raises Full, KnownAlready, or DatabaseError if it cannot be kept."""
    hour = (now or timezone.now()).replace(minute=0, second=0, microsecond=0)
    sent = {"record": record, "wrong": wrong, "proposal": proposal, "contact": contact}
    with transaction.atomic():
        if Correction.objects.filter(received_at__gte=hour).order_by().count() >= MOST_AN_HOUR:
            raise Full
        try:
            with transaction.atomic():
                Correction.objects.bulk_create(
                    [Correction(**sent, language=language, received_at=hour, digest=_digest(sent))]
                )
        except IntegrityError:
            raise KnownAlready from None


def _digest(sent: dict[str, str]) -> bytes:
    """The same for texts that differ in white space alone."""
    return sha256("\0".join(" ".join(text.split()) for text in sent.values()).encode()).digest()
