"""A line of our own CSV against what is on file: what it asks to be changed, field by field, and whether that can be.

A line is an edit of the version it was downloaded from. A cell that says what that version says asks for nothing; nor
does one that says what the desk says already, so that the same file brought in twice changes nothing. What is left is
tried: unless exactly the cells that were changed print otherwise after it, it is an error. No more of a line is kept.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.imports.matching import is_taken_out
from cases.imports.own import changing, changing_facts, changing_people
from cases.imports.own.cells_back import GROUPS, value_of, values_of
from cases.imports.own.changing import Editing
from cases.imports.own.document_file import Line
from cases.imports.own.errors import Unfit, Wrong
from cases.imports.own.hidden import hidden_references
from cases.models import (
    Case,
    FormerText,
    LedgerText,
    MergedReference,
    PublishedCase,
    PublishedCells,
    Tombstone,
)
from cases.models.need_to_know import reading_as, whole_record
from cases.register.cells import SEPARATOR, csv_cell
from cases.register.documents.reading import UnreadableText
from cases.register.fields import CSV_COLUMNS, FIELD
from cases.register.published_cells import cells_of
from cases.register.register import columns_of
from cases.register.row import printed as printed_columns
from cases.text.line_ends import with_line_feeds
from cases.workflow.document import Document, document_of
from cases.workflow.editing import record_edit
from cases.workflow.errors import Refused
from cases.workflow.locking import one_at_a_time

AT_ONCE = 500
SAME, CHANGES, ERROR = "same", "changes", "error"
PRINTED = tuple(name for name in CSV_COLUMNS if FIELD[name].origin == "document")
IN_ANY_ORDER = frozenset({"campaigns", "co_defendants"})
"""Columns of references, whose order says nothing."""
BY_THE_PROGRAM = ("version", "published_at")

HANDLERS = {**changing.HANDLERS, **changing_people.HANDLERS, **changing_facts.HANDLERS}
NOT_ALLOWED = gettext_lazy("This account may not change cases.")

Cells = Mapping[str, str]


@dataclass(frozen=True)
class Change:
    column: str
    before: str
    after: str


@dataclass
class Verdict:
    """What a line comes to: `same`, `changes` with what they are, or `error` with every reason. `edit_version` is the
    case's when it was judged: it must be that still when it is changed."""

    row: int
    reference: str
    outcome: str = SAME
    changes: list[Change] = field(default_factory=list)
    errors: list[Wrong] = field(default_factory=list)
    case: int | None = None
    edit_version: int | None = None
    cells: Cells = field(default_factory=dict, repr=False)

    def refuse(self, column: str, value: str, reason: str) -> "Verdict":
        self.outcome, self.changes = ERROR, []
        self.errors.append(Wrong(self.row, column, value, reason))
        return self


class ChangedMeanwhile(Refused):
    """The case was edited after the line was judged."""


def judged(lines: Iterable[Line], *, by: User) -> Iterator[Verdict]:
    """A Verdict for each line, with its cells by column (`csv_file.py`), in their order. Changes nothing.

    Lines that change nothing take four queries for some hundred of them.
    """
    waiting = iter(lines)
    while some := list(islice(waiting, AT_ONCE)):
        yield from _judged(some, by)


@transaction.atomic
def carry_out(verdict: Verdict, *, by: User) -> Case:
    """Change the case as the Verdict says, as an edit of `by`: it is a draft then. Raises ChangedMeanwhile, or Refused
    where it cannot be changed so any more."""
    one_at_a_time()
    case = Case._base_manager.get(pk=verdict.case)
    if not _may_edit(by):
        raise Refused(str(NOT_ALLOWED))
    if case.edit_version != verdict.edit_version or case.published_version is None or is_taken_out(case):
        raise ChangedMeanwhile(_("The case was changed after the file was looked at. Look at it again."))
    values, _unfit = values_of(verdict.cells)
    try:
        with whole_record():
            wanted = {each.column: each.after for each in verdict.changes}
            _change(case, values, wanted, by, shown={each.column: each.before for each in verdict.changes})
    except Unfit as unfit:
        raise Refused(f"{unfit.column}: {unfit.reason}") from None
    case.refresh_from_db()
    return case


def _may_edit(by: User) -> bool:
    return by.is_active and by.has_perm("cases.change_case")


