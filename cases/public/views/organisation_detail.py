"""The page of an organisation that people in published cases belong to, or are said to."""

from collections import Counter

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.public.answering.site import absolute, page
from cases.public.answering.snapshot import with_snapshot
from cases.public.list.subjects import Subject, about_cases, called
from cases.public.views.references import canonical_reference
from cases.register.published_case import PublishedCase
from cases.register.selection import Selection
from cases.register.snapshot import Snapshot
from cases.vocabularies.organisations import AFFILIATION_ROLES, ORGANISATION_KINDS
from cases.vocabularies.places import STATES
from cases.wording.paths import organisation_path
from cases.wording.words import label

MOST_READ = 300
"""Cases whose ties are read one by one, the newest first; the page says when there are more."""


@require_safe
@with_snapshot
def organisation_detail(request: HttpRequest, snapshot: Snapshot, reference: str) -> HttpResponse:
    """404 unless a published case names the organisation."""
    canonical = canonical_reference(reference)
    subject = Subject("organisation", canonical)
    cases = subject.cases(Selection.everything(snapshot.bitmaps))
    if not cases:
        raise Http404
    path = organisation_path(canonical)
    if reference != canonical:
        return redirect(path, permanent=True)
    parameters = ("violation", "charge", "role", "court")
    return page(
        "public/organisation_detail.html",
        {
            "here": "organisation",
            "canonical": absolute(path),
            **called(canonical),
            **_ties(canonical, cases),
            **about_cases(subject, cases, parameters, today=timezone.localdate()),
        },
    )


def _ties(reference: str, cases: Selection) -> dict:
    """How people belong to it, by number of cases, and what the newest case says of its kind and country."""
    numbers = cases.in_order("-published", 0, MOST_READ)
    stored = PublishedCase.objects.filter(row_number__in=numbers).values_list(
        "row_number", "document__affiliations"
    )
    by_number = dict(stored)
    own = [
        [item for item in by_number[number] if item["reference"] == reference]
        for number in numbers
        if number in by_number
    ]
    roles = Counter(role for items in own for role in {item["role"] for item in items})
    newest = own[0][0]
    return {
        "ties": [
            (label(AFFILIATION_ROLES, code), roles[code]) for code in AFFILIATION_ROLES.codes if roles[code]
        ],
        "kind": "" if newest["kind"] == "unknown" else label(ORGANISATION_KINDS, newest["kind"]),
        "country": label(STATES, newest["country"]),
        "read": len(numbers),
    }
