from django.core.management.base import BaseCommand

from cases.workflow.appearing import publish_due


class Command(BaseCommand):
    help = (
        "Publish every anonymised case that was approved and whose day has come; what changed since goes back to its "
        "editor. `manage.py serve` runs it once a day; with a web server of your own, run it daily at an hour when "
        "others publish too, another one every day."
    )

    def handle(self, *args, **options):
        outcome = publish_due()
        self.stdout.write(f"{len(outcome.published)} published, {len(outcome.marked)} returned.")
