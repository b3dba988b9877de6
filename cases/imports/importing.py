"""The two passes over a list: judging it for the preview, and, once that is confirmed, judging it again and saving it.

Saving is one transaction: nobody sees anything of it before it ends, whatever stops it leaves no trace, and it can be
begun again. New rows are waited for by nobody. What is on file is changed one case after the other, each in a turn of
its own at the desk; whoever saves the same meanwhile goes first (decision 45).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pghistory
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from psycopg.errors import ForeignKeyViolation

from cases.imports.changes import CORRECTS, IMPORT
from cases.imports.corrections import Corrected, corrected_by
from cases.imports.judging import BATCH, Judge, Judged
from cases.imports.key_table import KeyTable, mark
from cases.imports.receiving import check_may_import, file_of, settled_of
from cases.imports.said import Reader, Said
from cases.imports.saving import Correcting, Meanwhile, Saving
from cases.imports.settled import Settled
from cases.imports.tables import File, Table, open_table
from cases.imports.unreadable import Unreadable
from cases.models import ImportedRow, ListImport
from cases.models.list_import import Stage, Verdict
from cases.models.need_to_know import reading_as
from cases.workflow.errors import Refused
from cases.workflow.locking import ATTEMPTS, GaveWay, give_way, patiently

# Any constant of our own: it names the lock in this database under which lists are saved one after the other.
_IMPORTING = 0x6C697374

SHOWN = 20
"""Rows that are named where the preview does not hold any more."""

LOOKED_AROUND = 20
"""After so many rows it is asked whether somebody at the desk waits for one of them."""

Tell = Callable[[int], None]


def nobody(done: int) -> None:
    """Told how many rows are done, where nobody asks."""


def refers_to_nothing(error: IntegrityError) -> bool:
    """Whether somebody deleted meanwhile what new rows refer to."""
    return isinstance(error.__cause__, ForeignKeyViolation)


class Busy(Exception):
    """Another list is being saved."""


def said_by(table: Table, settled: Settled) -> Iterator[Said]:
    """What the rows of a table say."""
    reader = Reader(settled.mapping, table.header, settled.shared.as_of)
    for row in table.rows():
        yield from reader.read(row)


def judged_by(
    file: File, name: str, settled: Settled, *, by: User, encoding: str, own: int = 0
) -> Iterator[Judged]:
    """What would come of each row of a file, as `by`."""
    table = open_table(file, name, encoding=encoding)
    yield from Judge(settled, by=by, own=own).judge(said_by(table, settled))


def _judged(row: ListImport) -> Iterator[Judged | Corrected]:
    """What would come of each row of an upload, as whoever brought it."""
    if row.brings_corrections:
        return corrected_by(file_of(row), row.file_name, by=row.by, encoding=row.encoding)
    settled = settled_of(row)
    return judged_by(file_of(row), row.file_name, settled, by=row.by, encoding=row.encoding, own=row.pk)


# For the preview


@transaction.atomic
def check(row: ListImport, *, tell: Tell = nobody) -> None:
    """Judge every row of a list that waits for it, and keep that for the preview."""
    _alone_with(row)
    row.refresh_from_db()
    if row.stage != Stage.CHECKING:
        return
    ImportedRow.objects.filter(list_import=row).delete()
    counts: Counter[str] = Counter()
    rows: list[ImportedRow] = []
    number = 0
    try:
        with reading_as(row.by):
            for judged in _judged(row):
                number += 1
                counts[judged.verdict] += 1
                rows.append(_kept(row, judged, number))
                if len(rows) == BATCH:
                    ImportedRow.objects.bulk_create(rows)
                    rows = []
                    tell(number)
    except Unreadable as error:
        row.stage, row.told, row.counts = Stage.UPLOADED, error.messages, {}
        row.save(update_fields=["stage", "told", "counts"])
        return
    ImportedRow.objects.bulk_create(rows)
    row.counts, row.total, row.done = dict(counts), number, number
    row.stage, row.beat_at = Stage.CHECKED, None
    row.save(update_fields=["stage", "beat_at", "counts", "total", "done"])


def _kept(row: ListImport, judged: Judged | Corrected, number: int) -> ImportedRow:
    return ImportedRow(
        list_import=row,
        number=number,
        row=judged.row,
        verdict=judged.verdict,
        name=judged.name[:500],
        told=judged.told,
        digest=judged.digest,
    )


# For good


def carry_out(row: ListImport, *, tell: Tell = nobody, waits: bool = True) -> None:
    """Import a list that was confirmed: all of it, or nothing. Unless it `waits`, raises Busy while another list is
    being saved."""
    try:
        patiently(lambda: _carry_out(row, tell=tell, waits=waits), attempts=ATTEMPTS if waits else 1)
    except GaveWay:
        if not waits:
            raise Busy from None
        _back(
            row,
            Stage.CHECKED,
            [_("Nothing was imported: colleagues saved each time. Confirm it again later.")],
        )
    except IntegrityError as error:
        if not refers_to_nothing(error):
            raise
        told = _("Nothing was imported: something that the list refers to was deleted. It was checked again.")
        _back(row, Stage.CHECKING, [told])
    except Meanwhile as changed:
        rows = ", ".join(map(str, changed.rows[:SHOWN]))
        told = _(
            "Nothing was imported: since the preview something was changed that these rows are compared with: "
            "%(rows)s. The list was checked again; look at them and confirm it anew."
        )
        _back(row, Stage.CHECKING, [told % {"rows": rows}])
    except Unreadable as error:
        _back(row, Stage.CHECKED, error.messages)
    except Refused as refused:
        _back(row, Stage.CHECKED, refused.messages)


@transaction.atomic
def _carry_out(row: ListImport, *, tell: Tell, waits: bool) -> None:
    take_turn(waits=waits)
    row.refresh_from_db()
    if row.stage != Stage.CONFIRMED:
        return
    previewed = _previewed(row)
    check_may_import(row.by)
    if row.brings_corrections:
        with reading_as(row.by), written_down(row):
            _save(row, _judged(row), Correcting(row), previewed, tell)
    else:
        save_list(row, file_of(row), settled_of(row), previewed=previewed, tell=tell)


def _previewed(row: ListImport) -> KeyTable:
    """What was previewed of each row, by number."""
    previewed = KeyTable()
    rows = ImportedRow.objects.filter(list_import=row).values_list("number", "digest")
    for number, digest in rows.iterator(chunk_size=BATCH):
        previewed[mark(number)] = mark(digest)
    return previewed


def _back(row: ListImport, stage: Stage, told: list[str]) -> None:
    ListImport.objects.filter(pk=row.pk).update(
        stage=stage, told=told, asked_at=timezone.now(), beat_at=None, done=0
    )


def _alone_with(row: ListImport) -> None:
    """No lock of the row itself, which is told meanwhile how far it is."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_IMPORTING, row.pk])


