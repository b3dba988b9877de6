"""*Revert to this* in the history of a record: of one row, or of the whole record, as it was after a change.

A page shows what would be other by it; who confirms makes an ordinary edit of it, through the same form, with the same
checks, conflicts and consequences. What decides who may see a record stays as it is now, and nothing comes back of the
time before a record was hidden or anonymised.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.dateparse import parse_datetime
from django.utils.text import capfirst
from django.utils.translation import gettext

from cases.admin.conflict import Inputs, stored_text, values_of
from cases.admin.drafts import VERSION_INPUT
from cases.admin.history import Story, row_as_left
from cases.models import Case, Hiding
from cases.models.hiding import KINDS
from cases.models.history import history_of
from cases.models.need_to_know import known_history
from cases.models.record import kind_of
from cases.workflow.locking import one_moment

STAYS = frozenset(
    {
        "identity",
        "consent",
        "consent_by",
        "consent_date",
        "consent_expires_date",
        "consent_scope",
        "consent_spoken",
        "risk_review_date",
        "risk_review_outcome",
        "publish_embargo_until",
        "is_restricted",
        "is_public",
        "published_groups",
    }
)
"""Fields that say who may see what: they are what they are now, whatever they once were."""


@dataclass
class Reverted:
    """`changes` are (of what, field, now, then); `data` is what the form would post."""

    data: QueryDict
    changes: list = field(default_factory=list)


class RevertsToHistory:
    """Mixin for the admin of records."""

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_revert"
        view = self.admin_site.admin_view(self.revert_view)
        return [path("<path:object_id>/revert/", view, name=name), *super().get_urls()]

    def revert_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Ask for `of` – a row of the history as `kind-key`, or `record` – and `at`, the moment of the change."""
        record = self.get_object(request, unquote(object_id))
        if record is None:
            raise Http404
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        asked = request.POST if request.method == "POST" else request.GET
        history = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_history", args=[record.pk])
        then = self._then(record, asked.get("of", ""), asked.get("at", ""))
        if then is None:
            raise Http404
        if then.at < shown_since(record):
            messages.error(
                request,
                gettext(
                    "What is from before the record was hidden or anonymised does not come back by this."
                ),
            )
            return HttpResponseRedirect(history)
        if request.method == "POST":
            return self._revert(request, record, self._reverted(request, record, then))
        with one_moment():
            seen, reverted = self.seen_version(record), self._reverted(request, record, then)
        request.current_app = self.admin_site.name
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": record,
            "title": gettext("Revert to this"),
            "changes": reverted.changes,
            "of": asked.get("of", ""),
            "at": asked.get("at", ""),
            "moment": then.at,
            "version_input": VERSION_INPUT,
            "seen_version": seen,
            "history": history,
        }
        return TemplateResponse(request, "admin/revert.html", context)

    def _revert(self, request: HttpRequest, record: Model, reverted: Reverted) -> HttpResponse:
        """The form, posted: what it answers to errors and conflicts is what anybody is answered who saves."""
        reverted.data[VERSION_INPUT] = request.POST.get(VERSION_INPUT, "")
        reverted.data["_save"] = "1"
        request.POST = reverted.data
        address = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[record.pk])
        answer = self.changeform_view(request, str(record.pk), address)
        return HttpResponseRedirect(address) if getattr(request, "desk_saved", False) else answer

    def _then(self, record: Model, of: str, moment: str) -> "Then | None":
        """What stood in the history; None if nothing that is known of did."""
        if of == "record":
            at = _moment(moment)
            opened = Story(record, self.history_rows()).at(at) if at else None
            return Then(opened.record, opened.rows, at) if opened and at else None
        kind, _dash, key = of.partition("-")
        inlines = {inline.model._meta.model_name: inline.model for inline in self.inlines}
        model = {**inlines, kind_of(record): type(record)}.get(kind)
        if model is None or not re.fullmatch("[0-9]{1,18}", key):
            return None
        key_name = "id" if model is type(record) else dict(self.history_rows())[model]
        events = history_of(model).filter(pgh_id=int(key), **{key_name: record.pk})
        event = known_history(model, events).first()
        if event is None:
            return None
        row = row_as_left(model, event)
        if model is type(record):
            return Then(row, {}, event.pgh_created_at)
        return Then(None, {model: {row.pk: row}}, event.pgh_created_at)

    def _reverted(self, request: HttpRequest, record: Model, then: "Then") -> Reverted:
        """What the form of the record posts, as it is stored, but for what comes back."""
        fieldsets = self.get_fieldsets(request, record)
        form_class = self.get_form(request, record, change=True, fields=flatten_fieldsets(fieldsets))
        found = Reverted(QueryDict(mutable=True))
        form = form_class(instance=record)
        before = form_class(instance=then.record) if then.record is not None else None
        found.changes += _differences("", form, before)
        _put(found.data, "", _values(form, before))
        is_whole = then.record is not None and bool(then.rows)
        for formset_class, inline in self.get_formsets_with_inlines(request, record):
            formset = formset_class(
                instance=record,
                prefix=formset_class.get_default_prefix(),
                queryset=inline.get_queryset(request),
            )
            rows = {key: row for key, row in then.rows.get(formset.model, {}).items() if row is not None}
            _revert_rows(found, formset, rows, is_whole=is_whole)
        return found


