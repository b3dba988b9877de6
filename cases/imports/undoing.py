"""An import taken back as a whole: what it made is deleted, what it changed is as it was before.

Only as long as nobody has touched any of it. It goes in batches, each a short transaction that leaves the desk free in
between, and goes on where it was interrupted.
"""

import time
from collections.abc import Callable
from typing import Any

import pghistory
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F, Model, ProtectedError, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.imports.changes import COMPARED, IMPORT, UNDONE
from cases.models import (
    Agency,
    Case,
    Citation,
    ExternalId,
    ImportedCase,
    ListImport,
    Organisation,
    Person,
    Place,
    Source,
    State,
)
from cases.models.history import history_of
from cases.models.list_import import Stage
from cases.models.need_to_know import is_known, whole_record
from cases.workflow.editing import record_edit
from cases.workflow.errors import Refused
from cases.workflow.locking import one_at_a_time
from cases.workflow.shared import before_change, record_changed

BATCH = 20
LONGEST = 0.3
"""Seconds after which a batch ends, however few it has taken: so long the desk waits."""
SHOWN = 20
_ROWS = (*COMPARED, "citations")


@transaction.atomic
def ask_to_undo(row: ListImport, *, by: User) -> None:
    """The import waits to be taken back. Refused, with what was edited since, if anything was."""
    locked = ListImport.objects.defer("content").select_for_update().get(pk=row.pk)
    if locked.stage != Stage.DONE:
        raise Refused(_("This went on meanwhile. Look at it again."))
    one_at_a_time()
    if locked.brings_corrections:
        raise Refused(
            _("Corrections are taken back one by one: by “Revert to this” in the history of each case.")
        )
    if touched := touched_since(locked):
        told = _("Not undone, since this was edited after the import: %(cases)s.")
        raise Refused(told % {"cases": ", ".join(touched)})
    locked.stage, locked.asked_at, locked.done, locked.told = Stage.UNDOING, timezone.now(), 0, []
    locked.save(update_fields=["stage", "asked_at", "done", "told"])


def touched_since(row: ListImport) -> list[str]:
    """References of cases that somebody edited, submitted or published after the import; the first SHOWN. Of one that
    whoever asks may not know of only that there is one."""
    with whole_record():
        left = State.SUBMITTED if row.submits else State.DRAFT
        moved_on = Q(is_new=True) & (~Q(case__state=left) | Q(case__published_version__isnull=False))
        touched = row.cases.filter(~Q(case__edit_version=F("edit_version")) | moved_on).select_related("case")
        found = list(touched.order_by("number")[:SHOWN])
    return [
        each.case.reference if is_known(Case, each.case_id) else _("ask an administrator") for each in found
    ]


def undo(row: ListImport, *, tell: Callable[[int], None]) -> None:
    """Take back an import that waits for it."""
    with pghistory.context(user=row.by_id, **{UNDONE: row.pk}), whole_record():
        done = 0
        while taken := _undo_batch(row):
            done += taken
            tell(done)
        with transaction.atomic():
            _forget_what_came_along(row)
            row.refresh_from_db()
            row.stage, row.beat_at = Stage.UNDONE, None
            if row.cases.exists():
                row.stage = Stage.DONE
                row.told = [_("Not all of it was undone: some was edited or used by others meanwhile.")]
            row.save(update_fields=["stage", "beat_at", "told"])


@transaction.atomic
def _undo_batch(row: ListImport) -> int:
    one_at_a_time()
    rows = list(
        row.cases.filter(case__edit_version=F("edit_version")).exclude(
            is_new=True, case__published_version__gt=0
        )[:BATCH]
    )
    taken, begun = 0, time.monotonic()
    for each in rows:
        try:
            with transaction.atomic():
                _take_back(row, each)
        except ProtectedError:
            ImportedCase.objects.filter(pk=each.pk).update(edit_version=0)
        taken += 1
        if time.monotonic() - begun > LONGEST:
            break
    return taken


def _take_back(row: ListImport, imported: ImportedCase) -> None:
    case = imported.case
    if not imported.is_new:
        _restore(row, case)
        imported.delete()
        return
    ExternalId.objects.filter(case=case).delete()
    person = imported.person
    case.delete()
    if person is not None and not _is_used(person):
        person.delete()


def _is_used(person: Person) -> bool:
    """Whether a person made by an import has anything else by now."""
    return (
        person.cases.exists()
        or person.cases_on_account_of.exists()
        or person.relations.exists()
        or person.relations_from_others.exists()
    )


def _restore(row: ListImport, case: Case) -> None:
    """What the import changed of a case is what it was before; what it added goes."""
    for name in _ROWS:
        model = Case._meta.get_field(name).related_model
        assert isinstance(model, type)
        for event in history_of(model).filter(_by(row), case=case.pk).order_by("-pgh_id"):
            _take_back_event(model, event)
    for event in history_of(Case).filter(_by(row), id=case.pk, pgh_label="changed").order_by("-pgh_id"):
        _take_back_event(Case, event, only=("title", "summary"))
    case.refresh_from_db()
    if case.person is not None:
        before = before_change(case.person)
        for event in (
            history_of(Person).filter(_by(row), id=case.person_id, pgh_label="changed").order_by("-pgh_id")
        ):
            _take_back_event(Person, event, only=("birth_date", "gender", "roles"))
        record_changed(Person.objects.get(pk=case.person_id), by=row.by, before=before)
    record_edit(case, by=row.by)


def _by(row: ListImport) -> Q:
    return Q(**{f"pgh_context__metadata__{IMPORT}": row.pk})


def _take_back_event(model: type[Model], event: Any, *, only: tuple[str, ...] = ()) -> None:
    stored: Any = model._base_manager.filter(pk=event.id).first()
    if stored is None:
        return
    if event.pgh_label == "added":
        stored.delete()
        return
    earlier = history_of(model).filter(id=event.id, pgh_id__lt=event.pgh_id).order_by("-pgh_id").first()
    if earlier is None:
        return
    for field in model._meta.concrete_fields:
        if field.editable and not field.primary_key and (not only or field.name in only):
            setattr(stored, field.attname, getattr(earlier, field.attname))
    stored.save()


def _forget_what_came_along(row: ListImport) -> None:
    """Sources, places and the like that came with the list and that nothing uses."""
    for model in (Place, Agency, Organisation):
        for key in row.made.get(str(model._meta.model_name), []):
            _delete_if_unused(model, key)
    for key in row.made.get("source", []):
        if not Citation.objects.filter(source=key).exists():
            _delete_if_unused(Source, key)


def _delete_if_unused(model: type[Model], key: int) -> bool:
    try:
        with transaction.atomic():
            model._default_manager.filter(pk=key).delete()
    except ProtectedError:
        return False
    return True
