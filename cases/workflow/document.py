"""Turns a private record into its public document, by allow-list: what is not written here is not public.

The only code that reads private tables for public use, and only through ``reader.Reader``, which knows the
classification. Neighbours: ``facts.py`` writes the parts that cases and campaigns share; ``completeness.py``
says what stands against publishing. The register takes the document and derives everything else from it.
"""

from dataclasses import dataclass, field

from django.utils import timezone, translation

from cases.models import PublishedCampaign, PublishedCase
from cases.models.case import STATE_FIELDS
from cases.models.custody import custody_of, stage_of
from cases.vocabularies.places import NOT_STATED

from . import facts
from .citing import Citing
from .permission import identity_of, may_be_named
from .reader import Reader

SCHEMA = 1


@dataclass(frozen=True)
class Document:
    """A public document (``content``, JSON-ready), the private row it was made of with everything that belongs to
    it loaded, and the shared records it used, as (type, id) pairs."""

    content: dict
    record: object
    used: frozenset = field(default_factory=frozenset)


def document_of(record, *, today=None):
    """The public Document of a case or a campaign as it stands, whether or not it may be published."""
    today = today or timezone.localdate()
    # A document is the same whatever language the person at the desk reads.
    with translation.override("en"):
        return _case(record, today) if record._meta.model_name == "case" else _campaign(record)


def case_document(case, *, today=None):
    """The public document of a case as a dict."""
    return document_of(case, today=today).content


def campaign_document(campaign):
    """The public document of a campaign as a dict."""
    return document_of(campaign).content


def _case(case, today):
    case = type(case).objects.complete().get(pk=case.pk)
    identity = identity_of(case, today)
    reader = Reader(identity)
    view = reader.view(case)
    citing = Citing(reader, case.citations.all())
    events = citing.supported(case.events.all())
    proceedings = list(case.proceedings.all())
    place = facts.place(view.place)
    violations = [
        {
            "kind": violation.kind,
            "date": facts.date(violation.date),
            "end": facts.date(violation.end_date),
            "place": facts.place(violation.place),
            "primary": violation.is_primary,
            "assessor": violation.assessor,
            "sources": citing.numbers(violation),
        }
        for violation in citing.supported_views(case.violations.all())
    ]
    content = {
        "schema": SCHEMA,
        "type": "case",
        "reference": view.reference,
        "kind": view.kind,
        "title": view.title,
        "summary": view.summary,
        "identity": identity,
        "person": _person(reader, case, identity),
        "people": _people(view),
        "roles": view.group_roles,
        "violations": violations,
        "methods": view.methods,
        "states": _states(view),
        "cross_border": _cross_border(view, place, violations),
        "place": place,
        "start": facts.date(view.start_date),
        "end": facts.date(view.end_date),
        "custody": _custody(case, view, reader, events, citing, today),
        "last_checked": _last_checked(view, reader),
        "proceedings": [_proceeding(proceeding, case, reader, citing, events) for proceeding in proceedings],
        "events": [facts.event(reader.view(event), citing) for event in events],
        "attributions": _attributions(case, reader, citing),
        "official_positions": facts.official_positions(case, reader, citing),
        "interventions": facts.interventions(case, citing),
        "assessments": _assessments(case, citing),
        "campaigns": _campaigns(case, reader),
        "part_of": _public_reference(view.part_of),
        "targeted_because_of": _on_account_of(case, reader, today),
        "relations": facts.relations(case, reader, citing),
    }
    content["title"] = content["title"] or _fallback_title(content)
    content["sources"] = citing.sources()
    content["citations"] = citing.citations()
    return Document(content, case, frozenset(reader.used - {("case", case.pk)}))


def _campaign(campaign):
    campaign = type(campaign).objects.complete().get(pk=campaign.pk)
    reader = Reader("named")
    view = reader.view(campaign)
    citing = Citing(reader, campaign.citations.all())
    content = {
        "schema": SCHEMA,
        "type": "campaign",
        "reference": view.reference,
        "title": view.title,
        "summary": view.summary,
        "states": view.states,
        "start": facts.date(view.start_date),
        "end": facts.date(view.end_date),
        "events": [facts.event(event, citing) for event in citing.supported_views(campaign.events.all())],
        "official_positions": facts.official_positions(campaign, reader, citing),
        "interventions": facts.interventions(campaign, citing),
        "relations": facts.relations(campaign, reader, citing),
    }
    content["sources"] = citing.sources()
    content["citations"] = citing.citations()
    return Document(content, campaign, frozenset(reader.used - {("campaign", campaign.pk)}))


def _person(reader, case, identity):
    person = reader.view(case.person)
    if person is None:
        return None
    primary = case.person.primary_name
    spellings = sorted(person.names, key=lambda name: name.key) if reader.is_named else []
    return {
        "reference": person.reference,
        "name": _public_name(primary.text if primary else "", identity),
        "other_names": [
            {"text": name.text, "language": name.language, "script": name.script, "kind": name.kind}
            for name in spellings
            if not name.is_same_row(primary) and name.key[1] in _public_spellings(case.person)
        ],
        "gender": person.gender,
        "birth_year": person.birth_date.earliest.year if _one_year(person.birth_date) else None,
        "death": facts.date(person.death_date),
        "nationalities": person.nationalities,
        "roles": person.roles,
        "groups": person.published_groups,
    }


