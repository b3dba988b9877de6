from django.core.management.base import BaseCommand

from cases.loading.provisions import load_provisions


class Command(BaseCommand):
    help = (
        "Load the legal provisions whose number and title were checked; provisions on file stay as they are."
    )

    def handle(self, *args, **options):
        added = load_provisions()
        self.stdout.write(f"{added} legal provisions added.")
