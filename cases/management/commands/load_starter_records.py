from django.core.management.base import BaseCommand

from cases.loading.starter_records import load_starter_records


class Command(BaseCommand):
    help = "Load the starter records: what two published articles state, entered, reviewed and published."

    def handle(self, *args, **options):
        loaded = load_starter_records()
        self.stdout.write(
            f"{loaded} starter records loaded." if loaded else "The starter records are on file."
        )
