"""The page of an agency that published cases attribute conduct to, or of a court that decided in them.

Each attribution is somebody's claim.
"""

from collections import Counter

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.public.answering.site import absolute, page
from cases.public.answering.snapshot import with_snapshot
from cases.public.list.rows import shown_in_order
from cases.public.list.subjects import Subject, about_cases, called
from cases.public.views.references import canonical_reference
from cases.register.published_case import PublishedCase
from cases.register.selection import Selection
from cases.register.snapshot import Snapshot
from cases.vocabularies.attributions import ATTRIBUTION_LEVELS
from cases.vocabularies.places import NOT_STATED, STATES
from cases.wording.events import timeline
from cases.wording.paths import agency_path
from cases.wording.titles import marked_title
from cases.wording.words import label

MOST_READ = 300
"""Cases whose attributions are read one by one, the newest first; the page says when there are more."""
MOST_CLAIMANTS = 12
MOST_DECIDED = 25
"""Cases whose decisions are listed, those published last; the list of cases has all of them."""


@require_safe
@with_snapshot
def agency_detail(request: HttpRequest, snapshot: Snapshot, reference: str) -> HttpResponse:
    """404 unless a published case attributes something to the agency, or says that it decided."""
    canonical = canonical_reference(reference)
    everything = Selection.everything(snapshot.bitmaps)
    attributed, decided = (Subject(each, canonical) for each in ("agency", "court"))
    claimed, decisions = attributed.cases(everything), decided.cases(everything)
    if not claimed and not decisions:
        raise Http404
    path = agency_path(canonical)
    if reference != canonical:
        return redirect(path, permanent=True)
    subject, cases = (attributed, claimed) if claimed else (decided, decisions)
    parameters = ("violation", "location", "charge", "role")
    return page(
        "public/agency_detail.html",
        {
            "here": "agency",
            "canonical": absolute(path),
            **called(canonical),
            "is_attributed_to": bool(claimed),
            "decided": _decided(canonical, decisions),
            "decided_cases": len(decisions),
            "decided_query": decided.query,
            **(_claims(canonical, claimed) if claimed else {}),
            **about_cases(subject, cases, parameters, today=timezone.localdate()),
        },
    )


def _claims(reference: str, cases: Selection) -> dict:
    """Who attributes conduct to the agency and how firmly, by number of cases; and the states it is said to be of."""
    numbers = cases.in_order("-published", 0, MOST_READ)
    documents = PublishedCase.objects.filter(row_number__in=numbers)
    claimants, levels, countries = Counter(), Counter(), set()
    for attributions in documents.order_by("row_number").values_list("document__attributions", flat=True):
        own = [item for item in attributions if item["agency"] == reference]
        claimants.update({item["by"] for item in own if item["by"]})
        levels.update({item["level"] for item in own if item["level"]})
        countries.update({item["country"] for item in own if item["country"]} - {NOT_STATED})
    return {
        "claimants": sorted(claimants.items(), key=lambda each: (-each[1], each[0]))[:MOST_CLAIMANTS],
        "levels": [
            (label(ATTRIBUTION_LEVELS, code), levels[code])
            for code in ATTRIBUTION_LEVELS.codes
            if levels[code]
        ],
        "countries": [label(STATES, code) for code in sorted(countries)],
        "read": len(numbers),
    }


def _decided(reference: str, cases: Selection) -> list[dict]:
    """The cases a court decided in, those published last first, each with its decisions in their order."""
    if not cases:
        return []
    shown = shown_in_order(cases.in_order("-published", 0, MOST_DECIDED), "document")
    return [
        {
            "reference": case.reference,
            "title": marked_title(case),
            "decisions": [
                entry
                for entry, event in zip(timeline(case.document), case.document["events"], strict=True)
                if event["court_reference"] == reference
            ],
        }
        for case in shown
    ]
