"""What every table of the desk does so that nobody learns of a record they may not know of (`need_to_know`).

Lists, choices and searches ask the managers, which leave such rows out. Here is what goes past them: Django's list of
what a deletion would take along, filters by a key typed into the address, and what is said of an address without a
record.
"""

from collections.abc import Iterable
from typing import Any, NoReturn

from django.contrib import messages
from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import NestedObjects, quote
from django.core.exceptions import FieldDoesNotExist
from django.db import router
from django.db.models import Model, ProtectedError, QuerySet
from django.db.models.options import Options
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cases.admin.accounts.fresh_login import fresh_login_page
from cases.models import DeskDraft
from cases.models.need_to_know import FOLLOWS, known


class KnownObjects(NestedObjects):
    """What a deletion takes along or is stopped by, of that what may be known."""

    def related_objects(self, related_model: type[Model], *args: Any) -> QuerySet:
        rows = known(super().related_objects(related_model, *args))
        # Lines about other records, kept by Django for the one who wrote them; what others have typed; and mere links,
        # which say nothing but that there is a record at their other end, known or not.
        untold = related_model in (LogEntry, DeskDraft) or related_model._meta.auto_created
        return rows.none() if untold else rows


class KnownOnly:
    """Mixin for every ModelAdmin of the desk."""

    goes_with_its_record = False
    """Whether rows that nobody deletes by themselves are deleted with the record they are part of."""

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """No filter by a key typed into the address: it would answer for records that lead to a hidden one."""
        name = lookup.partition("__")[0]
        try:
            field = self.model._meta.get_field(name)
        except FieldDoesNotExist:
            return super().lookup_allowed(lookup, value, request)
        if field.is_relation and field.related_model._meta.model_name in FOLLOWS:
            return False
        return super().lookup_allowed(lookup, value, request)

    def response_action(self, request: HttpRequest, queryset: QuerySet) -> HttpResponseBase | None:
        """Steps on many rows at once are for who has just proved who they are."""
        return fresh_login_page(request) or super().response_action(request, queryset)

    def _get_obj_does_not_exist_redirect(
        self, request: HttpRequest, opts: Options, object_id: str
    ) -> NoReturn:
        raise Http404

    def get_deleted_objects(
        self, objs: Iterable[Model], request: HttpRequest
    ) -> tuple[list, dict[str, int], set[str], list]:
        """As Django has it: a nested list, counts by kind, permissions that lack, and what stands against it."""
        rows = list(objs)
        collector = KnownObjects(using=router.db_for_write(self.model), origin=rows)
        collector.collect(rows)
        lacking: set[str] = set()

        def words(row: Model) -> str:
            return self._deleted_row(request, row, lacking)

        counts = {
            str(model._meta.verbose_name_plural): len(instances)
            for model, instances in collector.model_objs.items()
        }
        return collector.nested(words), counts, lacking, [words(row) for row in collector.protected]

    def _deleted_row(self, request: HttpRequest, row: Model, lacking: set[str]) -> str:
        opts, registered = row._meta, self.admin_site._registry.get(type(row))
        said = f"{capfirst(opts.verbose_name)}: {row}"
        if registered is None:
            return said
        if not (registered.goes_with_its_record or registered.has_delete_permission(request, row)):
            lacking.add(str(opts.verbose_name))
        try:
            address = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[quote(row.pk)])
        except NoReverseMatch:
            return said
        return format_html('{}: <a href="{}">{}</a>', capfirst(opts.verbose_name), address, row)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        try:
            return super().delete_view(request, object_id, extra_context)
        except ProtectedError:
            # What stands against it was not in the list: it is not for them to know.
            messages.error(request, _("This cannot be deleted now; ask an administrator."))
            return HttpResponseRedirect(request.path)
