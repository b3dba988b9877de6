"""Verifies the public register; see `cases/register/check.py`."""

from django.core.management.base import BaseCommand, CommandError

from cases.register.check import check


class Command(BaseCommand):
    help = (
        "Verifies the public register without changing it: the ledger's chain is unbroken and unforked, each "
        "hash is that of what it seals, versions have no gaps, and every published row is the one made "
        "from its latest version. Prints each problem and exits with 1 if there is any."
    )

    def handle(self, *args, **options):
        problems = check()
        for problem in problems:
            self.stdout.write(problem)
        if problems:
            raise CommandError(f"The register has {len(problems)} problem{'s' if len(problems) > 1 else ''}.")
        self.stdout.write("The register is sound.")
