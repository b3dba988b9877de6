"""A published campaign as its page shows it."""

from django.utils.translation import gettext as _

from cases.public.presentation.anchors import tied
from cases.public.presentation.claims import official_positions
from cases.public.presentation.dates import written
from cases.public.presentation.events import interventions, timeline
from cases.public.presentation.relations import relations
from cases.public.presentation.sources import case_marks, source_list
from cases.public.presentation.words import states


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
