"""`manage.py prepare`: what `make run` does before it serves, for an office that runs its own web server."""

from django.core.management.base import BaseCommand, CommandError

from tracker import preparation


class Command(BaseCommand):
    help = (
        "Brings tables, code lists, starter records, sample records (only with DEMO=1), staff accounts and static "
        "files up to date, and changes nothing that is so already."
    )
    requires_system_checks = []

    def handle(self, **options):
        try:
            preparation.prepare()
        except preparation.PreparationError as error:
            raise CommandError(str(error)) from None
