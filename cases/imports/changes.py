"""A row of a list beside the case on file that it is about: which fields say something else, and what becomes of that.

What the file says goes where nothing stands yet, or where what stands there came of a list and nobody at the desk has
touched it since. What staff wrote stays; the preview says so.
"""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Field, Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cases.models import Affiliation, Case, Charge, Citation, Event, Person
from cases.models.history import history_of
from cases.models.need_to_know import whole_record
from cases.text.partial_dates import PartialDate
from cases.workflow.editing import record_edit
from cases.workflow.entering.citations import can_be_cited
from cases.workflow.entering.listed import PERSON_CELLS, ListedCase
from cases.workflow.entering.proceedings import first_proceeding, join_the_only_proceeding
from cases.workflow.entering.provisions import on_file
from cases.workflow.entering.reading import read_row
from cases.workflow.entering.rules import judged
from cases.workflow.shared import before_change, record_changed

Names = tuple[str | tuple[str, ...], ...]

TERM = ("kind", "years", "months", "days", "amount", "currency", "words")
"""Fields that say one thing together: a list says all of it, or nothing."""

COMPARED: dict[str, Names] = {
    "violations": ("date", "place"),
    "proceedings": ("court", "is_final"),
    "charges": ("status",),
    "sentences": ("date", TERM, "regime"),
    "events": ("date", "until", "place", "agency", "court", "decision"),
    "affiliations": ("role", "words"),
}
"""Fields of a case's rows that a list says something of."""

REPEATED = frozenset({"confirmed_still_held", "hearing"})
"""Kinds of event of which each day is one of its own."""

SINGLE = ("proceedings", "sentences")
"""Of these a list knows one: the only one on file is meant."""

IMPORT = "import"
"""The key by which the history of what an import wrote says so."""
UNDONE = "undone"
"""The key by which the history of what was taken back says so: what stands again came of whatever wrote it first."""
CORRECTS = "corrects"
"""The key beside it where somebody's own correction came in as a file: no list takes the place of that."""


@dataclass
class Change:
    """`row` is the row on file, or the new one (`is_new`), whose `field` becomes `value`."""

    row: Model
    field: str
    value: Any
    label: str
    before: str
    after: str
    is_applied: bool
    is_new: bool = False
    part: str = ""

    @property
    def fact(self) -> tuple[Any, ...]:
        """What it is a change of; of a new row, among those of its case."""
        return (
            (self.part, _says(self.row))
            if self.is_new
            else (self.row._meta.model_name, self.row.pk, self.field)
        )


@dataclass
class Changes:
    case: Case
    listed: ListedCase
    all: list[Change] = field(default_factory=list)

    @property
    def applied(self) -> list[Change]:
        return [each for each in self.all if each.is_applied]

    def told(self) -> list[list[Any]]:
        """Label, before, after, and whether it is applied, of each."""
        return [[each.label, each.before, each.after, each.is_applied] for each in self.all]


@whole_record()
def changes_to(case: Case, listed: ListedCase) -> Changes:
    """What a row says otherwise than a case on file. Nothing is saved; what would break a rule is not applied."""
    changes = Changes(case, listed)
    if case.person is not None:
        wanted = {name: listed.cells[name] for name in PERSON_CELLS if name in listed.cells}
        row, _errors = read_row(Person, wanted)
        changes.all += _of_row(case.person, row, tuple(wanted))
    changes.all += _of_row(case, listed.entry.record, ("title", "summary"))
    for part, names in COMPARED.items():
        changes.all += _of_part(case, listed, part, names)
    return changes


def _of_part(case: Case, listed: ListedCase, part: str, names: Names) -> Iterator[Change]:
    stored: list[Any] = list(getattr(case, part).all())
    for line in listed.entry.lines.get(part, ()):
        wanted: Any = line.row
        is_single = part in SINGLE and len(listed.entry.lines[part]) == 1
        twins = [each for each in stored if is_single or _says(each) == _says(wanted)]
        if len(twins) > 1 and is_single:
            label = str(wanted._meta.verbose_name)
            told = _("several on file; change it at the desk")
            yield Change(wanted, "", None, capfirst(label), told, str(wanted), False)
        elif twins:
            stored = [each for each in stored if each is not twins[0]]
            yield from _of_row(twins[0], wanted, names, label=str(twins[0]))
        else:
            label = capfirst(str(wanted._meta.verbose_name))
            yield Change(wanted, "", None, label, "", _in_words(wanted), True, is_new=True, part=part)


def _says(row: Any) -> Any:
    """By which a fact of the list is known among those on file."""
    if isinstance(row, Affiliation):
        return row.organisation.name
    if isinstance(row, Event) and row.kind in REPEATED:
        return row.kind, row.date.text
    if isinstance(row, Charge):
        provision = row.provision
        return (provision.country, provision.code, provision.article) if provision else row.verbatim
    return row.kind


