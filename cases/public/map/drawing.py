"""Maps as SVG: of cases, with countries filled by classes and regions as circles; of one place, without any case.

Only presentation attributes, no words to be seen: what a map shows stands beside it in the page. Its colours suit light
and dark paper alike. A picture (PNG) is drawn from the same SVG, on light paper and with a key of figures.
"""

from dataclasses import dataclass
from math import sqrt

from django.template.loader import render_to_string

from cases.public.map.extents import Extent
from cases.public.map.figures import PlaceFigures
from cases.public.map.shapes import centre_of, centre_of_region, paths
from cases.text.xml_text import printable
from cases.wording.numbers import grouped
from cases.wording.samples import how_many

OPACITIES = (0.2, 0.38, 0.56, 0.77, 1)
"""How strongly a class is filled, the fewest first."""
LARGEST_CIRCLE, SMALLEST_CIRCLE = 38, 7
DOT = 9
KEY_HEIGHT, LINE_HEIGHT = 96, 24


@dataclass(frozen=True)
class Class:
    """Countries with at least `least` cases and at most `most`."""

    least: int
    most: int
    opacity: float

    def holds(self, number: int) -> bool:
        return self.least <= number <= self.most

    @property
    def words(self) -> str:
        return (
            grouped(self.least) if self.least == self.most else f"{grouped(self.least)}–{grouped(self.most)}"
        )


def classes_of(countries: dict[str, int]) -> list[Class]:
    """Up to five classes at round numbers (1, 2, 5, 10, 20, 50 …), the last as far as the highest count.

    Those without a country are left out; where all have the same number, that is the one class.
    """
    highest = max(countries.values(), default=0)
    if len({*countries.values()}) == 1:
        return [Class(highest, highest, OPACITIES[2])]
    steps = [step * 10**power for power in range(len(str(highest))) for step in (1, 2, 5)]
    bounds = [step for step in steps if step <= highest][-len(OPACITIES) :]
    if not bounds:
        return []
    bounds[0] = 1
    mosts = [bound - 1 for bound in bounds[1:]] + [highest]
    classes = [Class(*each) for each in zip(bounds, mosts, OPACITIES[-len(bounds) :], strict=True)]
    return [each for each in classes if any(map(each.holds, countries.values()))]


def map_of_cases(figures: PlaceFigures, *, address: str = "") -> str:
    """The SVG; with an `address` also a key in figures, for those who see it away from its page."""
    classes, extent = classes_of(figures.countries), figures.extent
    key = _key(classes, figures, extent) if address else []
    return _svg(
        extent,
        {
            code: next(each.opacity for each in classes if each.holds(number))
            for code, number in figures.countries.items()
        },
        circles=_circles(figures),
        key=key,
        address=address,
        of_samples=how_many(figures.samples, figures.cases),
    )


def map_of_place(extent: Extent, country: str, region: str = "") -> str:
    """One country filled, with a dot where the region is."""
    point = centre_of_region(region)
    circles = [_circle(extent, point, LARGEST_CIRCLE)] if point else []
    return _svg(extent, {country: OPACITIES[2]}, circles=circles)


def _svg(
    extent: Extent,
    filled: dict[str, float],
    *,
    circles: list[dict],
    key=(),
    address: str = "",
    of_samples: str = "",
) -> str:
    shapes = dict(paths(extent))
    by_opacity: dict[float, str] = {}
    for code, opacity in filled.items():
        by_opacity[opacity] = by_opacity.get(opacity, "") + shapes.get(code, "")
    # Apart from the outlines, in which a shape within another would be a hole.
    dots = [(opacity, _dot(extent, code)) for code, opacity in filled.items() if code not in shapes]
    return render_to_string(
        "public/map.svg",
        {
            "width": round(extent.on_sheet((extent.east, 0))[0]),
            "height": extent.height,
            "whole_height": extent.height
            + (KEY_HEIGHT + (LINE_HEIGHT if of_samples else 0) if address else 0),
            "land": "".join(path for code, path in shapes.items() if code not in filled),
            "filled": [each for each in (*sorted(by_opacity.items()), *dots) if each[1]],
            "circles": circles,
            "key": key,
            "address": address,
            "of_samples": printable(of_samples),
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


def _key(classes: list[Class], figures: PlaceFigures, extent: Extent) -> list[dict]:
    """Swatches with their figures, and the largest circle with its number, from left to right."""
    key = [
        {"x": 20 + 130 * at, "y": extent.height + 20, "opacity": each.opacity, "words": each.words}
        for at, each in enumerate(classes)
    ]
    largest = max((number for _point, number in figures.circles.values()), default=0)
    if largest:
        key.append({"x": 20 + 130 * len(classes) + 40, "y": extent.height + 20, "words": grouped(largest)})
    return key
