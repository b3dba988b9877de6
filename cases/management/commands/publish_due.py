from django.core.management.base import BaseCommand

from cases.workflow.appearing import publish_due


class Command(BaseCommand):
    help = (
        "Publish every anonymised case that was approved and whose day has come; what changed since goes back to its "
        "editor. Run it once a day, at a time of day when others are published."
    )

    def handle(self, *args, **options):
        outcome = publish_due()
        self.stdout.write(f"{len(outcome.published)} published, {len(outcome.marked)} returned.")
