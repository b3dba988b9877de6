"""`manage.py disable_account NAME`: a laptop or a person is gone; the account opens nothing from this moment."""

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from cases.workflow.accounts.roles import disable


class Command(BaseCommand):
    help = (
        "Disables an account at once: its sessions end, and nobody logs in with it until it is active again."
    )

    def add_arguments(self, parser):
        parser.add_argument("name", help="the username")

    @transaction.atomic
    def handle(self, name, **options):
        account = User.objects.filter(username=name).first()
        if account is None:
            raise CommandError(f"There is no account {name}.")
        disable(account, by=None)
        self.stdout.write(f"{name} is disabled, and logged out everywhere.")
