"""What the reader has chosen on the list, and what there is to choose: chips, counted choices, ways into the list."""

from cases.public.query.parameters import PARAMETERS, THEMES, Parameter
from cases.public.query.query import Query
from cases.vocabularies.places import NOT_STATED
from cases.wording.numbers import grouped

MOST_OFFERED = 10
"""Values of one facet on the list. The others have a page of their own, which has room for all of them."""


def chips(query: Query, names: dict[str, str]) -> list[dict]:
    """One for each value chosen, with the query that is left without it."""
    return [
        {
            "title": PARAMETERS[name].title,
            "value": PARAMETERS[name].words(value, names),
            "rest": query.without_value(name, value).suffix,
        }
        for name, value in query.parameters
        if PARAMETERS[name].chooses
    ]


def themes(counts: dict[str, dict[str, int]], query: Query, names: dict[str, str]) -> list[dict]:
    """The facets by theme. A facet nobody could use here is left out, and so is a theme without facets."""
    found = [
        {
            "title": title,
            "facets": [
                facet
                for each in PARAMETERS.values()
                if each.theme == theme
                and (facet := _facet(each, counts[each.name], query.values(each.name), names))
            ],
        }
        for theme, title in THEMES.items()
    ]
    return [theme for theme in found if theme["facets"]]


def offered(counts: dict[str, int], chosen: list[str]) -> list[str]:
    """The values of a facet that the list offers: those chosen first, then by number of cases."""
    values = list(dict.fromkeys([*chosen, *counts]))
    # A remainder of one or two is no reason for another page.
    room = MOST_OFFERED if len(values) > MOST_OFFERED + 2 else len(values)
    return values[: max(room, len(chosen))]


def _facet(
    parameter: Parameter, counts: dict[str, int], chosen: list[str], names: dict[str, str]
) -> dict | None:
    """None if there is nothing to choose; values without cases are there only while they are chosen."""
    values = offered(counts, chosen)
    if not values:
        return None
    return {
        "parameter": parameter.name,
        "title": parameter.title,
        "chosen": len(chosen),
        "choices": [
            {
                "value": value,
                "label": parameter.words(value, names),
                "count": grouped(counts.get(value, 0)),
                "chosen": value in chosen,
            }
            for value in values
        ],
        "left": len({*chosen, *counts}) - len(values),
    }


def ways(query: Query, parameter: str, counts: dict[str, int], most: int, names: dict[str, str]) -> dict:
    """The most frequent values of a parameter as ways into the list of `query`, "not stated" left out; how many are
    `left`."""
    named = [(value, count) for value, count in counts.items() if value != NOT_STATED]
    return {
        "parameter": parameter,
        "title": PARAMETERS[parameter].title,
        "ways": [
            {
                "label": PARAMETERS[parameter].words(value, names),
                "count": count,
                "query": query.and_value(parameter, value).suffix,
            }
            for value, count in named[:most]
        ],
        "left": max(0, len(named) - most),
    }
