"""The file of a case: the page at the address of its form. The form as a whole stays, at an address beside it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from django.contrib.admin.options import IS_POPUP_VAR
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cases.admin.drafts import drafts_of_case, restored
from cases.admin.file.groups import GROUPS, RECORD, group_fields, group_of, is_private, said
from cases.admin.file.line import ADD
from cases.admin.file.sitting import entering_from, last_entered_from
from cases.admin.file.telling import Line, Telling, form_address
from cases.admin.form_fields import source_field
from cases.admin.record import stored_key
from cases.admin.status_strip import Strip
from cases.models import Case
from cases.workflow.document import document_of
from cases.workflow.locking import one_moment

if TYPE_CHECKING:
    from cases.admin.file.forms import HasLines

    Base = HasLines
else:
    Base = object


@dataclass
class Part:
    """A part of the file: `adds` are (part, words, address of the form) of the rows that can be added in it."""

    anchor: str
    title: str
    lines: list[Line]
    adds: list[tuple[str, str, str]] = field(default_factory=list)


class ShowsFile(Base):
    """Mixin for the admin of cases."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        is_form = request.method == "POST" or IS_POPUP_VAR in request.GET or restored(request) is not None
        if object_id is None or is_form:
            return super().changeform_view(request, object_id, form_url, extra_context)
        with one_moment():
            return self._file_page(request, object_id).render()

    def whole_step(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """All fields and rows of a case in one form."""
        return super().changeform_view(request, object_id)

    def _file_page(self, request: HttpRequest, object_id: str) -> TemplateResponse:
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        try:
            document = document_of(Case(pk=stored_key(Case, object_id)))
        except Case.DoesNotExist:
            raise Http404 from None
        request.desk_document = document
        case = cast(Case, document.record)
        self._note_reading(request, case)
        above = self.above_record(request, case)
        parts = list(self._parts(request, case, above["strip"]))
        above["strip"].problems = self._led_to_lines(request, case, above["strip"])
        request.current_app = self.admin_site.name
        may_change = self.has_change_permission(request, case)
        context = {
            **self.admin_site.each_context(request),
            **above,
            "opts": self.opts,
            "original": case,
            "title": str(case),
            "subtitle": _("file of a case"),
            "parts": parts,
            "media": self.media + source_field(self.admin_site).widget.media,
            "may_change": may_change,
            "entering_from": entering_from(request) if may_change else None,
            "last_sources": last_entered_from(request) if may_change else [],
            "whole_address": reverse("admin:cases_case_whole", args=[case.pk]),
            "drafts": drafts_of_case(request, case),
        }
        return TemplateResponse(request, "admin/file/file.html", context)

    def _page(self, request: HttpRequest, record: Any, template: str, **context: Any) -> HttpResponse:
        """The pages of its steps lead to the file as well."""
        page = super()._page(request, record, template, **context)
        strip = page.context_data["strip"]
        strip.problems = self._led_to_lines(request, record, strip)
        return page

    def _led_to_lines(self, request: HttpRequest, case: Case, strip: Strip) -> list[tuple]:
        """What stands against publishing leads to the line of its field."""
        fieldsets, found = self.get_fieldsets(request, case), []
        for message, anchor, ask in strip.problems:
            group = group_of(anchor.removeprefix("id_"), fieldsets)
            found.append((message, f"line-{RECORD}-{group}" if group else anchor, ask))
        return found

    def _parts(self, request: HttpRequest, case: Case, strip: Strip) -> Iterator[Part]:
        asked: dict[int, list[str]] = {}
        for _message, _anchor, ask in strip.problems:
            for key in ask.events if ask else ():
                asked.setdefault(key, []).append(ask.message)
        told, names = Telling(case, asked), self._part_names()
        yield Part("record-group", _("Who, what, where"), list(self._record_lines(request, case)))
        # As readers have it: what happened, then who is involved, then what is said of it.
        yield self._part("violations", told.violations(), names)
        yield self._part("events", told.events(), names)
        proceedings = told.proceedings()
        adds = [_add(part, names[part][0]) for part in ("proceedings", "charges", "sentences")]
        yield Part("proceedings-group", names["proceedings"][1], list(_nested(proceedings)), adds)
        for part in (
            "affiliations",
            "participations",
            "lawyers",
            "attributions",
            "official_positions",
            "assessments",
            "interventions",
        ):
            yield self._part(part, getattr(told, part)(), names)
        yield self._part("relations_from", list(told.relations()), names)
        yield self._part("translations", told.translations(), names)
        yield self._part("citations", told.sources(), names, title=_("Sources"))

    def _part(
        self, part: str, lines: list[Line], names: dict[str, tuple[str, str]], *, title: str = ""
    ) -> Part:
        one, several = names[part]
        return Part(f"{part}-group", title or several, lines, [_add(part, one)])

    def _part_names(self) -> dict[str, tuple[str, str]]:
        """What one row of a part is called, and several."""
        named = {}
        for part, inline in self.parts().items():
            opts = inline.model._meta
            one = inline.verbose_name or opts.verbose_name
            several = inline.verbose_name_plural or opts.verbose_name_plural
            named[part] = (str(one), capfirst(str(several)))
        return named

    def _record_lines(self, request: HttpRequest, case: Case) -> Iterator[Line]:
        for key, fieldset in zip(GROUPS, self.get_fieldsets(request, case), strict=True):
            fields = group_fields(fieldset)
            pairs = said(case, fields)
            if key == "group" and case.kind == "person" and not pairs:
                continue
            words = " · ".join(f"{name}: {value}" for name, value in pairs)
            line = Line(RECORD, key, words, is_public=not is_private(fields))
            line.title = str(fieldset[0])
            if key == "who" and case.person is not None:
                line.way = reverse("admin:cases_person_change", args=[case.person.pk])
            yield line


def _add(part: str, words: str) -> tuple[str, str, str]:
    return part, words, form_address(part, ADD)


def _nested(proceedings: list[tuple[Line, list[Line], list[Line]]]) -> Iterator[Line]:
    """Each proceeding with its charges and sentences below it."""
    for line, charges, sentences in proceedings:
        line.below = [*charges, *sentences]
        yield line
