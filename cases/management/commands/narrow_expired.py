from django.core.management.base import BaseCommand, CommandError

from cases.workflow.expiry import Unfinished, narrow_expired


class Command(BaseCommand):
    help = (
        "Take out, or narrow, every public case whose consent has run out or whose person must be hidden by now. "
        "`manage.py serve` runs it at the beginning of every day; with a web server of your own, run it once a day."
    )

    def handle(self, *args, **options):
        try:
            outcome = narrow_expired()
        except Unfinished as error:
            raise CommandError(str(error)) from None
        self.stdout.write(
            f"{len(outcome.withdrawn)} withdrawn, {len(outcome.republished)} published with less."
        )