@dataclass
class Then:
    """The record, if its own fields come back, rows by model and key, and when they were so."""

    record: Any
    rows: dict
    at: datetime


def shown_since(record: Model) -> datetime:
    """Before this moment the record showed more of somebody than it may now: nothing of that comes back."""
    moments = [_moment("2000-01-01T00:00:00+00:00")]
    if kind_of(record) in KINDS:
        hidden = Hiding._base_manager.filter(**{kind_of(record): record}, ended_at__isnull=True).first()
        moments.append(hidden.hidden_at if hidden else None)
    if isinstance(record, Case):
        own = history_of(Case).filter(id=record.pk)
        others = own.exclude(reference=record.reference).order_by("-pgh_id").first()
        if others is not None:
            now = own.filter(pgh_id__gt=others.pgh_id).order_by("pgh_id").first()
            moments.append(now.pgh_created_at if now else others.pgh_created_at)
    return max(each for each in moments if each is not None)


def _moment(text: str) -> datetime | None:
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None


def _revert_rows(found: Reverted, formset: Any, then: dict, *, is_whole: bool) -> None:
    """The rows of one kind: as they are stored, but for those that come back; of a whole record, no others stay."""
    prefix = formset.prefix
    name = capfirst(str(formset.model._meta.verbose_name))
    stored = list(formset.initial_forms)
    for index, form in enumerate(stored):
        row = then.pop(form.instance.pk, None)
        before = type(form)(instance=row, prefix=form.prefix) if row is not None else None
        found.changes += _differences(f"{name}: {form.instance}", form, before)
        _put(found.data, f"{prefix}-{index}-", _values(form, before))
        if is_whole and row is None:
            found.data[f"{prefix}-{index}-DELETE"] = "on"
            found.changes.append((f"{name}: {form.instance}", "", gettext("stands here"), gettext("deleted")))
    for index, row in enumerate(then.values(), start=len(stored)):
        form = formset.empty_form
        before = type(form)(instance=row, prefix=f"{prefix}-{index}")
        _put(found.data, f"{prefix}-{index}-", _values(form, before))
        found.changes += [
            (f"{name}: {gettext('deleted since')}", label, "", text) for label, text in _texts(before)
        ]
    found.data[f"{prefix}-INITIAL_FORMS"] = str(len(stored))
    found.data[f"{prefix}-TOTAL_FORMS"] = str(len(stored) + len(then))


def _values(form: forms.BaseForm, before: forms.BaseForm | None) -> dict[str, Inputs]:
    """By field what is posted: of `before` where it is given, and as it is stored where it must stay."""
    values = values_of(form)
    if before is not None:
        values |= {name: given for name, given in values_of(before).items() if _comes_back(form, name)}
    return values


def _comes_back(form: forms.BaseForm, name: str) -> bool:
    links = isinstance(form.fields[name], forms.ModelMultipleChoiceField)
    return name not in STAYS and not links and not form.fields[name].disabled


def _put(data: QueryDict, prefix: str, values: dict[str, Inputs]) -> None:
    for inputs in values.values():
        for name, given in inputs.items():
            data.setlist(prefix + name, [str(each) for each in given])


def _differences(subject: str, form: Any, before: Any) -> Iterable[tuple[str, str, str, str]]:
    if before is None:
        return
    now, then = values_of(form), values_of(before)
    for name, bound in form.fields.items():
        if name not in then or bound.widget.is_hidden or now.get(name) == then[name]:
            continue
        if not _comes_back(form, name):
            continue
        yield subject, _label(form, name), stored_text(form, name), stored_text(before, name)


def _texts(form: Any) -> Iterator[tuple[str, str]]:
    for name, value in values_of(form).items():
        if form.fields[name].widget.is_hidden or not any(any(given) for given in value.values()):
            continue
        yield _label(form, name), stored_text(form, name)


def _label(form: Any, name: str) -> str:
    return capfirst(str(form[name].label))
