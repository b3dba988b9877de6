"""The numbers of the front page, and the most frequent values of a parameter, in words."""

from cases.public.counting import Held
from cases.public.query.parameters import PARAMETERS
from cases.public.query.query import Query
from cases.vocabularies.places import NOT_STATED
from cases.vocabularies.proceedings import CUSTODY_STATUSES
from cases.wording.words import label


def held_table(forms: list[Held]) -> dict:
    """Rows by form of custody and their sums."""
    return {
        "rows": [
            {
                "code": form.code,
                "form": label(CUSTODY_STATUSES, form.code),
                "recent": form.recent,
                "older": form.older,
            }
            for form in forms
        ],
        "recent": sum(form.recent for form in forms),
        "older": sum(form.older for form in forms),
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
