"""`manage.py serve`: the database and the web server until a signal comes. What `make run` ends in."""

from django.core.management.base import BaseCommand, CommandError

from tracker import preparation, supervisor
from tracker.embedded_database import EmbeddedDatabaseError


class Command(BaseCommand):
    help = (
        "Runs the database (unless DATABASE_URL names one) and the web server on BIND and PORT, and stops both on "
        "Ctrl-C, TERM or a closed terminal. Only one process at a time may do so for one folder."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--prepare",
            action="store_true",
            help="first bring tables, records, accounts and files up to date",
        )

    def handle(self, *, prepare, **options):
        try:
            if prepare:
                code = supervisor.serve(preparation.prepare, announce_database=preparation.announce_database)
            else:
                code = supervisor.serve()
        except (supervisor.SupervisorError, preparation.PreparationError, EmbeddedDatabaseError) as error:
            raise CommandError(str(error)) from None
        if code:
            raise SystemExit(code)
