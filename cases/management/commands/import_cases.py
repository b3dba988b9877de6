from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from cases.imports.own.command_line import run_own
from cases.imports.own.errors import NotRestored
from cases.imports.own.files import is_own_csv


class Command(BaseCommand):
    help = (
        "With --restore: brings /cases.csv, or the documents of `export_documents`, back into a register that is empty "
        "but for reference data, and publishes them, as an administrator. Without: brings in the cells of /cases.csv "
        "that were changed since it was downloaded, as drafts. All or nothing; --dry-run only says what would come."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--by", metavar="USER", required=True, help="the account it is done as")
        parser.add_argument(
            "--restore", action="store_true", help="into an empty register, references and all"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="read and judge everything, change nothing"
        )
        parser.add_argument("--report", type=Path, help="a CSV of every error, difference and change")

    def handle(self, *, file, by, restore, dry_run, report, **options):
        user = get_user_model().objects.filter(username=by, is_active=True).first()
        if user is None:
            raise CommandError(f"There is no active account {by}.")
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        if not (restore or is_own_csv(file)):
            raise CommandError("The first line does not hold the columns of /cases.csv.")
        out, errors = self.stdout, self.stderr
        try:
            run_own(file, by=user, out=out, errors=errors, restores=restore, dry_run=dry_run, report=report)
        except NotRestored as refused:
            raise CommandError(" ".join(refused.reasons)) from None
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}") from error
