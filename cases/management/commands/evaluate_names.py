"""`manage.py evaluate_names FILE`: how well people are found by name."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from cases.imports.name_evaluation import evaluate, read_pairs
from cases.text.names import SAME


class Command(BaseCommand):
    help = (
        "Searches each query of FILE (a CSV with query, stored, match; match is yes or no) among the stored names and "
        "many made-up ones, in scratch tables: the register is neither read nor changed. Prints the share of people "
        "within the first five hits, how many near misses pass for the same name, every failure, and the times."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--among", type=int, default=100_000, metavar="N", help="so many other names")
        parser.add_argument(
            "--json", dest="out", type=Path, metavar="OUT", help="write the figures there, too"
        )

    def handle(self, *, file, among, out: Path | None, **options):
        if among < 0:
            raise CommandError(f"--among: {among} is less than 0")
        try:
            with file.open(encoding="utf-8-sig", newline="") as lines:
                pairs = read_pairs(lines)
        except (OSError, ValueError) as error:
            raise CommandError(f"{file}: {error}") from error
        if not pairs:
            raise CommandError(f"{file}: row 1: there is nothing below the header")

        evaluation = evaluate(pairs, among=among, progress=self._show_progress)
        figures = evaluation.as_dict()
        self._print(evaluation, figures)
        if out:
            self._write(out, figures)

    def _show_progress(self, done):
        self.stderr.write(f"{done:,} names", ending="\r")
        self.stderr.flush()

    def _print(self, evaluation, figures):
        self.stderr.write("")
        for outcome in evaluation.failures:
            pair = outcome.pair
            what = (
                f"passes for the {SAME} name"
                if not pair.same_person
                else f"found first: {outcome.first or 'nothing'}"
            )
            self.stdout.write(f"FAILED {pair.scripts}  {pair.query} | {pair.stored}: {what}")
        for scripts, of_scripts in figures["by_script"].items():
            self.stdout.write(f"{scripts}  {_percent(of_scripts['recall_at_5'])} of {of_scripts['pairs']}")
        self.stdout.write(
            f"Within the first five: {_percent(figures['recall_at_5'])} of {figures['pairs']} "
            f"among {figures['names']:,} names (first: {_percent(figures['recall_at_1'])}, "
            f"confident: {_percent(figures['same_tier'])})\n"
            f"Near misses in the confident tier: {_percent(figures['near_misses_confident'])} "
            f"of {figures['near_misses']}\n"
            f"A query: {figures['ms_per_query']} ms (median), {figures['ms_per_query_mean']} ms (mean)"
        )

    def _write(self, path, figures):
        try:
            path.write_text(json.dumps(figures, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        except OSError as error:
            raise CommandError(f"--json: {error}") from error


def _percent(share):
    return "–" if share is None else f"{share:.1%}"
