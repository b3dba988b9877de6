"""The two passes over a list: judging it for the preview, and, once that is confirmed, judging it again and saving it.

Saving is one transaction: nobody sees anything of it before it ends, whatever stops it leaves no trace, and it can be
begun again. New rows are waited for by nobody. What is on file is changed one case after the other, each in a turn of
its own at the desk; whoever saves the same meanwhile goes first (decision 45).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pghistory
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from psycopg.errors import ForeignKeyViolation

from cases.imports.changes import CORRECTS, IMPORT, Changes, apply, changes_to
from cases.imports.corrections import Corrected, corrected_by
from cases.imports.judging import BATCH, Judge, Judged
from cases.imports.key_table import KeyTable, mark
from cases.imports.made_texts import texts_from_facts
from cases.imports.matching import is_taken_out
from cases.imports.receiving import check_may_import, file_of, settled_of
from cases.imports.said import Reader, Said
from cases.imports.settled import Settled
from cases.imports.spelling import spelled_alike
from cases.imports.tables import File, Table, open_table
from cases.imports.unreadable import Unreadable
from cases.models import Case, ExternalId, ImportedCase, ImportedRow, ListImport, Person
from cases.models.list_import import Stage, Verdict
from cases.models.need_to_know import reading_as, whole_record
from cases.workflow.entering.in_bulk import Provisions, save_listed
from cases.workflow.errors import Refused
from cases.workflow.locking import ATTEMPTS, GaveWay, give_way, last_turn, one_turn, patiently

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


@dataclass
class Meanwhile(Exception):
    """What was previewed is not what would be imported now: these rows."""

    rows: list[int] = field(default_factory=list)


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
            _save(row, _judged(row), _Correcting(row), previewed, tell)
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
    saving = _Saving(row, settled)
    with reading_as(row.by), written_down(row):
        table = open_table(file, row.file_name, encoding=row.encoding)
        return _save(row, saving.judge.judge(said_by(table, settled)), saving, previewed, tell)


def _save(
    row: ListImport,
    rows: Iterable[Any],
    saving: "_Saving | _Correcting",
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


class _Correcting:
    """Cases on file changed as lines of our own CSV say. All lines are judged first: none sees what another changed."""

    def __init__(self, row: ListImport):
        self.row = row
        self._waiting: list[Corrected] = []

    def take(self, corrected: Corrected) -> None:
        if corrected.verdict == Verdict.CHANGED:
            self._waiting.append(corrected)

    def end(self) -> None:
        for each in self._waiting:
            try:
                with one_turn():
                    self._carry_out(each)
            except Refused as refused:
                told = _("Row %(row)s: %(why)s") % {"row": each.row, "why": " ".join(refused.messages)}
                raise Refused(told) from refused
        if self._waiting:
            last_turn()

    def _carry_out(self, corrected: Corrected) -> None:
        case = corrected.carry_out(by=self.row.by)
        ImportedCase.objects.create(
            list_import=self.row,
            number=corrected.row,
            case=case,
            is_new=False,
            digest="",  # no row of a list is known again by it
            edit_version=case.edit_version,
        )

    def made(self) -> dict[str, list[int]]:
        return {}


class _Saving:
    """Rows on their way into the database, in batches."""

    def __init__(self, row: ListImport, settled: Settled):
        self.row, self.settled = row, settled
        self.judge = Judge(settled, by=row.by, own=row.pk)
        self._provisions = Provisions()
        self._waiting: list[Judged] = []
        self._changes: list[tuple[Judged, Changes]] = []
        self._persons = KeyTable()
        """Who the rows made, by number and name: a row can be of several people."""
        self._is_new_source = settled.shared.source.pk is None

    def take(self, judged: Judged) -> None:
        if judged.verdict == Verdict.CHANGED and judged.changes is not None:
            self._changes.append((judged, judged.changes))
        if judged.verdict != Verdict.NEW:
            return
        if judged.same_person_as and _whose(judged.same_person_as, judged) not in self._persons:
            self._save()
        self._waiting.append(judged)
        if len(self._waiting) == BATCH:
            self._save()

    def end(self) -> None:
        """What is left of new rows; then what is on file is changed."""
        self._save()
        for judged, changes in self._changes:
            with one_turn():
                case = apply(self._as_judged(judged, changes), by=self.row.by)
                # Of several rows of one case none is an edit that came after the import.
                self.row.cases.filter(case=case).update(edit_version=case.edit_version)
                self._note([(judged, case, None, False)])
        if self._changes:
            last_turn()

    def _as_judged(self, judged: Judged, changes: Changes) -> Changes:
        """What is still to be changed, and nothing that nobody saw. Raises Meanwhile."""
        case = Case.objects.filter(pk=changes.case.pk).first()
        if case is None or case.person_id != changes.case.person_id or is_taken_out(case):
            raise Meanwhile([judged.row])
        now = changes_to(case, changes.listed)
        seen = changes.told()
        if any(each not in seen for each in now.told()):
            raise Meanwhile([judged.row])
        return now

    def made(self) -> dict[str, list[int]]:
        sources = [each.pk for each in self.judge.new_sources if each.pk]
        if self._is_new_source and self.settled.shared.source.pk:
            sources.append(self.settled.shared.source.pk)
        made = {"source": sources}
        for each in self.judge.on_file.made:
            if each.pk is not None:
                made.setdefault(str(each._meta.model_name), []).append(each.pk)
        return made

    @whole_record()
    def _save(self) -> None:
        rows = [each for each in self._waiting if each.listed is not None]
        self._waiting = []
        if not rows:
            return
        persons = [
            Person(pk=self._persons.get(_whose(each.same_person_as, each))) if each.same_person_as else None
            for each in rows
        ]
        lines = [each.listed for each in rows if each.listed is not None]
        made = save_listed(
            lines,
            by=self.row.by,
            provisions=self._provisions,
            persons=persons,
            submitted=self.row.submits,
            texts=texts_from_facts if self.settled.makes_texts else None,
        )
        for judged, each in zip(rows, made, strict=True):
            if each.case.person_id:
                self._persons.setdefault(_whose(judged.row, judged), each.case.person_id)
        self._note([(judged, each.case, each.person, True) for judged, each in zip(rows, made, strict=True)])

    def _note(self, rows: list[tuple[Judged, Case, Person | None, bool]]) -> None:
        ImportedCase.objects.bulk_create(
            [
                ImportedCase(
                    list_import=self.row,
                    number=judged.said.number,
                    part=judged.said.part,
                    case=case,
                    person=person,
                    is_new=is_new,
                    digest=judged.said.digest,
                    edit_version=case.edit_version,
                )
                for judged, case, person, is_new in rows
            ]
        )
        ids = [
            ExternalId(list_name=self.settled.list_name, value=judged.said.list_id, case=case)
            for judged, case, _person, _is_new in rows
            if judged.said.list_id
        ]
        ExternalId.objects.bulk_create(ids, ignore_conflicts=True)


def _whose(row: int, judged: Judged) -> int:
    """The mark of whoever a row made who has the name that this one says."""
    return mark(row, spelled_alike(str(judged.said.cells.get("name", ""))))
