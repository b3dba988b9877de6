"""Campaigns at the desk: the same door as cases, with events, positions, interventions and citations."""

from django.contrib import admin
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