def _judged(lines: list[Line], by: User) -> Iterator[Verdict]:
    references = [line.content["reference"] for line in lines if not isinstance(line.content, str)]
    on_file = {case.reference: case for case in Case._base_manager.filter(reference__in=references)}
    numbers = dict(
        PublishedCase.objects.filter(reference__in=references).values_list("reference", "row_number")
    )
    published = PublishedCells.objects.in_bulk(numbers.values())
    gone, hidden = _gone(references, on_file), hidden_references()
    with reading_as(by):
        known = set(Case.objects.filter(reference__in=references).values_list("pk", flat=True))
    for line in lines:
        if isinstance(line.content, str):
            yield Verdict(line.row, "").refuse("", "", line.content)
            continue
        reference = line.content["reference"]
        verdict = Verdict(line.row, reference, cells=line.content)
        case, cells = on_file.get(reference), published.get(numbers.get(reference))
        if not _may_edit(by):
            yield verdict.refuse("", "", str(NOT_ALLOWED))
        elif reference in gone:
            yield verdict.refuse("reference", reference, gone[reference])
        elif case is None:
            yield verdict.refuse("reference", reference, _("is not on file"))
        elif case.pk not in known:
            yield verdict.refuse("", "", _("Ask an administrator."))
        elif cells is None or case.published_version is None:
            yield verdict.refuse("reference", reference, _("is not public: change it at the desk"))
        else:
            published_cells = {name: getattr(cells, name) or "" for name in _STORED}
            verdict.cells = _with_hidden(line.content, published_cells, hidden)
            yield _compared(verdict, case, published_cells, by)


def _with_hidden(file: Cells, published: Cells, hidden: set[str]) -> Cells:
    """The cells of a line with the references that the download left out: leaving those asks for nothing."""
    if not hidden:
        return file
    cells = dict(file)
    for name in IN_ANY_ORDER:
        said = cells[name].split(SEPARATOR)
        left_out = [each for each in published[name].split(SEPARATOR) if each in hidden and each not in said]
        cells[name] = SEPARATOR.join(filter(None, (*said, *left_out)))
    return cells


_STORED = tuple(name for name in CSV_COLUMNS if FIELD[name].stored)


def _gone(references: list[str], on_file: Mapping[str, Case]) -> dict[str, str]:
    gone = {}
    for model, why in (
        (Tombstone, _("was withdrawn and does not come back by a file")),
        (MergedReference, _("was merged into another case")),
        (FormerText, _("was taken out of the register and does not come back by a file")),
    ):
        kept = model._base_manager.filter(reference__in=references).values_list("reference", flat=True)
        gone |= {each: why for each in kept if not (each in on_file and on_file[each].is_public)}
    return gone


def _compared(verdict: Verdict, case: Case, published: Cells, by: User) -> Verdict:
    verdict.case, verdict.edit_version = case.pk, case.edit_version
    file = {name: _as_written(name, cell) for name, cell in verdict.cells.items()}
    base: Cells | None = published
    if file["version"] != published["version"]:
        base = _version(case.reference, file["version"])
    if base is None:
        with whole_record():
            now = printed(document_of(case))
        number = _number(file["version"])
        was_public = number is not None and number <= int(published["version"])
        if was_public and all(_alike(name, file[name], now[name]) for name in PRINTED if FIELD[name].entered):
            return verdict
        return verdict.refuse(
            "version", file["version"], _("is no version that is kept: download the file again")
        )
    _check_derived(verdict, file, base)
    wanted = {
        name: file[name]
        for name in PRINTED
        if FIELD[name].entered and not _alike(name, file[name], base[name])
    }
    if verdict.errors or not wanted:
        return verdict
    with whole_record():
        now = printed(document_of(case))
        for name in [name for name, cell in wanted.items() if _alike(name, cell, now[name])]:
            del wanted[name]
        for name in wanted:
            if not _alike(name, base[name], now[name]):
                verdict.refuse(
                    name,
                    file[name],
                    _("was changed since to “%(now)s”: download the file again") % {"now": now[name]},
                )
        return verdict if verdict.errors or not wanted else _tried(verdict, case, wanted, now, by)


def _as_written(name: str, cell: str) -> str:
    """A spreadsheet writes truths in capitals."""
    return cell.lower() if FIELD[name].type == "boolean" else with_line_feeds(cell)


def _number(cell: str) -> int | None:
    return int(cell) if cell.isdecimal() and len(cell) < 10 else None


def _version(reference: str, number: str) -> dict[str, str] | None:
    """The cells of a version that is kept, as they were in the file."""
    version = _number(number)
    if version is None:
        return None
    text = (
        LedgerText.objects.of(reference).filter(version=version, type="case").select_related("entry").first()
    )
    try:
        document = text and text.document
    except UnreadableText:
        return None
    if not document:
        return None
    at = text.entry.at
    columns = columns_of(document, published=at) | {"version": text.version, "published_at": at}
    return {name: cell or "" for name, cell in cells_of(columns).items() if name in FIELD}


