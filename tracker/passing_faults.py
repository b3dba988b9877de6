"""Faults that are no fault of the program and pass by themselves, or once somebody has made room.

The database is away, is being started, has no room for data or connections, takes only readers, gave a statement up or
broke a deadlock; this machine has no room on its disk or for more files. Whoever asks meanwhile is told to come again.
"""

import errno

from django.db import InterfaceError, OperationalError
from psycopg.errors import QueryCanceled

PASSING_STATES = (
    "08",  # no connection
    "53",  # no room: disk, memory, connections
    "57",  # being shut down, started, or told to stop
    "58000",
    "58030",  # the disk cannot be read or written
    "25006",  # takes only readers, as a server that follows another does
    "55P03",  # a lock was not to be had in time
    "40001",
    "40P01",  # somebody else was first
)
"""SQLSTATE, or how it begins."""

PASSING_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EMFILE, errno.ENFILE, errno.ENOMEM)


def is_passing(error: BaseException | None) -> bool:
    """Whether it is such a fault, or was raised in dealing with one."""
    return any(map(_passes, _chain(error)))


def took_too_long(error: BaseException | None) -> bool:
    """Whether a statement was given up, by its limit of time or by somebody."""
    return any(isinstance(link, QueryCanceled) for link in _chain(error))


def kind_of(error: BaseException | None) -> str:
    """For logs: kinds and SQLSTATE, and no words, which may quote what is private."""
    return ", ".join(
        " ".join(filter(None, [type(link).__qualname__, getattr(link, "sqlstate", None)]))
        for link in _chain(error)
    )


def _passes(error: BaseException) -> bool:
    if isinstance(error, OSError):
        return error.errno in PASSING_ERRORS
    state = getattr(error, "sqlstate", None)
    if state:
        return state.startswith(PASSING_STATES)
    # Without a state of its own nor a cause that has one: the connection broke, or there is none.
    return isinstance(error, (OperationalError, InterfaceError)) and not getattr(
        error.__cause__, "sqlstate", None
    )


def _chain(error: BaseException | None):
    seen = 0
    while error is not None and seen < 50:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        seen += 1
