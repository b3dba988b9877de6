"""Shared records on file – places, agencies and the like – whose names are near to one that somebody types.

What is near is `cases.text.institutions`. Persons have a search of their own, by names alone.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from threading import Lock
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.db.models.expressions import RawSQL

from cases.text.beginnings import Beginning
from cases.text.institutions import keys_of, same_institution
from cases.text.names import SAME

MOST = 20
MOST_BEGUN = 200
MOST_KEPT = 200_000
"""Records of one kind that a process remembers the names of, those that are gone since among them."""


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
    if not texts:
        return []
    rows = model._default_manager.order_by()
    if country and "country" in _columns(model):
        rows = rows.filter(Q(country=country) | Q(country=""))
    best: dict[Any, tuple] = {}
    for key, named in _names_on_file(model).like(texts, among=rows).items():
        for name in named.names:
            for text in texts:
                match = None if _is_only_its_town(text, named.town, name) else same_institution(text, name)
                if match and (key not in best or match.score > best[key][0]):
                    best[key] = (match.score, match.tier, name)
    first = sorted(best.items(), key=lambda item: (item[1][1] != SAME, -item[1][0], item[1][2]))[:MOST]
    records = model._default_manager.in_bulk([key for key, _ in first])
    return [Near(records[key], name, tier, score) for key, (score, tier, name) in first if key in records]


def begun_records(model: type[Model], typed: str) -> list[Any]:
    """Keys of the records of a model that have a name whose words begin with what is typed, in whatever script."""
    beginning = Beginning(typed)
    if not beginning:
        return []
    rows = model._default_manager.order_by().values_list("pk", *_named(model))
    return [key for key, *values in rows if any(map(beginning.begins, _flat(values)))][:MOST_BEGUN]


@dataclass(frozen=True)
class _Named:
    """The names of one record; `stamp` is that of its row, which is another after every change."""

    stamp: str
    town: str
    names: frozenset[str]


@dataclass
class _NamesOnFile:
    """The names of all records of a model, by what they can be looked up by, as this process read them last.

    Each look-up asks which rows are others by now, and reads those.
    """

    model: type[Model]
    _by_record: dict[Any, _Named] = field(default_factory=dict)
    _by_key: defaultdict[str, set[Any]] = field(default_factory=lambda: defaultdict(set))
    _lock: Lock = field(default_factory=Lock)

    def like(self, texts: list[str], *, among: QuerySet) -> dict[Any, _Named]:
        """Records that share a key with one of the texts, of those `among` which are asked for."""
        table = self.model._meta.db_table
        stamps = dict(
            among.annotate(stamp=RawSQL(f"{table}.xmin::text || {table}.ctid::text", [])).values_list(
                "pk", "stamp"
            )
        )
        wanted = set().union(*map(keys_of, texts))
        with self._lock:
            self._read({key: stamp for key, stamp in stamps.items() if self._stamp_of(key) != stamp})
            found = set().union(*(self._by_key.get(key, ()) for key in wanted))
            return {key: self._by_record[key] for key in found & stamps.keys()}

    def _stamp_of(self, key: Any) -> str:
        known = self._by_record.get(key)
        return known.stamp if known else ""

    def _read(self, changed: dict[Any, str]) -> None:
        if not changed:
            return
        if len(self._by_record) > MOST_KEPT:
            self._by_record.clear()
            self._by_key.clear()
        town = "locality" if "locality" in _columns(self.model) else "name"
        named = _named(self.model)
        rows = self.model._base_manager.filter(pk__in=changed).order_by()
        for key, its_town, *values in rows.values_list("pk", town, *named):
            before = self._by_record.get(key)
            for name in before.names if before else ():
                for each in keys_of(name):
                    self._by_key[each].discard(key)
            self._by_record[key] = _Named(changed[key], its_town, frozenset(_flat(values)))
            for name in self._by_record[key].names:
                for each in keys_of(name):
                    self._by_key[each].add(key)


_names_on_file = cache(_NamesOnFile)


def _columns(model: type[Model]) -> set[str]:
    return {each.name for each in model._meta.concrete_fields}


def _named(model: type[Model]) -> list[str]:
    """The columns that hold names."""
    return [each for each in ("name", "facility", "spellings") if each in _columns(model)]


def _flat(values: list) -> set[str]:
    """Every name of a row: texts, and lists of texts."""
    return {name for value in values for name in ([value] if isinstance(value, str) else value) if name}


def _is_only_its_town(text: str, town: str, name: str) -> bool:
    """Whether somebody types the town that a prison is named after."""
    return town != name and town.casefold() == text.strip().casefold()
