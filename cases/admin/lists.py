"""Filters of the desk's lists; each calls the QuerySet that knows the rule."""

import re
from datetime import date, timedelta
from typing import Any

from django.contrib import admin
from django.contrib.admin import helpers
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.models import State
from cases.models.case import STATE_FIELDS
from cases.vocabularies.places import STATES

STALE_AFTER = timedelta(days=183)


def staff(request: HttpRequest) -> User:
    """Who acts: nobody reaches the desk who is not signed in."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def stale_before() -> date:
    """The day before which a check counts as stale."""
    return timezone.localdate() - STALE_AFTER


class ReadableQuestions:
    """Mixin for admins: a list ignores what was asked that nothing can answer, and says no to searches by patterns.

    No column can hold a NUL, no calendar has the 31st of June, and no key is a word; Django would ask the database.
    """

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        asked = request.GET.copy()
        for name, values in request.GET.lists():
            if any("\0" in value for value in values):
                del asked[name]
        if self.date_hierarchy and not _is_a_date(asked, self.date_hierarchy):
            for part in ("year", "month", "day"):
                asked.pop(f"{self.date_hierarchy}__{part}", None)
        request.GET = asked
        if helpers.ACTION_CHECKBOX_NAME in request.POST:
            request.POST = request.POST.copy()
            chosen = request.POST.getlist(helpers.ACTION_CHECKBOX_NAME)
            keys = [key for key in chosen if self._is_key(key)]
            request.POST.setlist(helpers.ACTION_CHECKBOX_NAME, keys)
        return super().changelist_view(request, extra_context)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        return not lookup.endswith("regex") and super().lookup_allowed(lookup, value, request)

    def _is_key(self, text: str) -> bool:
        try:
            return self.opts.pk.to_python(text) is not None
        except ValidationError:
            return False


def _is_a_date(asked: QueryDict, field: str) -> bool:
    """Whether year, month and day of a list by dates, as far as they are asked for, are those of some date."""
    parts = [
        asked.get(f"{field}__{part}", default)
        for part, default in (("year", "4"), ("month", "1"), ("day", "1"))
    ]
    if not all(re.fullmatch("[0-9]{1,4}", part) for part in parts):
        return False
    try:
        date(*map(int, parts))
    except ValueError:
        return False
    return True


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return State.choices

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(state=self.value()) if self.value() else queryset


class WorkFilter(admin.SimpleListFilter):
    title = _("to do")
    parameter_name = "work"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return [
            ("mine", gettext("Unfinished, edited by me")),
            ("unfinished", gettext("Unfinished")),
            ("review", gettext("Awaiting review")),
            ("marked", gettext("Marked for review")),
            ("stale", gettext("Not checked for six months")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return work(queryset, self.value() or "", by=staff(request)) if self.value() else queryset


def work(queryset: QuerySet, name: str, *, by: User) -> QuerySet:
    """The records one list of work holds."""
    if name == "mine":
        return queryset.unfinished().filter(edited_by=by)
    if name == "unfinished":
        return queryset.unfinished()
    if name == "review":
        return queryset.awaiting_review()
    if name == "marked":
        return queryset.marked_for_review()
    if name == "stale":
        return queryset.public().stale(before=stale_before())
    return queryset.none()


class CountryFilter(admin.SimpleListFilter):
    """Any of the six countries of a case; only countries that stand in some case are offered."""

    title = _("country")
    parameter_name = "country"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        codes: set[str] = set()
        for row in model_admin.model.objects.values_list(*STATE_FIELDS).distinct():
            codes.update(*row)
        return sorted(((code, STATES.label(code)) for code in codes), key=lambda pair: str(pair[1]))

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if not self.value():
            return queryset
        anywhere = Q()
        for name in STATE_FIELDS:
            anywhere |= Q(**{f"{name}__contains": [self.value()]})
        return queryset.filter(anywhere)
