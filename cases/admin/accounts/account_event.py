"""The log of accounts, for administrators to read. Nobody adds, changes or deletes a line here; the database would
refuse it too. Everybody sees the lines about themselves on the page *My account*."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from cases.admin.desk import desk
from cases.admin.known import KnownOnly
from cases.admin.lists import ReadableQuestions
from cases.models import AccountEvent


@admin.register(AccountEvent, site=desk)
class AccountEventAdmin(KnownOnly, ReadableQuestions, admin.ModelAdmin):
    list_display = ["at", "account", "what", "by", "details"]
    list_filter = ["what"]
    list_select_related = ["account", "by"]
    search_fields = ["account__username"]
    list_per_page = 100
    show_full_result_count = False

    def has_module_permission(self, request: HttpRequest) -> bool:
        # Also asked for pages of somebody who is not logged in.
        return request.user.has_perm("auth.change_user")

    def has_view_permission(self, request: HttpRequest, obj: Any | None = None) -> bool:
        return self.has_module_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any | None = None) -> bool:
        return False
