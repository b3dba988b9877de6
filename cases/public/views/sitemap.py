"""`/sitemap.xml`: every page worth finding, for search engines; an index of parts where there are many.

A part holds the cases from one position among the published to another, never from one row number to another: so each
part but the last is full, and no gap tells that something was withdrawn. So it does with what cases name: agencies and
courts, prisons and other buildings, organisations, officials.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import escape
from django.views.decorators.http import require_safe
from pyroaring import BitMap

from cases.public.answering.site import absolute, file_path
from cases.public.answering.snapshot import with_snapshot
from cases.register.bitmaps import Bitmaps
from cases.register.marks import FACILITY, NAMED
from cases.register.published_campaign import PublishedCampaign
from cases.register.published_case import PublishedCase
from cases.register.snapshot import Snapshot

IN_ONE_FILE = 40_000
"""Addresses; sitemaps.org allows 50,000."""
CASES_IN_A_PART, NAMED_IN_A_PART = 20_000, 4_000
"""With as many people as cases, and the pages and campaigns of the first part, still below the limit."""
MOST_CAMPAIGNS = 5_000

PAGES = (
    "home",
    "case_list",
    "people",
    "campaigns",
    "agencies",
    "provisions",
    "places",
    "changes",
    "map",
    "statistics",
    "data",
    "about",
    "methodology",
    "privacy",
    "security",
    "correction",
)
"""Routes of the pages that are always there."""

OF_WHAT_CASES_NAME = {
    "agency_detail": ("agency", "court"),
    "facility_detail": (FACILITY,),
    "organisation_detail": ("organisation",),
    "official_detail": ("official",),
}
"""Routes of pages by reference that are there as long as a case has one of these marks."""

SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


@require_safe
@with_snapshot
def sitemap(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    """All addresses, or an index of the parts they are in."""
    cases, named = snapshot.bitmaps.all, _named(snapshot.bitmaps)
    if len(cases) + len(_first_cases(snapshot.bitmaps)) + len(named) <= IN_ONE_FILE:
        return _urls([*_standing(), *_records(snapshot.bitmaps, cases), *named])
    parts = max(-(-len(cases) // CASES_IN_A_PART), -(-len(named) // NAMED_IN_A_PART))
    addresses = [absolute(file_path("sitemap_part", number)) for number in range(1, parts + 1)]
    return _xml("sitemapindex", (f"<sitemap><loc>{escape(each)}</loc></sitemap>" for each in addresses))


@require_safe
@with_snapshot
def sitemap_part(request: HttpRequest, snapshot: Snapshot, number: int) -> HttpResponse:
    """One of the parts, from 1 on; the first also has the pages and the campaigns."""
    if not number:
        raise Http404
    cases = snapshot.bitmaps.all[(number - 1) * CASES_IN_A_PART : number * CASES_IN_A_PART]
    named = _named(snapshot.bitmaps)[(number - 1) * NAMED_IN_A_PART : number * NAMED_IN_A_PART]
    if not (cases or named):
        raise Http404
    return _urls([*(_standing() if number == 1 else []), *_records(snapshot.bitmaps, cases), *named])


def _standing() -> list[str]:
    campaigns = (
        PublishedCampaign.objects.shown().order_by("reference").values_list("reference", "published_at")
    )
    before, _, after = _address_of("campaign_detail")
    return [
        *(_url(absolute(reverse(f"public:{route}"))) for route in PAGES),
        *(_url(f"{before}{reference}{after}", at) for reference, at in campaigns[:MOST_CAMPAIGNS]),
    ]


def _records(bitmaps: Bitmaps, cases: BitMap) -> list[str]:
    """Cases, and with the first case of a person the person's page."""
    if not cases:
        return []
    first = _first_cases(bitmaps) & cases
    case_before, _, case_after = _address_of("case_detail")
    person_before, _, person_after = _address_of("person_detail")
    rows = PublishedCase.objects.filter(row_number__range=(cases.min(), cases.max())).order_by("row_number")
    urls = []
    for number, reference, person, at in rows.values_list(
        "row_number", "reference", "person_reference", "published_at"
    ).iterator(chunk_size=2_000):
        if number not in cases:
            continue  # between the first and the last of a part stands what is hidden, too
        urls.append(_url(f"{case_before}{reference}{case_after}", at))
        if number in first:
            urls.append(_url(f"{person_before}{person}{person_after}"))
    return urls


def _named(bitmaps: Bitmaps) -> list[str]:
    """What cases name that has a page, in the order of the references."""
    urls = []
    for route, marks in OF_WHAT_CASES_NAME.items():
        before, _, after = _address_of(route)
        references = {reference for mark in marks for reference in bitmaps.values(mark)}
        urls += [_url(f"{before}{reference}{after}") for reference in sorted(references)]
    return urls


def _first_cases(bitmaps: Bitmaps) -> BitMap:
    """The first case of each person who is named."""
    return bitmaps.of(NAMED) - bitmaps.further_cases


def _address_of(route: str) -> tuple[str, str, str]:
    return absolute(reverse(f"public:{route}", args=["REFERENCE"])).rpartition("REFERENCE")


def _url(address: str, at=None) -> str:
    changed = f"<lastmod>{at:%Y-%m-%d}</lastmod>" if at else ""
    return f"<url><loc>{escape(address)}</loc>{changed}</url>"


def _urls(urls: list[str]) -> HttpResponse:
    return _xml("urlset", urls)


def _xml(root: str, lines) -> HttpResponse:
    body = "\n".join(
        ['<?xml version="1.0" encoding="UTF-8"?>', f'<{root} xmlns="{SCHEMA}">', *lines, f"</{root}>", ""]
    )
    return HttpResponse(body, content_type="application/xml; charset=utf-8")
