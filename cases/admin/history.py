"""The history of a record as people read it: who, when, which field, before and after, for all its rows.

Read from the tables the database triggers write (`cases.models.history`); nothing here writes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import Field, Max, Model, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cases.admin.conflict import Opened, in_full
from cases.models import Action, ImportedCase, Review
from cases.models.fields import PartialDateField
from cases.models.history import history_of
from cases.models.need_to_know import is_known, known_history
from cases.text.partial_dates import PartialDate
from cases.workflow import notes

Row = tuple[type[Model], str]
"""The model of rows that belong to a record, and the foreign key that leads to it."""

UNTOLD = frozenset(
    {
        "id",
        "state",
        "edit_version",
        "edited_at",
        "edited_by",
        "published_version",
        "published_edit_version",
        "published_at",
        "reference_identity",
        "review_wanted",
    }
)
"""Columns of the workflow's own bookkeeping; the steps themselves are told."""


@dataclass
class Change:
    """One row added, changed or deleted: `details` are (label, before, after), `mark` names it in the history."""

    subject: str
    kind: str
    details: list
    mark: str = ""

    @property
    def model(self) -> str:
        return self.mark.partition("-")[0]

    @property
    def caption(self) -> str:
        if self.subject:
            said = {
                "added": _("%(row)s added"),
                "changed": _("%(row)s changed"),
                "deleted": _("%(row)s deleted"),
            }
        else:
            said = {
                "added": _("Record added"),
                "changed": _("Record changed"),
                "deleted": _("Record deleted"),
            }
        return said[self.kind] % {"row": self.subject}


@dataclass
class Chapter:
    """Everything one request changed."""

    who: str
    at: datetime
    until: datetime | None = None
    steps: list = field(default_factory=list)
    changes: list = field(default_factory=list)


