from django.core.management.base import BaseCommand

from cases.workflow.expiry import narrow_expired


class Command(BaseCommand):
    help = (
        "Take out, or narrow, every public case whose consent has run out or whose person must be hidden by now. "
        "Run it once a day."
    )

    def handle(self, *args, **options):
        outcome = narrow_expired()
        self.stdout.write(
            f"{len(outcome.withdrawn)} withdrawn, {len(outcome.republished)} published with less."
        )
