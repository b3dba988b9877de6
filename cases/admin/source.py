"""Sources at the desk."""

from django.contrib import admin

from cases.models import Source

from .desk import desk
from .shared_record import SharedAdmin


@admin.register(Source, site=desk)
class SourceAdmin(SharedAdmin):
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
        ("How far to trust it, and who may see it", {"fields": ["reliability", "derived_from", "is_public"]}),
        ("Private notes", {"classes": ["private"], "fields": ["notes"]}),
    ]

    def autocomplete_label(self, source):
        parts = [
            source.title,
            source.publisher,
            str(source.published_date),
            "" if source.is_public else "private",
        ]
        return " · ".join(filter(None, parts))
