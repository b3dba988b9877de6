"""What the reader has chosen on the list, and what there is to choose: chips, counted choices, ways into the list."""

from django.utils.translation import gettext as _

from cases.public.query.parameters import PARAMETERS, THEMES, Parameter
from cases.public.query.query import Query
from cases.public.query.ranges import RANGE_OF, RANGES
from cases.public.query.shapes import DAY
from cases.vocabularies.places import NOT_STATED
from cases.vocabularies.terms import CodeList
from cases.wording.numbers import grouped

SHORT = 20
"""A list of so many codes is shown whole, those no case has with nought: that nobody has it is an answer too."""
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


def days(query: Query) -> list[dict]:
    """What can be asked by days and numbers: questions of one field or two, open where something is chosen."""
    of_one = [each for each in PARAMETERS.values() if each.shape is DAY and each.name not in RANGE_OF]
    asked = [(each.title, [(each.name, each.title)]) for each in of_one]
    asked[:0] = [(each.title, list(zip(each.ends, (_("From"), _("To")), strict=True))) for each in RANGES]
    return [
        {
            "title": title,
            "chosen": sum(name in query for name, _title in fields),
            "fields": [
                {
                    "name": name,
                    "title": title,
                    "value": query.value(name),
                    "type": "date" if PARAMETERS[name].shape is DAY else "number",
                }
                for name, title in fields
            ],
        }
        for title, fields in asked
    ]


def offered(counts: dict[str, int], chosen: list[str], codes: CodeList | None = None) -> list[str]:
    """The values of a facet that the list offers: those chosen first, then by number of cases; of a short list of codes
    all, if any case has one.
    """
    values = list(dict.fromkeys([*chosen, *counts]))
    if values and codes and len(codes) <= SHORT:
        return list(dict.fromkeys([*values, *codes.codes]))
    # A remainder of one or two is no reason for another page.
    room = MOST_OFFERED if len(values) > MOST_OFFERED + 2 else len(values)
    return values[: max(room, len(chosen))]


def _facet(
    parameter: Parameter, counts: dict[str, int], chosen: list[str], names: dict[str, str]
) -> dict | None:
    """None if there is nothing to choose; values without cases are there only while they are chosen."""
    values = offered(counts, chosen, parameter.shape.codes)
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
        "left": max(0, len({*chosen, *counts}) - len(values)),
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
