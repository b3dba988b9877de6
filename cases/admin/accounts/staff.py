"""Accounts and groups of staff at the desk. What one does here to the account of another is told to its owner, and
stops its publishing until a second administrator confirms it (`workflow/accounts/stops.py`)."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import UserChangeForm
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext

from cases.admin.accounts.fresh_login import ChangedAfresh, fresh_login_page
from cases.admin.accounts.pages import page
from cases.admin.desk import desk
from cases.admin.forms import LegibleForm
from cases.admin.known import KnownOnly
from cases.admin.lists import ReadableQuestions, staff
from cases.models import DeskSession, What
from cases.workflow.accounts import factors
from cases.workflow.accounts.log import note
from cases.workflow.accounts.roles import note_roles, note_roles_of_members, roles_of
from cases.workflow.accounts.sessions import end_sessions


class StaffForm(LegibleForm, UserChangeForm):
    """An account, of which colleagues read the name in every log."""


class StaffAdmin(ChangedAfresh, KnownOnly, ReadableQuestions, UserAdmin):
    """Accounts: who keeps them can neither become a superuser nor take over the account of one."""

    form = StaffForm
    change_form_template = "admin/accounts/staff_form.html"

    def get_urls(self) -> list[URLPattern]:
        reset = self.admin_site.admin_view(self.reset_factors)
        return [
            path("<path:object_id>/reset-factors/", reset, name="auth_user_reset_factors"),
            *super().get_urls(),
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any | None = None) -> Any:
        fields = super().get_readonly_fields(request, obj)
        return fields if request.user.is_superuser else (*fields, "is_superuser", "user_permissions")

    # Setting a password asks for this as well.
    def has_change_permission(self, request: HttpRequest, obj: Any | None = None) -> bool:
        return super().has_change_permission(request, obj) and _may_touch(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any | None = None) -> bool:
        return super().has_delete_permission(request, obj) and _may_touch(request, obj)

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        request.account_before = (roles_of(obj), User.objects.get(pk=obj.pk).username) if change else ([], "")
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        roles, name = request.account_before
        note_roles(form.instance, roles, by=staff(request), name_before=name)

    @transaction.atomic
    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:
        if request.method == "POST" and (asked := fresh_login_page(request)):
            return asked
        before = self.get_object(request, unquote(id))
        answer = super().user_change_password(request, id, form_url)
        after = User.objects.filter(pk=before.pk).first() if before else None
        if after and after.password != before.password:
            by = staff(request)
            note(What.PASSWORD_CHANGED if after.pk == by.pk else What.PASSWORD_SET, after, by=by)
            end_sessions(after, by=by, but=request.session.session_key)
        return answer

    def reset_factors(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """For somebody whose phone or key is gone: they set up new ones at the next login."""
        account = self.get_object(request, unquote(object_id))
        if account is None:
            raise Http404
        if not self.has_change_permission(request, account) or account == request.user:
            raise PermissionDenied
        if request.method == "POST":
            if asked := fresh_login_page(request):
                return asked
            factors.reset(account, by=staff(request))
            messages.warning(
                request,
                gettext(
                    "%(name)s sets up a second factor at the next login, and publishes nothing for 72 hours."
                )
                % {"name": account},
            )
            return HttpResponseRedirect(reverse("admin:auth_user_change", args=[account.pk]))
        return page(
            request,
            "reset_factors",
            title=gettext("Take second factors away"),
            account=account,
            has_factor=factors.has_factor(account),
            open_sessions=DeskSession.objects.open().filter(user=account).count(),
        )


def _may_touch(request: HttpRequest, user: User | None) -> bool:
    return request.user.is_superuser or user is None or not user.is_superuser


class StaffGroupAdmin(ChangedAfresh, KnownOnly, ReadableQuestions, GroupAdmin):
    """What a group may do is for superusers to change; the rest see it."""

    form = LegibleForm

    def has_add_permission(self, request: HttpRequest) -> bool:
        return request.user.is_superuser

    def has_change_permission(self, request: HttpRequest, obj: Any | None = None) -> bool:
        return request.user.is_superuser

    has_delete_permission = has_change_permission

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        note_roles_of_members(form.instance, by=staff(request))

    def delete_model(self, request: HttpRequest, obj: Group) -> None:
        note_roles_of_members(obj, by=staff(request))
        super().delete_model(request, obj)


desk.register(User, StaffAdmin)
desk.register(Group, StaffGroupAdmin)
