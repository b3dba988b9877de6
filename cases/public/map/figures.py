"""What a map counts: cases by country and by region, and those that state no place."""

from dataclasses import dataclass
from functools import cached_property

from cases.public.map.extents import Extent, Point, closest
from cases.public.map.shapes import centre_of, centre_of_region, extent_of, paths
from cases.register.selection import Selection
from cases.vocabularies.places import NOT_STATED


@dataclass(frozen=True)
class PlaceFigures:
    """`countries` and `regions`: code (of regions also a name) → cases, the most first. A case with several countries
    counts in each; one without a region counts in its country alone. `samples` are those that are fictional."""

    cases: int
    placeless: int
    countries: dict[str, int]
    regions: dict[str, int]
    samples: int = 0

    @cached_property
    def extent(self) -> Extent:
        """The part of the earth that holds most of them."""
        single = next(iter(self.countries)) if len(self.countries) == 1 else ""
        return closest(self._weights(), extent_of(single) if single else None)

    @cached_property
    def outside(self) -> int:
        """How many cases are in countries of which nothing is drawn; one in several of them is counted in each."""
        drawn = {code for code, _path in paths(self.extent)}
        return sum(
            number
            for code, number in self.countries.items()
            if code not in drawn and ((point := centre_of(code)) is None or point not in self.extent)
        )

    @cached_property
    def circles(self) -> dict[str, tuple[Point, int]]:
        """The regions that a map can draw: code → point, cases. None on the map of the world, which has no room."""
        if self.extent.name == "world":
            return {}
        return {
            code: (point, number)
            for code, number in self.regions.items()
            if (point := centre_of_region(code)) and point in self.extent
        }

    def _weights(self) -> list[tuple[Point, int]]:
        """Where the cases are, as exactly as a region says; those without one in the middle of their country."""
        weights = []
        rest = dict(self.countries)
        for code, number in self.regions.items():
            country = code.partition("-")[0]
            if (point := centre_of_region(code)) and country in rest:
                weights.append((point, number))
                rest[country] = max(0, rest[country] - number)
        weights += [(point, number) for code, number in rest.items() if number and (point := centre_of(code))]
        return weights


def figures_of(cases: Selection) -> PlaceFigures:
    countries = {code: number for code, number in cases.count_of("location").items() if code != NOT_STATED}
    regions = cases.count_of("region")
    placed = cases.any_of("location", countries).rows | cases.any_of("region", regions).rows
    return PlaceFigures(
        cases=len(cases),
        placeless=len(cases) - len(placed),
        countries=countries,
        regions=regions,
        samples=len(cases.samples()),
    )
