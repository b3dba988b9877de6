"""Lists that wait are worked on: at once where they are short, else by the worker that runs beside the web server.

The worker is a table and a loop (decision 0036): what waits stands in `ListImport.stage`, and whoever works on it holds
a lock of the database, so that another goes on as soon as it is gone.
"""

import logging
import threading
from collections.abc import Callable
from typing import Self

from django.db import connection, connections
from django.db.models.functions import Length
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from cases.imports.collecting import collecting_seldom
from cases.imports.importing import Busy, carry_out, check
from cases.imports.receiving import forget_old
from cases.imports.undoing import undo
from cases.models import ListImport
from cases.models.list_import import Stage

logger = logging.getLogger(__name__)

SHORT = 64 * 1024
"""Bytes of a file that is worked on while somebody waits."""

# Any constant of our own: whoever holds this lock is the worker.
_WORKER = 0x776F726B
_PAUSE = 1.0


def work_on(row: ListImport, *, tell: Callable[[int], None], waits: bool = True) -> None:
    """Take the step a list waits for, in the language of whoever asked: what is told is part of what was previewed."""
    with override(row.language or get_language()):
        if row.stage == Stage.CHECKING:
            check(row, tell=tell)
        elif row.stage == Stage.CONFIRMED:
            carry_out(row, tell=tell, waits=waits)
        elif row.stage == Stage.UNDOING:
            undo(row, tell=tell)


def work_now(row: ListImport) -> None:
    """The same for whoever waits, if the list is short and nobody else is saving one."""
    row.refresh_from_db()
    size = ListImport.objects.filter(pk=row.pk).values_list(Length("content"), flat=True).get()
    if size is None or size > SHORT:
        return
    try:
        work_on(row, tell=lambda done: None, waits=False)
        row.refresh_from_db()
        if row.stage == Stage.CHECKING:  # it went back, since something had changed
            work_on(row, tell=lambda done: None, waits=False)
    except Busy:
        return


class Progress:
    """Writes down every second how far somebody is, beside their transaction, in a thread with its own connection."""

    def __init__(self, row: ListImport):
        self._key, self._done, self._ended = row.pk, 0, threading.Event()
        self._thread = threading.Thread(target=self._write, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._ended.set()
        self._thread.join()

    def tell(self, done: int) -> None:
        self._done = done

    def _write(self) -> None:
        try:
            while not self._ended.wait(1.0):
                ListImport.objects.filter(
                    pk=self._key, stage__in=("checking", "confirmed", "undoing")
                ).update(done=self._done, beat_at=timezone.now())
        finally:
            connections["default"].close()


def run(*, stop: threading.Event, once: bool = False) -> None:
    """Work on what waits, until told to stop; `once`: until nothing waits. One process does so at a time."""
    try:
        while not stop.is_set():
            if not (_is_the_worker() and _work_on_the_next()):
                if once:
                    return
                stop.wait(_PAUSE)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_WORKER])


def _work_on_the_next() -> bool:
    """Whether there was anything to do."""
    forget_old()
    row = ListImport.objects.to_work_on().first()
    if row is not None:
        _work(row)
    return row is not None


def _work(row: ListImport) -> None:
    try:
        with Progress(row) as progress, collecting_seldom():
            work_on(row, tell=progress.tell)
    except Exception:
        # What cannot be dealt with must keep no other list from its turn, and its page says so.
        logger.exception("the list %s cannot be worked on", row.pk)
        if not connection.is_usable():
            raise
        before = Stage.DONE if row.stage == Stage.UNDOING else Stage.CHECKED if row.counts else Stage.UPLOADED
        ListImport.objects.filter(pk=row.pk).update(
            stage=before,
            told=[_("Something went wrong, and nothing was changed. Tell whoever keeps the server.")],
        )


def _is_the_worker() -> bool:
    """Whether this connection holds the worker's lock; the database gives it back when the process is gone."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()"
            " AND objid = %s AND classid = 0 AND granted",
            [_WORKER],
        )
        if cursor.fetchone()[0]:
            return True
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [_WORKER])
        return bool(cursor.fetchone()[0])
