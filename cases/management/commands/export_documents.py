import contextlib
import os
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from cases.imports.own.exporting import document_lines
from cases.models.need_to_know import whole_record
from cases.workflow.locking import one_moment


class Command(BaseCommand):
    help = (
        "Writes the public documents of all published campaigns and cases, one JSON a line, UTF-8. They say more than "
        "/cases.csv, and nothing that is not public. `import_cases FILE.jsonl --restore` brings them back."
    )

    def add_arguments(self, parser):
        parser.add_argument("--out", metavar="FILE", help="where to write them (standard output)")

    @whole_record()
    def handle(self, *args, **options):
        if options["out"] is None:
            with one_moment():
                for line in document_lines():
                    self.stdout.write(line)
            return
        file = Path(options["out"])
        draft = file.with_name(f"{file.name}.new")
        count = 0
        try:
            with draft.open("w", encoding="utf-8", newline="\n") as lines, one_moment():
                for line in document_lines():
                    lines.write(f"{line}\n")
                    count += 1
                lines.flush()
                os.fsync(lines.fileno())
            draft.replace(file)
        except OSError as error:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)
            raise CommandError(f"{file}: {error.strerror}") from error
        self.stderr.write(f"{count} document{'' if count == 1 else 's'} written to {file}.")
