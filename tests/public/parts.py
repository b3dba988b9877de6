"""Parts of documents that the register's own tests have no need of. Whole documents: `tests/register/documents.py`."""

from tests.register.documents import date


def states(**parts) -> dict:
    empty = {name: [] for name in ("origin", "host", "location", "cooperating", "transit", "destination")}
    return {**empty, "inferred": [], "basis": "", **parts}


def official_position(position: str = "denies", **parts) -> dict:
    return {
        "position": position,
        "stated_by": "",
        "date": date(),
        "text": "",
        "about": "",
        "sources": [1],
        **parts,
    }


def intervention(kind: str = "petition", **parts) -> dict:
    return {
        "kind": kind,
        "actor": "",
        "addressee": "",
        "date": date(),
        "requested": "",
        "response": "",
        "impact": "",
        "status": "",
        "linked_by_us": False,
        "sources": [1],
        **parts,
    }


def assessment(**parts) -> dict:
    return {
        "assessor": "",
        "framework": "",
        "categories": [],
        "outcome": "",
        "date": date(),
        "withdrawn_date": date(),
        "sources": [1],
        **parts,
    }


def relation(kind: str, **parts) -> dict:
    return {"kind": kind, "direction": "from", "reference": "", "title": "", "text": "", **parts}


def citation(number: int = 1, **parts) -> dict:
    return {
        "source": number,
        "target": "case",
        "credibility": "",
        "pinpoint": "",
        "claimed_field": "",
        "claimed_value": "",
        "preferred": None,
        "preference_reason": "",
        "remark": "",
        **parts,
    }
