"""`manage.py read_provisions FILE`: what articles of law are read as."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from cases.text.law.reading import ArticleError, read_article, read_code


class Command(BaseCommand):
    help = (
        "Reads one article of law a line of FILE as the desk would, and prints its key and modality or the reason why "
        "it is refused. What only says how another article was committed is none of its own."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--code",
            default="AZ:CC",
            metavar="COUNTRY:CODE",
            help="what a bare number means; AZ:CC unless given. Codes no longer in force carry their year: AZ:CC1960",
        )
        parser.add_argument(
            "--json",
            dest="out",
            type=Path,
            metavar="OUT",
            help='also write them there, as a list of {"typed", "provision", "modality", "reason"}',
        )

    def handle(self, *, file: Path, code: str, out: Path | None, **options):
        try:
            read_code(code)
            lines = file.read_text(encoding="utf-8-sig").split("\n")
        except ArticleError as error:
            raise CommandError(f"--code: {error}") from error
        except (OSError, ValueError) as error:
            raise CommandError(f"{file}: {error}") from error
        read = [_read(line.strip(), code) for line in lines if line.strip()]
        for each in read:
            said = (
                f"{each['provision']}\t{each['modality']}"
                if each["provision"]
                else f"refused: {each['reason']}"
            )
            self.stdout.write(f"{each['typed']}\t{said}")
        refused = sum(each["provision"] is None for each in read)
        self.stderr.write(f"{len(read) - refused} read, {refused} refused")
        if out:
            try:
                out.write_text(json.dumps(read, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
            except OSError as error:
                raise CommandError(f"--json: {error}") from error


def _read(typed, code):
    try:
        article = read_article(typed, code=code)
    except ArticleError as error:
        return {"typed": typed, "provision": None, "modality": None, "reason": str(error)}
    return {"typed": typed, "provision": article.key, "modality": article.modality, "reason": None}
