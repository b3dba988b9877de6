"""Turns a private record into its public document, by allow-list: what is not written here is not public.

The only code that reads private tables for public use, and only through `reader.Reader`, which knows the
classification. Neighbours: `document_parts.py` writes the parts that cases and campaigns share; `completeness.py`
says what stands against publishing. The register takes the document and derives everything else from it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256

from django.db.models import Model
from django.utils import timezone, translation

from cases.models import Campaign, Case, Proceeding, PublishedCampaign, PublishedCase, Record
from cases.models.case import STATE_FIELDS
from cases.models.custody import FACTS, custody_of
from cases.register.custody import derive_into
from cases.register.documents.keys import CUSTODY
from cases.register.documents.rules import RULES
from cases.register.documents.writing import new
from cases.register.ledger import canonical
from cases.text.legible import legible
from cases.text.line_ends import with_line_feeds
from cases.text.partial_dates import PartialDate
from cases.vocabularies.places import NOT_STATED
from cases.workflow import document_parts, document_people
from cases.workflow.anonymity import anonymisation_of
from cases.workflow.citing import Citing
from cases.workflow.narrowing import initials_of
from cases.workflow.permission import identity_of, may_be_named
from cases.workflow.reader import Json, Reader, View, row_behind
from cases.workflow.surrounding import circle_of, circles_around


@dataclass(frozen=True)
class Document:
    """A public document (`content`, JSON-ready), the private row it was made of with everything that belongs to
    it loaded, and the shared records it used, as (type, id) pairs."""

    content: dict
    record: Record
    used: frozenset = field(default_factory=frozenset)


def digest_of(document: Document) -> str:
    """A short form of a Document's text: what a reviewer looked at, to be compared with what is published."""
    return sha256(canonical(document.content).encode()).hexdigest()


def document_of(record: Record, *, today: date | None = None) -> Document:
    """The public Document of a case or a campaign as it stands, whether or not it may be published."""
    today = today or timezone.localdate()
    # A document is the same whatever language the person at the desk reads.
    with translation.override("en"):
        document = _case(record, today) if isinstance(record, Case) else _campaign(record, today)
    return replace(document, content=_plain(document.content))


