"""The page of an official: in which published cases they took part, as what, according to which sources.

It is about an office. It says nothing of how the official acted, and is not among the pages of people.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.public.answering.site import absolute, page
from cases.public.answering.snapshot import with_snapshot
from cases.public.list.rows import shown_in_order
from cases.public.list.subjects import Subject, about_cases, called
from cases.public.views.references import canonical_reference
from cases.register.selection import Selection
from cases.register.snapshot import Snapshot
from cases.vocabularies.attributions import OFFICES
from cases.wording.named_facts import named_fact
from cases.wording.paths import official_path
from cases.wording.sources import web_link
from cases.wording.titles import marked_title
from cases.wording.words import label, lower_first, quoted

MOST_LISTED = 50
"""Cases that are listed with the part taken, those published last; the list of cases has all of them."""


@require_safe
@with_snapshot
def official_detail(request: HttpRequest, snapshot: Snapshot, reference: str) -> HttpResponse:
    """404 unless a published case says that the official took part."""
    canonical = canonical_reference(reference)
    subject = Subject("official", canonical)
    cases = subject.cases(Selection.everything(snapshot.bitmaps))
    if not cases:
        raise Http404
    path = official_path(canonical)
    if reference != canonical:
        return redirect(path, permanent=True)
    parts = _parts(canonical, cases)
    return page(
        "public/official_detail.html",
        {
            "here": "official",
            "canonical": absolute(path),
            **called(canonical),
            "offices": list(dict.fromkeys(each["office"] for case in parts for each in case["parts"])),
            "parts": parts,
            **about_cases(subject, cases, ("charge", "court"), today=timezone.localdate()),
        },
    )


def _parts(reference: str, cases: Selection) -> list[dict]:
    """The cases, those published last first, each with the parts the official took and their sources."""
    shown = shown_in_order(cases.in_order("-published", 0, MOST_LISTED), "document")
    return [
        {
            "reference": case.reference,
            "title": marked_title(case),
            "parts": [
                _part(item, case.document)
                for item in case.document["participations"]
                if item["reference"] == reference
            ],
        }
        for case in shown
    ]


def _part(item: dict, document: dict) -> dict:
    office = ", ".join(part for part in (label(OFFICES, item["office"]), item["agency"]) if part)
    return {
        "role": lower_first(label(OFFICES, item["role"])),
        "office": office,
        "notes": [
            note
            for note in (item["agency"], named_fact(document, item["about"]), quoted(item["words"]))
            if note
        ],
        "sources": [
            {"title": source["title"] or source["publisher"], "link": web_link(source["url"])}
            for source in document["sources"]
            if source["number"] in item["sources"] and "title" in source
        ],
    }
