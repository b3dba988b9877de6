"""Fills the register of the benchmark's own database with generated cases, and tells whether it holds them already."""

import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from cases.imports.generated.cases import GeneratedCases
from cases.register.register import put_many
from tracker.preparation import files_digest

BATCH = 1_000
SEED = 1
# The batches appear to have been published one after the other over three years.
FIRST_PUBLISHED, PUBLISHED_OVER = datetime(2023, 7, 1, tzinfo=UTC), timedelta(days=1095)


@dataclass(frozen=True)
class Load:
    """How the register was filled: cases a second over all, over the last tenth, and what making them up took."""

    cases: int
    seconds: float
    cases_per_s: float
    last_tenth_per_s: float
    generating_seconds: float
    database_bytes: int


def load(cases: int, say: Callable[[str], None]) -> Load:
    """Empty the database, make the tables, put all campaigns and cases, and tidy up as the autovacuum would."""
    generated = GeneratedCases(SEED)
    _stamp().unlink(missing_ok=True)
    _make_tables()
    put_many(list(generated.campaigns()), at=FIRST_PUBLISHED)
    batches: list[tuple[int, float]] = []
    generating, done, shown = 0.0, 0, time.monotonic()
    documents = generated.cases(cases)
    begun = time.perf_counter()
    while True:
        batch_begun = time.perf_counter()
        batch = list(islice(documents, BATCH))
        if not batch:
            break
        generating += time.perf_counter() - batch_begun
        put_many(batch, at=FIRST_PUBLISHED + PUBLISHED_OVER * (done / cases))
        batches.append((len(batch), time.perf_counter() - batch_begun))
        done += len(batch)
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
        generating_seconds=round(generating, 2),
        database_bytes=_database_size(),
    )
    _stamp().write_text(json.dumps({"made_by": _made_by(), **asdict(filled)}))
    return filled


def loaded(cases: int) -> Load | None:
    """How the register was filled that is still there; None if it has other cases or is of another make."""
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
    rooms = ("migrations", "models", "register", "text", "vocabularies", "imports/generated")
    return files_digest([settings.BASE_DIR / "cases" / room for room in rooms], str(SEED), str(BATCH))
