"""The parts of public documents that cases and campaigns share: dates, places, events, charges, claims.

Each function takes a view from `reader.Reader` and gives plain JSON values.
"""

from datetime import date as Day
from typing import TYPE_CHECKING

from django.db.models import Model, Q, prefetch_related_objects

from cases.models import Campaign, Case, PublishedCampaign, PublishedCase, Record, Relation
from cases.models.record import kind_of
from cases.models.relation import ENDS
from cases.register.documents.dates import dated as date
from cases.text.institutions import is_place_of_detention
from cases.vocabularies.actions import INTERVENTION_KINDS, TRIED_WITH
from cases.vocabularies.proceedings import EVENT_KINDS
from cases.workflow.anonymity import anonymisation_of
from cases.workflow.permission import may_say_tried_together
from cases.workflow.reader import Key, Reader, View

if TYPE_CHECKING:
    from cases.workflow.citing import Citing


def place(view: View | None) -> dict | None:
    """A place as far as the identity lets it show, or None."""
    if view is None:
        return None
    facility = view.facility or (view.name if is_place_of_detention(view.name) else "")
    is_code = len(view.region) > 2 and view.region[2] == "-" and view.region[:2].isupper()
    return {
        "reference": view.reference if facility else "",
        "country": view.country,
        "region": view.region if is_code else "",
        "region_name": "" if is_code else view.region,
        "locality": view.locality or ("" if facility else view.name),
        "facility": facility,
        "names": [name for name in (view.name, *view.spellings) if name],
        "latitude": view.latitude,
        "longitude": view.longitude,
        "precision": view.precision,
    }


def violation(view: View, citing: "Citing") -> dict:
    return {
        "kind": view.kind,
        "date": date(view.date),
        "end": date(view.end_date),
        "place": place(view.place),
        "primary": view.is_primary,
        "assessor": view.assessor,
        "sources": citing.numbers(view),
    }


def event(view: View, citing: "Citing", *, order: int | None = None) -> dict:
    """An event; `order` tells it apart from others that may lie on the same days, None where nothing does."""
    return {
        "kind": view.kind,
        "date": date(view.date),
        "until": date(view.until),
        "held_since": date(view.held_since),
        "decision": view.decision,
        "custody_stated": view.custody_stated,
        "taken_into_custody": view.taken_into_custody,
        "in_absentia": view.in_absentia,
        "order": order,
        "verb": view.verb,
        "description": view.description,
        "translations": translations(view, written_in=citing.written_in),
        "place": place(view.place),
        "agency": view.agency.name if view.agency else "",
        "court": view.court.name if view.court else "",
        "court_reference": view.court.reference if view.court else "",
        "proceeding": view.proceeding.number if view.proceeding else None,
        "sources": citing.numbers(view),
    }


def translations(view: View, *, written_in: str) -> list[dict]:
    """The texts of a record, or of an event, in other languages than the record itself is written in.

    One into that language may stand there still, where a circle kept it from whoever changed the language.
    """
    of_an_event = view.key[0] == "event"
    return [
        {
            "field": each.field,
            "language": each.language,
            "text": each.text,
            "way": each.way,
            "from_language": each.from_language,
            "by": each.translated_by,
        }
        for each in view.translations
        if (each.field == "description") == of_an_event and each.language != written_in
    ]


def charge(view: View, numbers: dict[Key, int], citing: "Citing") -> dict:
    """A charge; `numbers` gives each charge's number within its proceeding by key."""
    provision = view.provision
    return {
        "number": numbers[view.key],
        "text": view.verbatim,
        "country": provision.country if provision else "",
        "code": provision.code if provision else "",
        "article": provision.article if provision else "",
        "title": provision.title if provision else "",
        "category": view.category or (provision.category if provision else ""),
        "modality": view.modality,
        "status": view.status,
        "date": date(view.date),
        "replaced_by": numbers.get(view.replaced_by.key) if view.replaced_by else None,
        "sources": citing.numbers(view),
    }


def sentences(views: list[View], citing: "Citing") -> list[dict]:
    """The sentences of one proceeding, numbered in their order, each with those it replaced or adds up.

    Whether one is added up is said of it too, since the total may stand in another proceeding.
    """
    numbers = {view.key: number for number, view in enumerate(views, start=1)}
    replaced = {view.supersedes.key for view in views if view.supersedes}
    return [
        _sentence(view, numbers, citing)
        | {
            "superseded": view.key in replaced,
            "total_of": [numbers[part.key] for part in views if part.total and part.total.key == view.key],
            "added_up": citing.shows(view.total),
        }
        for view in views
    ]


def _sentence(view: View, numbers: dict, citing: "Citing") -> dict:
    return {
        "number": numbers[view.key],
        "kind": view.kind,
        "years": view.years,
        "months": view.months,
        "days": view.days,
        "amount": "" if view.amount is None else f"{view.amount.normalize():f}",
        "currency": view.currency,
        "words": view.words,
        "regime": view.regime,
        "date": date(view.date),
        "expected_end": date(view.expected_end_date),
        "supersedes": numbers.get(view.supersedes.key) if view.supersedes else None,
        "sources": citing.numbers(view),
    }


