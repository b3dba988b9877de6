"""What somebody says: who did it, what the authorities answer, how others assess it. Never our own finding."""

from django.utils.translation import gettext as _

from cases.vocabularies.actions import ASSESSMENT_CATEGORIES, ASSESSMENT_FRAMEWORKS, ASSESSMENT_OUTCOMES
from cases.vocabularies.attributions import ATTRIBUTION_LEVELS, INVOLVEMENTS, OFFICIAL_POSITIONS
from cases.wording.dates import written
from cases.wording.paths import agency_path
from cases.wording.words import label, labels, lower_first, states


def attributions(document: dict) -> list[dict]:
    """Each with the sentence "attributed to Y by Z"."""
    return [
        {
            "sentence": _attribution_sentence(item),
            "involvement": label(INVOLVEMENTS, item.get("involvement", "")),
            "level": label(ATTRIBUTION_LEVELS, item.get("level", "")),
            "agency": {"name": item.get("to", ""), "path": agency_path(item.get("agency", ""))},
            "sources": item.get("sources", []),
        }
        for item in document.get("attributions", [])
    ]


def _attribution_sentence(item: dict) -> str:
    who = item.get("to") or states([item.get("country", "")]) or _("somebody not named")
    by = item.get("by")
    if by:
        return _("Attributed to %(who)s by %(by)s") % {"who": who, "by": by}
    return _("Attributed to %(who)s; by whom is not stated") % {"who": who}


def official_positions(document: dict) -> list[dict]:
    return [
        {
            "position": label(OFFICIAL_POSITIONS, item.get("position", "")),
            "stated_by": item.get("stated_by", ""),
            "about": item.get("about", ""),
            "date": written(item.get("date")),
            "text": item.get("text", ""),
            "sources": item.get("sources", []),
        }
        for item in document.get("official_positions", [])
    ]


def assessments(document: dict) -> list[dict]:
    return [
        {
            "assessor": item.get("assessor", ""),
            "framework": label(ASSESSMENT_FRAMEWORKS, item.get("framework", "")),
            "categories": labels(ASSESSMENT_CATEGORIES, item.get("categories", [])),
            "outcome": lower_first(label(ASSESSMENT_OUTCOMES, item.get("outcome", ""))),
            "date": written(item.get("date")),
            "withdrawn": written(item.get("withdrawn_date")),
            "sources": item.get("sources", []),
        }
        for item in document.get("assessments", [])
    ]
