"""How well people are found by name: pairs of spellings, searched among many other names.

Each distinct stored name becomes one case of a scratch register, between plausible others, and every query runs
through the public search. The scratch register is temporary tables that stand in front of the register's own for
this connection alone; they are gone afterwards, and nobody else ever sees them.
"""

import csv
import random
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice

from django.db import connection, transaction
from django.db.models import F

from cases.register.bulk import copy_in
from cases.register.facet_block import NAME, FacetBlock
from cases.register.name_finds import find_by_name
from cases.register.name_index import NameToken, change_uses, tokens_of
from cases.register.published_case import PublishedCase
from cases.text.names import SAME
from cases.text.romanisation import script_of
from tests.benchmark.name_crowd import SEED, other_names

FIRST = 5
BATCH = 5_000
COLUMNS = ("query", "stored", "match")
TABLES = (PublishedCase, NameToken, FacetBlock)


@dataclass(frozen=True)
class Pair:
    query: str
    stored: str
    same_person: bool

    @property
    def scripts(self) -> str:
        return f"{script_of(self.query)}→{script_of(self.stored)}"


@dataclass(frozen=True)
class Outcome:
    """What a query found: where the stored name stood (0 is first; None: not among the first five), and its tier."""

    pair: Pair
    place: int | None
    tier: str
    first: str
    milliseconds: float

    @property
    def failed(self) -> bool:
        return self.place is None if self.pair.same_person else self.tier == SAME


@dataclass
class Evaluation:
    names: int
    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def yes(self) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if outcome.pair.same_person]

    @property
    def near_misses(self) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if not outcome.pair.same_person]

    @property
    def failures(self) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if outcome.failed]

    def by_script(self) -> dict[str, dict]:
        """Script of the query → script of the stored name: recall, and how many pairs it is of."""
        found = defaultdict(list)
        for outcome in self.yes:
            found[outcome.pair.scripts].append(outcome)
        return {
            scripts: {"recall_at_5": _recall(of_scripts), "pairs": len(of_scripts)}
            for scripts, of_scripts in sorted(found.items())
        }

    def as_dict(self) -> dict:
        """Shares are 0 to 1, or None of nothing; times are milliseconds, `ms_per_query` their median."""
        times = [outcome.milliseconds for outcome in self.outcomes]
        confident = [outcome for outcome in self.near_misses if outcome.tier == SAME]
        return {
            "recall_at_5": _recall(self.yes),
            "by_script": self.by_script(),
            "near_misses_confident": _share(len(confident), len(self.near_misses)),
            "ms_per_query": round(statistics.median(times), 2) if times else None,
            "ms_per_query_mean": round(statistics.mean(times), 2) if times else None,
            "recall_at_1": _share(sum(outcome.place == 0 for outcome in self.yes), len(self.yes)),
            "same_tier": _share(sum(outcome.tier == SAME for outcome in self.yes), len(self.yes)),
            "pairs": len(self.yes),
            "near_misses": len(self.near_misses),
            "names": self.names,
        }


def read_pairs(lines: Iterable[str]) -> list[Pair]:
    """Pairs from `query,stored,match` with that header; a ValueError names row, field and reason."""
    reader = csv.DictReader(lines, strict=True)
    pairs: list[Pair] = []
    try:
        missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
        if missing:
            raise ValueError(f"row 1, {missing[0]}: the header lacks it; it must be {','.join(COLUMNS)}")
        for row in reader:
            pairs.append(_pair(row, len(pairs) + 2))
    except csv.Error as error:
        raise ValueError(f"row {len(pairs) + 2}: {error}") from error
    return pairs


def evaluate(
    pairs: list[Pair], *, among: int, progress: Callable[[int], None] = lambda done: None
) -> Evaluation:
    """Search for every query among the stored names and `among` others. Leaves the register as it was."""
    with scratch_register():
        rows = fill(_crowd(pairs, among), progress)
        numbers = {pair.stored: rows[pair.stored] for pair in pairs}
        evaluation = Evaluation(len(rows))
        for pair in pairs:
            evaluation.outcomes.append(_outcome(pair, numbers[pair.stored]))
        return evaluation


