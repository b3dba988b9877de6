from django.core.management.base import BaseCommand

from cases.loading.institutions import load_institutions
from cases.loading.provisions import load_provisions


class Command(BaseCommand):
    help = (
        "Load legal provisions, and prisons, courts and agencies that public sources name. What is on file stays as it "
        "is, and what the desk renamed or deleted does not come back."
    )

    def handle(self, *args, **options):
        self.stdout.write(f"{load_provisions()} legal provisions added.")
        self.stdout.write(f"{load_institutions()} prisons, courts and agencies added.")
