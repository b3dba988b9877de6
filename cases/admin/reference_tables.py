"""Places, agencies, organisations, officials, articles of law: what many cases share. Relations between records."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from cases.admin.desk import desk
from cases.admin.lists import staff
from cases.admin.near_records import NearAdmin, NearForm
from cases.admin.place_field import Choice, town_choices
from cases.admin.provision_search import provisions_asked
from cases.admin.record import RecordAdmin
from cases.admin.shared_record import SharedAdmin
from cases.admin.workflow_buttons import tell
from cases.models import (
    Agency,
    Event,
    Intervention,
    LegalProvision,
    Official,
    Organisation,
    Place,
    Relation,
)
from cases.models.relation import ENDS
from cases.workflow.editing import relation_edited
from cases.workflow.entering.codes import read_region


class PlaceForm(NearForm):
    """A region may be typed by its name."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cleaned["region"] = read_region(cleaned.get("region", ""), cleaned.get("country", ""))
        return cleaned


@admin.register(Place, site=desk)
class PlaceAdmin(NearAdmin):
    form = PlaceForm
    list_display = ["name", "facility", "locality", "region", "country"]
    search_fields = ["name", "spellings", "locality", "facility", "region"]
    fieldsets = [
        (None, {"fields": [("name", "country"), "spellings", ("facility", "locality", "region")]}),
        (_("On the map"), {"fields": [("latitude", "longitude", "precision")]}),
    ]

    def more_to_choose(self, term: str, found: QuerySet) -> list[Choice]:
        """Towns that are not on file yet: whoever chooses one makes it a place."""
        return town_choices(term, but=set(found.values_list("country", "name")))

    def autocomplete_label(self, place: Place) -> str:
        parts = [place.name, place.facility, place.locality, place.region, place.country]
        return ", ".join(dict.fromkeys(filter(None, parts)))


@admin.register(Agency, site=desk)
class AgencyAdmin(NearAdmin):
    list_display = ["name", "country", "kind", "parent"]
    list_select_related = ["parent"]
    list_filter = ["kind"]
    search_fields = ["name", "spellings", "country"]
    autocomplete_fields = ["parent"]
    fields = [("name", "country"), "spellings", ("kind", "parent")]


@admin.register(Organisation, site=desk)
class OrganisationAdmin(NearAdmin):
    list_display = ["name", "country", "kind"]
    list_filter = ["kind"]
    search_fields = ["name", "spellings", "country"]
    fields = [("name", "country"), "spellings", "kind"]


@admin.register(Official, site=desk)
class OfficialAdmin(NearAdmin):
    list_display = ["name", "office", "agency"]
    list_select_related = ["agency"]
    list_filter = ["office"]
    search_fields = ["name", "spellings", "agency__name"]
    autocomplete_fields = ["agency", "source"]
    fields = ["name", "spellings", ("office", "agency"), "source"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("agency")


@admin.register(LegalProvision, site=desk)
class LegalProvisionAdmin(SharedAdmin):
    list_display = ["article", "code", "country", "title", "category", "is_verified"]
    list_filter = ["country", "code", "category"]
    search_fields = ["article", "title", "title_original", "country", "code"]
    search_help_text = _("Article, law, country or title, such as “art. 274 Azerbaijan”.")
    fields = [
        ("country", "code", "article"),
        ("title", "title_original"),
        "category",
        ("valid_from", "valid_to"),
        "source",
    ]

    @admin.display(description=_("checked"), boolean=True, ordering="source")
    def is_verified(self, provision: LegalProvision) -> bool:
        return provision.is_verified

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        if not search_term.strip():
            return queryset, False
        return provisions_asked(queryset, search_term), False


class FoundOnly(RecordAdmin):
    """Rows of other records, registered so that relations can find them; they are edited where they belong."""

    goes_with_its_record = True

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any | None = None) -> bool:
        return False

    has_delete_permission = has_change_permission

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def autocomplete_label(self, row: Any) -> str:
        return f"{row.case or row.campaign}: {row}"


@admin.register(Event, site=desk)
class EventAdmin(FoundOnly):
    list_display = ["__str__", "case", "campaign"]
    list_select_related = ["case", "campaign"]
    search_fields = ["case__title", "campaign__title", "description", "kind"]


@admin.register(Intervention, site=desk)
class InterventionAdmin(FoundOnly):
    list_display = ["__str__", "case", "campaign"]
    list_select_related = ["case", "campaign"]
    search_fields = ["case__title", "campaign__title", "actor", "addressee"]


@admin.register(Relation, site=desk)
class RelationAdmin(RecordAdmin):
    list_display = ["__str__", "kind"]
    list_filter = ["kind"]
    autocomplete_fields = [
        *(f"{side}_{name}" for side in ("from", "to") for name in ENDS),
        "source",
    ]
    fieldsets = [
        (
            _("From – choose one"),
            {"fields": [("from_case", "from_campaign"), ("from_event", "from_intervention")]},
        ),
        (None, {"fields": ["kind"]}),
        (_("To – choose one"), {"fields": [("to_case", "to_campaign"), ("to_event", "to_intervention")]}),
        (None, {"fields": ["source"]}),
    ]

    def before_form(self, request: HttpRequest, record: Relation) -> None:
        request.desk_related = record.records

    def after_save(self, request: HttpRequest, record: Relation, *, is_new: bool) -> None:
        before = getattr(request, "desk_related", ())
        tell(request, relation_edited(record, by=staff(request), also=before))

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        tell(request, relation_edited(obj, by=staff(request)))
        super().delete_model(request, obj)
