from django.core.management.base import BaseCommand

from cases.loading.sample_records import load_sample_records


class Command(BaseCommand):
    help = "Load fictional sample records, marked as such, until there are COUNT of them."

    def add_arguments(self, parser):
        parser.add_argument("--count", type=int, default=300, help="How many there shall be (300).")

    def handle(self, *args, **options):
        added = load_sample_records(count=options["count"], progress=self.show)
        self.stdout.write(f"{added} fictional sample records added." if added else "The sample is on file.")

    def show(self, done):
        if done % 50 == 0:
            self.stdout.write(f"  {done} …")
            self.stdout.flush()
