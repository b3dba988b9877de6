"""Charts of the cases of a search: the page, and each chart as SVG, PNG and CSV."""

import csv
import io

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.public.answering.asking import asking
from cases.public.answering.errors import bad_parameter_text
from cases.public.answering.frames import frame_of
from cases.public.answering.site import absolute, file_path, page
from cases.public.answering.snapshot import with_snapshot
from cases.public.charts.catalogue import CHARTS
from cases.public.charts.chart import Build, Chart, Shape
from cases.public.charts.drawing import DARK, LIGHT, Colours, draw, size
from cases.public.list.choices import chips, days, offered, themes
from cases.public.query import facets
from cases.public.query.filters import CaseFilterSet, find
from cases.public.query.heading import heading
from cases.public.query.names import names_for, names_in
from cases.public.query.query import Query
from cases.public.views.pictures import as_picture, to_be_framed
from cases.register.snapshot import Snapshot
from cases.text.formulas import guarded
from cases.wording.numbers import grouped
from cases.wording.samples import how_many


@require_safe
@asking()
@with_snapshot
def statistics(request: HttpRequest, snapshot: Snapshot, query: Query) -> HttpResponse:
    filters = find(query, snapshot)
    counts = facets.count(filters).facets
    names = names_for({name: offered(counted, query.values(name)) for name, counted in counts.items()})
    search, of_samples = heading(filters.values, names), of_samples_in(filters)
    return page(
        "public/statistics.html",
        {
            "here": "statistics",
            "canonical": absolute(reverse("public:statistics") + query.suffix),
            "heading": _("Statistics"),
            "search": search,
            "cases": len(filters.rows),
            "of_samples": of_samples,
            "chips": chips(query, names),
            "query": query.suffix,
            "all_query": query,
            "q": filters.values["q"],
            "days": days(query),
            "themes": themes(counts, query, names),
            "clearable": any(name != "q" for name, _value in query.parameters),
            "cleared": query.only(["q"]).suffix,
            "charts": [
                shown_chart(build(filters, query, False), query, search, of_samples)
                for build in CHARTS.values()
            ],
        },
    )


@require_safe
@asking(refused=bad_parameter_text)
@with_snapshot
def chart_svg(request: HttpRequest, snapshot: Snapshot, query: Query, chart: str) -> HttpResponse:
    return _drawing(snapshot, query, chart, LIGHT)


@require_safe
@asking(refused=bad_parameter_text)
@with_snapshot
def chart_dark_svg(request: HttpRequest, snapshot: Snapshot, query: Query, chart: str) -> HttpResponse:
    return _drawing(snapshot, query, chart, DARK)


@require_safe
@asking(refused=bad_parameter_text)
def chart_png(request: HttpRequest, query: Query, chart: str) -> HttpResponse:
    return as_picture(_to_picture(request, query=query, chart=chart), f"{chart}.png")


@with_snapshot
def _to_picture(request: HttpRequest, snapshot: Snapshot, query: Query, chart: str) -> HttpResponse:
    return _drawing(snapshot, query, chart, LIGHT)


@require_safe
@asking(refused=bad_parameter_text)
@with_snapshot
def chart_csv(request: HttpRequest, snapshot: Snapshot, query: Query, chart: str) -> HttpResponse:
    filters = find(query, snapshot)
    made = built(chart)(filters, query, True)
    # Numbers that leave the site say that they are not real ones; of real ones there is nothing to say.
    head, cell = (["includes_samples"], ["true"]) if filters.chosen.samples() else ([], [])
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*made.columns, *head])
    for bar in made.bars:
        writer.writerow([*(guarded(str(each)) for each in bar.cells), *cell])
    name = f"{chart}-{timezone.localdate().isoformat()}.csv"
    return HttpResponse(
        text.getvalue(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _drawing(snapshot: Snapshot, query: Query, chart: str, colours: Colours) -> HttpResponse:
    build, filters = built(chart), find(query, snapshot)
    drawn = draw(
        build(filters, query, False),
        _search(filters, query),
        colours,
        of_samples=of_samples_in(filters),
        address=_address(query, chart),
    )
    return to_be_framed(HttpResponse(drawn, content_type="image/svg+xml; charset=utf-8"))


def built(chart: str) -> Build:
    """What makes the chart of this name; 404 where there is none."""
    if chart not in CHARTS:
        raise Http404
    return CHARTS[chart]


def _search(filters: CaseFilterSet, query: Query) -> str:
    return heading(filters.values, names_in(query))


def of_samples_in(filters: CaseFilterSet) -> str:
    return how_many(len(filters.chosen.samples()), len(filters.rows))


def shown_chart(chart: Chart, query: Query, search: str, of_samples: str) -> dict:
    """A chart as the page shows it: the same numbers as a table, and where its picture and its file are."""
    address = _address(query, chart.name)
    width, height = size(chart, search, of_samples=of_samples, address=address)
    return {
        "name": chart.name,
        "title": chart.title,
        "rule": chart.rule,
        "alt": chart.alt,
        "notes": chart.notes,
        "counted": chart.counted,
        "band": chart.shape == Shape.BAND,
        "bars": chart.shape == Shape.BARS,
        "shares": chart.whole is not None,
        "width": width,
        "height": height,
        "most": chart.most,
        "parts": [
            {
                "title": part.title,
                "bars": [
                    {
                        "label": bar.label,
                        "count": bar.count,
                        "written": grouped(bar.count),
                        "certain": None if bar.certain is None else grouped(bar.certain),
                        "share": _share(bar.count, chart.whole) if chart.whole else "",
                        "query": bar.query,
                    }
                    for bar in part.bars
                ],
            }
            for part in chart.parts
            if part.bars
        ],
        "svg": reverse("public:chart_svg", args=[chart.name]) + query.suffix,
        "dark_svg": reverse("public:chart_dark_svg", args=[chart.name]) + query.suffix,
        "address": address,
        "frame": frame_of("chart_embed", query, chart.name),
        "frame_height": int(height) + 120,
        "png": reverse("public:chart_png", args=[chart.name]) + query.suffix,
        "csv": file_path("chart_csv", chart.name) + query.suffix,
        "rest": reverse("public:facet", args=[chart.rest]) + query.suffix if chart.rest else "",
    }


def _address(query: Query, chart: str) -> str:
    return absolute(f"{reverse('public:statistics')}{query.suffix}#{chart}")


def _share(count: int, whole: int) -> str:
    percent = round(100 * count / whole)
    return _("%(number)d %%") % {"number": percent} if percent or not count else _("under 1 %")
