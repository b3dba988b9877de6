"""Pages to start from: people, campaigns, agencies, articles of law and places, each with its number of cases."""

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.public.answering.asking import asking
from cases.public.answering.site import absolute, page
from cases.public.answering.snapshot import with_snapshot
from cases.public.list.pages import Page, numbered_links, page_of
from cases.public.query.names import names_for
from cases.public.query.parameters import PARAMETERS
from cases.public.query.query import Query
from cases.register.marks import NAMED
from cases.register.published_campaign import PublishedCampaign
from cases.register.published_case import PublishedCase
from cases.register.selection import Selection
from cases.register.snapshot import Snapshot
from cases.vocabularies.places import NOT_STATED
from cases.wording.numbers import grouped
from cases.wording.paths import agency_path, person_path, place_path, provision_path
from cases.wording.samples import how_many, marked

ON_A_PAGE = 200
MOST_CAMPAIGNS = 1_000
PATHS = {
    "agency": agency_path,
    "location": place_path,
    "region": lambda code: place_path("", code),
    "provision": lambda article: provision_path(*article.split(":", 2)),
}
"""By parameter the address of the page of a value; empty for one that has none."""


@require_safe
@asking(("page",))
@with_snapshot
def people(request: HttpRequest, snapshot: Snapshot, query: Query) -> HttpResponse:
    """Everybody a published case names, by alphabet."""
    bitmaps = snapshot.bitmaps
    firsts = bitmaps.of(NAMED) - bitmaps.further_cases
    numbered = page_of(query, len(firsts), ON_A_PAGE)
    shown = PublishedCase.objects.numbers_in_order(
        "name", firsts, bitmaps.stored, numbered.start, numbered.stop
    )
    further = Counter(bitmaps.first_rows.values())
    rows = PublishedCase.objects.filter(row_number__in=shown).values_list(
        "row_number", "name", "person_reference", "sample"
    )
    found = {row[0]: row[1:] for row in rows}
    entries = [
        _entry(marked(name, sample), person_path(reference), 1 + further[number])
        for number in shown
        for name, reference, sample in [found[number]]
    ]
    lead = _("People whom published cases name, by alphabet, with the number of their cases.")
    parts = [{"title": "", "entries": entries}]
    return _page("people", _("People"), lead, parts, snapshot, numbered, query)


@require_safe
@with_snapshot
def campaigns(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    """The newest first."""
    counts = Selection.everything(snapshot.bitmaps).count_of("campaign")
    shown = PublishedCampaign.objects.shown().values_list("reference", "title", "sample")[:MOST_CAMPAIGNS]
    entries = [
        _entry(
            marked(title, sample),
            reverse("public:campaign_detail", args=[reference]),
            counts.get(reference, 0),
        )
        for reference, title, sample in shown
    ]
    lead = _("Waves of repression that cases belong to, the newest first, with the number of their cases.")
    return _page("campaigns", _("Campaigns"), lead, [{"title": "", "entries": entries}], snapshot)


@require_safe
@with_snapshot
def agencies(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    lead = _("Agencies that somebody named in a case holds responsible. An attribution is a claim.")
    return _page("agencies", _("Agencies"), lead, _by(snapshot, "agency"), snapshot)


@require_safe
@with_snapshot
def provisions(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    lead = _("Articles of law under which people were charged, with the number of cases.")
    return _page("provisions", _("Articles of law"), lead, _by(snapshot, "provision"), snapshot)


@require_safe
@with_snapshot
def places(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    lead = _("Countries and regions where it happened, with the number of cases.")
    return _page("places", _("Places"), lead, _by(snapshot, "location", "region"), snapshot)


def _by(snapshot: Snapshot, *parameters: str) -> list[dict]:
    """The values of each, those of most cases first; with the way to the page of all where there is no room."""
    cases, parts = Selection.everything(snapshot.bitmaps), []
    for parameter in parameters:
        counts = {value: count for value, count in cases.count_of(parameter).items() if value != NOT_STATED}
        shown = dict(list(counts.items())[:ON_A_PAGE])
        names = names_for({parameter: shown})
        words = PARAMETERS[parameter].words
        parts.append(
            {
                "title": PARAMETERS[parameter].title if len(parameters) > 1 else "",
                "entries": [
                    _entry(words(value, names), PATHS[parameter](value), count)
                    for value, count in shown.items()
                ],
                "rest": reverse("public:facet", args=[parameter]) if len(counts) > len(shown) else "",
            }
        )
    return parts


def _entry(label: str, path: str, count: int) -> dict:
    return {"label": label, "path": path, "count": grouped(count)}


def _page(
    route: str,
    heading: str,
    lead: str,
    parts: list[dict],
    snapshot: Snapshot,
    numbered: Page | None = None,
    query: Query | None = None,
) -> HttpResponse:
    cases = Selection.everything(snapshot.bitmaps)
    return page(
        "public/starting.html",
        {
            "here": route,
            "canonical": absolute(reverse(f"public:{route}") + (query.suffix if query else "")),
            "heading": heading,
            "lead": lead,
            "parts": [part for part in parts if part["entries"]],
            "of_samples": how_many(len(cases.samples()), len(cases)),
            "pages": numbered_links(numbered, query) if numbered and query is not None else [],
            "page": numbered,
            "action": reverse(f"public:{route}"),
        },
    )
