"""The benchmark from beginning to end: what `make bench` runs."""

import argparse
import os
import platform
import time
from collections.abc import Callable
from itertools import islice

from django.conf import settings
from django.db import connection

from tests.benchmark import BenchmarkError, own_csv, report
from tests.benchmark.desk import desk
from tests.benchmark.generated.cases import GeneratedCases
from tests.benchmark.loading import SEED, Load, load, loaded
from tests.benchmark.operations import WARM_UP, Operations
from tests.benchmark.peer import Peer
from tests.benchmark.questions import Questions
from tests.benchmark.timing import Timing
from tests.benchmark.web_server import WebServer
from tracker.preparation import collect_static_files

FEWEST_CASES = 100
PAGES = ("list_facets", "filtered_list", "name_search", "text_search", "case_page", "deep_page")


def main(words: list[str]) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmark speed",
        description="Measures the public side with COUNT fictional cases in a database of its own, which is emptied "
        "first; refuses to run anywhere but in var/bench. `make bench CASES=COUNT` runs it as it has to be run.",
    )
    parser.add_argument(
        "--cases", type=int, default=100_000, metavar="COUNT", help="how many there shall be (100,000)"
    )
    parser.add_argument(
        "--reuse", action="store_true", help="keep what an earlier run loaded, if it would load the same"
    )
    parser.add_argument(
        "--without-datasette", action="store_true", help="measure nothing but this product; needs no network"
    )
    parser.add_argument(
        "--seconds", type=int, default=60, help="how long each of our operations may take, about (60)"
    )
    parser.add_argument(
        "--without-own-csv",
        action="store_true",
        help="leave out restoring our own CSV, which makes a second database",
    )
    options = parser.parse_args(words)
    run(
        options.cases,
        reuse=options.reuse,
        with_datasette=not options.without_datasette,
        with_own_csv=not options.without_own_csv,
        seconds=options.seconds,
        say=lambda line: print(line, flush=True),
    )


def run(
    cases: int,
    *,
    reuse: bool,
    with_datasette: bool,
    with_own_csv: bool,
    seconds: int,
    say: Callable[[str], None],
) -> dict:
    """Measure everything, print the table, write `bench.json` beside `var/bench`; answers what was written.

    Raises BenchmarkError when something breaks. An aim that is not met breaks nothing.
    """
    check_place(cases)
    begun = time.monotonic()
    filled = loaded(cases) if reuse else None
    if reuse and filled is None:
        say("What was kept has other cases or is of another derivation version: loading anew.")
    say(expectation(cases, is_loaded=filled is not None, with_datasette=with_datasette))
    collect_static_files()
    filled = filled or _load(cases, say)

    generated = GeneratedCases(SEED)
    server = WebServer()
    operations = Operations(server, cases, generated, Questions(cases, generated), seconds=seconds)
    try:
        timings, file, starts = _measure(operations, say)
        say("At the desk, the file of a case beside the whole form")
        at_desk, written = desk(server, say, seconds=seconds)
    finally:
        server.stop()
    result = {
        "cases": cases,
        "operations": {name: timing.as_json() for name, timing in timings.items()} | written,
        "datasette": {},
        "ratios": {},
        "own_csv": {},
        "machine": machine(),
    }
    timings |= at_desk
    result["operations"]["bulk_publish"] = _bulk(filled)
    result["operations"]["csv"] = file
    result["operations"]["cold_start"]["start_up_ms"] = round(starts.median, 1)
    result["slowest"] = {
        name: [{"ms": round(taken, 1), "asked": asked} for taken, asked in timing.slowest()]
        for name, timing in timings.items()
    }
    try:
        if with_datasette:
            result["datasette"] = _measure_datasette(cases, generated, timings, say)
            result["ratios"] = report.compared(result["operations"], result["datasette"])
        if with_own_csv:
            python = Peer(settings.VAR / "datasette").python if with_datasette else None
            result["own_csv"] = own_csv.measure(cases, python, say)
    finally:
        # What was measured of ourselves is not lost when the peer fails.
        report.write(result, settings.VAR.parent / "bench.json")
        report.show(result, timings, say)
    say(
        f"\nWritten to {settings.VAR.parent / 'bench.json'} after {(time.monotonic() - begun) / 60:.1f} minutes."
    )
    return result