def _of_row(stored: Model, wanted: Model, names: Names, *, label: str = "") -> Iterator[Change]:
    for each in names:
        together = each if isinstance(each, tuple) else (each,)
        said: list[Any] = [stored._meta.get_field(name) for name in together]
        if all(_is_nothing(one, getattr(wanted, one.name)) for one in said):
            continue
        other = [one for one in said if getattr(stored, one.name) != getattr(wanted, one.name)]
        may = all(
            _is_nothing(one, getattr(stored, one.name)) or _came_of_a_list(stored, one) for one in other
        )
        values = {one.name: getattr(wanted, one.name) for one in other}
        complaint = _breaks(stored, values) if may else ""
        for one in other:
            told = capfirst(str(one.verbose_name))
            after = _shown(one, values[one.name])
            yield Change(
                stored,
                one.name,
                values[one.name],
                f"{label}: {told}" if label else told,
                _shown(one, getattr(stored, one.name)),
                f"{after} ({complaint})" if complaint else after,
                may and not complaint,
            )


def _breaks(stored: Model, values: dict[str, Any]) -> str:
    changed = copy(stored)
    for name, value in values.items():
        setattr(changed, name, value)
    return next((sentence for _name, sentence in judged(changed, within="case")), "")


def _is_nothing(model_field: Field, value: Any) -> bool:
    if isinstance(value, PartialDate):
        return not value
    return value in (None, "", []) or (model_field.has_default() and value == model_field.get_default())


def _came_of_a_list(stored: Model, model_field: Field) -> bool:
    """Whether whatever wrote this value last was an import."""
    written: list[tuple[Any, Any]] = []  # each value in turn, and what wrote it
    for event in (
        history_of(type(stored)).filter(id=stored.pk).select_related("pgh_context").order_by("pgh_id")
    ):
        value, by = getattr(event, model_field.attname), event.pgh_context
        if written and written[-1][0] == value:
            continue
        if by and UNDONE in by.metadata:
            by = next((earlier for before, earlier in reversed(written) if before == value), by)
        written.append((value, by))
    written_by = written[-1][1] if written else None
    return bool(written_by and IMPORT in written_by.metadata and CORRECTS not in written_by.metadata)


def _shown(model_field: Any, value: Any) -> str:
    code_list = getattr(model_field, "code_list", None)
    if value is None or value == "":
        return ""
    if isinstance(value, PartialDate):
        return value.text or value.words
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(str(code_list.label(each)) if code_list else str(each) for each in value)
    return str(code_list.label(value)) if code_list else str(value)


def _in_words(row: Any) -> str:
    date = getattr(row, "date", None)
    return " ".join(filter(None, [str(row), date.text if date else ""]))


# Carried out


@whole_record()
def apply(changes: Changes, *, by: User) -> Case:
    """Save what is to be applied, with the list cited for it: an edit of the case. Within a transaction that holds the
    desk's lock."""
    case, listed = changes.case, changes.listed
    for row in dict.fromkeys(each.row for each in changes.applied if not each.is_new):
        before = before_change(row) if isinstance(row, Person) else None
        for each in changes.applied:
            if each.row is row:
                setattr(row, each.field, _saved(each.value))
        row.save()
        if isinstance(row, Person):
            record_changed(row, by=by, before=before)
        elif can_be_cited(type(row)):
            _cite(case, listed, row)
    for each in changes.applied:
        if each.is_new:
            _add(case, listed, each)
    join_the_only_proceeding(case)
    record_edit(case, by=by)
    return case


def _add(case: Case, listed: ListedCase, change: Change) -> None:
    row: Any = change.row
    row.case = case
    if change.part in ("charges", "sentences", "events"):
        only = list(case.proceedings.all()[:2])
        needs = change.part != "events"
        if needs or len(only) == 1:
            row.proceeding = only[0] if only else first_proceeding(case)
    if isinstance(row, Charge) and row.provision is not None and row.provision.pk is None:
        row.provision = on_file(row.provision)
    for each in row._meta.concrete_fields:
        if each.is_relation and each.is_cached(row) and each.name not in ("case", "provision"):
            other = each.get_cached_value(row)
            is_other_row = isinstance(other, type(row)) and other.pk is None
            setattr(row, each.name, None if is_other_row else _saved(other))
    if change.part == "violations" and case.violations.filter(is_primary=True).exists():
        row.is_primary = False
    if change.part == "proceedings":
        row.number = (case.proceedings.count() or 0) + 1
    row.save()
    if can_be_cited(type(row)):
        _cite(case, listed, row)


def _saved(value: Any) -> Any:
    """A place that a row brings is on file from now on."""
    if isinstance(value, Model) and value.pk is None:
        value.save()
    return value


def _cite(case: Case, listed: ListedCase, fact: Model) -> None:
    source = _saved(listed.shared.source)
    given = {"source": source, "case": case, str(fact._meta.model_name): fact}
    if not Citation.objects.filter(**given).exists():
        Citation.objects.create(**given, pinpoint=listed.shared.pinpoint)
