"""Maps as SVG: of cases, with countries filled by classes and regions as circles; of one place, without any case.

Only presentation attributes. On a page what a map shows stands beside it, and only names of countries are in it, in the
colours of either scheme. As a file it says all of that itself (`travelling.py`), on light paper; a picture (PNG) is
made from that file.
"""

from dataclasses import dataclass
from math import sqrt

from django.template.loader import render_to_string
from django.utils.translation import get_language

from cases.public.map.classes import OPACITIES, classes_of
from cases.public.map.extents import Extent
from cases.public.map.figures import PlaceFigures
from cases.public.map.names import names_on
from cases.public.map.shapes import centre_of, centre_of_region, paths
from cases.public.map.travelling import surroundings
from cases.text.xml_text import printable
from cases.wording.samples import how_many

LARGEST_CIRCLE, SMALLEST_CIRCLE = 38, 7
DOT = 9


@dataclass(frozen=True)
class Colours:
    paper: str
    ink: str
    soft: str
    border: str
    edge: str
    country: str
    region: str


LIGHT = Colours("#ffffff", "#14201e", "#465451", "#7d8a86", "#f5f7f6", "#1f8391", "#e08a24")
DARK = Colours("#161f1d", "#e4ebe8", "#a9b6b2", "#7d8a86", "#161f1d", "#2f93a1", "#e08a24")


def map_of_cases(
    figures: PlaceFigures, colours: Colours = LIGHT, *, title: str = "", address: str = ""
) -> str:
    """The sheet for a page; with a `title` and an `address` a file of its own, for whoever meets it elsewhere."""
    classes, extent = classes_of(figures.countries), figures.extent
    of_samples = how_many(figures.samples, figures.cases)
    around = (
        surroundings(classes, figures, extent.height, title=title, address=address, of_samples=of_samples)
        if title
        else None
    )
    return _svg(
        extent,
        {
            code: next(each.opacity for each in classes if each.holds(number))
            for code, number in figures.countries.items()
        },
        colours,
        circles=_circles(figures),
        names=names_on(extent, figures.countries),
        of_samples=printable(of_samples),
        **(
            {"lines": around.lines, "key": around.key, "top": around.top, "whole_height": around.height}
            if around
            else {}
        ),
    )


def map_of_place(extent: Extent, country: str, region: str = "") -> str:
    """One country filled, with a dot where the region is."""
    point = centre_of_region(region)
    circles = [_circle(extent, point, LARGEST_CIRCLE)] if point else []
    return _svg(extent, {country: OPACITIES[2]}, LIGHT, circles=circles)


def _svg(extent: Extent, filled: dict[str, float], colours: Colours, **more) -> str:
    shapes = dict(paths(extent))
    by_opacity: dict[float, str] = {}
    for code, opacity in filled.items():
        by_opacity[opacity] = by_opacity.get(opacity, "") + shapes.get(code, "")
    # Apart from the outlines, in which a shape within another would be a hole.
    dots = [(opacity, _dot(extent, code)) for code, opacity in filled.items() if code not in shapes]
    return render_to_string(
        "public/map.svg",
        {
            "language": get_language() if more.get("names") else "",
            "colours": colours,
            "width": round(extent.on_sheet((extent.east, 0))[0]),
            "height": extent.height,
            "whole_height": extent.height,
            "top": 0,
            "land": "".join(path for code, path in shapes.items() if code not in filled),
            "filled": [each for each in (*sorted(by_opacity.items()), *dots) if each[1]],
            **more,
        },
    )


def _dot(extent: Extent, country: str) -> str:
    """A square for a country too small to be drawn; nothing where its middle is not on the sheet."""
    centre = centre_of(country)
    if centre is None or centre not in extent:
        return ""
    x, y = extent.on_sheet(centre)
    return f"M{round(x) - DOT},{round(y) - DOT}h{2 * DOT}v{2 * DOT}h{-2 * DOT}z"


def _circles(figures: PlaceFigures) -> list[dict]:
    """The largest first, so that none hides a smaller one."""
    found = sorted(figures.circles.values(), key=lambda each: -each[1])
    return [
        _circle(figures.extent, point, max(SMALLEST_CIRCLE, LARGEST_CIRCLE * sqrt(number / found[0][1])))
        for point, number in found
    ]


def _circle(extent: Extent, point, radius: float) -> dict:
    x, y = extent.on_sheet(point)
    return {"x": round(x), "y": round(y), "r": round(radius, 1)}
