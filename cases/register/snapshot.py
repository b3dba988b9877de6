"""One snapshot of the register: everything a page reads within it is of the same moment, rows, counts and names alike.

A snapshot is one read-only transaction in which the database shows the state of its beginning, together with the
worker's bitmaps of exactly that state. So the numbers of a page cannot contradict each other, whatever is published
meanwhile, and no page has to be asked for twice. No statement in it may run longer than the readers' limit.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from cases.register import bitmaps
from cases.register.hidden_rows import without_hidden
from cases.register.state import RegisterState

MOST_TRIES = 5


class NotReady(Exception):
    """What is derived from documents is of another derivation version than this program's, or not whole."""


@dataclass(frozen=True)
class Snapshot:
    """`moment` names it, and no other; `bitmaps` are those of the moment, of what may be read today."""

    moment: tuple
    bitmaps: bitmaps.Bitmaps


@contextmanager
def take_snapshot() -> Iterator[Snapshot]:
    """The register as it is now. Raises NotReady, and DatabaseError as any query does."""
    if connection.in_atomic_block:
        # Within somebody's transaction: what that sees is what there is.
        yield _snapshot(may_go_back=True)
        return
    for attempt in range(MOST_TRIES):
        try:
            with transaction.atomic():
                with connection.cursor() as cursor:
                    cursor.execute(
                        "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; "
                        f"SET LOCAL statement_timeout = {settings.READER_SECONDS * 1000}"
                    )
                snapshot = _snapshot(may_go_back=attempt == MOST_TRIES - 1)
                yield snapshot
                return
        except bitmaps.Moved:
            continue


def _snapshot(*, may_go_back: bool) -> Snapshot:
    state = RegisterState.objects.current()
    if not state.is_derived_by_this_program:
        raise NotReady
    stored = bitmaps.at(state, may_go_back=may_go_back)
    return Snapshot(state.moment, without_hidden(stored, timezone.localdate()))
