"""Fills the register of the benchmark's own database with generated cases, and tells whether it holds them already."""

import json
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from cases.register.register import Prepared, prepare, put_many, put_prepared
from tests.benchmark.generated.cases import GeneratedCases
from tracker.preparation import files_digest

BATCH = 4_000
SEED = 1
# The batches appear to have been published one after the other over three years.
FIRST_PUBLISHED, PUBLISHED_OVER = datetime(2023, 7, 1, tzinfo=UTC), timedelta(days=1095)


@dataclass(frozen=True)
class Load:
    """How the register was filled: cases a second over all, and over the last tenth."""

    cases: int
    seconds: float
    cases_per_s: float
    last_tenth_per_s: float
    database_bytes: int


def load(cases: int, say: Callable[[str], None]) -> Load:
    """Empty the database, make the tables, put all campaigns and cases, and tidy up as the autovacuum would."""
    _stamp().unlink(missing_ok=True)
    _make_tables()
    put_many(list(_generated().campaigns()), at=FIRST_PUBLISHED)
    batches: list[tuple[int, float]] = []
    done, shown, begun = 0, time.monotonic(), time.perf_counter()
    with ProcessPoolExecutor(1, get_context("spawn"), initializer=django.setup) as helper:
        for prepared in _ahead(helper, cases):
            batch_begun = time.perf_counter()
            put_prepared(prepared, at=FIRST_PUBLISHED + PUBLISHED_OVER * (done / cases))
            batches.append((len(prepared), time.perf_counter() - batch_begun))
            done += len(prepared)
            if time.monotonic() - shown > 20 or done == cases:
                shown = time.monotonic()
                say(f"    {done:,} of {cases:,} cases, {done / (time.perf_counter() - begun):,.0f} a second")
    seconds = time.perf_counter() - begun
    _tidy(say)
    filled = Load(
        cases=cases,
        seconds=round(seconds, 2),
        cases_per_s=round(cases / seconds, 1),
        last_tenth_per_s=round(_rate(batches[-max(1, len(batches) // 10) :]), 1),
        database_bytes=_database_size(),
    )
    _stamp().write_text(json.dumps({"made_by": _made_by(), **asdict(filled)}))
    return filled


def _ahead(helper: ProcessPoolExecutor, cases: int) -> Iterator[list[Prepared]]:
    """Batches made up and prepared by another process, two of them ahead of the one that is being put."""
    starts = iter(range(0, cases, BATCH))
    waiting = deque(helper.submit(_batch, first, min(BATCH, cases - first)) for first in islice(starts, 2))
    while waiting:
        prepared = waiting.popleft().result()
        waiting.extend(helper.submit(_batch, first, min(BATCH, cases - first)) for first in islice(starts, 1))
        yield prepared


def _batch(first: int, number: int) -> list[Prepared]:
    return prepare(_generated().cases(number, first))


@cache
def _generated() -> GeneratedCases:
    """One for the whole process: what it draws from takes longer to make than a batch."""
    return GeneratedCases(SEED)


def loaded(cases: int) -> Load | None:
    """How the register was filled that is still there; None if it has other cases or another derivation version."""
    try:
        kept = json.loads(_stamp().read_text())
    except (OSError, ValueError):
        return None
    if kept.pop("made_by") != _made_by() or kept["cases"] != cases:
        return None
    return Load(**kept)


def _make_tables() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE")
        cursor.execute("CREATE SCHEMA public")
    connection.close()
    call_command("migrate", interactive=False, verbosity=0)


def _tidy(say: Callable[[str], None]) -> None:
    begun = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("CHECKPOINT")
    say(f"    VACUUM ANALYZE and checkpoint: {time.perf_counter() - begun:.0f} s")


def _rate(batches: list[tuple[int, float]]) -> float:
    return sum(number for number, _seconds in batches) / sum(seconds for _number, seconds in batches)


def _database_size() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return cursor.fetchone()[0]


def _stamp() -> Path:
    return settings.VAR / "loaded.json"


def _made_by() -> str:
    """What a filled register depends on: tables, the write path with all it derives, and the generator."""
    rooms = ("migrations", "models", "register", "text", "vocabularies")
    folders = [*(settings.BASE_DIR / "cases" / room for room in rooms), Path(__file__).parent / "generated"]
    return files_digest(folders, str(SEED), str(BATCH))
