"""A whole file of ours put back into an empty register: private rows and published documents, all or nothing."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Protocol

from django.contrib.auth.models import User
from django.db import Error, connection, transaction
from django.utils import timezone
from psycopg import Error as DriverError

from cases.imports.key_table import KeyTable, mark
from cases.imports.own.ahead import ahead
from cases.imports.own.document_file import Line, Made, Outline
from cases.imports.own.errors import MOST_KEPT, NotRestored, Unfit, Wrong
from cases.imports.own.record_rows import RecordRows
from cases.imports.own.rows import Rows
from cases.models import (
    Campaign,
    Case,
    FormerText,
    MergedReference,
    Person,
    PublishedCampaign,
    PublishedCase,
    Source,
    Tombstone,
)
from cases.register import register
from cases.register.documents.keys import CAMPAIGN
from cases.register.documents.writing import new
from cases.register.ledger_words import index_anew
from cases.register.replacing import WaitingMarks
from cases.workflow.locking import one_at_a_time

BATCH = 125


class OwnFile(Protocol):
    """`made(lines, dry)` needs no database, so that another process can do it."""

    made: Callable[[Iterable[Line], bool], list[Made]]

    def lines(self) -> Iterator[Line]: ...

    def outline(self) -> Outline: ...


@dataclass
class Restored:
    """What came of it. Of `differences` the first are kept; `tell` got all of them."""

    cases: int = 0
    campaigns: int = 0
    differences: list[Wrong] = field(default_factory=list)
    different: int = 0
    left_out: list[tuple[str, str]] = field(default_factory=list)


def restore(
    file: OwnFile,
    *,
    by: User,
    name: str,
    dry_run: bool = False,
    tell: Callable[[str, Wrong], None] = lambda kind, wrong: None,
    progress: Callable[[int], None] = lambda done: None,
) -> Restored:
    """Bring every record of the file back and publish it, as `by`, who has to be an administrator.

    Raises NotRestored, and leaves nothing, if the register is not empty or anything in the file is wrong. `tell` is
    given each error and each difference as it is found.
    """
    if not (by.is_active and by.is_superuser):
        raise NotRestored("Only an administrator can restore a register.")
    at = register.whole_second(timezone.now())
    with transaction.atomic():
        one_at_a_time()
        _check_empty()
        run = _Run(file, by=by, at=at, name=name, dry=dry_run, tell=tell)
        try:
            if dry_run:
                restored = run.go(progress)
                transaction.set_rollback(True)
                return restored
            make_index = index_anew()
            restored = run.go(progress)
            _check_keys()
            make_index()
        except (Error, DriverError) as error:
            raise NotRestored(f"The database refused it: {_told(error)}") from error
    # Else it plans for empty tables until it looks by itself.
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return restored


def _check_empty() -> None:
    for model in (Case, Campaign, Person, Source, PublishedCase, PublishedCampaign):
        if model._base_manager.exists():
            raise NotRestored(
                "The register is not empty: there are rows of the kind “"
                f"{model._meta.verbose_name}”. A file is restored into one that holds reference data alone."
            )


def _check_keys() -> None:
    """What the database would otherwise ask at the very end, where nobody could tell of it."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _told(error: Exception) -> str:
    return str(error).strip().replace("\n", " ")