@contextmanager
def scratch_register() -> Iterator[None]:
    """Empty tables of names in front of the real ones, for this connection until the block is left."""
    quoted = connection.ops.quote_name
    with transaction.atomic(), connection.cursor() as cursor:
        for model in TABLES:
            table = quoted(model._meta.db_table)
            cursor.execute(f"CREATE TEMP TABLE {table} (LIKE public.{table} INCLUDING ALL) ON COMMIT DROP")
            for column in model._meta.local_concrete_fields:
                # A name is all that a scratch case has.
                if model is PublishedCase and not column.primary_key:
                    cursor.execute(f"ALTER TABLE {table} ALTER {quoted(column.column)} DROP NOT NULL")
        yield
        transaction.set_rollback(True)


def fill(names: Iterable[str], progress: Callable[[int], None] = lambda done: None) -> dict[str, int]:
    """Publish one case for each name in the scratch register; answers the row number of each."""
    names = iter(names)
    numbers: dict[str, int] = {}
    while batch := list(islice(names, BATCH)):
        rows = [
            {"row_number": number, "name": name, "other_names": [], "name_tokens": tokens_of([name])}
            for number, name in enumerate(batch, len(numbers) + 1)
        ]
        copy_in(PublishedCase, rows)
        added = defaultdict(list)
        for row in rows:
            for token in row["name_tokens"]:
                added[NAME, token].append(row["row_number"])
        FacetBlock.objects.change(added, {}, sequence=1)
        change_uses(Counter({token: len(numbers) for (_name, token), numbers in added.items()}))
        numbers |= {row["name"]: row["row_number"] for row in rows}
        progress(len(numbers))
    with connection.cursor() as cursor:
        for model in TABLES:
            cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")
    return numbers


def _crowd(pairs: list[Pair], among: int) -> list[str]:
    """Stored names at chance places among the others, so that none is first merely by its number."""
    others = other_names(
        ((pair.query, pair.stored) if pair.same_person else (pair.stored,) * 2 for pair in pairs), among
    )
    names = [*sorted({pair.stored for pair in pairs}), *others]
    random.Random(SEED).shuffle(names)
    return names


def _outcome(pair: Pair, wanted: int) -> Outcome:
    started = time.perf_counter()
    finds = find_by_name(pair.query)
    first = _first_rows(finds.bands)
    milliseconds = (time.perf_counter() - started) * 1000
    tier = next((band.tier for band in finds.bands if wanted in band.rows), "")
    numbers = [number for number, _ in first]
    return Outcome(
        pair,
        numbers.index(wanted) if wanted in numbers else None,
        tier,
        first[0][1] if first else "",
        milliseconds,
    )


def _first_rows(bands) -> list[tuple[int, str]]:
    """Row numbers and names in the order of the public list: by band, newest start, row number."""
    found: list[tuple[int, str]] = []
    for band in bands:
        if len(found) >= FIRST:
            break
        rows = PublishedCase.objects.filter(row_number__in=list(band.rows))
        found += rows.order_by(F("start_earliest").desc(nulls_last=True), "row_number").values_list(
            "row_number", "name"
        )[: FIRST - len(found)]
    return found


def _pair(row: dict, number: int) -> Pair:
    for column in COLUMNS:
        if not (row[column] or "").strip():
            raise ValueError(f"row {number}, {column}: empty")
    if None in row:
        raise ValueError(f"row {number}, match: followed by more fields than the header has")
    match = row["match"].strip().lower()
    if match not in ("yes", "no"):
        raise ValueError(f"row {number}, match: {row['match']!r} is neither yes nor no")
    return Pair(row["query"].strip(), row["stored"].strip(), match == "yes")


def _recall(outcomes: list[Outcome]) -> float | None:
    return _share(sum(outcome.place is not None for outcome in outcomes), len(outcomes))


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
