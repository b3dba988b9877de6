"""Verifies the public register, and makes anew what is derived in it; see `cases/register/check.py` and `repair.py`."""

from django.core.management.base import BaseCommand, CommandError

from cases.register.check import check
from cases.register.repair import repair


class Command(BaseCommand):
    help = (
        "Verifies the public register without changing it: the ledger's chain is unbroken and unforked, each "
        "hash is that of what it seals, versions have no gaps, every published row is the one made "
        "from its latest version, and cells, bitmaps and words are those of the rows. Prints each problem and exits "
        "with 1 if there is any. With --repair all that is derived from the ledger's texts is made anew first."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--repair", action="store_true", help="make rows, cells, bitmaps and words anew, then verify"
        )

    def handle(self, *args, **options):
        if options["repair"]:
            cases = repair(lambda done: self.stdout.write(f"{done} cases made anew"))
            self.stdout.write(f"Made anew: {cases} case{'' if cases == 1 else 's'}.")
        problems = check()
        for problem in problems:
            self.stdout.write(problem)
        if problems:
            raise CommandError(f"The register has {len(problems)} problem{'s' if len(problems) > 1 else ''}.")
        self.stdout.write("The register is sound.")
