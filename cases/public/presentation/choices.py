"""What the reader has chosen on the list, and what there is to choose: chips and counted choices."""

from django.utils.translation import gettext_lazy

from cases.public.facets import THEMES
from cases.public.presentation.parameters import TITLES, value_words
from cases.public.query import Query
from cases.wording.numbers import grouped

MOST_OFFERED = 10
"""Values of one facet on the list. The others have a page of their own, which has room for all of them."""

THEME_TITLES = {
    "what": gettext_lazy("What happened"),
    "where": gettext_lazy("Where"),
    "custody": gettext_lazy("Custody and court"),
    "who": gettext_lazy("Who"),
    "context": gettext_lazy("Context"),
}


def chips(query: Query, names: dict[str, str]) -> list[dict]:
    """One for each value chosen, with the query that is left without it."""
    return [
        {
            "title": TITLES[name],
            "value": value_words(name, value, names),
            "rest": query.without_value(name, value).suffix,
        }
        for name, value in query.parameters
        if name in TITLES
    ]


def themes(counts: dict[str, dict[str, int]], query: Query, names: dict[str, str]) -> list[dict]:
    """The facets by theme. A facet nobody could use here is left out, and so is a theme without facets."""
    found = [
        {
            "title": THEME_TITLES[theme],
            "facets": [
                facet
                for parameter in parameters
                if (facet := _facet(parameter, counts[parameter], query.values(parameter), names))
            ],
        }
        for theme, parameters in THEMES.items()
    ]
    return [theme for theme in found if theme["facets"]]


def offered(counts: dict[str, int], chosen: list[str]) -> list[str]:
    """The values of a facet that the list offers: those chosen first, then by number of cases."""
    values = list(dict.fromkeys([*chosen, *counts]))
    # A remainder of one or two is no reason for another page.
    room = MOST_OFFERED if len(values) > MOST_OFFERED + 2 else len(values)
    return values[: max(room, len(chosen))]


def _facet(parameter: str, counts: dict[str, int], chosen: list[str], names: dict[str, str]) -> dict | None:
    """None if there is nothing to choose; values without cases are there only while they are chosen."""
    values = offered(counts, chosen)
    if not values:
        return None
    return {
        "parameter": parameter,
        "title": TITLES[parameter],
        "chosen": len(chosen),
        "choices": [
            {
                "value": value,
                "label": value_words(parameter, value, names),
                "count": grouped(counts.get(value, 0)),
                "chosen": value in chosen,
            }
            for value in values
        ],
        "left": len({*chosen, *counts}) - len(values),
    }
