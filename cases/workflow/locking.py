"""The locks that keep two people apart."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from django.db import connection, transaction
from django.db.models import Model

Stored = TypeVar("Stored", bound=Model)

# Any constant of our own: it names the lock in this database.
_DESK = 0x6465736B


def one_at_a_time() -> None:
    """Wait until no other transaction of the desk is writing, and keep others waiting until this one ends.

    Taken before any row lock, it rules out deadlocks between people who save, publish and withdraw records that
    refer to each other, and lets each step judge what the one before has left. Reading never waits for it.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("The desk's lock needs a transaction to end with.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_DESK])


@contextmanager
def one_moment() -> Iterator[None]:
    """Everything read within it is of one moment, whatever others save meanwhile; it waits for nobody.

    Within somebody's transaction, what that sees is what there is.
    """
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def lock(record: Stored) -> Stored:
    """The record's row as it is now, locked until the transaction ends."""
    one_at_a_time()
    return type(record)._base_manager.select_for_update(of=("self",), no_key=True).get(pk=record.pk)