def _public_spellings(person):
    return {name.pk for name in person.names.all() if name.is_public}


def _public_name(text, identity):
    if identity == "named":
        return text
    if identity == "initials":
        return " ".join(f"{part[0].upper()}." for part in text.replace("-", " ").split())
    return ""


def _one_year(date):
    return bool(date.earliest and date.latest and date.earliest.year == date.latest.year)


def _people(view):
    if view.kind == "person":
        return None
    return {
        "description": view.group_description,
        "min": view.count_min,
        "max": view.count_max,
        "words": view.count_words,
        "unit": view.group_unit,
        "overlaps": sorted(filter(None, map(_public_reference, view.overlaps_with))),
    }


def _states(view):
    states = {name: getattr(view, name) for name in STATE_FIELDS}
    states["inferred"] = [name for name in STATE_FIELDS if name in view.inferred_states]
    states["basis"] = view.inference_basis
    return states


def _cross_border(view, place, violations):
    """Whether the target lived abroad, or an act happened outside the origin state, and which it rests on."""
    origin = _stated(view.origin)
    if not origin:
        return {"value": None, "basis": ""}
    host, location = _stated(view.host), _stated(view.location)
    places = {item["country"] for item in (place, *(each["place"] for each in violations)) if item}
    for basis, countries in (("host", host), ("location", location), ("place", places)):
        if countries - origin:
            return {"value": True, "basis": basis}
    known = bool(host or location or places)
    return {"value": False if known else None, "basis": ""}


def _stated(codes):
    return set(codes) - {NOT_STATED}


def _custody(case, view, reader, events, citing, today):
    custody = custody_of(case, events=events, today=today)
    if custody.overridden:
        source = citing.number_of(view.custody_override_source)
        as_of = view.custody_override_date
    else:
        numbers = citing.numbers(reader.view(custody.event)) if custody.event else []
        source = numbers[0] if numbers else citing.first()
        as_of = reader.view(custody.event).date if custody.event else type(custody.as_of)()
    return {
        "status": custody.status,
        "as_of": facts.date(as_of),
        "source": source if custody.status != "unknown" else None,
        "last_known": custody.last_known,
        "overridden": custody.overridden,
    }


def _last_checked(view, reader):
    day = view.last_checked_date
    if day is None:
        return ""
    return day.isoformat() if reader.is_named else f"{day:%Y-%m}"


def _proceeding(proceeding, case, reader, citing, events):
    view = reader.view(proceeding)
    charges = citing.supported_views(
        [charge for charge in case.charges.all() if charge.proceeding_id == proceeding.pk]
    )
    numbers = {charge.key: number for number, charge in enumerate(charges, start=1)}
    replaced = {sentence.supersedes_id for sentence in case.sentences.all()}
    return {
        "number": view.number,
        "jurisdiction": view.jurisdiction,
        "kind": view.kind,
        "stage": view.stage_override or stage_of(proceeding, events),
        "final": view.is_final,
        "in_absentia": view.in_absentia,
        "court": view.court,
        "charges": [facts.charge(charge, numbers, citing) for charge in charges],
        "sentences": [
            facts.sentence(sentence, citing, superseded=sentence.key[1] in replaced)
            for sentence in citing.supported_views(
                [each for each in case.sentences.all() if each.proceeding_id == proceeding.pk]
            )
        ],
    }


def _attributions(case, reader, citing):
    published = []
    for attribution in case.attributions.all():
        if not attribution.source.is_public:
            continue
        view = reader.view(attribution)
        agency = view.agency
        published.append(
            {
                "to": agency.name if agency else view.attributed_to,
                "agency": agency.reference if agency else "",
                "country": view.country or (agency.country if agency else ""),
                "by": view.attributed_by,
                "involvement": view.involvement,
                "level": view.level,
                "sources": sorted({citing.number_of(view.source), *citing.numbers(view)}),
            }
        )
    return published


def _assessments(case, citing):
    return [
        {
            "assessor": assessment.assessor,
            "framework": assessment.framework,
            "categories": assessment.categories,
            "outcome": assessment.outcome,
            "date": facts.date(assessment.date),
            "withdrawn_date": facts.date(assessment.withdrawn_date),
            "sources": citing.numbers(assessment, beside=assessment.document),
        }
        for assessment in citing.supported_views(case.assessments.all())
    ]


def _campaigns(case, reader):
    """Campaigns that are public themselves, by the title the public knows: never by a draft's."""
    public = [campaign for campaign in case.campaigns.all() if campaign.is_public]
    titles = dict(
        PublishedCampaign.objects.filter(
            reference__in=[campaign.reference for campaign in public]
        ).values_list("reference", "title")
    )
    views = [reader.view(campaign) for campaign in public if campaign.reference in titles]
    return [{"reference": view.reference, "title": titles[view.reference]} for view in views]


def _public_reference(view):
    if view is None or not PublishedCase.objects.filter(reference=view.reference).exists():
        return ""
    return view.reference


def _on_account_of(case, reader, today):
    person = case.targeted_because_of
    if person is None or not reader.is_named or not may_be_named(person, today):
        return ""
    reader.view(person)
    return str(person.primary_name or "")


def _fallback_title(content):
    person, people = content["person"], content["people"]
    return (person or {}).get("name") or (people or {}).get("description") or content["reference"]
