"""Cases at the desk: one screen a case, the list, and “confirmed still held”."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, QueryDict
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cases.admin.appearing_day import AppearingDay, day_address
from cases.admin.case_inlines import (
    AffiliationInline,
    AssessmentInline,
    AttributionInline,
    ChargeInline,
    EventInline,
    InterventionInline,
    LawyerInline,
    OfficialPositionInline,
    ParticipationInline,
    ProceedingInline,
    SentenceInline,
    ViolationInline,
)
from cases.admin.circled import CircledAdmin
from cases.admin.citing import CitationInline
from cases.admin.co_defendants import CoDefendantInline, tell_of_others
from cases.admin.copying import CopiesCases, ways_of
from cases.admin.desk import desk
from cases.admin.file.forms import HasLines
from cases.admin.file.page import ShowsFile
from cases.admin.file.sitting import HasSitting
from cases.admin.form_fields import CodeCheckboxes, source_field
from cases.admin.forms import DeskForm
from cases.admin.hiding import HidesAtOnce
from cases.admin.history import Row
from cases.admin.lists import CountryFilter, StateFilter, WorkFilter, staff
from cases.admin.made_texts import MakesTexts, made_texts_address
from cases.admin.place_field import place_field
from cases.admin.translations import TranslationInline
from cases.admin.workflow_buttons import ADDRESSES, PublishableAdmin, tell
from cases.models import Case, CaseCampaign, CaseOverlap, Relation
from cases.models.case import STATE_FIELDS
from cases.models.custody import custody_of
from cases.models.day_field import DayFormField
from cases.vocabularies.custody import IN_CUSTODY
from cases.wording.custody_steps import conclusion, steps
from cases.workflow.answering import answer
from cases.workflow.asks import asks_of
from cases.workflow.checking import confirm_still_held
from cases.workflow.editing import record_edit
from cases.workflow.entering.persons import searched

GROUP = _("Group or pattern")
GROUP_FIELDS = [
    "group_description",
    ("count_min", "count_max", "count_words"),
    "group_unit",
    "group_roles",
    "overlaps_with",
]


class CaseForm(DeskForm):
    inferred_states = forms.MultipleChoiceField(
        required=False,
        choices=[(name, capfirst(Case._meta.get_field(name).verbose_name)) for name in STATE_FIELDS],
        label=_("Countries we inferred"),
        help_text=Case._meta.get_field("inferred_states").help_text,
        widget=CodeCheckboxes,
    )


@admin.register(Case, site=desk)
class CaseAdmin(
    ShowsFile,
    HasLines,
    HasSitting,
    CopiesCases,
    CircledAdmin,
    HidesAtOnce,
    AppearingDay,
    MakesTexts,
    PublishableAdmin,
):
    form = CaseForm
    steps = (*ADDRESSES, "confirm_held", "answer", "explain", "day", "texts", "copy", "whole", "sitting")
    list_display = [
        "reference",
        "title",
        "person",
        "state",
        "published_version",
        "checked",
        "edited",
    ]
    list_display_links = ["reference", "title"]
    list_filter = [StateFilter, WorkFilter, "kind", CountryFilter, "is_sample"]
    list_select_related = ["person", "edited_by"]
    search_fields = ["title", "reference", "person__names__text"]
    search_help_text = _("Title, reference, or a name in any script.")
    ordering = ["-edited_at", "-pk"]
    autocomplete_fields = [
        "person",
        "place",
        "custody_override_source",
        "campaigns",
        "part_of",
        "targeted_because_of",
        "overlaps_with",
    ]
    inlines = [
        ViolationInline,
        ProceedingInline,
        ChargeInline,
        SentenceInline,
        EventInline,
        AffiliationInline,
        ParticipationInline,
        LawyerInline,
        AttributionInline,
        OfficialPositionInline,
        InterventionInline,
        AssessmentInline,
        CoDefendantInline,
        TranslationInline,
        CitationInline,
    ]
    fieldsets = [
        (_("Who"), {"fields": [("kind", "person", "age_at_arrest")]}),
        (GROUP, {"classes": ["collapse"], "fields": GROUP_FIELDS}),
        (_("What"), {"fields": ["title", "summary", "text_language", "methods"]}),
        (
            _("Where"),
            {
                "description": _(
                    "Codes or names with commas between them, such as “AZ, Russia”, or “not stated”."
                ),
                "fields": [
                    ("origin", "location", "host"),
                    ("cooperating", "transit", "destination"),
                    "inferred_states",
                    "inference_basis",
                    "place",
                ],
            },
        ),
        (_("When"), {"fields": [("start_date", "end_date"), "last_checked_date"]}),
        (
            _("Custody, where the events do not say it"),
            {
                "classes": ["collapse"],
                "fields": ["custody_override", "custody_override_date", "custody_override_source"],
            },
        ),
        (_("Belongs to"), {"fields": [("campaigns", "part_of"), "targeted_because_of"]}),
        (
            _("Consent and risk"),
            {
                "classes": ["collapse", "private", "late"],
                "fields": [
                    ("consent", "consent_by"),
                    ("consent_date", "consent_expires_date"),
                    "consent_scope",
                    "consent_spoken",
                    ("risk_review_date", "risk_review_outcome"),
                    "publish_embargo_until",
                    "is_restricted",
                ],
            },
        ),
        (_("Private notes"), {"classes": ["private", "late"], "fields": ["notes"]}),
    ]

    def history_rows(self) -> list[Row]:
        stated: list[Row] = [(CaseCampaign, "case_id"), (CaseOverlap, "from_case_id"), (Relation, "to_case")]
        return [*super().history_rows(), *stated]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        for other in tell_of_others(request, formsets):
            tell(request, record_edit(other, by=staff(request)))

    def get_fieldsets(self, request: HttpRequest, obj: Case | None = None) -> Any:
        """The description of a group stands open on the cases that are about one."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or obj.kind == "person":
            return fieldsets
        return [(name, {**given, "classes": []} if name == GROUP else given) for name, given in fieldsets]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("person__names")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        term = search_term.strip()
        if not term:
            return queryset, False
        by_name, _ = searched(self.model.objects.all(), term, path="person__")
        titled = Q()
        for word in term.split():
            titled &= Q(title__icontains=word)
        found = titled | Q(reference__icontains=term) | Q(pk__in=by_name.values("pk"))
        return queryset.filter(found), False

    @admin.display(description=_("last checked"), ordering="last_checked_date")
    def checked(self, case: Case) -> str:
        return f"{case.last_checked_date:%Y-%m-%d}" if case.last_checked_date else gettext("never")

    def autocomplete_label(self, case: Case) -> str:
        return f"{case} · {case.reference}"

    def above_record(self, request: HttpRequest, record: Case) -> dict[str, Any]:
        above = super().above_record(request, record)
        may_change = self.has_change_permission(request, record)
        if may_change and above["strip"].custody["status"] in IN_CUSTODY:
            above["confirm_form"] = self.confirm_form()
        return {
            **above,
            **ways_of(record, may_enter=self.may_enter_listed(request)),
            "day_address": day_address(request, record),
            "may_answer": may_change,
            "made_texts_address": made_texts_address(record) if may_change else "",
        }

    def confirm_form(self, data: QueryDict | None = None) -> forms.Form:
        """The three fields of “confirmed still held”; where may be left open."""

        class ConfirmForm(forms.Form):
            date = DayFormField(label=_("Held on"), initial=timezone.localdate, help_text="", label_suffix="")
            source = source_field(self.admin_site, label=_("according to"), label_suffix="")
            place = place_field(self.admin_site, label=pgettext_lazy("held", "at"), label_suffix="")

        form = ConfirmForm(data, prefix="confirm")
        form.fields["source"].required = True
        return form

    def confirm_held_step(self, request: HttpRequest, object_id: str) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        case: Case = self._viewed(request, object_id)
        if not self.has_change_permission(request, case):
            raise PermissionDenied
        form = self.confirm_form(request.POST)
        if form.is_valid():
            given = form.cleaned_data
            self._take(
                request,
                lambda: confirm_still_held(
                    case,
                    by=staff(request),
                    date=given["date"],
                    source=given["source"],
                    place=given["place"],
                ),
                gettext("Recorded. Submit the case so that the public sees it."),
            )
        for name, errors in form.errors.items():
            messages.error(request, f"{form.fields[name].label}: {' '.join(map(str, errors))}")
        return self._back(case)

    def answer_step(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """“This is so, because …”, said of something the desk asked."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        case: Case = self._viewed(request, object_id)
        if not self.has_change_permission(request, case):
            raise PermissionDenied
        given = {name: request.POST.get(name, "") for name in ("code", "about", "reason")}
        self._take(request, lambda: answer(case, by=staff(request), **given), gettext("The reason is kept."))
        return self._back(case)

    def explain_step(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Why custody is what it is, step by step."""
        case: Case = self._viewed(request, object_id)
        custody = custody_of(case, today=timezone.localdate())
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": case,
            "title": gettext("Why this status"),
            "steps": steps(custody),
            "conclusion": conclusion(custody),
            "asked": [ask.message for ask in asks_of(case, custody=custody)],
            "overridden": case.custody_override,
        }
        return TemplateResponse(request, "admin/explain_custody.html", context)