def _check_derived(verdict: Verdict, file: Cells, base: Cells) -> None:
    for name in (*BY_THE_PROGRAM, *PRINTED):
        if not FIELD[name].entered and file[name] != base[name]:
            reason = _(
                "is derived, and was “%(before)s”: it follows from other facts and is changed with them"
            ) % {"before": base[name]}
            verdict.refuse(name, file[name], reason)
    if not file["url"].rstrip("/").endswith(verdict.reference):
        verdict.refuse("url", file["url"], _("is derived: it is the address of the case"))
    if file["licence"] != csv_cell(FIELD["licence"], settings.DATA_LICENCE):
        verdict.refuse("licence", file["licence"], _("is derived: it is the licence of all data"))
    if file["custody_last_known"] not in ("true", "false"):
        verdict.refuse(
            "custody_last_known", file["custody_last_known"], _("is derived: it follows from the day")
        )


def _alike(name: str, one: str, other: str) -> bool:
    if name in IN_ANY_ORDER:
        return sorted(one.split(SEPARATOR)) == sorted(other.split(SEPARATOR))
    if one == other:
        return True
    try:
        # A spreadsheet may have taken the apostrophe off.
        return value_of(FIELD[name], one) == value_of(FIELD[name], other)
    except Unfit:
        return False


def printed(document: Document) -> dict[str, str]:
    """The cells that follow from a document."""
    columns = printed_columns(document.content)
    return {name: csv_cell(FIELD[name], columns[name]) for name in PRINTED}


def _tried(verdict: Verdict, case: Case, wanted: dict[str, str], now: Cells, by: User) -> Verdict:
    values, unfit = values_of(verdict.cells)
    group = {each for names in GROUPS.values() if wanted.keys() & set(names) for each in names}
    for each in unfit:
        if each.column in wanted or each.column in group:
            verdict.refuse(each.column, each.value, each.reason)
    if verdict.errors:
        return verdict
    try:
        with transaction.atomic():
            one_at_a_time()
            _change(case, values, wanted, by)
            transaction.set_rollback(True)
    except Unfit as error:
        return verdict.refuse(error.column, wanted.get(error.column, error.value), error.reason)
    verdict.outcome = CHANGES
    verdict.changes = [Change(name, now[name], cell) for name, cell in wanted.items()]
    return verdict


def _change(
    case: Case, values: dict[str, Any], wanted: dict[str, str], by: User, *, shown: Cells | None = None
) -> None:
    """Raises Unfit unless exactly what is wanted prints otherwise afterwards; and where something is neither as it was
    `shown` nor as it is wanted: another line of the file spoke of the same person, source or place."""
    before = document_of(case)
    cells = printed(before)
    for name, cell in (shown or {}).items():
        if not (_alike(name, cell, cells[name]) or _alike(name, wanted[name], cells[name])):
            raise Unfit(name, wanted[name], _("another line changes it to “%(now)s”") % {"now": cells[name]})
    first = next(iter(wanted))
    try:
        with transaction.atomic():
            editing = Editing(before, values, set(wanted), by=by)
            for names, change in HANDLERS.items():
                if wanted.keys() & set(names):
                    change(editing)
            editing.check(record_edit(case, by=by), first)
    except DatabaseError as error:
        raise Unfit(
            first, wanted[first], _("the database refuses it: %(why)s") % {"why": str(error).splitlines()[0]}
        ) from None
    except Refused as refused:
        raise Unfit(first, wanted[first], str(refused)) from None
    except Unfit:
        raise
    except ValueError as error:  # what only shows when it is kept, such as a year of five digits
        raise Unfit(first, wanted[first], str(error)) from None
    after = printed(document_of(case))
    for name in PRINTED:
        if not FIELD[name].entered:
            continue
        if name in wanted and not _alike(name, wanted[name], after[name]):
            reason = _("cannot be changed by a file: it would read “%(after)s”; change it at the desk") % {
                "after": after[name]
            }
            raise Unfit(name, wanted[name], reason)
        if name not in wanted and not _alike(name, cells[name], after[name]):
            reason = _(
                "would change %(column)s too, from “%(before)s” to “%(after)s”; change it at the desk"
            ) % {"column": name, "before": cells[name], "after": after[name]}
            raise Unfit(first, wanted[first], reason)
