"""Campaigns at the desk: the same door as cases, with events, positions, interventions and citations."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cases.admin.case_inlines import CampaignPositionInline, InterventionInline
from cases.admin.citing import CitationInline, CitedInline
from cases.admin.desk import desk
from cases.admin.hiding import HidesAtOnce
from cases.admin.lists import StateFilter
from cases.admin.translations import TranslationInline
from cases.admin.workflow_buttons import PublishableAdmin
from cases.models import Campaign, Event


class CampaignEventInline(CitedInline):
    model = Event
    autocomplete_fields = ["place", "agency", "court"]
    fields = [
        ("kind", "verb"),
        ("date", "order"),
        ("place", "agency", "court"),
        "description",
        "cited_source",
    ]


@admin.register(Campaign, site=desk)
class CampaignAdmin(HidesAtOnce, PublishableAdmin):
    list_display = ["reference", "title", "state", "published_version", "edited"]
    list_select_related = ["edited_by"]
    list_display_links = ["reference", "title"]
    list_filter = [StateFilter, "is_sample"]
    search_fields = ["title", "reference"]
    inlines = [
        CampaignEventInline,
        CampaignPositionInline,
        InterventionInline,
        TranslationInline,
        CitationInline,
    ]
    fieldsets = [
        (None, {"fields": ["title", "summary", "text_language", "states", ("start_date", "end_date")]}),
        (_("Private notes"), {"classes": ["private", "late"], "fields": ["notes"]}),
    ]

    def above_record(self, request: HttpRequest, record: Campaign) -> dict[str, Any]:
        above = super().above_record(request, record)
        if request.user.has_perm("cases.change_case"):
            above["several_address"] = f"{reverse('admin:cases_case_several')}?campaign={record.pk}"
        return above
