"""What somebody says: who did it, what the authorities answer, how others assess it. Never our own finding."""

from cases.vocabularies.actions import ASSESSMENT_CATEGORIES, ASSESSMENT_FRAMEWORKS, ASSESSMENT_OUTCOMES
from cases.vocabularies.attributions import ATTRIBUTION_LEVELS, INVOLVEMENTS, OFFICIAL_POSITIONS
from cases.wording.dates import written
from cases.wording.named_facts import attribution_sentence, named_fact
from cases.wording.paths import agency_path
from cases.wording.texts import typed
from cases.wording.words import label, labels, lower_first


def attributions(document: dict) -> list[dict]:
    """Each with the sentence "attributed to Y by Z"."""
    return [
        {
            "sentence": attribution_sentence(item, document["text_language"]),
            "involvement": label(INVOLVEMENTS, item.get("involvement", "")),
            "level": label(ATTRIBUTION_LEVELS, item.get("level", "")),
            "agency": {"name": item.get("to", ""), "path": agency_path(item.get("agency", ""))},
            "sources": item.get("sources", []),
        }
        for item in document.get("attributions", [])
    ]


def official_positions(document: dict) -> list[dict]:
    written_in = document["text_language"]
    return [
        {
            "position": label(OFFICIAL_POSITIONS, item.get("position", "")),
            "stated_by": typed(item.get("stated_by", ""), written_in),
            "about": named_fact(document, item.get("about", "")),
            "date": written(item.get("date"), written_in),
            "text": typed(item.get("text", ""), written_in),
            "sources": item.get("sources", []),
        }
        for item in document.get("official_positions", [])
    ]


def assessments(document: dict) -> list[dict]:
    written_in = document["text_language"]
    return [
        {
            "assessor": typed(item.get("assessor", ""), written_in),
            "framework": label(ASSESSMENT_FRAMEWORKS, item.get("framework", "")),
            "categories": labels(ASSESSMENT_CATEGORIES, item.get("categories", [])),
            "outcome": lower_first(label(ASSESSMENT_OUTCOMES, item.get("outcome", ""))),
            "date": written(item.get("date"), written_in),
            "withdrawn": written(item.get("withdrawn_date"), written_in),
            "sources": item.get("sources", []),
        }
        for item in document.get("assessments", [])
    ]
