"""A published campaign as its page shows it."""

from django.utils.translation import gettext as _

from cases.wording.anchors import tied
from cases.wording.claims import official_positions
from cases.wording.dates import written
from cases.wording.events import interventions, timeline
from cases.wording.relations import relations
from cases.wording.sources import case_marks, source_list
from cases.wording.words import states


def campaign_file(document: dict) -> dict:
    file = {
        "summary": [paragraph for paragraph in document.get("summary", "").split("\n") if paragraph.strip()],
        "marks": case_marks(document),
        "facts": [
            {"name": _("Whose repression"), "value": states(document.get("states", [])), "note": ""},
            {"name": _("Start"), "value": written(document.get("start")), "note": ""},
            *(
                [{"name": _("End"), "value": end, "note": ""}]
                if (end := written(document.get("end")))
                else []
            ),
        ],
        "timeline": timeline(document),
        "positions": official_positions(document),
        "interventions": interventions(document),
        "relations": relations(document),
        "sources": source_list(document),
    }
    return tied(file)