class Story:
    """What happened to a record and its rows; `rows` are pairs of model and foreign key to the record."""

    def __init__(self, record: Model, rows: list[Row]) -> None:
        self.record, self.rows = record, rows
        self._known: dict[tuple[type[Model], Any], str] = {}

    def version(self) -> str:
        """The key of the newest change of the record or its rows, as text."""
        newest = [events.aggregate(newest=Max("pgh_id"))["newest"] or 0 for _, events in self._events()]
        return ".".join(map(str, newest))

    def opened(self, version: str) -> Opened | None:
        """The record and its rows as they were at a version (`conflict.Opened`); None if that is not known."""
        marks = version.split(".")
        if len(marks) != len(self.rows) + 1 or not all(mark.isdecimal() and len(mark) < 19 for mark in marks):
            return None
        found: dict[type[Model], dict] = {}
        for (model, events), mark in zip(self._events(), marks, strict=True):
            rows = found.setdefault(model, {})
            for event in events.filter(pgh_id__lte=int(mark)).order_by("pgh_id"):
                rows[event.id] = None if event.pgh_label == "deleted" else row_as_left(model, event)
        record = found.pop(type(self.record)).get(self.record.pk)
        return Opened(record, found) if record is not None else None

    def at(self, moment: datetime) -> Opened | None:
        """The same at a moment."""
        marks = [
            events.filter(pgh_created_at__lte=moment).aggregate(newest=Max("pgh_id"))["newest"] or 0
            for _, events in self._events()
        ]
        return self.opened(".".join(map(str, marks)))

    def last_saved(self) -> tuple[str, datetime | None]:
        """Name of who changed the record or its rows last, and when; ("Somebody", None) if unknown."""
        latest = [
            events.order_by("-pgh_id").select_related("pgh_context").first() for _, events in self._events()
        ]
        latest = [event for event in latest if event is not None]
        if not latest:
            return _("Somebody"), None
        event = max(latest, key=lambda each: each.pgh_created_at)
        return self._names([event]).get(user_key(event), _("Somebody")), event.pgh_created_at

    def _events(self) -> Iterator[tuple[type[Model], QuerySet]]:
        yield self.record.__class__, history_of(type(self.record)).filter(id=self.record.pk)
        for model, key in self.rows:
            yield model, known_history(model, history_of(model).filter(**{key: self.record.pk}))

    def chapters(self) -> list[Chapter]:
        """All changes, newest first, one Chapter for each request that made them."""
        told = []
        for model, events in self._events():
            before: dict[Any, Any] = {}
            for event in events.select_related("pgh_context").order_by("pgh_id"):
                told.append((event, self._change(model, event, before.get(event.id))))
                before[event.id] = event
        names = self._names([event for event, _ in told])
        chapters: dict[Any, Chapter] = {}
        for event, change in told:
            if change is None:
                continue
            chapter = chapters.setdefault(
                _request_of(event),
                Chapter(who=names.get(user_key(event), _("the system")), at=event.pgh_created_at),
            )
            chapter.changes.append(change)
            chapter.until = max(filter(None, [chapter.until, event.pgh_created_at]))
        self._add_imports(chapters, [event for event, change in told if change is not None])
        self._add_steps(chapters)
        # Reversed, not sorted in reverse: of two at one moment the one told later comes first.
        return sorted(chapters.values(), key=lambda chapter: chapter.at)[::-1]

    def _add_imports(self, chapters: dict[Any, Chapter], events: list) -> None:
        """Which file, and which row of it, a change came of."""
        name = str(self.record._meta.model_name)
        if name not in ("case", "person"):
            return
        rows = ImportedCase.objects.filter(**{name: self.record.pk}).select_related("list_import")
        imported = {each.list_import_id: each for each in rows.order_by("-pk")}
        for request, key in {_request_of(each): _import_of(each) for each in events}.items():
            if key in imported:
                said = imported[key]
                told = _("Imported: %(file)s, row %(row)s (SHA-256 %(hash)s…)") % {
                    "file": said.list_import.file_name,
                    "row": said.number,
                    "hash": said.list_import.short_hash,
                }
                chapters[request].steps.append({"label": told, "reason": ""})

    def _add_steps(self, chapters: dict[Any, Chapter]) -> None:
        """The steps of the workflow, beside the changes that the same request made where there are any."""
        if not hasattr(self.record, "reviews"):
            return
        steps = self.record.reviews.exclude(action=Action.EDITED).select_related("by")
        logged = history_of(Review).filter(pgh_label="added", id__in=steps.values("pk"))
        requests = {event.id: _request_of(event) for event in logged}
        for review in steps:
            who = str(review.by) if review.by else _("the system")
            request = requests.get(review.pk, ("step", review.pk))
            chapter = chapters.setdefault(request, Chapter(who=who, at=review.at))
            chapter.steps.append({"label": _step(review), "reason": notes.read(review.reason)})

    def _change(self, model: type[Model], event: Any, before: Any) -> Change | None:
        own = model is type(self.record)
        untold = UNTOLD if hasattr(self.record, "reviews") else ()
        kind = event.pgh_label
        details = []
        for each in model._meta.concrete_fields:
            if each.name in untold or self._leads_here(model, each) or not _is_told(model, each):
                continue
            if not hasattr(event, each.attname):
                # Of what readers send, only the handling has a history.
                continue
            old, new = self._value(each, before), self._value(each, event)
            if kind == "deleted":
                old, new = new, ""
            if old != new and not (kind == "added" and getattr(event, each.attname) == each.get_default()):
                details.append((capfirst(str(each.verbose_name)), old, new))
        if not details and kind == "changed":
            return None
        mark = f"{model._meta.model_name}-{event.pgh_id}"
        return Change("" if own else self._subject(model), kind, details, mark)

    def _subject(self, model: type[Model]) -> str:
        """A link to many is known by what it leads to."""
        if not model._meta.proxy:
            return capfirst(str(model._meta.verbose_name))
        others = [
            each for each in model._meta.fields if each.is_relation and not self._leads_here(model, each)
        ]
        return _("Link to %(record)s") % {"record": others[0].related_model._meta.verbose_name}

    def _leads_here(self, model: type[Model], each: Field) -> bool:
        return (model, each.name) in [(rows, key.removesuffix("_id")) for rows, key in self.rows]

    def _value(self, model_field: Any, event: Any) -> str:
        if event is None:
            return ""
        if isinstance(model_field, PartialDateField):
            date = getattr(event, model_field.name)
            return in_full(date) if isinstance(date, PartialDate) else ""
        value = getattr(event, model_field.attname)
        if value in (None, "", []):
            return ""
        if model_field.is_relation:
            known = is_known(model_field.related_model, value)
            return self._name_of(model_field.related_model, value) if known else ""
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        code_list = getattr(model_field, "code_list", None)
        if isinstance(value, list):
            return ", ".join(str(code_list.label(code)) if code_list else str(code) for code in value)
        if code_list is not None:
            return str(code_list.label(value))
        return str(dict(model_field.choices or ()).get(value, value))

    def _name_of(self, model: type[Model], key: Any) -> str:
        if (model, key) not in self._known:
            row = model._base_manager.filter(pk=key).first()
            self._known[model, key] = (
                str(row) if row is not None else _("(deleted, number %(number)s)") % {"number": key}
            )
        return self._known[model, key]

    def _names(self, events: Iterable) -> dict[int | None, str]:
        keys = {user_key(event) for event in events} - {None}
        return {user.pk: str(user) for user in get_user_model().objects.filter(pk__in=keys)}


def _step(review: Review) -> str:
    """A step of the workflow in words, with the public version it made or ended."""
    sentence = "%(step)s"
    if review.public_version:
        sentence = _("%(step)s as version %(version)d")
        if review.is_announced is not None:
            sentence = _("%(step)s as version %(version)d, announced")
            if not review.is_announced:
                sentence = _("%(step)s as version %(version)d, silent")
    elif review.is_announced is not None:
        sentence = _("%(step)s, announced") if review.is_announced else _("%(step)s, silent")
    return sentence % {"step": review.get_action_display(), "version": review.public_version}


def row_as_left(model: type[Model], event: Any) -> Model:
    """The row as this event left it, not saved anywhere."""
    stored = event.__dict__
    kept = [each.attname for each in model._meta.concrete_fields if each.attname in stored]
    return model(**{name: stored[name] for name in kept})


def _request_of(event: Any) -> UUID | datetime:
    """What ties the events of one request together; without a request, those of one transaction."""
    return event.pgh_context_id or event.pgh_created_at


def user_key(event: Any) -> int | None:
    return event.pgh_context.metadata.get("user") if event.pgh_context else None


def _import_of(event: Any) -> int | None:
    return event.pgh_context.metadata.get("import") if event.pgh_context else None


def _is_told(model: type[Model], each: Field) -> bool:
    """Not the companion columns of partial dates: they are told with their date."""
    for suffix in ("_words", "_earliest", "_latest"):
        base = each.name.removesuffix(suffix)
        if base != each.name and any(other.name == base for other in model._meta.concrete_fields):
            return not isinstance(model._meta.get_field(base), PartialDateField)
    return True