def official_positions(citing: "Citing") -> list[dict]:
    """What states say, each with the event or claim it is about; left out if that is left out itself."""
    published = []
    for view in citing.views("official_positions"):
        about = view.event or view.attribution
        if about is not None and not citing.shows(about):
            continue
        published.append(
            {
                "position": view.position,
                "stated_by": view.stated_by,
                "date": date(view.date),
                "text": view.text,
                "about": label(about) if about else "",
                "sources": citing.numbers(view, beside=view.source),
            }
        )
    return published


def interventions(citing: "Citing") -> list[dict]:
    return [
        {
            "kind": view.kind,
            "actor": view.actor,
            "addressee": view.addressee,
            "date": date(view.date),
            "requested": view.requested,
            "response": view.response,
            "impact": view.impact,
            "status": view.status,
            "response_to": view.response_to.actor if citing.shows(view.response_to) else "",
            "linked_by_us": view.linked_by_us,
            "sources": citing.numbers(view),
        }
        for view in citing.views("interventions")
    ]


def relations(record: Record, reader: Reader, citing: "Citing", today: Day) -> list[dict]:
    """How this record and its own events and interventions relate to each other and to public records."""
    own: dict[Key, Model] = {_key(record): record}
    for row in (*citing.rows("events"), *citing.rows("interventions")):
        own[_key(row)] = row
    published: list[dict] = []
    for relation in relations_touching(own):
        if relation.source is not None and not relation.source.is_public:
            continue
        reader.view(relation.source)
        side = "from" if _key(relation.start) in own else "to"
        near, far = (relation.start, relation.finish) if side == "from" else (relation.finish, relation.start)
        if relation.kind == TRIED_WITH:
            published += _co_defendant(far, record, reader, today, besides=published)
            continue
        described = _end(far, own, reader, today)
        if described is None:
            continue
        text = "" if near == record else label(reader.view(near))
        kind = reader.view(relation).kind
        published.append({"kind": kind, "direction": side, "text": text, **described})
    return published


def _co_defendant(far: Model, near: Record, reader: Reader, today: Day, *, besides: list[dict]) -> list[dict]:
    """The other case of one trial, once, however it was stated; nothing where not both people are named."""
    assert isinstance(far, Case) and isinstance(near, Case), "a constraint"
    described = _end(far, {}, reader, today) if may_say_tried_together(near, far, today) else None
    if described is None or any(
        (each["kind"], each["reference"]) == (TRIED_WITH, described["reference"]) for each in besides
    ):
        return []
    return [{"kind": TRIED_WITH, "direction": "from", "text": "", **described}]


def relations_touching(own: dict[Key, Model]) -> list[Relation]:
    touching = Q()
    for name in ENDS:
        keys = [key for model, key in own if model == name]
        if keys:
            touching |= Q(**{f"from_{name}__in": keys}) | Q(**{f"to_{name}__in": keys})
    found = list(Relation.objects.filter(touching).order_by("pk"))
    prefetch_related_objects(found, "source", *(f"{side}_{name}" for name in ENDS for side in ("from", "to")))
    return found


def _end(row: Model, own: dict[Key, Model], reader: Reader, today: Day) -> dict | None:
    """The other end: the record itself, one of its own facts, or a public record by its public title.

    None for an anonymised case: what says to whom it is tied says who it was.
    """
    if _key(row) in own:
        view = reader.view(row)
        return {"reference": view.reference if isinstance(row, Case | Campaign) else "", "title": label(view)}
    if not isinstance(row, Case | Campaign) or (isinstance(row, Case) and anonymisation_of(row, today)):
        return None
    register = PublishedCase if isinstance(row, Case) else PublishedCampaign
    title = register.objects.shown().filter(reference=row.reference).values_list("title", flat=True).first()
    return None if title is None else {"reference": reader.view(row).reference, "title": title}


def _key(row: Model) -> Key:
    return (kind_of(row), row.pk)


def label(view: View) -> str:
    """A few public words for a fact, or for the record itself, of what its view lets show: in English, whoever
    publishes. `wording/named_facts.py` says them in the reader's language."""
    match view.key[0]:
        case "case" | "campaign":
            return view.title or view.reference
        case "event":
            # Without its date, which may have to stay vague.
            return view.description or EVENT_KINDS[view.kind].en
        case "attribution":
            whom = view.agency.name if view.agency else (view.attributed_to or view.country)
            return f"attributed to {whom} by {view.attributed_by}"
        case "intervention":
            return f"{INTERVENTION_KINDS[view.kind].en}: {view.actor}"
        case other:
            raise ValueError(f"{other}: a fact that nothing refers to")
