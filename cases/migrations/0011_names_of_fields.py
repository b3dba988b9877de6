"""Names of models and fields, which stood in a table beside them, in the models: words for people, and no table changes.

Django would alter 346 fields one by one, and build the models of the state anew for each: half a minute of every fresh
database. This writes the names into the state alone.
"""

from django.db import migrations
from django.db.migrations.operations.base import Operation

MODELS = {
    "agency": ("agency", "agencies"),
    "assessment": ("assessment", "assessments"),
    "attribution": ("attribution", "attributions"),
    "campaign": ("campaign", "campaigns"),
    "case": ("case", "cases"),
    "casecampaign": ("case campaign", "case campaigns"),
    "caseoverlap": ("case overlap", "case overlaps"),
    "charge": ("charge", "charges"),
    "citation": ("citation", "citations"),
    "event": ("event", "events"),
    "intervention": ("intervention", "interventions"),
    "legalprovision": ("legal provision", "legal provisions"),
    "officialposition": ("official position", "official positions"),
    "person": ("person", "persons"),
    "personname": ("person name", "person names"),
    "personrelation": ("person relation", "person relations"),
    "place": ("place", "places"),
    "proceeding": ("proceeding", "proceedings"),
    "relation": ("relation", "relations"),
    "review": ("review", "reviews"),
    "sentence": ("sentence", "sentences"),
    "source": ("source", "sources"),
    "statuschange": ("change of status by other rules", "changes of status by other rules"),
    "violation": ("violation", "violations"),
}
"""One and several."""

