"""Towns that are not on file yet: found by name in any script, and made a place when somebody chooses one."""

import re
from functools import cache

from rapidfuzz import fuzz, process

from cases.models import Place
from cases.text.names import compare, fold
from cases.vocabularies.towns import Town, towns

MOST = 10
FEWEST_LETTERS = 2
_CITY = re.compile(r"^(?:г\.|гор\.|город\s|ş\.)\s*|\s+(?:şəhəri?|city|town)$", re.IGNORECASE)
NEAR = 80
"""Of a hundred: how much of two folded names has to agree for a typed one to be looked at."""
CANDIDATES = 60


def towns_like(typed: str) -> list[Town]:
    """Towns whose names begin with what is typed or are like it, the best first, larger ones before smaller."""
    asked = fold(typed)
    if len(asked) < FEWEST_LETTERS:
        return []
    scores: dict[int, float] = {}
    for name, keys in _names().items():
        if name.startswith(asked):
            for key in keys:
                scores[key] = max(scores.get(key, 0), 2 if name == asked else 1)
    if len(scores) < MOST:
        near = process.extract(asked, _names().keys(), scorer=fuzz.ratio, score_cutoff=NEAR, limit=CANDIDATES)
        for name, _score, _at in near:
            if match := compare(asked, name):
                for key in _names()[name]:
                    scores[key] = max(scores.get(key, 0), match.score / 2)
    found = sorted(scores, key=lambda key: (-scores[key], -towns()[key].population))
    return [towns()[key] for key in found[:MOST]]


def is_a_town(typed: str, country: str) -> bool:
    """Whether that is the whole name of a town of the country, in any language, also with “city” beside it."""
    name = fold(_CITY.sub("", typed))
    return any(towns()[key].country == country for key in _names().get(name, ()))


@cache
def _names() -> dict[str, set[int]]:
    """Every name of every town in plain Latin letters, with the towns that are called so."""
    named: dict[str, set[int]] = {}
    for town in towns().values():
        for name in town.folded:
            named.setdefault(name, set()).add(town.key)
    return named


def place_of(town: Town) -> Place:
    """The place on file that a town is, made if there is none."""
    place, _is_new = Place.objects.get_or_create(
        country=town.country,
        region=town.region,
        locality=town.name,
        facility="",
        name=town.name,
        defaults={
            "spellings": list(town.names),
            "latitude": town.latitude,
            "longitude": town.longitude,
            "precision": "locality",
        },
    )
    return place
