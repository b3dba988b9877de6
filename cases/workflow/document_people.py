"""The parts of a case's public document that name others beside its subject: organisations, officials, lawyers.

Below *named* there are none: where somebody worked, who judged and who defended them tells who they are.
"""

from typing import TYPE_CHECKING

from cases.workflow.document_parts import label

if TYPE_CHECKING:
    from cases.workflow.citing import Citing


def affiliations(citing: "Citing") -> list[dict]:
    published = []
    for view in citing.views("affiliations"):
        organisation = view.organisation
        published.append(
            {
                "organisation": organisation.name,
                "reference": organisation.reference,
                "country": organisation.country,
                "kind": organisation.kind,
                "role": view.role,
                "words": view.words,
                "sources": citing.numbers(view),
            }
        )
    return published


def participations(citing: "Citing") -> list[dict]:
    """Officials who took part, each with the public source that names them in their office."""
    published = []
    for view in citing.views("participations"):
        official = view.official
        published.append(
            {
                "official": official.name,
                "reference": official.reference,
                "office": official.office,
                "agency": official.agency.name,
                "role": view.role,
                "words": view.words,
                "about": label(view.event) if view.event and citing.shows(view.event) else "",
                "sources": citing.numbers(view, beside=official.source),
            }
        )
    return published


def lawyers(citing: "Citing") -> list[dict]:
    """Those whom a public source names in that role; nobody else's name is anybody's business."""
    return [
        {"lawyer": view.name, "sources": citing.numbers(view)}
        for view in citing.views("lawyers")
        if citing.is_cited_openly(view)
    ]
