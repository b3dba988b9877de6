"""Whose status became another by other rules: a list to be looked through, and nothing to be edited."""

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from cases.admin.desk import desk
from cases.admin.known import KnownOnly
from cases.admin.lists import ReadableQuestions, staff
from cases.models import StatusChange
from cases.models.status_change import StatusChangeQuerySet
from cases.workflow.derivation import mark_seen


class SeenFilter(admin.SimpleListFilter):
    title = _("seen")
    parameter_name = "seen"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple]:
        return [("no", _("Not seen yet")), ("yes", _("Seen"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        match self.value():
            case "no":
                return queryset.unseen()
            case "yes":
                return queryset.filter(seen_at__isnull=False)
        return queryset


@admin.register(StatusChange, site=desk)
class StatusChangeAdmin(KnownOnly, ReadableQuestions, admin.ModelAdmin):
    list_display = ["case_link", "change", "changed_at", "seen_by", "seen_at"]
    list_display_links = None
    list_select_related = ["case", "seen_by"]
    list_filter = [SeenFilter, "custody_before", "custody_after"]
    search_fields = ["case__reference", "case__title"]
    search_help_text = _("A reference, or words of a title.")
    actions = ["seen"]
    readonly_fields = ["case_link", "change", "changed_at", "seen_by", "seen_at"]
    fields = readonly_fields

    @admin.display(description=_("case"))
    def case_link(self, change: StatusChange) -> SafeString:
        address = reverse("admin:cases_case_change", args=[change.case_id])
        return format_html('<a href="{}">{}</a> {}', address, change.case.reference, change.case)

    @admin.display(description=_("before → since"))
    def change(self, change: StatusChange) -> SafeString:
        return format_html_join("; ", "{} → {}", change.words)

    @admin.action(description=_("Mark as seen"), permissions=["change"])
    def seen(self, request: HttpRequest, queryset: StatusChangeQuerySet) -> None:
        marked = mark_seen(queryset, by=staff(request))
        words = ngettext("%d marked as seen.", "%d marked as seen.", marked) % marked
        self.message_user(request, words, messages.SUCCESS)

    def changelist_view(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        title = capfirst(self.opts.verbose_name_plural)
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def has_change_permission(self, request: HttpRequest, obj: StatusChange | None = None) -> bool:
        """Of the list, to mark what was looked at; of none by itself."""
        return obj is None and super().has_change_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: StatusChange | None = None) -> bool:
        return False
