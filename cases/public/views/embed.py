"""A chart, the map or the newest cases of a search in a frame on other people's pages: nothing beside it, no form.

Words are no part of what it can be asked: whoever puts a frame on a page would put words of theirs under our name.
Anybody may frame what is there, and only that: no refusal, no error, no other page (decision 42).
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.public.answering.asking import asking
from cases.public.answering.site import absolute, page
from cases.public.answering.snapshot import with_snapshot
from cases.public.list.counting import count_people
from cases.public.list.rows import case_rows, shown_in_order
from cases.public.map.classes import classes_of
from cases.public.map.figures import figures_of
from cases.public.query.filters import find
from cases.public.query.heading import heading
from cases.public.query.names import names_in
from cases.public.query.parameters import SEARCH_PARAMETERS
from cases.public.query.query import Query
from cases.public.views.statistics import built, of_samples_in, shown_chart
from cases.register.snapshot import Snapshot
from tracker.content_policy import EMBEDDED

EMBED_PARAMETERS = tuple(name for name in SEARCH_PARAMETERS if name != "q")
MOST_ROWS = 10

View = Callable[..., HttpResponse]


def for_other_pages(view: View) -> View:
    """What is there may stand in a frame anywhere, also where the browser has it already (304); nothing else may."""

    @wraps(view)
    def answer(request: HttpRequest, **arguments) -> HttpResponse:
        response = view(request, **arguments)
        if response.status_code in (200, 304):
            response._csp_replace = EMBEDDED
            response.xframe_options_exempt = True
        return response

    return answer


@require_safe
@for_other_pages
@asking(EMBED_PARAMETERS)
@with_snapshot
def chart_embed(request: HttpRequest, snapshot: Snapshot, query: Query, chart: str) -> HttpResponse:
    build, filters = built(chart), find(query, snapshot)
    search, samples = heading(filters.values, names_in(query)), of_samples_in(filters)
    made = shown_chart(build(filters, query, False), query, search, samples)
    for part in made["parts"]:
        # The list may not stand in the frame.
        part["bars"] = [bar | {"query": None} for bar in part["bars"]]
    return _page(
        "public/embed_chart.html",
        here=reverse("public:chart_embed", args=[chart]) + query.suffix,
        whole=reverse("public:statistics") + f"{query.suffix}#{chart}",
        heading=f"{made['title']} · {search}",
        chart=made,
    )


@require_safe
@for_other_pages
@asking(EMBED_PARAMETERS)
@with_snapshot
def map_embed(request: HttpRequest, snapshot: Snapshot, query: Query) -> HttpResponse:
    filters = find(query, snapshot)
    figures = figures_of(filters.narrowed())
    return _page(
        "public/embed_map.html",
        here=reverse("public:map_embed") + query.suffix,
        whole=reverse("public:map") + query.suffix,
        heading=_("Map: %s") % heading(filters.values, names_in(query)),
        figures=figures,
        classes=classes_of(figures.countries),
        people=count_people(filters.narrowed()),
        query=query,
    )


@require_safe
@for_other_pages
@asking(EMBED_PARAMETERS)
@with_snapshot
def list_embed(request: HttpRequest, snapshot: Snapshot, query: Query) -> HttpResponse:
    filters = find(query, snapshot)
    rows = shown_in_order(filters.in_order(0, MOST_ROWS))
    return _page(
        "public/embed_list.html",
        here=reverse("public:list_embed") + query.suffix,
        whole=reverse("public:case_list") + query.suffix,
        heading=heading(filters.values, names_in(query)),
        rows=case_rows(rows, today=timezone.localdate()),
        people=count_people(filters.narrowed()),
    )


def _page(template: str, *, here: str, whole: str, **context) -> HttpResponse:
    """`whole` is the page that shows all of it, where the frame leads."""
    return page(
        template,
        {
            "canonical": absolute(here),
            "whole": absolute(whole),
            "noindex": True,
            "today": timezone.localdate(),
            **context,
        },
    )
