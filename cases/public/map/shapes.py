"""The outlines of countries as paths of an SVG, cut to what a map shows.

Made from `countries.json`; where that comes from, and under which licence, stands beside it.
"""

import json
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from cases.public.map.extents import CAUCASUS, WORLD, Extent, Point
from cases.vocabularies.region_centres import REGION_CENTRES

NOBODYS = ""
"""The code of land that the atlas draws and ISO 3166-1 has no code for."""

_MARGIN = 0.03
"""Outlines are cut a little outside the sheet, so that the cut is not seen."""
_MAIN_PART = 0.2
"""Share of the largest part of a country that another must have to be shown with it."""
_UNITS = {"world": 10, "near": 100}


@cache
def _atlas() -> dict:
    return json.loads(Path(__file__).with_name("countries.json").read_text())


@cache
def _rings(level: str) -> dict[str, list[list[Point]]]:
    unit = _UNITS[level]
    return {
        code: [
            _beyond([(x / unit, y / unit) for x, y in zip(ring[::2], ring[1::2], strict=True)])
            for ring in of_country
        ]
        for code, of_country in _atlas()[level].items()
    }


def _beyond(points: list[Point]) -> list[Point]:
    """What lies wholly in the far west goes on beyond the 180th meridian, where our map of the world ends."""
    if max(point[0] for point in points) >= WORLD.west:
        return points
    return [(longitude + 360, latitude) for longitude, latitude in points]


def centre_of(country: str) -> Point | None:
    """The middle of a country's largest part; None for what the atlas does not hold."""
    found = _atlas()["centres"].get(country)
    return _beyond([tuple(found)])[0] if found else None


def centre_of_region(region: str) -> Point | None:
    latitude_first = REGION_CENTRES.get(region)
    return latitude_first[::-1] if latitude_first else None


@cache
def extent_of(country: str) -> Extent | None:
    """A country with some of its surroundings; overseas parts are left out."""
    centre = centre_of(country)
    if centre is None:
        return None
    rings = _rings("near").get(country, [])
    if not rings:
        return Extent(centre[0] - 1, centre[1] - 1, centre[0] + 1, centre[1] + 1).around(0.5)
    sizes = [abs(_area(ring)) for ring in rings]
    points = [
        point
        for ring, size in zip(rings, sizes, strict=True)
        if size >= _MAIN_PART * max(sizes)
        for point in ring
    ]
    longitudes, latitudes = [point[0] for point in points], [point[1] for point in points]
    return Extent(min(longitudes), min(latitudes), max(longitudes), max(latitudes)).around()


def extent_for(country: str, region: str = "") -> Extent | None:
    """Where one country, or one region of it, is best shown: of a large country the part around the Caucasus."""
    extent, point = extent_of(country), centre_of_region(region)
    is_large = extent is not None and extent.east - extent.west > CAUCASUS.east - CAUCASUS.west
    return CAUCASUS if is_large and point and point in CAUCASUS else extent


@lru_cache(maxsize=300)
def paths(extent: Extent) -> tuple[tuple[str, str], ...]:
    """Pairs of code and path for every country of which a part is seen."""
    level = "near" if extent.is_close else "world"
    across, up = (extent.east - extent.west) * _MARGIN, (extent.north - extent.south) * _MARGIN
    frame = replace(
        extent,
        west=extent.west - across,
        east=extent.east + across,
        south=extent.south - up,
        north=extent.north + up,
    )
    drawn = []
    for code, rings in _rings(level).items():
        path = "".join(_path(extent, part) for ring in rings if len(part := _cut(ring, frame)) > 2)
        if path:
            drawn.append((code, path))
    return tuple(drawn)


def _path(extent: Extent, ring: list[Point]) -> str:
    """In whole units, each point as the way from the one before it; empty for what is too small to be seen."""
    points: list[tuple[int, int]] = []
    for point in ring:
        x, y = extent.on_sheet(point)
        rounded = round(x), round(y)
        if not points or rounded != points[-1]:
            points.append(rounded)
    if len(points) < 3:
        return ""
    ways = [f"{x - before_x},{y - before_y}" for (before_x, before_y), (x, y) in pairwise(points)]
    return f"M{points[0][0]},{points[0][1]}l{' '.join(ways)}z"


def _cut(ring: list[Point], frame: Extent) -> list[Point]:
    """What of a ring lies within the frame: cut off at one side after another (Sutherland and Hodgman 1974)."""
    for axis, limit, sign in (
        (0, frame.west, 1),
        (0, frame.east, -1),
        (1, frame.south, 1),
        (1, frame.north, -1),
    ):
        inside = [sign * (point[axis] - limit) >= 0 for point in ring]
        if all(inside):
            continue
        if not any(inside):
            return []
        kept: list[Point] = []
        for at, point in enumerate(ring):
            if inside[at] != inside[at - 1]:
                kept.append(_crossing(ring[at - 1], point, axis, limit))
            if inside[at]:
                kept.append(point)
        ring = kept
    return ring


def _crossing(start: Point, end: Point, axis: int, limit: float) -> Point:
    share = (limit - start[axis]) / (end[axis] - start[axis])
    other = start[1 - axis] + share * (end[1 - axis] - start[1 - axis])
    return (limit, other) if axis == 0 else (other, limit)


def _area(ring: list[Point]) -> float:
    return sum(ring[at - 1][0] * y - x * ring[at - 1][1] for at, (x, y) in enumerate(ring)) / 2
