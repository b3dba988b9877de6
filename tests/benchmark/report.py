"""What was measured, as a table for people and as `bench.json`, with the aims it is held against.

The aims are those for 1,000,000 cases on two cores; with fewer cases the marks only say what would be needed.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.benchmark.timing import Timing


@dataclass(frozen=True)
class Aim:
    """One figure and where it has to be; `path` leads to it in the JSON."""

    path: tuple[str, ...]
    limit: float
    at_least: bool = False

    def met(self, result: dict) -> bool | None:
        """None if it was not measured."""
        value = figure(result, self.path)
        if value is None:
            return None
        return value >= self.limit if self.at_least else value <= self.limit

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.limit:,g}"


_MOST_QUERIES = 6
AIMS = (
    Aim(("operations", "list_facets", "median_ms"), 40),
    Aim(("operations", "list_facets", "p95_ms"), 80),
    Aim(("operations", "list_facets", "queries"), _MOST_QUERIES),
    Aim(("operations", "filtered_list", "median_ms"), 40),
    Aim(("operations", "filtered_list", "p95_ms"), 80),
    Aim(("operations", "filtered_list", "queries"), _MOST_QUERIES),
    Aim(("operations", "name_search", "median_ms"), 100),
    Aim(("operations", "name_search", "queries"), _MOST_QUERIES),
    Aim(("operations", "text_search", "queries"), _MOST_QUERIES),
    Aim(("operations", "deep_page", "queries"), _MOST_QUERIES),
    Aim(("operations", "case_page", "median_ms"), 25),
    Aim(("operations", "case_page", "queries"), _MOST_QUERIES),
    Aim(("operations", "publish_one", "median_ms"), 50),
    Aim(("operations", "hide_person", "p95_ms"), 2000),
    Aim(("operations", "bulk_publish", "cases_per_s"), 1000, at_least=True),
    Aim(("operations", "csv", "ratio"), 0.8, at_least=True),
    Aim(("operations", "csv", "first_byte_ms"), 200),
    Aim(("operations", "csv", "memory_growth_mb"), 16),  # flat, for a file of some 500 MB
    Aim(("operations", "cold_start", "median_ms"), 1000),
    Aim(("ratios", "list_facets"), 50, at_least=True),
    # A case with 6 charges, 10 events and 14 citations; the time is to the first byte.
    Aim(("operations", "desk_file", "median_ms"), 300),
    Aim(("operations", "desk_file", "kb"), 150),
    Aim(("operations", "desk_file", "queries"), 30),
    Aim(("operations", "desk_save_line", "median_ms"), 300),
    # 100,000 lines in two minutes, and in five.
    Aim(("own_csv", "dry_run", "rows_per_s"), 833, at_least=True),
    Aim(("own_csv", "restore", "rows_per_s"), 333, at_least=True),
    Aim(("own_csv", "dry_run", "memory_mb"), 150),
    Aim(("own_csv", "restore", "memory_mb"), 150),
)


def figure(result: dict, path: tuple[str, ...]) -> float | None:
    for name in path:
        result = (result or {}).get(name)
    return result


def compared(operations: dict, datasette: dict) -> dict:
    """How many times as quick as Datasette, by medians, or for the file by rows a second."""
    ratios = {}
    for name in ("list_facets", "filtered_list", "name_search"):
        if name in datasette:
            ratios[name] = round(datasette[name]["median_ms"] / datasette[name]["ours_median_ms"], 1)
    if "csv" in datasette:
        ratios["csv"] = round(operations["csv"]["rows_per_s"] / datasette["csv"]["rows_per_s"], 1)
    return ratios


def write(result: dict, file: Path) -> None:
    draft = file.with_name(f"{file.name}.new")
    draft.write_text(json.dumps(result, indent=2, ensure_ascii=False) + "\n")
    draft.rename(file)


def show(result: dict, timings: dict[str, Timing], say: Callable[[str], None]) -> None:
    """The table, the aims, and the slowest addresses of each operation."""
    say(
        f"\n{result['cases']:,} cases · {' · '.join(f'{name} {value}' for name, value in result['machine'].items())}\n"
    )
    say(f"{'operation':20}{'median':>11}{'p95':>11}{'queries':>9}{'n':>6}{'Datasette':>13}{'times':>8}")
    for name, timing in timings.items():
        peer = result["datasette"].get(name)
        cells = [
            f"{timing.median:,.1f} ms",
            f"{timing.p95:,.1f} ms",
            str(timing.queries or "–"),
            str(len(timing.samples)),
        ]
        theirs = [f"{peer['median_ms']:,.0f} ms", f"{result['ratios'][name]:,.0f}"] if peer else ["", ""]
        say(f"{name:20}{cells[0]:>11}{cells[1]:>11}{cells[2]:>9}{cells[3]:>6}{theirs[0]:>13}{theirs[1]:>8}")
    operations = result["operations"]
    bulk, file = operations["bulk_publish"], operations["csv"]
    say(
        f"\nbulk_publish        {bulk['cases_per_s']:,.0f} cases/s, the last tenth {bulk['last_tenth_per_s']:,.0f}; "
        f"database {bulk['database_mb']:,.0f} MB"
    )
    say(
        f"csv                 {file['rows_per_s']:,} rows/s ({file['mb']:,} MB), raw COPY {file['copy_rows_per_s']:,}: "
        f"{file['ratio']:.0%}; first byte {file['first_byte_ms']} ms; worker's memory +{file['memory_growth_mb']} MB"
    )
    if "csv" in result["datasette"]:
        say(f"                    Datasette {result['datasette']['csv']['rows_per_s']:,} rows/s")
    for name, figures in result["own_csv"].items():
        if isinstance(figures, dict):
            say(
                f"own_csv {name:12}{figures['rows_per_s']:,} rows/s, {figures['seconds']:,} s, "
                f"{figures['memory_mb']:,} MB"
            )
    say("\nAims, for 1,000,000 cases on two cores:")
    for aim in AIMS:
        met = aim.met(result)
        mark = {True: "pass", False: "FAIL", None: "  – "}[met]
        say(
            f"  {mark}  {' '.join(aim.path[1:] if aim.path[0] == 'operations' else aim.path):32}"
            f"{figure(result, aim.path) if met is not None else 'not measured':>14}  {aim}"
        )
    for name, timing in timings.items():
        for asked in timing.failures:
            say(f"  FAIL  {name}: not answered with 200: {asked}")
    say("\nSlowest:")
    for name, timing in timings.items():
        for taken, asked in timing.slowest() if timing.samples[0][1].startswith("/") else ():
            say(f"  {name:20}{taken:9,.1f} ms  {asked[:180]}")