FIELDS = {
    "agency": {
        "country": "country",
        "kind": "kind",
        "name": "name",
        "parent": "parent",
        "reference": "reference",
    },
    "assessment": {
        "assessor": "assessor",
        "case": "case",
        "categories": "categories",
        "date": "date",
        "document": "document",
        "framework": "framework",
        "outcome": "outcome",
    },
    "attribution": {
        "agency": "agency",
        "attributed_by": "attributed by",
        "case": "case",
        "involvement": "involvement",
        "level": "level",
        "source": "source",
        "violation": "violation",
    },
    "campaign": {
        "reference": "reference",
        "state": "state",
        "summary": "summary",
        "title": "title",
    },
    "case": {
        "campaigns": "campaigns",
        "consent": "consent",
        "consent_by": "consent by",
        "consent_scope": "consent scope",
        "cooperating": "cooperating",
        "custody_override": "custody override",
        "custody_override_source": "custody override source",
        "destination": "destination",
        "group_description": "group description",
        "host": "host",
        "kind": "kind",
        "location": "location",
        "origin": "origin",
        "overlaps_with": "overlaps with",
        "part_of": "part of",
        "person": "person",
        "place": "place",
        "reference": "reference",
        "risk_review_outcome": "risk review outcome",
        "state": "state",
        "summary": "summary",
        "targeted_because_of": "targeted because of",
        "title": "title",
        "transit": "transit",
    },
    "charge": {
        "case": "case",
        "category": "category",
        "date": "date",
        "modality": "modality",
        "proceeding": "proceeding",
        "provision": "provision",
        "replaced_by": "replaced by",
        "status": "status",
    },
    "citation": {
        "assessment": "assessment",
        "attribution": "attribution",
        "campaign": "campaign",
        "case": "case",
        "charge": "charge",
        "claimed_field": "claimed field",
        "claimed_value": "claimed value",
        "credibility": "credibility",
        "event": "event",
        "intervention": "intervention",
        "preference_reason": "preference reason",
        "remark": "remark",
        "sentence": "sentence",
        "source": "source",
        "violation": "violation",
    },
    "event": {
        "agency": "agency",
        "campaign": "campaign",
        "case": "case",
        "date": "date",
        "decision": "decision",
        "description": "description",
        "in_absentia": "in absentia",
        "kind": "kind",
        "place": "place",
        "proceeding": "proceeding",
        "taken_into_custody": "taken into custody",
    },
    "intervention": {
        "actor": "actor",
        "addressee": "addressee",
        "campaign": "campaign",
        "case": "case",
        "date": "date",
        "impact": "impact",
        "kind": "kind",
        "linked_by_us": "linked by us",
        "requested": "requested",
        "response": "response",
        "response_to": "response to",
        "status": "status",
    },
    "legalprovision": {
        "article": "article",
        "category": "category",
        "code": "code",
        "country": "country",
        "source": "source",
        "title": "title",
        "title_original": "title original",
        "valid_from": "valid from",
        "valid_to": "valid to",
    },
    "officialposition": {
        "attribution": "attribution",
        "campaign": "campaign",
        "case": "case",
        "date": "date",
        "event": "event",
        "position": "position",
        "source": "source",
        "stated_by": "stated by",
    },
    "person": {
        "consent": "consent",
        "consent_by": "consent by",
        "consent_scope": "consent scope",
        "gender": "gender",
        "nationalities": "nationalities",
        "reference": "reference",
        "roles": "roles",
    },
    "personname": {
        "kind": "kind",
        "language": "language",
        "person": "person",
        "script": "script",
    },
    "personrelation": {
        "kind": "kind",
        "other": "other",
        "person": "person",
    },
    "place": {
        "country": "country",
        "facility": "facility",
        "latitude": "latitude",
        "locality": "locality",
        "longitude": "longitude",
        "name": "name",
        "region": "region",
    },
    "proceeding": {
        "case": "case",
        "court": "court",
        "in_absentia": "in absentia",
        "jurisdiction": "jurisdiction",
        "kind": "kind",
        "number": "number",
        "stage_override": "stage override",
        "stage_override_source": "stage override source",
    },
    "relation": {
        "from_campaign": "from campaign",
        "from_case": "from case",
        "from_event": "from event",
        "from_intervention": "from intervention",
        "kind": "kind",
        "source": "source",
        "to_campaign": "to campaign",
        "to_case": "to case",
        "to_event": "to event",
        "to_intervention": "to intervention",
    },
    "sentence": {
        "case": "case",
        "date": "date",
        "days": "days",
        "kind": "kind",
        "months": "months",
        "proceeding": "proceeding",
        "regime": "regime",
        "supersedes": "supersedes",
        "words": "words",
        "years": "years",
    },
    "source": {
        "author": "author",
        "derived_from": "derived from",
        "kind": "kind",
        "language": "language",
        "publisher": "publisher",
        "reliability": "reliability",
        "title": "title",
    },
    "statuschange": {
        "case": "case",
        "changed_at": "changed at",
        "custody_after": "custody since",
        "custody_before": "custody before",
        "seen_at": "seen at",
        "seen_by": "seen by",
        "stages_after": "stages since",
        "stages_before": "stages before",
    },
    "violation": {
        "case": "case",
        "date": "date",
        "kind": "kind",
        "place": "place",
    },
}
"""What the fields of a model are called, and of its history where it has one."""


class NameInState(Operation):
    """Give the names to the models of the state. Without effect on the database, backwards nothing is left to do:
    the state before is made of the migrations before."""

    reversible = True
    reduces_to_sql = False

    def state_forwards(self, app_label, state):
        for model, (one, many) in MODELS.items():
            state.models[app_label, model].options |= {"verbose_name": one, "verbose_name_plural": many}
        for model, names in FIELDS.items():
            for key in ((app_label, model), (app_label, f"{model}history")):
                fields = state.models[key].fields if key in state.models else {}
                for name in names.keys() & fields.keys():
                    fields[name] = _named(fields[name], names[name])

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        pass

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        pass

    def describe(self):
        return "Name models and fields"


def _named(field, words):
    _name, _path, arguments, options = field.deconstruct()
    return type(field)(*arguments, **options | {"verbose_name": words})


class Migration(migrations.Migration):
    dependencies = [("cases", "0010_further_cases")]
    operations = [NameInState()]
