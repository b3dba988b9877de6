"""`manage.py read_dates FILE`: what typed dates are read as."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cases.text.date_bounds import KINDS
from cases.text.partial_dates import PartialDate, PartialDateError


class Command(BaseCommand):
    help = (
        "Reads one typed date a line of FILE as the desk would, and prints its EDTF or the reason why it is refused. "
        "Without --kind it need not be one field's: from 1900 to a year from today."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--kind",
            choices=sorted(KINDS),
            default="any",
            help="fact: 1900 to today; birth: 1850 to today; plan: 1900 to a hundred years ahead",
        )
        parser.add_argument(
            "--json",
            dest="out",
            type=Path,
            metavar="OUT",
            help='also write them there, as a list of {"typed", "edtf", "reason"}, one of the two null',
        )

    def handle(self, *, file: Path, kind, out: Path | None, **options):
        try:
            lines = file.read_text(encoding="utf-8-sig").split("\n")
        except (OSError, ValueError) as error:
            raise CommandError(f"{file}: {error}") from error
        bounds = KINDS[kind](timezone.localdate())
        read = [_read(line.strip(), bounds) for line in lines if line.strip()]
        for each in read:
            self.stdout.write(f"{each['typed']}\t{each['edtf'] or 'refused: ' + each['reason']}")
        refused = sum(each["edtf"] is None for each in read)
        self.stderr.write(f"{len(read) - refused} read, {refused} refused")
        if out:
            try:
                out.write_text(json.dumps(read, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
            except OSError as error:
                raise CommandError(f"--json: {error}") from error


def _read(typed, bounds):
    try:
        date = PartialDate.parse(typed, within=bounds)
    except PartialDateError as error:
        return {"typed": typed, "edtf": None, "reason": str(error)}
    if not date.text:
        return {"typed": typed, "edtf": None, "reason": "This says in words that no date is given."}
    return {"typed": typed, "edtf": date.text, "reason": None}
