"""What every program that is started by hand needs around it: the database, and an end in order."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tracker.embedded_database import EmbeddedDatabase, EmbeddedDatabaseError


@contextmanager
def running_database(database: EmbeddedDatabase | None, purpose: str) -> Iterator[None]:
    """The database for as long as the block lasts: joined where it runs, else started and stopped again.

    With a server of one's own (None) there is nothing to start. Exits with a sentence when it cannot be had.
    """
    if database is None:
        yield
        return
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, lambda number, frame: sys.exit(128 + number))
    try:
        with database.running(purpose, say=lambda text: print(text, file=sys.stderr)):
            yield
    except EmbeddedDatabaseError as error:
        sys.exit(f"Database: {error}")
