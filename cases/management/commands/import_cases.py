import csv
from contextlib import ExitStack, contextmanager
from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from cases.imports.own.errors import NotRestored
from cases.imports.own.files import own_file
from cases.imports.own.restoring import Restored, restore
from cases.models.need_to_know import whole_record
from cases.text.formulas import guarded

REPORT = ("kind", "row", "column", "value", "reason")


class Command(BaseCommand):
    help = (
        "With --restore: brings /cases.csv, or the documents of `export_documents`, back into a register that is empty "
        "but for reference data, and publishes them, as an administrator. All or nothing; --dry-run only says what "
        "would come of it."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE")
        parser.add_argument("--by", metavar="USER", required=True, help="the account it is done as")
        parser.add_argument(
            "--restore", action="store_true", help="into an empty register, references and all"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="read and judge everything, and change nothing"
        )
        parser.add_argument("--report", metavar="FILE", help="a CSV of every error and difference")

    @whole_record()
    def handle(self, *args, **options):
        account = get_user_model().objects.filter(username=options["by"]).first()
        if account is None:
            raise CommandError(f"There is no account {options['by']}.")
        if not options["restore"]:
            raise CommandError("Say --restore.")
        path = Path(options["file"])
        with ExitStack() as open_files:
            tell = self._report(options["report"], open_files)
            try:
                restored = restore(
                    own_file(path),
                    by=account,
                    name=path.name,
                    dry_run=options["dry_run"],
                    tell=tell,
                    progress=self._progress,
                )
            except NotRestored as refused:
                for wrong in refused.errors:
                    self.stderr.write(str(wrong))
                if refused.count > len(refused.errors):
                    self.stderr.write(
                        f"… and {refused.count - len(refused.errors)} more; --report FILE lists all."
                    )
                raise CommandError(" ".join(refused.reasons)) from None
            except OSError as error:
                raise CommandError(f"{path}: {error.strerror}") from error
        self._say(restored, dry_run=options["dry_run"])

    def _report(self, file, open_files):
        if not file:
            return lambda kind, wrong: None
        try:
            report = open_files.enter_context(writing(Path(file)))
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from error
        report.writerow(REPORT)
        return lambda kind, wrong: report.writerow(
            [kind, wrong.row, wrong.column, guarded(wrong.value), guarded(wrong.reason)]
        )

    def _progress(self, done):
        if done % 10_000 == 0:
            self.stdout.write(f"  {done} …")
            self.stdout.flush()

    def _say(self, restored: Restored, *, dry_run: bool) -> None:
        self.stdout.write(
            f"{restored.cases} cases and {restored.campaigns} campaigns "
            f"{'would be restored' if dry_run else 'restored and published'}."
        )
        for reference, other in restored.left_out:
            self.stdout.write(f"{reference}: {other} is not in the file, and the tie to it is left out.")
        for difference in restored.differences:
            self.stdout.write(str(difference))
        if restored.different:
            self.stdout.write(
                f"{restored.different} derived cells were worked out anew and are others than in the file."
            )


@contextmanager
def writing(file: Path):
    with file.open("w", encoding="utf-8", newline="") as lines:
        yield csv.writer(lines, lineterminator="\n")