def _plain(value: Json) -> Json:
    """The same with one kind of line end, so that no reader of any format sees a row end inside a text, and without
    characters that nobody sees, which were kept before they were refused."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return legible(with_line_feeds(value)) if isinstance(value, str) else value


def _case(case: Case, today: date) -> Document:
    case = type(case).objects.complete(case.pk)
    identity = identity_of(case, today)
    reader = Reader(identity)
    view = reader.view(case)
    citing = Citing(reader, case)
    violations = [document_parts.violation(each, citing) for each in citing.views("violations")]
    place = document_parts.place(view.place) or _first_stated(violations, "place")
    events = _events(case, reader, citing, today)
    content = {
        "sample": view.is_sample,
        "rules": RULES,
        "kind": view.kind,
        "title": view.title,
        "summary": view.summary,
        "text_language": view.text_language,
        "translations": document_parts.translations(view, written_in=view.text_language),
        "identity": identity,
        "person": _person(reader, case, identity),
        "people": _people(view, today),
        "roles": view.group_roles,
        "violations": violations,
        "methods": view.methods,
        "states": _states(view),
        "cross_border": cross_border(
            {name: getattr(view, name) for name in ("origin", "host", "location")}, place, violations
        ),
        "place": place,
        "start": document_parts.date(view.start_date) if case.start_date else _start(violations, events),
        "end": document_parts.date(view.end_date),
        "custody": _custody(case, view, citing),
        "held": [],
        "stays": [],
        "last_checked": _last_checked(view, reader),
        "proceedings": [proceeding(each, reader, citing) for each in case.proceedings.all()],
        "events": events,
        "attributions": attributions(citing),
        "affiliations": document_people.affiliations(citing),
        "participations": document_people.participations(citing),
        "lawyers": document_people.lawyers(citing),
        "age_at_arrest": view.age_at_arrest,
        "official_positions": document_parts.official_positions(citing),
        "interventions": document_parts.interventions(citing),
        "assessments": assessments(citing),
        "campaigns": _campaigns(case, reader),
        "part_of": _public_reference(view.part_of, today),
        "targeted_because_of": _on_account_of(case, reader, today),
        "relations": document_parts.relations(case, reader, citing, today),
    }
    if anonymisation_of(case, today):
        content |= _untied(content)
    content["title"] = content["title"] or _fallback_title(content) or view.reference
    derive_into(content, today)
    content["sources"] = citing.sources()
    content["citations"] = citing.citations()
    return Document(
        new("case", view.reference, **content), case, frozenset(reader.used - {("case", case.pk)})
    )


def _campaign(campaign: Campaign, today: date) -> Document:
    campaign = type(campaign).objects.complete().get(pk=campaign.pk)
    reader = Reader("named")
    view = reader.view(campaign)
    citing = Citing(reader, campaign)
    content = {
        "sample": view.is_sample,
        "title": view.title,
        "summary": view.summary,
        "text_language": view.text_language,
        "translations": document_parts.translations(view, written_in=view.text_language),
        "states": view.states,
        "start": document_parts.date(view.start_date),
        "end": document_parts.date(view.end_date),
        "events": [document_parts.event(event, citing) for event in citing.views("events")],
        "official_positions": document_parts.official_positions(citing),
        "interventions": document_parts.interventions(citing),
        "relations": document_parts.relations(campaign, reader, citing, today),
    }
    content["sources"] = citing.sources()
    content["citations"] = citing.citations()
    return Document(
        new("campaign", view.reference, **content),
        campaign,
        frozenset(reader.used - {("campaign", campaign.pk)}),
    )


def _first_stated(violations: list[dict], key: str) -> dict | None:
    """What the primary violation states, or the first that states it; None if none does."""
    by_rank = sorted(violations, key=lambda violation: not violation["primary"])
    return next((violation[key] for violation in by_rank if violation[key]), None)


def _start(violations: list[dict], events: list[dict]) -> dict:
    """When a case began that states no start itself: its primary violation, or its first dated event."""
    dates = [
        violation["date"] for violation in sorted(violations, key=lambda violation: not violation["primary"])
    ]
    dates += sorted((event["date"] for event in events if event["date"]["earliest"]), key=_first_day)
    return next((date for date in dates if date["text"] or date["words"]), document_parts.date(PartialDate()))


def _first_day(date: dict) -> str:
    return date["earliest"]


def _person(reader: Reader, case: Case, identity: str) -> dict | None:
    if case.person is None:
        return None
    person, shown = reader.view(case.person), case.person.public_name
    spellings = [name for name in case.person.names.all() if name.is_public and name != shown]
    return {
        "reference": person.reference,
        "name": _public_name(shown.text if shown else "", identity),
        "other_names": [
            {"text": name.text, "language": name.language, "script": name.script, "kind": name.kind}
            for name in _views(reader, sorted(spellings, key=lambda name: name.pk))
            if reader.is_named
        ],
        "gender": person.gender,
        "birth_year": person.birth_date.earliest.year if _one_year(person.birth_date) else None,
        "death": document_parts.date(person.death_date),
        "nationalities": person.nationalities,
        "roles": person.roles,
        "groups": person.published_groups,
    }


def _views(reader: Reader, rows: Iterable[Model]) -> Iterator[View]:
    return (reader.view(row) for row in rows)


def _public_name(text: str, identity: str) -> str:
    return {"named": text, "initials": initials_of(text)}.get(identity, "")


def _one_year(date: PartialDate) -> bool:
    return bool(date.earliest and date.latest and date.earliest.year == date.latest.year)


def _people(view: View, today: date) -> dict | None:
    if view.kind == "person":
        return None
    return {
        "description": view.group_description,
        "min": view.count_min,
        "max": view.count_max,
        "words": view.count_words,
        "unit": view.group_unit,
        "overlaps": sorted(filter(None, (_public_reference(each, today) for each in view.overlaps_with))),
    }


def _untied(content: dict) -> dict:
    """What an anonymised case says of other cases: nothing, since they were seen beside the one it was."""
    people = content["people"]
    ties = [each for each in content["relations"] if not each["reference"]]
    return {"people": people and people | {"overlaps": []}, "part_of": "", "relations": ties}


def _states(view: View) -> dict:
    states = {name: getattr(view, name) for name in STATE_FIELDS}
    states["inferred"] = [name for name in STATE_FIELDS if name in view.inferred_states]
    states["basis"] = view.inference_basis
    return states


def cross_border(states: Mapping[str, list[str]], place: dict | None, violations: list[dict]) -> dict:
    """Whether the target lived abroad, or an act happened outside the origin state, and which it rests on."""
    origin = _stated(states["origin"])
    if not origin:
        return {"value": None, "basis": ""}
    host, location = _stated(states["host"]), _stated(states["location"])
    places = {item["country"] for item in (place, *(each["place"] for each in violations)) if item}
    for basis, countries in (("host", host), ("location", location), ("place", places)):
        if countries - origin:
            return {"value": True, "basis": basis}
    known = bool(host and (location or places))
    return {"value": False if known else None, "basis": ""}


def _stated(codes: Iterable[str]) -> set[str]:
    return set(codes) - {NOT_STATED}


def _custody(case: Case, view: View, citing: Citing) -> dict:
    """What editors state of custody, where they do; what is derived is written in afterwards."""
    stated = bool(case.custody_override)
    return {
        **CUSTODY.empty(),
        "status": case.custody_override or "unknown",
        "as_of": document_parts.date(view.custody_override_date if stated else PartialDate()),
        "source": citing.number_of(view.custody_override_source) if stated else None,
        "overridden": stated,
    }


def _last_checked(view: View, reader: Reader) -> str:
    """The last day one of us looked, as typed."""
    day = view.last_checked_date
    if day is None:
        return ""
    return day.isoformat() if reader.is_named else f"{day:%Y-%m}"


def _events(case: Case, reader: Reader, citing: Citing, today: date) -> list[dict]:
    """The events in the order they are told, as far as they are known openly.

    Below *named* only months show, so that they say themselves in which order they came.
    """
    rows = citing.rows("events")
    orders = {row.pk: reader.view(row).order or None for row in rows}
    if not reader.is_named:
        exact = custody_of(case, today=today, rows={name: citing.rows(name) for name in FACTS})
        orders = {moment.step.key: place for place, moment in enumerate(exact.moments, start=1)}
    return [
        document_parts.event(reader.view(row), citing, order=orders.get(row.pk)) | {"custody": ""}
        for row in rows
    ]


def proceeding(row: Proceeding, reader: Reader, citing: Citing) -> dict:
    view = reader.view(row)
    charges = [charge for charge in citing.views("charges") if view.is_same_row(charge.proceeding)]
    sentences = [sentence for sentence in citing.views("sentences") if view.is_same_row(sentence.proceeding)]
    numbers = {charge.key: number for number, charge in enumerate(charges, start=1)}
    return {
        "number": view.number,
        "jurisdiction": view.jurisdiction,
        "kind": view.kind,
        "stage": view.stage_override or "unknown",
        "stage_as_of": document_parts.date(PartialDate()),
        "stage_source": citing.number_of(view.stage_override_source) if row.stage_override else None,
        "stage_stated": bool(row.stage_override),
        "final": view.is_final,
        "in_absentia": view.in_absentia,
        "court": view.court,
        "counsel": view.counsel,
        "charges": [document_parts.charge(charge, numbers, citing) for charge in charges],
        "sentences": document_parts.sentences(sentences, citing),
    }


def attributions(citing: Citing) -> list[dict]:
    published = []
    for view in citing.views("attributions"):
        agency = view.agency
        published.append(
            {
                "to": agency.name if agency else view.attributed_to,
                "agency": agency.reference if agency else "",
                "country": view.country or (agency.country if agency else ""),
                "by": view.attributed_by,
                "involvement": view.involvement,
                "level": view.level,
                "sources": citing.numbers(view, beside=view.source),
            }
        )
    return published


def assessments(citing: Citing) -> list[dict]:
    return [
        {
            "assessor": assessment.assessor,
            "framework": assessment.framework,
            "categories": assessment.categories,
            "outcome": assessment.outcome,
            "date": document_parts.date(assessment.date),
            "withdrawn_date": document_parts.date(assessment.withdrawn_date),
            "sources": citing.numbers(assessment, beside=assessment.document),
        }
        for assessment in citing.views("assessments")
    ]


def _campaigns(case: Case, reader: Reader) -> list[dict]:
    """Campaigns that are public themselves, by the title the public knows: never by a draft's."""
    titles = PublishedCampaign.objects.shown().titles(
        [campaign.reference for campaign in case.campaigns.all()]
    )
    public = [campaign for campaign in case.campaigns.all() if campaign.reference in titles]
    return [{"reference": each.reference, "title": titles[each.reference]} for each in _views(reader, public)]


def _public_reference(view: View | None, today: date) -> str:
    """The reference of a public case, unless that is anonymised: who it is tied to says who it was."""
    case = row_behind(view)
    if view is None or (isinstance(case, Case) and anonymisation_of(case, today)):
        return ""
    shown = PublishedCase.objects.shown().filter(reference=view.reference)
    return view.reference if shown.exists() else ""


def _on_account_of(case: Case, reader: Reader, today: date) -> str:
    person = case.targeted_because_of
    if person is None or not reader.is_named or not may_be_named(person, today):
        return ""
    # Whom a circle keeps is named by what the same circle keeps, and by nothing else.
    if circle_of(person) not in (None, *circles_around(case)):
        return ""
    reader.view(person)
    return str(person.public_name or "")


def _fallback_title(content: dict) -> str | None:
    person, people = content["person"], content["people"]
    return (person or {}).get("name") or (people or {}).get("description")
