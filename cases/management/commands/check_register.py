"""Verifies the public register, and makes anew what is derived in it.

See `cases/register/check.py`, `cases/register/repair.py` and `cases/workflow/derivation.py`.
"""

from django.core.management.base import BaseCommand, CommandError

from cases.register.check import check
from cases.register.ledger_words import index_texts
from cases.register.repair import NoRow
from cases.workflow.derivation import derive_anew


class Command(BaseCommand):
    help = (
        "Verifies the public register without changing it: the ledger's chain is unbroken and unforked, each "
        "hash is that of what it seals, versions have no gaps, every published row is the one made "
        "from its latest version, and cells, bitmaps and words are those of the rows. Prints each problem and exits "
        "with 1 if there is any. With --repair all that is derived from the ledger's texts is made anew first, in "
        "batches: interrupted, it goes on where it was when it is called again, and the public pages say that the site "
        "is being prepared until it is done. No version is written; cases whose status became another are listed "
        "at the desk."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--repair", action="store_true", help="make rows, cells, bitmaps and words anew, then verify"
        )

    def handle(self, *args, **options):
        if options["repair"]:
            try:
                cases, changed = derive_anew(lambda done: self.stdout.write(f"{done} cases made anew"))
            except NoRow as reason:
                raise CommandError(str(reason)) from None
            index_texts(anew=True)
            self.stdout.write(f"Made anew: {cases} case{'' if cases == 1 else 's'}.")
            if changed:
                self.stdout.write(f"Another custody status or stage than before: {changed}; see the desk.")
        problems = check()
        for problem in problems:
            self.stdout.write(problem)
        if problems:
            raise CommandError(f"The register has {len(problems)} problem{'s' if len(problems) > 1 else ''}.")
        self.stdout.write("The register is sound.")
