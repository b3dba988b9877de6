"""The warning that a place, an agency, an organisation or an official may be on file already, and the search that
finds them in any script."""

from typing import Any

from django.db.models import Case as Choose
from django.db.models import IntegerField, Q, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from cases.admin.forms import DeskForm
from cases.admin.shared_record import SharedAdmin
from cases.workflow.near_records import Near, begun_records, near_records

ANOTHER = "another_record"


class NearForm(DeskForm):
    """A new record of which one like it is on file needs a word from whoever types it."""

    near: list[Near] = []

    def clean(self) -> dict[str, Any]:
        super().clean()
        cleaned = self.cleaned_data
        if self.instance._state.adding and not self.data.get(ANOTHER):
            typed = [cleaned.get("name", ""), cleaned.get("facility", ""), *(cleaned.get("spellings") or [])]
            self.near = near_records(self._meta.model, filter(None, typed), cleaned.get("country", ""))
            if self.near:
                self.add_error(
                    None,
                    gettext("This may be on file already. Look at the list above; if it is another, say so."),
                )
        return cleaned


class NearAdmin(SharedAdmin):
    """Of records with names and spellings."""

    form = NearForm
    change_form_template = "admin/near_record_form.html"

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        typed, _may_repeat = super().get_search_results(request, queryset, search_term)
        if not search_term.strip():
            return typed, _may_repeat
        near = [each.record.pk for each in near_records(self.model, search_term)]
        begun = begun_records(self.model, search_term)
        found = queryset.filter(Q(pk__in=typed.order_by().values("pk")) | Q(pk__in=[*near, *begun]))
        if not near:
            return found, False
        ranks = [When(pk=key, then=Value(rank)) for rank, key in enumerate(near)]
        rank = Choose(*ranks, default=Value(len(ranks)), output_field=IntegerField())
        return found.annotate(rank=rank).order_by("rank", *self.get_ordering(request)), False

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        near = getattr(context["adminform"].form, "near", [])
        context["near"] = [self._told(each) for each in near]
        context["another_input"] = ANOTHER
        return super().render_change_form(request, context, *args, **kwargs)

    def _told(self, near: Near) -> dict[str, str]:
        route = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return {
            "path": reverse(route, args=[near.record.pk]),
            "label": self.autocomplete_label(near.record),
            "name": near.name,
            "tier": near.tier,
        }
