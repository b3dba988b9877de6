"""How well people are found by name: what `make names FILE=…` runs."""

import argparse
import json
import sys
from pathlib import Path

from cases.text.names import SAME
from tests.benchmark import BenchmarkError
from tests.benchmark.name_evaluation import Evaluation, Pair, evaluate, read_pairs


def main(words: list[str]) -> None:
    """Print the figures of a file of pairs and write them; raises BenchmarkError naming file, row, field and reason."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmark names",
        description="Searches each query of FILE (a CSV with query, stored, match; match is yes or no) among the "
        "stored names and many made-up ones, in scratch tables: the register is neither read nor changed. Prints the "
        "share of people within the first five hits, how many near misses pass for the same name, every failure, and "
        "the times.",
    )
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument(
        "--among", type=int, default=100_000, metavar="N", help="so many other names (100,000)"
    )
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the figures there, too")
    options = parser.parse_args(words)
    if options.among < 0:
        raise BenchmarkError(f"--among: {options.among} is less than 0")
    pairs = _pairs_in(options.file)

    evaluation = evaluate(pairs, among=options.among, progress=_show_progress)
    figures = evaluation.as_dict()
    _print(evaluation, figures)
    if options.json:
        _write(options.json, figures)


def _pairs_in(file: Path) -> list[Pair]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            pairs = read_pairs(lines)
    except (OSError, ValueError) as error:
        raise BenchmarkError(f"{file}: {error}") from error
    if not pairs:
        raise BenchmarkError(f"{file}: row 1: there is nothing below the header")
    return pairs


def _show_progress(done: int) -> None:
    print(f"{done:,} names", end="\r", file=sys.stderr, flush=True)


def _print(evaluation: Evaluation, figures: dict) -> None:
    print(file=sys.stderr)
    for outcome in evaluation.failures:
        pair = outcome.pair
        what = (
            f"passes for the {SAME} name"
            if not pair.same_person
            else f"found first: {outcome.first or 'nothing'}"
        )
        print(f"FAILED {pair.scripts}  {pair.query} | {pair.stored}: {what}")
    for scripts, of_scripts in figures["by_script"].items():
        print(f"{scripts}  {_percent(of_scripts['recall_at_5'])} of {of_scripts['pairs']}")
    print(
        f"Within the first five: {_percent(figures['recall_at_5'])} of {figures['pairs']} "
        f"among {figures['names']:,} names (first: {_percent(figures['recall_at_1'])}, "
        f"confident: {_percent(figures['same_tier'])})\n"
        f"Near misses in the confident tier: {_percent(figures['near_misses_confident'])} "
        f"of {figures['near_misses']}\n"
        f"A query: {figures['ms_per_query']} ms (median), {figures['ms_per_query_mean']} ms (mean)"
    )


def _write(path: Path, figures: dict) -> None:
    try:
        path.write_text(json.dumps(figures, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise BenchmarkError(f"--json: {error}") from error


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.1%}"
