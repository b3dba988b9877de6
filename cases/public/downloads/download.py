"""The body of a download: a thread copies at full speed into a spool, and the response follows behind it.

So however slowly somebody reads, the database is done with the file as soon as it can be. A slow reader holds a
thread, a place and room on the disk, four of them at most, until somebody else needs the place (`places.py`).
"""

import errno
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass

import psycopg
from django.conf import settings
from django.db import connection
from psycopg import sql

from cases.public.downloads.pace import Pace
from cases.public.downloads.places import UNKNOWN, folder, take_place
from cases.public.downloads.spool import Abandoned, Spool
from cases.register.copy_output import copy_out
from cases.register.csv_lines import PLANNING
from tracker.readers import UNTOLD, Reader
from tracker.serving.connection import Connection

LOCK_SECONDS = 10
LOOK_SECONDS = 1
PACE_SECONDS = 0.25
"""How often it is looked how quickly somebody reads, and whether their place is needed."""


class DownloadBroken(Exception):
    """The file is not whole, and the reader must notice."""


class PlaceNeeded(Exception):
    """Somebody else waits, and this reader is the one to give way."""


@dataclass(frozen=True)
class Copy:
    """What a format writes: bytes that are known beforehand, then what the `COPY … TO STDOUT` gives."""

    opening: bytes
    statement: Callable[[], sql.Composable]


class Download:
    """An iterator over the file. Must be closed; raises NoPlace where there is no room for one more."""

    def __init__(self, copy: Copy, client: Connection | None = None, reader: Reader = UNTOLD):
        """`client` is the connection to the reader, where the server tells."""
        self._copy, self._client = copy, client
        self._deadline = time.monotonic() + settings.DOWNLOAD_MINUTES * 60
        self._place = take_place(reader)
        self._spool = Spool(folder(), settings.DOWNLOAD_CAP_MB * 1024 * 1024, self._place)
        self._thread: threading.Thread | None = None
        self._whole = self._closed = self._is_needed = False
        self._given = 0
        self._waits = True  # for the copy
        self._over = threading.Event()
        self._running: psycopg.Connection | None = None
        self._running_lock = threading.Lock()

    def __iter__(self) -> "Download":
        return self

    def __next__(self) -> bytes:
        if self._closed:
            raise StopIteration
        try:
            if self._thread is None:
                self._begin()
                return self._copy.opening
            piece = self._next_piece()
        except ConnectionResetError:
            self.close()
            raise
        except Exception as error:
            self.close()
            raise DownloadBroken from error
        if not piece:
            self._whole = True
            self.close()
            raise StopIteration
        self._given += len(piece)
        return piece

    def close(self) -> None:
        """Stop what still runs and give everything back."""
        if self._closed:
            return
        self._closed = True
        self._over.set()
        self._spool.leave()
        if self._thread is None:
            self._spool.finish()
            return
        if not self._whole:
            self._break_off()
        for _ in range(50):
            if not self._thread.is_alive():
                return
            self._cancel()
            self._thread.join(0.1)
        # The database does not listen. The thread gives back what it holds when its own time is up.

    def _begin(self) -> None:
        if self._client is not None:
            self._client.follow()
        thread = threading.Thread(target=self._fill, name="download", daemon=True)
        thread.start()
        self._thread = thread
        threading.Thread(target=self._watch, name="download", daemon=True).start()

    def _next_piece(self) -> bytes:
        """Waits as long as the copy may: that has an end of its own."""
        self._waits = True
        try:
            while True:
                if self._is_needed:
                    raise PlaceNeeded
                try:
                    return self._spool.read(LOOK_SECONDS)
                except TimeoutError:
                    self._look_for_client()
        finally:
            self._waits = False

    def _watch(self) -> None:
        """How quickly it is read, and whether somebody else needs the place: then the reader is cut off."""
        pace, before = Pace(), time.monotonic()
        while not self._over.wait(PACE_SECONDS):
            now = time.monotonic()
            waited = self._waits and (self._client is None or self._client.has_taken_all)
            pace.note(now - before, self._client.taken if self._client else self._given, waited=waited)
            before = now
            if self._place.note(UNKNOWN if pace.rate is None else pace.rate):
                self._is_needed = True
                self._break_off()
                return

    def _look_for_client(self) -> None:
        if self._client is not None and self._client.is_gone:
            raise ConnectionResetError(errno.ECONNRESET, "the reader is gone")

    def _seconds_left(self) -> float:
        return max(0.0, self._deadline - time.monotonic())

    def _fill(self) -> None:
        """Copy into the spool, on a connection of this thread's own."""
        error = None
        try:
            self._copy_all()
        except BaseException as problem:
            error = problem
        finally:
            with self._running_lock:
                self._running = None
            with suppress(Exception):
                connection.close()
            self._spool.finish(error)

    def _copy_all(self) -> None:
        limits = PLANNING | {
            "statement_timeout": str(int(self._seconds_left() * 1000) + 1),
            "lock_timeout": str(LOCK_SECONDS * 1000),
        }
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT {', '.join(['set_config(%s, %s, false)'] * len(limits))}",
                [text for pair in limits.items() for text in pair],
            )
        with self._running_lock:
            self._running = connection.connection
        if self._closed:
            raise Abandoned
        with closing(copy_out(self._copy.statement(), seconds=self._seconds_left())) as pieces:
            for piece in pieces:
                self._spool.write(piece)

    def _cancel(self) -> None:
        with self._running_lock, suppress(psycopg.Error):
            if self._running is not None:
                self._running.cancel_safe(timeout=1)

    def _break_off(self) -> None:
        if self._client is not None:
            self._client.break_off()
