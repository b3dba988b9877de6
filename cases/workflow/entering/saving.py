"""What was read and judged becomes a record: saved with its rows and citations, as somebody's edit."""

from collections.abc import Sequence

from django.contrib.auth.models import User
from django.db import models, transaction

from cases.models import Campaign, Case, Charge, Relation
from cases.workflow.editing import record_edit, relation_edited
from cases.workflow.entering.citations import can_be_cited, cite_once
from cases.workflow.entering.entry import Entry, Line, Wrong
from cases.workflow.entering.proceedings import first_proceeding, join_the_only_proceeding
from cases.workflow.entering.provisions import on_file
from cases.workflow.locking import one_at_a_time

ONLY_WHAT_NAMES_THEM = ("lawyers",)
"""Rows that a citation makes public: none is made up for them of what everything else rests on."""


class NotEntered(ValueError):
    """The values do not make a record. `errors`: every Wrong."""

    def __init__(self, errors: Sequence[Wrong]):
        self.errors = list(errors)
        super().__init__("; ".join(map(str, errors)))


@transaction.atomic
def enter(entry: Entry, *, by: User) -> models.Model:
    """Save what an Entry says and return the record; a case or campaign is then a draft edited by `by`, and so are
    those a relation relates.

    Raises NotEntered, and saves nothing, if the entry has errors.
    """
    if entry.errors:
        raise NotEntered(entry.errors)
    one_at_a_time()
    record = entry.record
    record.save()
    for name, others in entry.links.items():
        getattr(record, name).set(others)
    for lines in entry.lines.values():
        for line in lines:
            _save(line, entry)
    _point_ahead(entry)
    if isinstance(record, Case):
        join_the_only_proceeding(record)
    _cite(entry)
    if isinstance(record, Case | Campaign):
        record_edit(record, by=by)
    if isinstance(record, Relation):
        relation_edited(record, by=by)
    return record


def _save(line: Line, entry: Entry) -> None:
    row = line.row
    case = entry.record
    if isinstance(case, Case) and line.part in ("charges", "sentences") and not hasattr(row, "proceeding"):
        row.proceeding = case.proceedings.first() or first_proceeding(case)
    if isinstance(row, Charge) and row.provision is not None and row.provision.pk is None:
        row.provision = on_file(row.provision)
    ahead = [name for name in line.led if _is_unsaved(getattr(row, name))]
    later = {name: getattr(row, name) for name in ahead}
    for name in ahead:
        setattr(row, name, None)
    row.save()
    line.led = later


def _is_unsaved(row: models.Model | None) -> bool:
    return row is not None and row.pk is None


def _point_ahead(entry: Entry) -> None:
    """Lead rows to those that were saved after them."""
    for line in (each for lines in entry.lines.values() for each in lines):
        if line.led:
            for name, row in line.led.items():
                setattr(line.row, name, row)
            line.row.save(update_fields=list(line.led))


def _cite(entry: Entry) -> None:
    """Cite for each fact its own source, else the one everything rests on unless a citation was given for it."""
    given = {
        (name, getattr(line.row, f"{name}_id"))
        for line in entry.lines.get("citations", ())
        for name in entry.pointers("citations")
    }
    for line in (each for lines in entry.lines.values() for each in lines):
        if not can_be_cited(type(line.row)):
            continue
        own = line.cited_source
        if (
            own is None
            and line.part not in ONLY_WHAT_NAMES_THEM
            and (line.row._meta.model_name, line.row.pk) not in given
        ):
            own = entry.source
        if own is not None:
            cite_once(own, line.row)
