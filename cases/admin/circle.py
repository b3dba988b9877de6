"""Circles at the desk: administrators make one and name its first members; from then on it is its members' own."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from cases.admin.accounts.fresh_login import ChangedAfresh
from cases.admin.desk import desk
from cases.admin.forms import LegibleForm
from cases.admin.known import KnownOnly
from cases.admin.lists import ReadableQuestions, staff
from cases.models import Circle
from cases.models.record import kind_of
from cases.workflow.circles import circles_open_to, held_by, is_in_a_circle, log_members


class CircleForm(LegibleForm):
    """Members are staff whose account is open; those named already stay on the list."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "members" in self.fields:
            open_accounts = User.objects.filter(is_staff=True, is_active=True)
            named = self.instance.members.all() if self.instance.pk else User.objects.none()
            self.fields["members"].queryset = (open_accounts | named).distinct().order_by("username")


@admin.register(Circle, site=desk)
class CircleAdmin(ChangedAfresh, KnownOnly, ReadableQuestions, admin.ModelAdmin):
    form = CircleForm
    change_form_template = "admin/circle.html"
    fields = ["name", "members", "asks_fresh_login"]
    list_display = ["name"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Those who make circles see all of them, and who is in them; others those they are in."""
        circles = super().get_queryset(request)
        return circles if self.has_add_permission(request) else circles.filter(members=staff(request))

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        return super().formfield_for_manytomany(
            db_field, request, widget=forms.CheckboxSelectMultiple, help_text="", **kwargs
        )

    def has_view_permission(self, request: HttpRequest, obj: Circle | None = None) -> bool:
        return request.user.is_staff

    def has_module_permission(self, request: HttpRequest) -> bool:
        """On the list of tables for those who make circles or are in one."""
        user = request.user
        return isinstance(user, User) and (self.has_add_permission(request) or is_in_a_circle(user))

    def has_change_permission(self, request: HttpRequest, obj: Circle | None = None) -> bool:
        """Its members alone, whoever else keeps accounts; each must be one who may edit cases."""
        if obj is None or not request.user.has_perm("cases.change_case"):
            return False
        return circles_open_to(staff(request)).filter(pk=obj.pk).exists()

    def has_delete_permission(self, request: HttpRequest, obj: Circle | None = None) -> bool:
        """None is deleted: its log stays for those who were in it."""
        return False

    def save_related(self, request: HttpRequest, form: forms.BaseForm, formsets: Any, change: bool) -> None:
        circle = form.instance
        before = list(circle.members.all()) if change else []
        super().save_related(request, form, formsets, change)
        log_members(circle, before=before, by=staff(request))

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        circle = self.get_object(request, object_id)
        context = dict(extra_context or {})
        if circle is not None and circles_open_to(staff(request)).filter(pk=circle.pk).exists():
            context["held"] = [
                (
                    each,
                    each._meta.verbose_name,
                    reverse(f"admin:cases_{kind_of(each)}_change", args=[each.pk]),
                )
                for each in held_by(circle)
            ]
            context["member_log"] = circle.log.filter(member__isnull=False).select_related("member", "by")
        return super().change_view(request, object_id, form_url, context)
