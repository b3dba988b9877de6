"""Shared records on file – places, agencies and the like – whose names are near to one that somebody types.

What is near is `cases.text.institutions`. Persons have a search of their own, by names alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q

from cases.text.institutions import same_institution
from cases.text.names import SAME

MOST = 20


@dataclass(frozen=True)
class Near:
    """A record on file of which `name` compares as the `same` or `similar` (`tier`), by a score from 0 to 1."""

    record: Any
    name: str
    tier: str
    score: float


def near_records(model: type[Model], typed: str | Iterable[str], country: str = "") -> list[Near]:
    """The records of a model whose names are near to a typed one, or to one of several, the best first.

    A model needs `name` and may have `spellings`, `facility` and `country`. With a country those of it, and those that
    state none.
    """
    texts = [text for text in ([typed] if isinstance(typed, str) else typed) if text.strip()]
    columns = {field.name for field in model._meta.concrete_fields}
    named = [each for each in ("name", "facility", "spellings") if each in columns]
    rows = model._default_manager.all()
    if country and "country" in columns:
        rows = rows.filter(Q(country=country) | Q(country=""))
    best: dict[Any, tuple] = {}
    town_column = "locality" if "locality" in columns else "name"
    for key, town, *values in rows.order_by().values_list("pk", town_column, *named):
        for name in _flat(values):
            for text in texts:
                match = None if _is_only_its_town(text, town, name) else same_institution(text, name)
                if match and (key not in best or match.score > best[key][0]):
                    best[key] = (match.score, match.tier, name)
    first = sorted(best.items(), key=lambda item: (item[1][1] != SAME, -item[1][0], item[1][2]))[:MOST]
    records = model._default_manager.in_bulk([key for key, _ in first])
    return [Near(records[key], name, tier, score) for key, (score, tier, name) in first if key in records]


def _flat(values: list) -> set[str]:
    """Every name of a row: texts, and lists of texts."""
    return {name for value in values for name in ([value] if isinstance(value, str) else value) if name}


def _is_only_its_town(text: str, town: str, name: str) -> bool:
    """Whether somebody types the town that a prison is named after."""
    return town != name and town.casefold() == text.strip().casefold()
