"""The small forms of a file: each the very form of the case, cut down to one row or one group of fields.

Saving one goes the way of the whole form (`record.py`): one transaction and its locks, the same rules, permissions,
history and edit of the record. Only what is shown, and whose versions are compared, is less (`line.py`).
"""

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from cases.admin.conflict import Conflict, reconciled
from cases.admin.drafts import offer, restored
from cases.admin.error_list import errors_of
from cases.admin.file.groups import GROUPS, RECORD, group_fields
from cases.admin.file.line import ADD, Line
from cases.admin.file.sitting import entering_from
from cases.admin.proceeding_numbers import PROCEEDINGS, StoredProceedings
from cases.admin.record import VERSION_INPUT, stored_key, typed_lists
from cases.models import Case, Relation
from cases.vocabularies.actions import TRIED_WITH
from cases.vocabularies.events import DECISIONS_BY_EVENT, EVENT_KINDS
from cases.workflow.entering.event_fields import FIELDS

if TYPE_CHECKING:
    from cases.admin.workflow_buttons import PublishableAdmin

    Base = PublishableAdmin
else:
    Base = object

FRAGMENT = "X-Desk-Fragment"
"""The header by which the script of the file asks for a form without the page around it."""

EVENTS = "events"
_IN_PROCEEDINGS = ("charges", "sentences", EVENTS)
_OF_KINDS = json.dumps(
    {
        "fields": {name: sorted(kinds) for name, kinds in FIELDS.items()},
        "decisions": dict(DECISIONS_BY_EVENT),
    }
)
"""What the script shows of the form of an event, by its kind."""


def line_of(request: HttpRequest) -> Line | None:
    """The line a request is about; None where it is about the whole record."""
    return getattr(request, "desk_line", None)


