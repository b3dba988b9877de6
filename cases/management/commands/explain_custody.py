"""`manage.py explain_custody`: why custody is what it is, of a case at the desk or of scenarios in a file."""

import json
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cases.models import Case
from cases.models.custody import custody_of
from cases.text.custody.scenarios import run
from cases.wording.custody_steps import asked, conclusion, steps
from cases.workflow.asks import fact_words


class Command(BaseCommand):
    help = (
        "Prints step by step why the custody status of a case is what it is on a day; or, with --scenarios, derives "
        "every scenario of a file without touching any data and prints each that comes out differently than expected."
    )

    def add_arguments(self, parser):
        parser.add_argument("reference", nargs="?", metavar="REFERENCE", help="of a case at the desk")
        parser.add_argument(
            "--on", type=date.fromisoformat, metavar="DATE", help="the day somebody looks; today"
        )
        parser.add_argument("--scenarios", type=Path, metavar="FILE", help="a JSON list of scenarios")
        parser.add_argument(
            "--json",
            dest="out",
            type=Path,
            metavar="OUT",
            help="also write there what came out of each scenario",
        )

    def handle(self, *, reference, on: date | None, scenarios: Path | None, out: Path | None, **options):
        if bool(reference) == bool(scenarios):
            raise CommandError("Name a case by its reference, or a file with --scenarios.")
        if scenarios:
            self._run(scenarios, out)
        elif out:
            raise CommandError("--json belongs to --scenarios.")
        else:
            self._explain(reference, on or timezone.localdate())

    def _explain(self, reference: str, day: date) -> None:
        case = Case.objects.filter(reference=reference.strip().upper()).first()
        if case is None:
            raise CommandError(f"There is no case {reference} at the desk.")
        custody = custody_of(case, today=day)
        for step in steps(custody):
            self.stdout.write(f"{step['date']:<22} {step['what']}  →  {step['effect']}")
        for line in conclusion(custody):
            self.stdout.write(line)
        for question in asked(custody, fact_words(case)):
            self.stdout.write(f"? {question}")

    def _run(self, path: Path, out: Path | None) -> None:
        outcomes = [self._outcome(number, each) for number, each in enumerate(_read(path), start=1)]
        differing = [outcome for outcome in outcomes if outcome.differences]
        for outcome in differing:
            for key, (expected, got) in outcome.differences.items():
                self.stdout.write(f"{outcome.id}: {key} is {got!r}, expected {expected!r}")
        self.stdout.write(f"{len(outcomes) - len(differing)} of {len(outcomes)} as expected")
        if out:
            written = [{"id": outcome.id, "got": outcome.got} for outcome in outcomes]
            try:
                out.write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
            except OSError as error:
                raise CommandError(f"--json: {error}") from error

    def _outcome(self, number: int, scenario: dict):
        try:
            return run(scenario)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            name = scenario.get("id", number) if isinstance(scenario, dict) else number
            raise CommandError(f"scenario {name}: cannot be read ({error!r})") from error


def _read(path: Path) -> list[dict]:
    try:
        scenarios = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CommandError(f"{path}: {error}") from error
    if not isinstance(scenarios, list):
        raise CommandError(f"{path}: a list of scenarios is expected")
    return scenarios
