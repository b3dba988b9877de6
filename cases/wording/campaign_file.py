"""A published campaign as its page shows it."""

from django.utils.translation import gettext as _

from cases.wording.anchors import tied
from cases.wording.claims import official_positions
from cases.wording.dates import written
from cases.wording.events import interventions, timeline
from cases.wording.facts import fact
from cases.wording.relations import relations
from cases.wording.sources import case_marks, source_list
from cases.wording.texts import text_of
from cases.wording.words import states


def campaign_file(document: dict) -> dict:
    file = {
        "sample": document["sample"],
        "title": text_of(document, "title", written_in=document["text_language"]),
        "summary": text_of(document, "summary", written_in=document["text_language"]),
        "marks": case_marks(document),
        "facts": [each for each in campaign_facts(document) if each["value"] or each["always"]],
        "timeline": timeline(document),
        "positions": official_positions(document),
        "interventions": interventions(document),
        "relations": relations(document),
        "sources": source_list(document),
    }
    return tied(file)


def campaign_facts(document: dict) -> list[dict]:
    return [
        fact(_("Whose repression"), states(document.get("states", [])), always=True),
        fact(_("Start"), written(document.get("start"), document["text_language"]), always=True),
        fact(_("End"), written(document.get("end"), document["text_language"])),
    ]
