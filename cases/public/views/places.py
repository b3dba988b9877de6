"""The pages of countries and regions, and the small maps that show where they are."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from cases.public.answering.entity_tags import tagged
from cases.public.answering.site import absolute, page
from cases.public.answering.snapshot import with_snapshot
from cases.public.list.subjects import Subject, about_cases
from cases.public.map.drawing import map_of_place
from cases.public.map.shapes import centre_of_region, extent_for
from cases.public.views.map import SVG
from cases.register.selection import Selection
from cases.register.snapshot import Snapshot
from cases.vocabularies.places import REGIONS, STATES
from cases.wording.paths import place_path
from cases.wording.places import country_of_region
from cases.wording.words import label

A_DAY = 86_400


@require_safe
@with_snapshot
def country_detail(request: HttpRequest, snapshot: Snapshot, country: str) -> HttpResponse:
    """A country where published cases happened; 404 for any other."""
    if country != country.upper():
        return _spelled_out(country.upper())
    return _place(snapshot, Subject("location", country), place_path(country), country)


@require_safe
@with_snapshot
def region_detail(request: HttpRequest, snapshot: Snapshot, country: str, region: str) -> HttpResponse:
    """A region of published cases, by its code; 404 for any other."""
    if (country, region) != (country.upper(), region.upper()):
        return _spelled_out(country.upper(), region.upper())
    if country_of_region(region) != country:
        raise Http404
    return _place(snapshot, Subject("region", region), place_path(country, region), country, region)


@require_safe
@tagged
@cache_control(public=True, max_age=A_DAY)
def country_map(request: HttpRequest, country: str) -> HttpResponse:
    return _map(country)


@require_safe
@tagged
@cache_control(public=True, max_age=A_DAY)
def region_map(request: HttpRequest, country: str, region: str) -> HttpResponse:
    if country_of_region(region) != country or not centre_of_region(region):
        raise Http404
    return _map(country, region)


def _spelled_out(country: str, region: str = "") -> HttpResponse:
    path = place_path(country, region)
    if not path:
        raise Http404
    return redirect(path, permanent=True)


def _place(snapshot: Snapshot, subject: Subject, path: str, country: str, region: str = "") -> HttpResponse:
    cases = subject.cases(Selection.everything(snapshot.bitmaps))
    if not path or not cases:
        raise Http404
    parameters = ("violation", "charge", "role", "agency", "held_at")
    return page(
        "public/place_detail.html",
        {
            "here": "place",
            "canonical": absolute(path),
            "kind": _("Region of %s") % label(STATES, country) if region else _("Country"),
            "heading": label(REGIONS, region) if region else label(STATES, country),
            "code": region or country,
            "country": {"name": label(STATES, country), "path": _path_of_country(snapshot, country)}
            if region
            else None,
            "on_map": {"country": country, "region": region},
            "regions": [] if region else _regions(cases, country),
            **about_cases(subject, cases, parameters, today=timezone.localdate()),
        },
    )


def _path_of_country(snapshot: Snapshot, country: str) -> str:
    """Empty where no published case says that it happened there."""
    return place_path(country) if snapshot.bitmaps.of(("location", country)) else ""


def _regions(cases: Selection, country: str) -> list[dict]:
    """The regions of the country that its cases name, each with its page."""
    return [
        {"label": label(REGIONS, code), "count": number, "path": place_path(country, code)}
        for code, number in cases.count_of("region").items()
        if country_of_region(code) == country
    ]


def _map(country: str, region: str = "") -> HttpResponse:
    extent = extent_for(country, region)
    if country not in STATES or extent is None:
        raise Http404
    return HttpResponse(map_of_place(extent, country, region), content_type=SVG)