def take_turn(*, waits: bool) -> None:
    """One list is saved after the other: until the transaction ends, no other is. Raises Busy unless it `waits`."""
    with connection.cursor() as cursor:
        if waits:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_IMPORTING])
            return
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_IMPORTING])
        if not cursor.fetchone()[0]:
            raise Busy


@contextmanager
def written_down(row: ListImport) -> Iterator[None]:
    """Inside, the history of what is saved names the import and the file."""
    corrects = {CORRECTS: True} if row.brings_corrections else {}
    with pghistory.context(user=row.by_id, **{IMPORT: row.pk, "file": row.file_hash}, **corrects):
        yield


def save_list(
    row: ListImport, file: File, settled: Settled, *, previewed: KeyTable | None, tell: Tell = nobody
) -> Counter[str]:
    """Judge and save every row, in the transaction around it. Returns the rows by verdict.

    Raises Meanwhile where a row is not what was previewed, and Refused for a row with an error or a choice to make.
    """
    saving = Saving(row, settled)
    with reading_as(row.by), written_down(row):
        table = open_table(file, row.file_name, encoding=row.encoding)
        return _save(row, saving.judge.judge(said_by(table, settled)), saving, previewed, tell)


def _save(
    row: ListImport,
    rows: Iterable[Any],
    saving: "Saving | Correcting",
    previewed: KeyTable | None,
    tell: Tell,
) -> Counter[str]:
    """Take every row as it is judged, if it is what was previewed."""
    counts: Counter[str] = Counter()
    changed: list[int] = []
    number = 0
    for judged in rows:
        number += 1
        counts[judged.verdict] += 1
        if previewed is not None and previewed.get(mark(number)) != mark(judged.digest):
            changed.append(judged.row)
        elif judged.verdict in (Verdict.ERROR, Verdict.QUESTION):
            raise Refused(_("Row %(row)s has an error, or a choice to make.") % {"row": judged.row})
        if not changed:
            saving.take(judged)
        if number % BATCH == 0:
            tell(number)
        if number % LOOKED_AROUND == 0:
            give_way()
    if changed or (previewed is not None and number != len(previewed)):
        raise Meanwhile(changed)
    give_way()
    saving.end()
    row.made = saving.made()
    row.stage, row.counts, row.done, row.total = Stage.DONE, dict(counts), number, number
    row.beat_at, row.told = None, []
    row.save(update_fields=["stage", "counts", "done", "total", "beat_at", "told", "made"])
    return counts
