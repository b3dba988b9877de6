"""The rows within the case form: what was done, proceedings, charges, events, claims, actions."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from cases.admin.charge import ChargeForm, ChargeFormSet
from cases.admin.citing import WHERE_CITED, CitedInline, CitedRows
from cases.admin.forms import PrimaryFormSet
from cases.admin.proceeding_numbers import (
    EventFormSet,
    InProceedingForm,
    ProceedingForm,
    ProceedingFormSet,
)
from cases.admin.record import DeskInline
from cases.admin.sentence import SentenceForm, SentenceFormSet
from cases.models import (
    Affiliation,
    Assessment,
    Attribution,
    Charge,
    Event,
    Intervention,
    Lawyer,
    OfficialPosition,
    Participation,
    Proceeding,
    Sentence,
    Violation,
)
from cases.workflow.asks import open_asks
from cases.workflow.entering.event_fields import can_have


class ViolationFormSet(CitedRows, PrimaryFormSet):
    pass


class ViolationInline(CitedInline):
    model = Violation
    formset = ViolationFormSet
    autocomplete_fields = ["place"]
    fields = [("kind", "is_primary"), ("date", "end_date"), ("place", "assessor"), "cited_source"]

    def get_extra(self, request: HttpRequest, obj: Any | None = None, **kwargs: Any) -> int:
        return 0 if obj else 1


class ProceedingInline(DeskInline):
    model = Proceeding
    form = ProceedingForm
    formset = ProceedingFormSet
    autocomplete_fields = ["stage_override_source"]
    fields = [
        ("number", "kind", "jurisdiction"),
        ("court", "is_final", "in_absentia"),
        "counsel",
        ("stage_override", "stage_override_source"),
        "file_number",
    ]


class ChargeInline(CitedInline):
    model = Charge
    form = ChargeForm
    formset = ChargeFormSet
    within = ("replaced_by",)
    autocomplete_fields = ["provision"]
    fields = [
        ("provision", "printed_article", "verbatim"),
        ("category", "modality", "status"),
        ("date", "replaced_by"),
        ("cited_source", "proceeding_number"),
    ]


class SentenceInline(CitedInline):
    model = Sentence
    form = SentenceForm
    formset = SentenceFormSet
    within = ("supersedes", "total")
    fields = [
        ("kind", "printed_term", "regime"),
        ("amount", "currency"),
        "words",
        ("date", "expected_end_date"),
        ("supersedes", "total"),
        ("cited_source", "proceeding_number"),
    ]


class EventCitedFormSet(CitedRows, EventFormSet):
    """Beside a row stands what is asked about it, as it was saved."""

    @cached_property
    def asked(self) -> dict[int, list[str]]:
        asks = open_asks(self.instance) if self.instance.pk else []
        return {key: [ask.message for ask in asks if key in ask.events] for ask in asks for key in ask.events}

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if messages := self.asked.get(form.instance.pk):
            form.fields["kind"].help_text = format_html_join(
                " ", '<strong class="row-ask">{}</strong>', ([message] for message in messages)
            )


class EventForm(InProceedingForm):
    class Meta:
        help_texts = {
            "order": _("Only where several events fall on one day: 0 comes first, then 1, 2, …"),
        }


class EventInline(CitedInline):
    model = Event
    form = EventForm
    formset = EventCitedFormSet
    autocomplete_fields = ["place", "agency", "court"]
    fields = [
        ("kind", "verb"),
        ("date", "order"),
        ("until", "held_since"),
        ("custody_stated", "decision", "taken_into_custody", "in_absentia"),
        ("place", "agency", "court"),
        "description",
        ("cited_source", "proceeding_number"),
        "conditions",
    ]

    def get_fieldsets(self, request: HttpRequest, obj: Any | None = None) -> Any:
        """In the form of one event what is typed most stands first; of a kind that is chosen, only what it can have."""
        line = getattr(request, "desk_line", None)
        if line is None:
            return super().get_fieldsets(request, obj)
        kind = line.kind if line.is_new else ""
        rows = [[name for name in row if not kind or can_have(kind, name)] for row in _OF_ONE_EVENT]
        return [(None, {"fields": [tuple(row) for row in rows if row]})]


_OF_ONE_EVENT = (
    ("kind", "date", "decision"),
    ("cited_source", *WHERE_CITED),
    ("until", "held_since", "proceeding_number"),
    ("place", "agency", "court"),
    ("custody_stated", "taken_into_custody", "in_absentia"),
    ("description",),
    ("verb", "order"),
    ("conditions",),
)


class AttributionInline(DeskInline):
    model = Attribution
    within = ("violation",)
    autocomplete_fields = ["agency", "source"]
    fields = [
        ("agency", "attributed_to", "country"),
        ("attributed_by", "source"),
        ("level", "method_seen"),
        ("involvement", "violation"),
        "notes",
    ]


class AffiliationInline(CitedInline):
    model = Affiliation
    autocomplete_fields = ["organisation"]
    fields = [("organisation", "role", "words"), "cited_source"]


class ParticipationInline(CitedInline):
    model = Participation
    within = ("event",)
    autocomplete_fields = ["official"]
    fields = [("official", "role", "words"), ("event", "cited_source")]


class LawyerInline(CitedInline):
    model = Lawyer
    fields = [("name", "cited_source")]


class OfficialPositionInline(DeskInline):
    model = OfficialPosition
    within = ("event", "attribution")
    autocomplete_fields = ["source"]
    fields = [("position", "stated_by"), "date", "text", ("event", "attribution"), "source"]


class CampaignPositionInline(OfficialPositionInline):
    within = ("event",)
    fields = [("position", "stated_by"), "date", "text", "event", "source"]


class InterventionInline(CitedInline):
    model = Intervention
    within = ("response_to",)
    fields = [
        ("kind", "status"),
        ("actor", "addressee"),
        "date",
        ("requested", "response"),
        "impact",
        ("response_to", "linked_by_us"),
        "cited_source",
    ]


class AssessmentInline(DeskInline):
    model = Assessment
    autocomplete_fields = ["document"]
    fields = [
        ("assessor", "framework", "outcome"),
        "categories",
        ("date", "withdrawn_date"),
        "document",
    ]