class _Run:
    def __init__(
        self,
        file: OwnFile,
        *,
        by: User,
        at: datetime,
        name: str,
        dry: bool,
        tell: Callable[[str, Wrong], None],
    ) -> None:
        self._file, self._at, self._tell = file, at, tell
        self._outline = file.outline()
        self._held = KeyTable()
        for reference in self._outline.references:
            self._held[mark(reference)] = 1
        self._gone = _gone(self._outline.references)
        self._outline.references = []
        self._dry = dry
        self._marks = WaitingMarks()
        self._result = Restored()
        self._errors: list[Wrong] = []
        self._wrong = 0
        self._records = RecordRows(
            Rows(dry=dry),
            by=by.pk,
            at=at,
            reason=f"Restored from {name}.",
            holds=lambda reference: mark(reference) in self._held,
            named_elsewhere=self._outline.named_elsewhere,
        )

    def go(self, progress: Callable[[int], None]) -> Restored:
        for wrong in self._outline.twice:
            self._refuse(wrong)
        done = 0
        for made in ahead(self._file.made, _batches(self._file.lines()), self._dry):
            self._take(made)
            done += len(made)
            del made  # not two batches at once
            progress(done)
        if self._wrong:
            raise NotRestored(
                f"Nothing was restored: {self._wrong} error{'' if self._wrong == 1 else 's'}.",
                errors=self._errors,
                count=self._wrong,
            )
        if not (self._result.cases or self._result.campaigns):
            raise NotRestored("The file holds no record.")
        self._tell_campaigns()
        self._records.finish()
        if not self._dry:
            register.put_waiting(self._marks)
        self._result.left_out = self._records.ties.left_out
        return self._result

    def _take(self, batch: list[Made]) -> None:
        sound = []
        for made in batch:
            for wrong in made.errors:
                self._refuse(wrong)
            for difference in made.differences:
                self._differ(difference)
            if made.prepared is not None and self._rows_of(made):
                sound.append(made.prepared)
        self._count(sound)
        if self._dry or self._wrong:
            self._records.rows.forget()
            return
        self._records.rows.write()
        register.put_prepared(sound, at=self._at, waiting=self._marks)

    def _rows_of(self, made: Made) -> bool:
        document = made.prepared.document
        reference = document["reference"]
        if reference in self._gone:
            self._refuse(Wrong(made.row, "reference", reference, self._gone[reference]))
            return False
        try:
            self._records.add(document)
        except Unfit as unfit:
            self._refuse(Wrong(made.row, unfit.column, unfit.value, unfit.reason))
            return False
        except (TypeError, KeyError, ValueError, AttributeError) as error:
            self._refuse(Wrong(made.row, "", "", f"is no public document: {type(error).__name__} {error}"))
            return False
        return True

    def _count(self, sound: list) -> None:
        campaigns = sum(each.document["type"] == "campaign" for each in sound)
        self._result.campaigns += campaigns
        self._result.cases += len(sound) - campaigns

    def _tell_campaigns(self) -> None:
        """Those that cases name and the file has no document of: they get one with their title alone."""
        untold = dict(self._records.ties.untold_campaigns)
        if not untold:
            return
        empty = {
            name: value
            for name, value in CAMPAIGN.empty().items()
            if name not in ("schema", "type", "reference")
        }
        documents = [
            new("campaign", reference, **empty | {"title": title, "text_language": "en"})
            for reference, title in untold.items()
        ]
        for document in documents:
            self._records.add(document)
        self._result.campaigns += len(documents)
        if not self._dry:
            self._records.rows.write()
            register.put_many(documents, at=self._at)

    def _refuse(self, wrong: Wrong) -> None:
        self._wrong += 1
        self._tell("error", wrong)
        if len(self._errors) < MOST_KEPT:
            self._errors.append(wrong)

    def _differ(self, difference: Wrong) -> None:
        self._result.different += 1
        self._tell("difference", difference)
        if len(self._result.differences) < MOST_KEPT:
            self._result.differences.append(difference)


def _gone(references: list[str]) -> dict[str, str]:
    """Why some of these may not come back."""
    gone: dict[str, str] = {}
    said = (
        (Tombstone, "was withdrawn and does not come back"),
        (MergedReference, "was merged into another case"),
        (FormerText, "was taken out of the register and does not come back"),
    )
    for model, why in said:
        kept = set(model.objects.values_list("reference", flat=True))
        gone |= dict.fromkeys(kept.intersection(references), why)
    return gone


def _batches(lines: Iterator[Line]) -> Iterator[list[Line]]:
    while batch := list(islice(lines, BATCH)):
        yield batch
