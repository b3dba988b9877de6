"""Which part of the earth a map shows, and where on its sheet a point lies.

The projection is the plain one: parallels and meridians are straight lines, true to scale along the middle parallel.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from math import cos, radians

WIDTH = 1000
"""Units of the sheet across; it is as high as the extent asks for."""
ENOUGH = 0.8
"""The share of the cases that a closer map has to hold to be preferred."""
FLATTEST, NARROWEST = 2.1, 1.15
"""Width by height."""

Point = tuple[float, float]
"""Longitude and latitude, in degrees."""


@dataclass(frozen=True)
class Extent:
    west: float
    south: float
    east: float
    north: float
    name: str = ""
    """`caucasus`, `near` or `world`; empty for one country with its surroundings."""

    @cached_property
    def scale(self) -> tuple[float, float]:
        """Units of the sheet for a degree of longitude and of latitude."""
        across = WIDTH / (self.east - self.west)
        return across, across / self._shrinking

    @property
    def _shrinking(self) -> float:
        return cos(radians((self.north + self.south) / 2))

    @property
    def height(self) -> int:
        return round((self.north - self.south) * self.scale[1])

    @property
    def is_close(self) -> bool:
        """Whether it wants the finer shapes."""
        return self.east - self.west <= 60

    def on_sheet(self, point: Point) -> Point:
        across, down = self.scale
        return (point[0] - self.west) * across, (self.north - point[1]) * down

    def __contains__(self, point: Point) -> bool:
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north

    def around(self, share: float = 0.08) -> "Extent":
        """With a margin, and widened to a shape that suits a page."""
        margin = max(self.east - self.west, self.north - self.south, 1.0) * share
        wider = replace(
            self,
            west=self.west - margin,
            east=self.east + margin,
            south=max(-85, self.south - margin),
            north=min(85, self.north + margin),
        )
        across, down = (wider.east - wider.west) * wider._shrinking, wider.north - wider.south
        if across > FLATTEST * down:
            more = (across / FLATTEST - down) / 2
            return replace(wider, south=max(-85, wider.south - more), north=min(85, wider.north + more))
        if across < NARROWEST * down:
            more = (NARROWEST * down - across) / 2 / wider._shrinking
            return replace(wider, west=wider.west - more, east=wider.east + more)
        return wider


CAUCASUS = Extent(33.0, 36.2, 52.6, 47.2, "caucasus")
NEAR = Extent(-12.0, 22.0, 82.0, 66.0, "near")
WORLD = Extent(-170.0, -57.0, 190.0, 78.0, "world")


def closest(weights: Iterable[tuple[Point, int]], country: Extent | None = None) -> Extent:
    """The smallest extent that holds most of the cases, given as points with numbers of cases.

    `country` is the extent of the one country they are in, if they are in one.
    """
    weights = list(weights)
    whole = sum(number for _point, number in weights)
    offered = [each for each in (country, CAUCASUS, NEAR) if each]
    for extent in sorted(offered, key=lambda each: (each.east - each.west) * (each.north - each.south)):
        if whole and sum(number for point, number in weights if point in extent) >= ENOUGH * whole:
            return extent
    return WORLD if whole else CAUCASUS
