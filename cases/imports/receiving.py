"""A file that somebody brings: looked at for a start, and kept on the server until its preview is confirmed."""

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cases.imports.corrections import is_our_own
from cases.imports.encodings import UTF_8
from cases.imports.mapping import Mapping, from_dict, is_short_list, of_short_list
from cases.imports.proposing import proposed
from cases.imports.settled import Settled, settle
from cases.imports.tables import MOST_BYTES, Table, hash_of, open_table
from cases.imports.unreadable import Unreadable
from cases.models import ListImport
from cases.models.list_import import Stage
from cases.workflow.errors import Refused

OFFERED = "offered"
"""The key of encodings that a file may be in, until somebody chose one."""


def check_may_import(by: User) -> None:
    """Refused unless somebody may enter what a list holds."""
    if not (by.has_perm("cases.add_case") and by.has_perm("cases.add_person")):
        raise Refused(_("You have no permission to enter cases."))


def receive(content: bytes, name: str, *, by: User, encoding: str = UTF_8) -> ListImport:
    """Keep an uploaded file, with a first idea of how it is read; where its encoding has to be chosen, without.
    Raises Unreadable, and keeps nothing."""
    check_may_import(by)
    if len(content) > MOST_BYTES:
        raise Unreadable(
            _("The file is larger than 50 MB. Divide it, or ask whoever keeps the server to import it.")
        )
    row = ListImport(
        by=by,
        file_name=(name.replace("\\", "/").rsplit("/", 1)[-1] or _("pasted cells"))[:200],
        file_hash=hash_of(content),
        content=content,
    )
    try:
        read_as(row, encoding)
    except Unreadable as error:
        if not error.offered:
            raise
        row.told, row.shared = error.messages, {OFFERED: list(error.offered)}
        row.save()
    return row


def read_as(row: ListImport, encoding: str) -> None:
    """Look at a kept file in an encoding, which somebody chose. Raises Unreadable."""
    table = open_table(file_of(row), row.file_name, encoding=encoding)
    is_own = is_our_own(table)
    if is_own and table.is_workbook:
        raise Unreadable(
            _(
                "This is our own CSV, saved as a workbook: programs change dates and numbers in it. Bring it as CSV, "
                "as it was downloaded, with the cells you corrected."
            )
        )
    row.encoding, row.header, row.told = encoding, table.header, []
    row.mapping, row.shared = {} if is_own else first_idea(table).as_dict(), {}
    fields = ("encoding", "header", "told", "mapping", "shared")
    row.save(update_fields=None if row.pk is None else fields)


def first_idea(table: Table) -> Mapping:
    """Our own columns as they are; of any other list what its header and its first rows look like."""
    return of_short_list(table.header) if is_short_list(table.header) else proposed(table)


def needs_mapping(row: ListImport) -> bool:
    """Whether the columns are others than ours, so that somebody has to look at how they are read."""
    return not is_short_list(row.header)


@transaction.atomic
def ask_to_check(
    row: ListImport,
    *,
    by: User,
    shared: dict[str, Any] | None = None,
    mapping: Mapping | None = None,
    answers: dict[str, str] | None = None,
) -> None:
    """Say how a list is read; then it waits to be checked (anew). Raises Unreadable for what cannot be."""
    row = _locked(row, Stage.UPLOADED, Stage.CHECKED)
    if row.brings_corrections:
        row.list_name = _("our own CSV")
    else:
        row.shared = row.shared if shared is None else shared
        row.mapping = row.mapping if mapping is None else mapping.as_dict()
        read_by = from_dict(row.mapping)
        if missing := read_by.missing_in(row.header):
            raise Unreadable(_("The file has no column “%(column)s”.") % {"column": missing[0]})
        row.list_name = settle(read_by, row.shared).list_name[:200]
        row.answers = {**_answered_before(row, by), **row.answers, **(answers or {})}
    row.stage, row.asked_at, row.done, row.told = Stage.CHECKING, timezone.now(), 0, []
    row.language = get_language() or ""
    row.save(
        update_fields=[
            *("shared", "mapping", "list_name", "answers"),
            *("stage", "asked_at", "done", "told", "language"),
        ]
    )


def _answered_before(row: ListImport, by: User) -> dict[str, str]:
    """What the same person chose for earlier files of the same list, as long as these are kept."""
    before = ListImport.objects.filter(by=by, list_name=row.list_name).exclude(pk=row.pk).order_by("pk")
    answers: dict[str, str] = {}
    for each in before.values_list("answers", flat=True):
        answers |= each
    return answers


@transaction.atomic
def ask_to_import(row: ListImport, *, submits: bool = False) -> None:
    """Confirm what was previewed; it waits to be carried out."""
    row = _locked(row, Stage.CHECKED)
    if not row.can_be_confirmed:
        raise Refused(
            _("There are rows with errors, or with a choice to make. A list is imported as a whole.")
        )
    row.stage, row.asked_at, row.done, row.told, row.submits = Stage.CONFIRMED, timezone.now(), 0, [], submits
    row.save(update_fields=["stage", "asked_at", "done", "told", "submits"])


@transaction.atomic
def throw_away(row: ListImport) -> None:
    """Erase an upload that was not imported."""
    _locked(row, Stage.UPLOADED, Stage.CHECKED).delete()


def _locked(row: ListImport, *stages: Stage) -> ListImport:
    locked = ListImport.objects.defer("content").select_for_update().get(pk=row.pk)
    if locked.stage not in stages:
        raise Refused(_("This went on meanwhile. Look at it again."))
    return locked


def forget_old() -> int:
    """Erase the files that were kept long enough, and what their rows said; returns how many."""
    return ListImport.objects.to_be_forgotten().forget()


def file_of(row: ListImport) -> bytes:
    """The file as it was uploaded. Raises Unreadable when it was erased."""
    if row.content is None:
        raise Unreadable(_("The file was erased, since it lay here for long. Upload it again."))
    return bytes(row.content)


def settled_of(row: ListImport) -> Settled:
    return settle(from_dict(row.mapping), row.shared, list_name=row.list_name, answers=row.answers)
