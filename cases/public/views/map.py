"""The map of a search: the page with its table, the drawing, the picture."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.public.answering.asking import asking
from cases.public.answering.errors import bad_parameter_text
from cases.public.answering.frames import frame_of
from cases.public.answering.site import absolute, page
from cases.public.answering.snapshot import with_snapshot
from cases.public.list.choices import chips
from cases.public.list.counting import count_people
from cases.public.map.classes import classes_of
from cases.public.map.drawing import DARK, LIGHT, Colours, map_of_cases
from cases.public.map.figures import figures_of
from cases.public.map.table import largest_circle, place_table
from cases.public.query.filters import find
from cases.public.query.heading import heading
from cases.public.query.names import names_in
from cases.public.query.query import Query
from cases.public.views.pictures import as_picture, to_be_framed
from cases.register.snapshot import Snapshot

SVG = "image/svg+xml"


@require_safe
@asking()
@with_snapshot
def case_map(request: HttpRequest, snapshot: Snapshot, query: Query) -> HttpResponse:
    filters = find(query, snapshot)
    cases = filters.narrowed()
    figures = figures_of(cases)
    names = names_in(query)
    return page(
        "public/map.html",
        {
            "here": "map",
            "canonical": absolute(reverse("public:map") + query.suffix),
            "heading": _("Map: %s") % heading(filters.values, names),
            "q": filters.values["q"],
            "chips": chips(query, names),
            "clearable": any(name != "q" for name, _value in query.parameters),
            "cleared": query.only(["q"]).suffix,
            "kept": [pair for pair in query.parameters if pair[0] != "q"],
            "query": query,
            "frame": frame_of("map_embed", query),
            "people": count_people(cases),
            "figures": figures,
            "classes": classes_of(figures.countries),
            "largest": largest_circle(figures),
            "table": place_table(figures, query),
        },
    )


@require_safe
@asking(refused=bad_parameter_text)
@with_snapshot
def map_svg(request: HttpRequest, snapshot: Snapshot, query: Query) -> HttpResponse:
    return HttpResponse(_file(snapshot, query), content_type=SVG)


@require_safe
@asking(refused=bad_parameter_text)
@with_snapshot
def map_sheet(request: HttpRequest, snapshot: Snapshot, query: Query) -> HttpResponse:
    return _sheet(snapshot, query, LIGHT)


@require_safe
@asking(refused=bad_parameter_text)
@with_snapshot
def map_dark_sheet(request: HttpRequest, snapshot: Snapshot, query: Query) -> HttpResponse:
    return _sheet(snapshot, query, DARK)


@require_safe
@asking(refused=bad_parameter_text)
def map_png(request: HttpRequest, query: Query) -> HttpResponse:
    return as_picture(_to_picture(request, query=query), "map.png")


@with_snapshot
def _to_picture(request: HttpRequest, snapshot: Snapshot, query: Query) -> HttpResponse:
    return HttpResponse(_file(snapshot, query), content_type=SVG)


def _file(snapshot: Snapshot, query: Query) -> str:
    """The map with all that is to be known of it, for whoever meets it elsewhere."""
    filters = find(query, snapshot)
    return map_of_cases(
        figures_of(filters.narrowed()),
        title=_("Map: %s") % heading(filters.values, names_in(query)),
        address=absolute(reverse("public:map") + query.suffix),
    )


def _sheet(snapshot: Snapshot, query: Query, colours: Colours) -> HttpResponse:
    figures = figures_of(find(query, snapshot).narrowed())
    return to_be_framed(HttpResponse(map_of_cases(figures, colours), content_type=SVG))