def check_place(cases: int) -> None:
    """Refuse to run where the data of a site could be, or with settings no production has."""
    if settings.EMBEDDED_DATABASE is None or settings.VAR.name != "bench":
        raise BenchmarkError("This empties its database, so it runs in var/bench alone: use `make bench`.")
    if settings.DEBUG or settings.WEB_WORKERS != 1 or not settings.EMBEDDED_DATABASE.durable:
        raise BenchmarkError(
            "It measures the production server with WEB_WORKERS=1 and DEBUG off: use `make bench`."
        )
    if cases < FEWEST_CASES:
        raise BenchmarkError(f"At least {FEWEST_CASES} cases are needed to ask about.")


def expectation(cases: int, *, is_loaded: bool, with_datasette: bool) -> str:
    """In words, how long it will take on two cores: between the aims and twice that."""
    minutes = 2 + cases / 150_000 + 2 + cases / 20_000
    if not is_loaded:
        minutes += cases / 60_000
    if with_datasette:
        minutes += 1.5 + min(cases / 150_000, 7.5) + cases / 300_000
    return f"This takes {minutes:.0f} to {2 * minutes:.0f} minutes for {cases:,} cases."


def machine() -> dict:
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        version = cursor.fetchone()[0]
        cursor.execute("SHOW fsync")
        fsync = cursor.fetchone()[0]
    return {
        "cores": len(os.sched_getaffinity(0)),
        "memory_gb": round(pages / 2**30, 1),
        "postgresql": version,
        "fsync": fsync,
        "python": platform.python_version(),
        "threads": settings.WEB_THREADS,
    }


def _load(cases: int, say: Callable[[str], None]) -> Load:
    say(f"Loading {cases:,} fictional cases through the register's write path")
    return load(cases, say)


def _measure(operations: Operations, say: Callable[[str], None]) -> tuple[dict[str, Timing], dict, Timing]:
    timings: dict[str, Timing] = {}
    say("Measuring over HTTP, one worker")
    cold, starts = operations.cold_start()
    for name in PAGES:
        timings[name] = getattr(operations, name)()
        say(f"    {name}: {timings[name].median:,.1f} ms")
    timings["publish_one"] = operations.publish_one()
    timings["list_after_publish"] = operations.list_after_publish()
    say(f"    publish_one: {timings['publish_one'].median:,.1f} ms")
    timings["hide_person"] = operations.hide_person()
    say(f"    hide_person: {timings['hide_person'].median:,.1f} ms")
    file = operations.csv()
    say(f"    csv: {file['rows_per_s']:,} rows/s")
    cold.queries = timings["list_facets"].queries
    timings["cold_start"] = cold
    return timings, file, starts


def _bulk(filled: Load) -> dict:
    return {
        "cases_per_s": filled.cases_per_s,
        "last_tenth_per_s": filled.last_tenth_per_s,
        "database_mb": round(filled.database_bytes / 2**20, 1),
    }


def _measure_datasette(
    cases: int, generated: GeneratedCases, timings: dict[str, Timing], say: Callable[[str], None]
) -> dict:
    """The same operations by Datasette, each with our own median over the very questions it was asked."""
    say("The same rows with Datasette")
    peer = Peer(settings.VAR / "datasette")
    peer.install(say)
    peer.export(say)
    results = {}
    with peer.running():
        peer.check_counts()
        for name in ("list_facets", "filtered_list", "name_search"):
            # Those after the warm-up, which our own times are of.
            questions = islice(getattr(Questions(cases, generated), name)(), WARM_UP, 400)
            timing, asked = peer.pages(questions)
            ours = timings[name].only(question.path for question in asked)
            results[name] = timing.as_json() | {"ours_median_ms": round(ours.median, 2)}
            say(f"    {name}: {timing.median:,.0f} ms")
        results["csv"] = peer.csv()
        results["version"] = peer.version()
    return results
