"""The map of a search: the page with its table, the drawing, the picture."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.public.counting import count_people
from cases.public.filters import find
from cases.public.looking import looking
from cases.public.map.drawing import classes_of, map_of_cases
from cases.public.map.figures import figures_of
from cases.public.names import names_of
from cases.public.presentation.choices import chips
from cases.public.presentation.map_table import largest_circle, place_table
from cases.public.presentation.parameters import heading
from cases.public.query import SEARCH_PARAMETERS, BadParameter, Query
from cases.public.site import absolute, page
from cases.public.views.errors import bad_parameter, bad_parameter_text
from cases.public.views.pictures import as_picture
from cases.register.reading import Look

SVG = "image/svg+xml"


@require_safe
def case_map(request: HttpRequest) -> HttpResponse:
    try:
        query = Query.read(request.GET, SEARCH_PARAMETERS)
        if query.untidy:
            return redirect(reverse("public:map") + query.suffix)
        return _page(request, query=query)
    except BadParameter as error:
        return bad_parameter(error)


@require_safe
def map_svg(request: HttpRequest) -> HttpResponse:
    try:
        return _drawing(request, query=Query.read(request.GET, SEARCH_PARAMETERS))
    except BadParameter as error:
        return bad_parameter_text(error)


@require_safe
def map_png(request: HttpRequest) -> HttpResponse:
    try:
        return as_picture(
            _keyed_drawing(request, query=Query.read(request.GET, SEARCH_PARAMETERS)), "map.png"
        )
    except BadParameter as error:
        return bad_parameter_text(error)


@looking
def _page(request: HttpRequest, look: Look, query: Query) -> HttpResponse:
    filters = find(query, look)
    cases = filters.narrowed()
    figures = figures_of(cases)
    names = names_of(campaigns=query.values("campaign"), agencies=query.values("agency"))
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
            "people": count_people(cases),
            "figures": figures,
            "classes": classes_of(figures.countries),
            "largest": largest_circle(figures),
            "table": place_table(figures, query),
        },
    )


@looking
def _drawing(request: HttpRequest, look: Look, query: Query) -> HttpResponse:
    figures = figures_of(find(query, look).narrowed())
    return HttpResponse(map_of_cases(figures), content_type=SVG)


@looking
def _keyed_drawing(request: HttpRequest, look: Look, query: Query) -> HttpResponse:
    figures = figures_of(find(query, look).narrowed())
    address = absolute(reverse("public:map") + query.suffix)
    return HttpResponse(map_of_cases(figures, address=address), content_type=SVG)
