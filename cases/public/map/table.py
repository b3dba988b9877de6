"""The table beside a map: countries with their regions, each row a way into the list."""

from cases.public.map.figures import PlaceFigures
from cases.public.query.query import Query
from cases.public.query.shapes import REGION
from cases.vocabularies.places import REGIONS, STATES
from cases.wording.paths import place_path
from cases.wording.places import country_of_region
from cases.wording.words import label

MOST_REGIONS = 120
"""Rows of regions; all of them are on the page of all values."""


def place_table(figures: PlaceFigures, query: Query) -> dict:
    """`countries`: rows with their `regions`; `others`: regions whose country no code tells; how many are `left`."""
    regions = list(figures.regions.items())[:MOST_REGIONS]
    by_country: dict[str, list[dict]] = {code: [] for code in figures.countries}
    others = []
    for region, number in regions:
        country = country_of_region(region)
        row = {
            "name": label(REGIONS, region),
            "cases": number,
            "query": query.listing([("region", region)]),
            "path": place_path("", region),
        }
        by_country.get(country, others).append(row)
    return {
        "most": max([*figures.countries.values(), *figures.regions.values()], default=0),
        "countries": [
            {
                "name": label(STATES, code),
                "cases": number,
                "query": query.listing([("location", code)]),
                "path": place_path(code),
                "regions": by_country[code],
            }
            for code, number in figures.countries.items()
        ],
        "others": others,
        "left": len(figures.regions) - len(regions),
    }


def largest_circle(figures: PlaceFigures) -> dict | None:
    """The region with the most cases of those drawn."""
    if not figures.circles:
        return None
    code, (_point, number) = max(figures.circles.items(), key=lambda each: each[1][1])
    return {"name": REGION.words(code, {}), "cases": number}
