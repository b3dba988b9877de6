"""The locks that keep two people apart."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from django.db import connection, transaction
from django.db.models import Model

Stored = TypeVar("Stored", bound=Model)
Answer = TypeVar("Answer")

# Any constant of our own: it names the lock in this database.
_DESK = 0x6465736B
_POLL = 0.01
ATTEMPTS = 5

_has_its_turn: ContextVar[bool] = ContextVar("has_its_turn", default=False)


class GaveWay(Exception):
    """Somebody waited for what this transaction has changed: it has to be rolled back, and can be begun again."""


def one_at_a_time() -> None:
    """Wait until no other transaction of the desk is writing, and keep others waiting until this one ends.

    Taken before any row lock, it rules out deadlocks between people who save, publish and withdraw records that
    refer to each other, and lets each step judge what the one before has left. Reading never waits for it.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("The desk's lock needs a transaction to end with.")
    if _has_its_turn.get():
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_DESK])


@contextmanager
def one_turn() -> Iterator[None]:
    """The desk's lock for a piece of a transaction that has many of them, and given back while that goes on.

    What the transaction changed stays locked until its end, and whoever at the desk saves the same waits for it; so it
    never waits itself for the desk, and raises GaveWay as soon as somebody waits for it. Before it ends it needs the
    `last_turn`.
    """
    with connection.cursor() as cursor:
        # What a row refers to is locked as it is written, and not when all keys are checked at the end.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    _when_free("pg_try_advisory_lock")
    mark = _has_its_turn.set(True)
    try:
        with transaction.atomic():
            yield
    finally:
        _has_its_turn.reset(mark)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_DESK])


def last_turn() -> None:
    """The desk's lock until a transaction of turns has ended: no step of the desk finds one state before and another
    after. Raises GaveWay."""
    _when_free("pg_try_advisory_xact_lock")


def give_way() -> None:
    """Raises GaveWay if somebody waits for what this transaction has locked; not if for its turn."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND locktype <> 'advisory'"
            " AND pg_backend_pid() = ANY(pg_blocking_pids(pid)))"
        )
        if cursor.fetchone()[0]:
            raise GaveWay


def patiently(step: Callable[[], Answer], *, attempts: int = ATTEMPTS) -> Answer:
    """What the step answers, which is begun again when it gave way; not for ever: then raises GaveWay."""
    for _attempt in range(attempts - 1):
        try:
            return step()
        except GaveWay:
            continue
    return step()


def _when_free(take: str) -> None:
    with connection.cursor() as cursor:
        while True:
            give_way()
            cursor.execute(f"SELECT {take}(%s)", [_DESK])
            if cursor.fetchone()[0]:
                return
            time.sleep(_POLL)


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
