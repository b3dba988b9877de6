"""`manage.py end_sessions NAME` or `--everybody`: whoever is logged in has to log in again."""

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from cases.workflow.accounts.sessions import end_sessions


class Command(BaseCommand):
    help = (
        "Ends all sessions of an account, or of everybody: they have to log in again, second factor included."
    )

    def add_arguments(self, parser):
        parser.add_argument("name", nargs="?", help="the username")
        parser.add_argument("--everybody", action="store_true", help="of all accounts")

    @transaction.atomic
    def handle(self, name, everybody, **options):
        if bool(name) == everybody:
            raise CommandError("Whose? A username, or --everybody.")
        accounts = User.objects.all() if everybody else User.objects.filter(username=name)
        if not accounts:
            raise CommandError(f"There is no account {name}.")
        ended = sum(end_sessions(account, by=None) for account in accounts)
        self.stdout.write(f"Sessions ended: {ended}.")
