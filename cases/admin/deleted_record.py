"""*Deleted records*: what was deleted at the desk, by whom and when, and bringing it back."""

from typing import Any

from django.apps import apps
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.admin.desk import desk
from cases.admin.known import KnownOnly
from cases.admin.lists import ReadableQuestions, staff
from cases.models import DeletedRecord
from cases.workflow.deleting import bring_back
from cases.workflow.errors import Refused


@admin.register(DeletedRecord, site=desk)
class DeletedRecordAdmin(KnownOnly, ReadableQuestions, admin.ModelAdmin):
    change_form_template = "admin/deleted_record.html"
    list_display = ["name", "kind_name", "reference", "deleted_at", "deleted_by"]
    list_select_related = ["deleted_by"]
    search_fields = ["name", "reference"]
    search_help_text = _("A reference, or words of a title.")
    fields = readonly_fields = ["name", "kind_name", "reference", "deleted_at", "deleted_by", "with_it"]
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).known_to(staff(request))

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.bring_back_view)
        return [
            path("<int:object_id>/bring-back/", view, name="cases_deletedrecord_bring_back"),
            *super().get_urls(),
        ]

    @admin.display(description=_("kind"), ordering="kind")
    def kind_name(self, deleted: DeletedRecord) -> str:
        return capfirst(str(apps.get_model(deleted.kind)._meta.verbose_name))

    @admin.display(description=_("rows that come back with it"))
    def with_it(self, deleted: DeletedRecord) -> SafeString:
        counted = [
            (capfirst(str(apps.get_model(label)._meta.verbose_name_plural)), len(rows))
            for label, rows in deleted.rows.items()
            if label != deleted.kind
        ]
        return format_html_join(", ", "{}: {}", counted)

    def bring_back_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not self._may_bring_back(request):
            raise PermissionDenied
        deleted = self.get_queryset(request).filter(pk=object_id).first()
        if deleted is None:
            raise Http404
        try:
            record = bring_back(deleted, by=staff(request))
        except Refused as refused:
            for message in refused.messages:
                messages.error(request, message)
            return HttpResponseRedirect(reverse("admin:cases_deletedrecord_change", args=[object_id]))
        messages.success(request, gettext("“%(record)s” is back.") % {"record": record})
        kind = record._meta.model_name
        return HttpResponseRedirect(reverse(f"admin:cases_{kind}_change", args=[record.pk]))

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        title = capfirst(self.opts.verbose_name_plural)
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def _may_bring_back(self, request: HttpRequest) -> bool:
        return request.user.has_perm("cases.change_deletedrecord")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: DeletedRecord | None = None) -> bool:
        return False

    has_delete_permission = has_change_permission
