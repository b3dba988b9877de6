"""What models and fields are called at the desk, where their classes do not say it themselves.

Django takes such a name from the attribute: ``start_date`` is “start date”. Written into the class, a name would become
part of the migrations, and every new word one more of them; these are words for people and change no table. So they are
given to the finished classes, once, by ``name_models``. A test finds the model or field that has none.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .agency import Agency, Attribution, OfficialPosition
from .campaign import Assessment, Campaign, Intervention
from .case import Case, CaseCampaign, CaseOverlap, Violation
from .charge import Charge, LegalProvision
from .event import Event
from .person import Person, PersonName, PersonRelation
from .place import Place
from .proceeding import Proceeding, Sentence
from .relation import Relation
from .review import Review
from .source import Citation, Source
from .status_change import StatusChange

MODELS = {
    Agency: (_("agency"), _("agencies")),
    Attribution: (_("attribution"), _("attributions")),
    OfficialPosition: (_("official position"), _("official positions")),
    Case: (_("case"), _("cases")),
    CaseCampaign: (_("case campaign"), _("case campaigns")),
    CaseOverlap: (_("case overlap"), _("case overlaps")),
    Violation: (_("violation"), _("violations")),
    Campaign: (_("campaign"), _("campaigns")),
    Intervention: (_("intervention"), _("interventions")),
    Assessment: (_("assessment"), _("assessments")),
    LegalProvision: (_("legal provision"), _("legal provisions")),
    Charge: (_("charge"), _("charges")),
    Event: (_("event"), _("events")),
    Person: (_("person"), _("persons")),
    PersonName: (_("person name"), _("person names")),
    PersonRelation: (_("person relation"), _("person relations")),
    Place: (_("place"), _("places")),
    Proceeding: (_("proceeding"), _("proceedings")),
    Sentence: (pgettext_lazy("punishment", "sentence"), pgettext_lazy("punishment", "sentences")),
    Relation: (_("relation"), _("relations")),
    Review: (_("review"), _("reviews")),
    Source: (_("source"), _("sources")),
    Citation: (_("citation"), _("citations")),
    StatusChange: (_("change of status by other rules"), _("changes of status by other rules")),
}
"""One and several."""

FIELDS = {
    "actor": _("actor"),
    "addressee": _("addressee"),
    "agency": _("agency"),
    "article": _("article"),
    "assessment": _("assessment"),
    "assessor": _("assessor"),
    "attributed_by": _("attributed by"),
    "attribution": _("attribution"),
    "author": _("author"),
    "campaign": _("campaign"),
    "campaigns": _("campaigns"),
    "case": _("case"),
    "categories": _("categories"),
    "category": _("category"),
    "changed_at": _("changed at"),
    "charge": _("charge"),
    "claimed_field": _("claimed field"),
    "claimed_value": _("claimed value"),
    "code": pgettext_lazy("of law", "code"),
    "consent": _("consent"),
    "consent_by": _("consent by"),
    "consent_scope": _("consent scope"),
    "cooperating": pgettext_lazy("country", "cooperating"),
    "country": _("country"),
    "court": _("court"),
    "credibility": _("credibility"),
    "custody_after": _("custody since"),
    "custody_before": _("custody before"),
    "custody_override": _("custody override"),
    "custody_override_source": _("custody override source"),
    "date": _("date"),
    "days": pgettext_lazy("of a sentence", "days"),
    "decision": _("decision"),
    "derived_from": _("derived from"),
    "description": _("description"),
    "destination": pgettext_lazy("country", "destination"),
    "document": pgettext_lazy("of an assessment", "document"),
    "event": _("event"),
    "facility": _("facility"),
    "framework": _("framework"),
    "from_campaign": _("from campaign"),
    "from_case": _("from case"),
    "from_event": _("from event"),
    "from_intervention": _("from intervention"),
    "gender": _("gender"),
    "group_description": _("group description"),
    "host": pgettext_lazy("country", "host"),
    "impact": pgettext_lazy("of an intervention", "impact"),
    "in_absentia": _("in absentia"),
    "intervention": _("intervention"),
    "involvement": _("involvement"),
    "jurisdiction": _("jurisdiction"),
    "kind": _("kind"),
    "language": _("language"),
    "latitude": _("latitude"),
    "level": pgettext_lazy("of attribution", "level"),
    "linked_by_us": _("linked by us"),
    "locality": _("locality"),
    "location": pgettext_lazy("country", "location"),
    "longitude": _("longitude"),
    "modality": _("modality"),
    "months": pgettext_lazy("of a sentence", "months"),
    "name": pgettext_lazy("of a place or agency", "name"),
    "nationalities": _("nationalities"),
    "number": pgettext_lazy("of a proceeding", "number"),
    "origin": pgettext_lazy("country", "origin"),
    "other": pgettext_lazy("person", "other"),
    "outcome": pgettext_lazy("of an assessment", "outcome"),
    "overlaps_with": _("overlaps with"),
    "parent": pgettext_lazy("agency", "parent"),
    "part_of": _("part of"),
    "person": _("person"),
    "place": _("place"),
    "position": pgettext_lazy("of a state", "position"),
    "preference_reason": _("preference reason"),
    "proceeding": _("proceeding"),
    "provision": _("provision"),
    "publisher": _("publisher"),
    "reference": _("reference"),
    "regime": pgettext_lazy("of a sentence", "regime"),
    "region": _("region"),
    "reliability": _("reliability"),
    "remark": _("remark"),
    "replaced_by": _("replaced by"),
    "requested": pgettext_lazy("of an intervention", "requested"),
    "response": pgettext_lazy("of an intervention", "response"),
    "response_to": _("response to"),
    "risk_review_outcome": _("risk review outcome"),
    "roles": _("roles"),
    "script": pgettext_lazy("of a name", "script"),
    "seen_at": _("seen at"),
    "seen_by": _("seen by"),
    "sentence": pgettext_lazy("punishment", "sentence"),
    "source": _("source"),
    "stage_override": _("stage override"),
    "stage_override_source": _("stage override source"),
    "stages_after": _("stages since"),
    "stages_before": _("stages before"),
    "state": pgettext_lazy("of a record", "state"),
    "stated_by": _("stated by"),
    "status": pgettext_lazy("of a charge or intervention", "status"),
    "summary": _("summary"),
    "supersedes": _("supersedes"),
    "taken_into_custody": _("taken into custody"),
    "targeted_because_of": _("targeted because of"),
    "title": _("title"),
    "title_original": _("title original"),
    "to_campaign": _("to campaign"),
    "to_case": _("to case"),
    "to_event": _("to event"),
    "to_intervention": _("to intervention"),
    "transit": pgettext_lazy("country", "transit"),
    "valid_from": _("valid from"),
    "valid_to": _("valid to"),
    "violation": _("violation"),
    "words": pgettext_lazy("of a sentence", "words"),
    "years": pgettext_lazy("of a sentence", "years"),
}
"""By the attribute, which means the same on every model that has it."""


def name_models():
    """Give the models, and those of their fields that have only the name Django made, the names above."""
    for model, names in MODELS.items():
        model._meta.verbose_name, model._meta.verbose_name_plural = names
        stored = model._meta.concrete_model._meta
        for field in (*stored.local_fields, *stored.local_many_to_many):
            if field._verbose_name is None and field.name in FIELDS:
                field.verbose_name = FIELDS[field.name]
