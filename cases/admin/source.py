"""Sources at the desk, found by what they say of themselves in any script."""

from functools import lru_cache
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.admin.circled import CircledAdmin
from cases.admin.desk import desk
from cases.admin.hiding import HidesAtOnce
from cases.admin.shared_record import SharedAdmin
from cases.models import Source
from cases.text.beginnings import Beginning
from cases.text.names import word_keys
from cases.workflow.permission import is_hidden


@lru_cache(maxsize=50_000)
def _keys(text: str) -> frozenset[str]:
    return frozenset(word_keys(text))


def spelled_otherwise(term: str) -> list[int]:
    """Keys of the sources whose title, publisher and author hold every word of a term, or what it begins, in whatever
    spelling."""
    wanted, beginning = [keys for keys in map(_keys, term.split()) if keys], Beginning(term)
    if not wanted:
        return []
    rows = Source.objects.values_list("pk", "title", "publisher", "author")
    said = ((pk, " ".join(texts)) for pk, *texts in rows)
    return [
        pk
        for pk, text in said
        if all(not keys.isdisjoint(_keys(text)) for keys in wanted) or beginning.begins(text)
    ]


@admin.register(Source, site=desk)
class SourceAdmin(CircledAdmin, HidesAtOnce, SharedAdmin):
    list_display = ["title", "publisher", "kind", "published_date", "reliability", "is_public"]
    list_filter = ["is_public", "kind", "reliability"]
    search_fields = ["title", "publisher", "author", "url"]
    autocomplete_fields = ["derived_from"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "title",
                    ("kind", "language"),
                    ("publisher", "author"),
                    ("url", "archived_url"),
                    ("published_date", "accessed_date"),
                ]
            },
        ),
        (
            _("How far to trust it, and who may see it"),
            {"fields": ["reliability", "derived_from", "is_public"]},
        ),
        (_("Private notes"), {"classes": ["private"], "fields": ["notes"]}),
    ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any | None = None) -> Any:
        """Whether a source that is hidden may be seen is decided by two people (`hiding.py`), not by a box."""
        fields = super().get_readonly_fields(request, obj)
        return (*fields, "is_public") if obj is not None and is_hidden(obj) else fields

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        found, several = super().get_search_results(request, queryset, search_term)
        if not search_term.strip():
            return found, several
        either = Q(pk__in=found.order_by().values("pk")) | Q(pk__in=spelled_otherwise(search_term))
        return queryset.filter(either), False

    def autocomplete_label(self, source: Source) -> str:
        parts = [
            source.title,
            source.publisher,
            str(source.published_date),
            "" if source.is_public else gettext("private"),
        ]
        return " · ".join(filter(None, parts))
