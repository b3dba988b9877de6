"""What `make bench` runs."""

from django.core.management.base import BaseCommand, CommandError

from tracker.benchmark import BenchmarkError
from tracker.benchmark.run import run


class Command(BaseCommand):
    help = (
        "Measures the public side with COUNT fictional cases in a database of its own, which is emptied first; "
        "refuses to run anywhere but in var/bench. `make bench CASES=COUNT` runs it as it has to be run."
    )

    def add_arguments(self, parser):
        parser.add_argument("--cases", type=int, default=100_000, help="How many there shall be (100,000).")
        parser.add_argument(
            "--reuse", action="store_true", help="Keep what an earlier run loaded, if it would load the same."
        )
        parser.add_argument(
            "--without-datasette",
            action="store_true",
            help="Measure nothing but this product; needs no network.",
        )
        parser.add_argument(
            "--seconds", type=int, default=60, help="How long each of our operations may take, about (60)."
        )

    def handle(self, *, cases, reuse, without_datasette, seconds, **options):
        try:
            run(cases, reuse=reuse, with_datasette=not without_datasette, seconds=seconds, say=self.show)
        except BenchmarkError as error:
            raise CommandError(str(error)) from None

    def show(self, line):
        self.stdout.write(line)
        self.stdout.flush()