class HasLines(Base):
    """Mixin for the admin of cases: a form for each line of the file."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.line_view)
        address = "<path:object_id>/lines/<slug:part>/<slug:key>/"
        return [path(address, view, name="cases_case_line"), *super().get_urls()]

    def line_view(self, request: HttpRequest, object_id: str, part: str, key: str) -> HttpResponse:
        if not self.has_change_permission(request):
            raise PermissionDenied
        case = Case.objects.filter(pk=stored_key(Case, object_id)).first()
        line = self._line(case, part, key) if case is not None else None
        if case is None or line is None or not self._is_there(request, case, line):
            raise Http404
        request.desk_line = line
        if line.part == EVENTS and line.is_new:
            kind = request.GET.get("kind", "")
            line.kind = kind if kind in EVENT_KINDS else ""
            is_begun = (
                request.method == "POST" or FRAGMENT in request.headers or restored(request) is not None
            )
            if not line.kind and not is_begun:
                # The script asks for the form of every kind, and shows of it what the chosen one can have.
                title = _("Add what happened")
                return self._page_of_line(
                    request, case, "admin/file/kind.html", title=title, kinds=EVENT_KINDS
                )
        if "_delete" in request.POST:
            self.get_object(request, str(case.pk))
            return self._ask_to_delete(request, case, line)
        return super().changeform_view(request, str(case.pk))

    def parts(self) -> dict[str, Any]:
        """The inlines by what their rows are called from the record, which is the part in addresses and ids."""
        named = {}
        for inline in self.inlines:
            link = inline.model._meta.get_field(inline.fk_name or self._key_of(inline.model))
            named[link.remote_field.get_accessor_name()] = inline
        return named

    def _line(self, case: Case, part: str, key: str) -> Line | None:
        if part == RECORD:
            fieldset = dict(zip(GROUPS, self.fieldsets or (), strict=True)).get(key)
            return Line(part, key, Case, fields=tuple(group_fields(fieldset))) if fieldset else None
        inline = self.parts().get(part)
        if inline is None or not (key == ADD or (key.isdecimal() and len(key) < 19)):
            return None
        return Line(part, key, inline.model, link=inline.fk_name or self._key_of(inline.model))

    def _is_there(self, request: HttpRequest, case: Case, line: Line) -> bool:
        """Whether the row is in this case; for what somebody typed, also if it was."""
        if line.is_new or not line.is_row:
            return True
        return self._row(request, case, line).exists() or (request.method == "POST" and line.was_known(case))

    def _row(self, request: HttpRequest, case: Case, line: Line) -> QuerySet:
        """The row of a line, if it is on file, of this case, and whoever asks may know of it."""
        rows = self.parts()[line.part](self.model, self.admin_site).get_queryset(request)
        own = Q(**{line.link: case})
        if line.model is Relation:
            own = Q(own | Q(to_case=case), kind=TRIED_WITH)
        return line.rows(rows.filter(own))

    # What of the whole form is left

    def get_inlines(self, request: HttpRequest, obj: Case | None) -> Any:
        line = line_of(request)
        if line is None:
            return super().get_inlines(request, obj)
        return [self.parts()[line.part]] if line.is_row else []

    def get_fieldsets(self, request: HttpRequest, obj: Case | None = None) -> Any:
        line, fieldsets = line_of(request), super().get_fieldsets(request, obj)
        if line is None:
            return fieldsets
        if line.is_row:
            return []
        name, options = dict(zip(GROUPS, fieldsets, strict=True))[line.key]
        classes = [each for each in options.get("classes", ()) if each == "private"]
        return [(name, {**options, "classes": classes})]

    def get_form(
        self, request: HttpRequest, obj: Any | None = None, change: bool = False, **kwargs: Any
    ) -> type[forms.ModelForm]:
        form, line = super().get_form(request, obj, change=change, **kwargs), line_of(request)
        if line is not None:
            for name in form.declared_fields.keys() - {*line.fields}:
                form.base_fields.pop(name, None)
        return form

    def get_formsets_with_inlines(
        self, request: HttpRequest, obj: Any | None = None
    ) -> Iterator[tuple[type[BaseInlineFormSet], Any]]:
        line = line_of(request)
        for formset, inline in super().get_formsets_with_inlines(request, obj):
            if line is not None:
                formset.is_line, formset.only = True, line.row_key
                formset.extra = 1 if line.is_new else 0
                formset.preset = entering_from(request)
                formset.begun = {"kind": line.kind} if line.kind else {}
            yield formset, inline

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        given, line = super().get_formset_kwargs(request, obj, inline, prefix), line_of(request)
        if line is None:
            return given
        if line.part in _IN_PROCEEDINGS:
            given["siblings"].setdefault(PROCEEDINGS, StoredProceedings(obj))
        given["queryset"] = line.rows(inline.get_queryset(request))
        return {**given, "auto_id": f"id_{line.key}_%s"}

    # What a colleague saved meanwhile

    def _meet_conflict(self, request: HttpRequest, record: Any) -> None:
        line = line_of(request)
        if line is None:
            super()._meet_conflict(request, record)
            return
        seen = request.POST.get(VERSION_INPUT, "")
        if line.is_as_seen(record, seen):
            return
        by, at = line.last_changed(record)
        request.desk_conflict = Conflict(by=by, at=at)
        form = self.get_form(request, record, change=True, fields=list(line.fields))
        stored: list[BaseInlineFormSet] = []
        for formset, inline in self.get_formsets_with_inlines(request, record):
            rows = line.rows(inline.get_queryset(request))
            stored.append(formset(instance=record, prefix=formset.get_default_prefix(), queryset=rows))
        opened = line.opened(record, seen)
        request.POST = reconciled(request.POST, form(instance=record), stored, opened, request.desk_conflict)

    # After saving

    def save_related(
        self, request: HttpRequest, form: forms.BaseForm, formsets: Iterable[BaseInlineFormSet], change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        line = line_of(request)
        if line is None:
            return
        line.changed, line.saved = request.desk_changed, line.key if not line.is_row else ""
        for formset in formsets:
            standing = [each.instance.pk for each in formset.standing_forms if each.instance.pk]
            line.saved = str(standing[0]) if standing else ""

    def response_change(self, request: HttpRequest, obj: Case) -> HttpResponse:
        line = line_of(request)
        if line is None:
            return super().response_change(request, obj)
        if not line.changed:
            messages.info(request, _("Nothing was changed."))
        elif line.saved:
            messages.success(request, _("Saved."))
        else:
            messages.success(request, _("Deleted."))
        place = f"line-{line.part}-{line.saved}" if line.saved else f"{line.part}-group"
        return HttpResponseRedirect(f"{reverse('admin:cases_case_change', args=[obj.pk])}?at={place}#{place}")

    def _ask_to_delete(self, request: HttpRequest, case: Case, line: Line) -> HttpResponse:
        """A line goes only after it was asked about; the question carries the version the form was opened at."""
        if not line.is_row or line.is_new:
            raise Http404
        row = self._row(request, case, line).first()
        within = [] if line.part != PROCEEDINGS or row is None else [*row.charges.all(), *row.sentences.all()]
        return self._page_of_line(
            request,
            case,
            "admin/file/delete.html",
            title=_("Delete this line?"),
            row=row,
            within=within,
            prefix=line.part,
            version=request.POST.get(VERSION_INPUT, ""),
            from_all=f"{line.part}-0-from_all" in request.POST,
        )

    def _page_of_line(self, request: HttpRequest, case: Case, template: str, **context: Any) -> HttpResponse:
        line = line_of(request)
        request.current_app = self.admin_site.name
        is_fragment = FRAGMENT in request.headers
        given = {
            "opts": self.opts,
            "original": case,
            "line": line,
            "address": request.get_full_path(),
            "file_address": reverse("admin:cases_case_change", args=[case.pk]),
            "page": "admin/file/bare.html" if is_fragment else "admin/file/page.html",
            "version_input": VERSION_INPUT,
            **context,
        }
        around = {} if is_fragment else self.admin_site.each_context(request)
        return TemplateResponse(request, template, {**around, **given})

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Case | None = None,
    ) -> HttpResponse:
        line = line_of(request)
        if line is None or obj is None:
            return super().render_change_form(request, context, add, change, form_url, obj)
        inlines = context["inline_admin_formsets"]
        stored = Case._base_manager.get(pk=obj.pk)
        rows = [(each, list(each)[: len(each.formset.forms)]) for each in inlines]
        name = inlines[0].opts.verbose_name if inlines else context["adminform"].fieldsets[0][0]
        return self._page_of_line(
            request,
            stored,
            "admin/file/line.html",
            title=str(name),
            media=context["media"],
            adminform=context["adminform"],
            rows=rows,
            error_list=errors_of(context["adminform"].form, inlines),
            code_lists=typed_lists(context),
            seen_version=line.version(stored),
            draft=offer(request, form_id=f"{line.part}-{line.key}_form"),
            may_delete=line.is_row and not line.is_new,
            of_kinds=_OF_KINDS if line.part == EVENTS else "",
        )
