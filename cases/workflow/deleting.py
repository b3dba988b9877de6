"""Deleting a record at the desk so that an administrator can bring it back, and letting go of what was deleted.

Rows are kept as the database had them (`to_jsonb`) and put back as they were, keys and all: what is typed by people is
checked where it is typed, and this was. What is public is never deleted but withdrawn.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.contrib.admin.utils import NestedObjects
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cases.models import (
    Anonymisation,
    Campaign,
    Case,
    DeletedRecord,
    DeskDraft,
    Hiding,
    Person,
    PublicNaming,
    Relation,
    Source,
)
from cases.models.hiding import KINDS
from cases.models.need_to_know import FOLLOWS, whole_record
from cases.models.record import kind_of
from cases.workflow.editing import record_edit, relation_edited
from cases.workflow.errors import Refused
from cases.workflow.locking import one_at_a_time
from cases.workflow.surrounding import circle_of


@whole_record()
@transaction.atomic
def delete_record(record: Model, *, by: User) -> DeletedRecord | None:
    """Delete a record with its rows. What an administrator can bring back; None if nothing of it is kept."""
    one_at_a_time()
    kept = _kept(record, by=by) if may_be_kept(record) else None
    record.delete()
    return kept


def may_be_kept(record: Model) -> bool:
    """Not what was hidden, anonymised, or stands on a consent that is over."""
    persons = [record] if isinstance(record, Person) else []
    if isinstance(record, Case):
        persons = [each for each in (record.person, record.targeted_because_of) if each is not None]
        if Anonymisation.objects.filter(case=record).exists():
            return False
    about = [record, *persons]
    today = timezone.localdate()
    return not (
        any(_is_hidden(each) for each in about)
        or PublicNaming.objects.filter(person__in=persons, hidden_at__isnull=False).exists()
        or any((ends := getattr(each, "consent_expires_date", None)) and ends < today for each in about)
    )


def _is_hidden(record: Model) -> bool:
    kind = kind_of(record)
    return kind in KINDS and Hiding.objects.standing().filter(**{kind: record}).exists()


def _kept(record: Model, *, by: User) -> DeletedRecord:
    collector = NestedObjects(using="default", origin=record)
    collector.collect([record])
    going = {
        model: [row.pk for row in rows] for model, rows in collector.data.items() if model is not DeskDraft
    }
    updated: Any = collector.field_updates
    links = [
        [model_field.model._meta.label_lower, model_field.name, row.pk, getattr(row, model_field.attname)]
        for (model_field, _value), updates in updated.items()
        for rows in updates
        for row in rows
        if row.pk not in going.get(model_field.model, ())
    ]
    rows = {model._meta.label_lower: _stored(model, keys) for model, keys in going.items()}
    return DeletedRecord.objects.create(
        kind=record._meta.label_lower,
        key=record.pk,
        name=str(record),
        reference=getattr(record, "reference", None) or "",
        deleted_at=timezone.now(),
        deleted_by=by,
        rows=rows,
        links=links,
        persons=sorted({key for model, key in _leads(rows) if model is Person} | set(going.get(Person, ()))),
        circles=sorted(set(_circles(record))),
    )


def _stored(model: type[Model], keys: Iterable[Any]) -> list[dict]:
    """Rows of a table as the database has them."""
    names = (model._meta.db_table, str(model._meta.pk.column))
    table, key = map(connection.ops.quote_name, names)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT to_jsonb(t) FROM {table} t WHERE {key} = ANY(%s) ORDER BY {key}", [list(keys)]
        )
        return [row if isinstance(row, dict) else json.loads(row) for (row,) in cursor.fetchall()]


def _leads(rows: dict[str, list[dict]]) -> Iterator[tuple[type[Model], Any]]:
    """What kept rows lead to: model and key."""
    for label, several in rows.items():
        fields: list[Any] = [each for each in apps.get_model(label)._meta.concrete_fields if each.is_relation]
        for link in fields:
            for row in several:
                if row.get(link.column) is not None:
                    yield link.related_model, row[link.column]


def _circles(record: Any) -> Iterator[int]:
    """Every circle one must be in to know of a record."""
    held = circle_of(record) if isinstance(record, Case | Person | Source) else None
    if held is not None:
        yield held.pk
    for link in FOLLOWS.get(kind_of(record), ()):
        behind = getattr(record, link)
        if behind is not None:
            yield from _circles(behind)


@whole_record()
@transaction.atomic
def bring_back(deleted: DeletedRecord, *, by: User) -> Model:
    """Put a record back with all its rows, under its reference, as a draft. Raises Refused with the reasons."""
    if not by.has_perm("cases.change_deletedrecord"):
        raise Refused(_("Only administrators bring back what was deleted."))
    one_at_a_time()
    kept = DeletedRecord.objects.select_for_update().filter(pk=deleted.pk).first()
    if kept is None:
        raise Refused(_("It was brought back already, or is gone for good."))
    _check_ends(kept)
    try:
        with transaction.atomic():
            for label, rows in kept.rows.items():
                _put_back(apps.get_model(label), rows)
            for label, field, key, value in kept.links:
                rows = apps.get_model(label)._base_manager.filter(pk=key, **{f"{field}__isnull": True})
                rows.update(**{field: value})
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    except IntegrityError:
        raise Refused(
            _("Something that was entered since stands in its place; it cannot be brought back beside it.")
        ) from None
    record = apps.get_model(kept.kind)._base_manager.filter(pk=kept.key).first()
    if record is None:
        raise Refused(_("It was brought back already, or is gone for good."))
    kept.delete()
    if isinstance(record, Case | Campaign):
        record_edit(record, by=by)
    elif isinstance(record, Relation):
        relation_edited(record, by=by)
    return record


def _check_ends(kept: DeletedRecord) -> None:
    """What the rows lead to must be there, or come with them."""
    tables = {apps.get_model(label): rows for label, rows in kept.rows.items()}
    coming = {(model, row[model._meta.pk.column]) for model, rows in tables.items() for row in rows}
    missing: dict[type[Model], set] = {}
    for model, key in _leads(kept.rows):
        if (model, key) not in coming:
            missing.setdefault(model, set()).add(key)
    reasons = []
    for model, keys in missing.items():
        there = set(model._base_manager.filter(pk__in=keys).values_list("pk", flat=True))
        if keys - there:
            kind = capfirst(str(model._meta.verbose_name))
            reasons.append(
                _("%(kind)s: what it led to was deleted since. Bring that back first.") % {"kind": kind}
            )
    if reasons:
        raise Refused(reasons)


def _put_back(model: type[Model], rows: list[dict]) -> None:
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        for row in rows:
            cursor.execute(
                f"INSERT INTO {table} SELECT * FROM jsonb_populate_record(NULL::{table}, %s::jsonb)",
                [json.dumps(row)],
            )
