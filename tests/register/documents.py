"""Public documents to try the register with: whole, small, and changed where a test needs it.

What a part does not say is filled in as the home of documents does it.
"""

import datetime as calendar
from copy import deepcopy

from cases.register.custody import derive_into
from cases.register.documents.keys import CAMPAIGN, CASE, CUSTODY, SCHEMA
from cases.register.documents.rules import RULES
from cases.text.partial_dates import PartialDate
from cases.text.references import new_reference

TODAY = calendar.date(2026, 6, 30)
"""The day on which the documents were made."""


def date(text: str = "", words: str = "") -> dict:
    partial = PartialDate(text, words)
    earliest, latest = partial.earliest, partial.latest
    return {
        "text": text,
        "words": words,
        "earliest": earliest.isoformat() if earliest else None,
        "latest": latest.isoformat() if latest else None,
    }


def place(**changes) -> dict:
    return {
        "reference": "",
        "country": "AZ",
        "region": "",
        "region_name": "",
        "locality": "",
        "facility": "",
        "names": [],
        "latitude": None,
        "longitude": None,
        "precision": "",
    } | changes


def person(name: str = "Bahruz Samadov", *other_names: str, **changes) -> dict:
    return {
        "reference": new_reference("P"),
        "name": name,
        "other_names": [
            {"text": other, "language": "az", "script": "Latn", "kind": "official"} for other in other_names
        ],
        "gender": "male",
        "birth_year": 1995,
        "death": date(),
        "nationalities": ["AZ"],
        "roles": ["researcher"],
        "groups": [],
    } | changes


def charge(text: str = "treason charges", **changes) -> dict:
    return {
        "number": 1,
        "text": text,
        "country": "",
        "code": "",
        "article": "",
        "title": "",
        "category": "treason",
        "modality": "completed",
        "status": "charged",
        "date": date(),
        "replaced_by": None,
        "sources": [1],
    } | changes


def sentence(**changes) -> dict:
    return {
        "kind": "imprisonment",
        "years": 15,
        "months": None,
        "days": None,
        "amount": "",
        "currency": "",
        "words": "",
        "regime": "",
        "date": date(),
        "expected_end": date(),
        "number": 1,
        "superseded": False,
        "supersedes": None,
        "total_of": [],
        "added_up": False,
        "sources": [1],
    } | changes


def proceeding(*charges: dict, **changes) -> dict:
    return {
        "number": 1,
        "jurisdiction": "AZ",
        "kind": "criminal",
        "stage": "charged",
        "stage_as_of": date(),
        "stage_source": None,
        "final": None,
        "in_absentia": False,
        "court": "",
        "counsel": "",
        "stage_stated": "stage" in changes,
        "charges": list(charges),
        "sentences": [],
    } | changes


def violation(kind: str = "detention", **changes) -> dict:
    return {
        "kind": kind,
        "date": date(),
        "end": date(),
        "place": None,
        "primary": True,
        "assessor": "",
        "sources": [1],
    } | changes


def event(kind: str, text: str = "", **changes) -> dict:
    return {
        "kind": kind,
        "date": date(text),
        "until": date(),
        "held_since": date(),
        "decision": "",
        "custody_stated": "",
        "taken_into_custody": False,
        "in_absentia": False,
        "verb": "",
        "description": "",
        "place": None,
        "agency": "",
        "court": "",
        "court_reference": "",
        "proceeding": None,
        "sources": [1],
    } | changes


def attribution(**changes) -> dict:
    return {
        "to": "State Security Service",
        "agency": "A-0000-0000-0001",
        "country": "AZ",
        "by": "the family",
        "involvement": "carried_out",
        "level": "1",
        "sources": [1],
    } | changes


def source(**changes) -> dict:
    return {
        "number": 1,
        "kind": "press",
        "title": "An article",
        "publisher": "A weekly",
        "author": "",
        "language": "en",
        "url": "https://example.org/article",
        "archived_url": "",
        "published": date(),
        "accessed": "",
        "reliability": "B",
        "independent": True,
    } | changes


def custody(status: str = "", as_of: str = "", **changes) -> dict:
    """As editors state it; without a status it is derived."""
    return CUSTODY.empty() | {"status": status, "as_of": date(as_of)} | changes


def case_document(**changes) -> dict:
    """A detention of one named person on a treason charge, with whatever differs from that."""
    document = {
        "schema": SCHEMA,
        "rules": RULES,
        "type": "case",
        "reference": new_reference("C"),
        "kind": "person",
        "title": "A researcher detained before a visit",
        "summary": "He was detained in the autumn.",
        "text_language": "en",
        "identity": "named",
        "person": person(),
        "people": None,
        "roles": [],
        "violations": [violation()],
        "methods": [],
        "states": {
            "origin": ["AZ"],
            "host": [],
            "location": ["AZ"],
            "cooperating": [],
            "transit": [],
            "destination": [],
            "inferred": [],
            "basis": "",
        },
        "cross_border": {"value": False, "basis": ""},
        "place": None,
        "start": date("2024-10"),
        "end": date(),
        "custody": custody(),
        "last_checked": "",
        "proceedings": [proceeding(charge())],
        "events": [],
        "attributions": [],
        "affiliations": [],
        "participations": [],
        "lawyers": [],
        "age_at_arrest": None,
        "official_positions": [],
        "interventions": [],
        "assessments": [],
        "campaigns": [],
        "part_of": "",
        "targeted_because_of": "",
        "relations": [],
        "sources": [source()],
        "citations": [],
    }
    document = CASE.filled(deepcopy(document | changes))
    if "custody" in changes and changes["custody"]["status"]:
        document["custody"]["overridden"] = True
    derive_into(document, TODAY)
    return document


def group_document(**changes) -> dict:
    """A group known by its description."""
    people = {
        "description": "Talysh intellectuals",
        "min": None,
        "max": None,
        "words": "a handful",
        "unit": "group",
        "overlaps": [],
    }
    return case_document(
        **{
            "kind": "group",
            "title": "Intellectuals still held",
            "identity": "",
            "person": None,
            "people": people,
            "start": date(),
        }
        | changes
    )


def campaign_document(**changes) -> dict:
    """A wave of arrests; nothing follows from its events for anybody's custody."""
    document = {
        "schema": SCHEMA,
        "type": "campaign",
        "reference": new_reference("K"),
        "title": "Crackdown before a summit",
        "summary": "A wave of arrests.",
        "text_language": "en",
        "states": ["AZ"],
        "start": date("2024"),
        "end": date(),
        "events": [],
        "official_positions": [],
        "interventions": [],
        "relations": [],
        "sources": [],
        "citations": [],
    }
    whole = CAMPAIGN.filled(deepcopy(document | changes))
    for step in whole["events"]:
        step.pop("custody", None)
    return whole
