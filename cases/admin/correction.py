"""The inbox at the desk: what readers sent, to be handled and not to be edited."""

from collections.abc import Iterator

from django import forms
from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.defaultfilters import truncatechars
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from cases.admin.desk import desk
from cases.admin.lists import staff
from cases.admin.record import RecordAdmin
from cases.models import Campaign, Case, Correction, Person
from cases.workflow.corrections import discard, handle

KINDS = {"C": Case, "K": Campaign, "P": Person}
"""The records a reference can be of, by its first letter."""


class BoxFilter(admin.SimpleListFilter):
    """The inbox, unless the second box is asked for: a flood is not to hide what came before it."""

    title = _("box")
    parameter_name = "box"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple]:
        return [("second", _("The second box")), ("both", _("Both"))]

    def choices(self, changelist: ChangeList) -> Iterator[dict]:
        inbox, *others = super().choices(changelist)
        yield {**inbox, "display": _("The inbox")}
        yield from others

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        match self.value():
            case "second":
                return queryset.in_second_box()
            case "both":
                return queryset
        return queryset.filter(second_box=False)


@admin.register(Correction, site=desk)
class CorrectionAdmin(RecordAdmin):
    list_display = ["received_day", "record_link", "excerpt", "state", "handled_by"]
    list_display_links = ["received_day", "excerpt"]
    list_select_related = ["handled_by"]
    list_filter = [BoxFilter, "state", "language"]
    search_fields = ["record", "wrong", "proposal", "contact", "note"]
    search_help_text = _("A reference, or words of what was sent and of our notes.")
    date_hierarchy = "received_at"
    actions = ["delete_selected"]
    readonly_fields = [
        "received_at",
        "record_link",
        "wrong",
        "proposal",
        "contact",
        "language",
        "handled_by",
        "handled_at",
    ]
    fieldsets = [
        (
            _("What the reader wrote"),
            {"fields": ["wrong", "proposal", "record_link", "contact", ("received_at", "language")]},
        ),
        (_("What we did"), {"fields": ["state", "note", ("handled_by", "handled_at")]}),
    ]

    @admin.display(description=_("received"), ordering="received_at")
    def received_day(self, correction: Correction) -> str:
        return f"{correction.received_at:%Y-%m-%d}"

    @admin.display(description=_("what is wrong"))
    def excerpt(self, correction: Correction) -> str:
        return truncatechars(correction.wrong, 100)

    @admin.display(description=_("record"), ordering="record")
    def record_link(self, correction: Correction) -> str:
        """The record on file with this reference, public or not; the reference alone where there is none."""
        model = KINDS.get(correction.record[:1])
        record = model and model.objects.filter(reference=correction.record).first()
        if record is None:
            return correction.record or "–"
        address = reverse(f"admin:cases_{model._meta.model_name}_change", args=[record.pk])
        return format_html('<a href="{}">{}</a> {}', address, correction.record, record)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Correction, form: forms.BaseForm, change: bool) -> None:
        if form.has_changed():
            handle(obj, by=staff(request))

    def delete_model(self, request: HttpRequest, obj: Correction) -> None:
        discard(Correction.objects.filter(pk=obj.pk))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        discard(queryset)

    def get_actions(self, request: HttpRequest) -> dict:
        """The desk deletes nothing by lists, except here; Django's action asks before it does."""
        actions = super().get_actions(request)
        if "delete_selected" in actions:
            function, name, _words = actions["delete_selected"]
            actions["delete_selected"] = (function, name, _("Delete spam"))
        return actions
