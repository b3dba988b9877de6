"""The way into the inbox: put one in, never read.

The inbox takes so many an hour as the desk can read. Above that a message is taken from who has waited a minute
(`public/corrections/waiting.py`), into a second box with a bound of its own; nothing in it is ever pushed out. The
inbox itself goes on taking its number every hour, however full the second box is.

The public side's database role needs INSERT on the table, and SELECT on the columns `received_at` and `second_box` to
keep the limits. A role without the right to insert, or a server that only copies another, cannot receive:
`can_receive` tells. One that may not see `second_box` has no second box.

The database logs statements that fail, with what is in them. So nothing is tried here that is likely to fail: what may
not be inserted is not, and what is there already is no error.
"""

import uuid
from datetime import datetime
from hashlib import sha256

from django.db import connection
from django.utils import timezone

from cases.inbox.correction import Correction, Handling
from cases.inbox.limits import KEPT_FOR_OWN_ADDRESSES, MOST_AN_HOUR, MOST_IN_SECOND_BOX


class Closed(Exception):
    """This server, or its database role, can put nothing into the inbox."""


class MustWait(Exception):
    """More has come than is taken as it comes; who has waited may put it into the second box."""


class Full(Exception):
    """The second box holds as much as it may."""


class KnownAlready(Exception):
    """Exactly this has been sent before."""


def can_receive() -> bool:
    """Whether this server and its database role can put anything into the inbox. Raises DatabaseError."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(has_table_privilege(inbox, 'INSERT')"
            " AND has_column_privilege(inbox, 'received_at', 'SELECT'), false)"
            " AND NOT pg_is_in_recovery() AND current_setting('default_transaction_read_only') = 'off'"
            " FROM to_regclass('cases_correction') AS inbox"
        )
        return cursor.fetchone()[0]


def receive(
    *,
    record: str,
    wrong: str,
    proposal: str,
    contact: str,
    language: str,
    straight: bool = True,
    waited: bool = False,
    is_shared: bool = False,
    now: datetime | None = None,
) -> None:
    """Keep what a reader sent, with the hour; `straight`: whether this reader may still send without waiting;
    `is_shared`: whether many may stand behind their address.

    Raises MustWait, of who has `waited` Full; Closed, KnownAlready, or DatabaseError in trouble.
    """
    if not can_receive():
        raise Closed
    hour = (now or timezone.now()).replace(minute=0, second=0, microsecond=0)
    second_box = not straight or _came_since(hour) >= MOST_AN_HOUR
    if second_box and not waited:
        raise MustWait
    if second_box and not _second_box_has_room(is_shared):
        raise Full
    sent = {"record": record, "wrong": wrong, "proposal": proposal, "contact": contact}
    about = {"language": language, "received_at": hour, "second_box": second_box, "digest": _digest(sent)}
    if not _insert({**sent, **about}):
        raise KnownAlready


def _came_since(hour: datetime) -> int:
    return Correction.objects.filter(received_at__gte=hour).order_by().count()


def _second_box_has_room(is_shared: bool) -> bool:
    most = MOST_IN_SECOND_BOX - (KEPT_FOR_OWN_ADDRESSES if is_shared else 0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_column_privilege('cases_correction', 'second_box', 'SELECT')")
        if not cursor.fetchone()[0]:
            return False
    return Correction.objects.in_second_box().order_by().count() < most


def _insert(values: dict) -> bool:
    """Whether it was new. The ORM's own way would read the row back, which the public side's role may not."""
    row = {"id": uuid.uuid4(), "state": Handling.NEW.value, "note": "", **values}
    places = ", ".join(["%s"] * len(row))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO cases_correction ({', '.join(row)}) VALUES ({places}) ON CONFLICT DO NOTHING",
            list(row.values()),
        )
        return cursor.rowcount == 1


def _digest(sent: dict[str, str]) -> bytes:
    """The same for texts that differ in white space alone."""
    return sha256("\0".join(" ".join(text.split()) for text in sent.values()).encode()).digest()
