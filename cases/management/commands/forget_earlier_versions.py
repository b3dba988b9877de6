from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, CommandError

from cases.models import Campaign, Case
from cases.workflow.errors import Refused
from cases.workflow.publishing import remove_earlier_versions


class Command(BaseCommand):
    help = (
        "Remove the texts of all versions of a public record before the current one, as when something was corrected "
        "that nobody may read any more. The version numbers remain, and the ledger still verifies."
    )

    def add_arguments(self, parser):
        parser.add_argument("reference", help="C-… of a case or K-… of a campaign")
        parser.add_argument("--by", required=True, help="user name of who decided it")
        parser.add_argument("--reason", required=True, help="why, for the record's log")

    def handle(self, *args, reference, by, reason, **options):
        model = Campaign if reference.startswith("K-") else Case
        record = model.objects.filter(reference=reference).first()
        if record is None:
            raise CommandError(f"There is no record {reference}.")
        person = get_user_model().objects.filter(username=by).first()
        if person is None:
            raise CommandError(f"There is nobody named {by}.")
        try:
            removed = remove_earlier_versions(record, by=person, reason=reason)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(f"{removed} earlier versions removed.")
