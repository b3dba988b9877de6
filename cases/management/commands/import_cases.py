from collections import Counter
from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError, transaction

from cases.imports.collecting import collecting_seldom
from cases.imports.encodings import ENCODINGS, UTF_8
from cases.imports.importing import judged_by, refers_to_nothing, save_list, take_turn
from cases.imports.mapping import Mapping, Reading, from_json, is_short_list, of_short_list
from cases.imports.own.command_line import counted, run_own
from cases.imports.own.errors import NotRestored
from cases.imports.own.files import is_own_csv
from cases.imports.receiving import check_may_import
from cases.imports.reports import Reasons, rows_with_reasons
from cases.imports.saving import Meanwhile
from cases.imports.settled import Settled, settle
from cases.imports.tables import hash_of, open_table
from cases.imports.unreadable import Unreadable
from cases.models import ListImport
from cases.models.list_import import Stage, Verdict
from cases.models.need_to_know import reading_as
from cases.workflow.errors import Refused
from cases.workflow.locking import GaveWay, patiently

PRINTED = 20
"""Errors that are printed; all of them are in the report."""


class Command(BaseCommand):
    help = (
        "Import a list of cases (CSV or XLSX): all of it, or nothing. Each row is judged first; with an error in any "
        "row nothing is saved, and --report names every one. Rows become drafts, as --by entered them. Of /cases.csv "
        "the cells that were changed since it was downloaded are brought in. With --restore: /cases.csv, or the "
        "documents of `export_documents`, back into a register that is empty but for reference data, published, as an "
        "administrator."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--by", required=True, help="the account that enters the rows")
        parser.add_argument(
            "--mapping", type=Path, help="how the columns are read: a file from Desk → Import"
        )
        parser.add_argument(
            "--source", help="the list as a source: the title of one on file, or of a new one"
        )
        parser.add_argument(
            "--country", default="", help="whose law it is, and where it happened, such as AZ"
        )
        parser.add_argument("--as-of", default="", help="the day of the list, such as 2025-06-01")
        parser.add_argument("--encoding", default=UTF_8, choices=list(ENCODINGS))
        parser.add_argument("--dry-run", action="store_true", help="judge the rows and save nothing")
        parser.add_argument(
            "--restore", action="store_true", help="into an empty register, references and all"
        )
        parser.add_argument(
            "--make-texts",
            action="store_true",
            help="make title and summary from the facts where a row has none",
        )
        parser.add_argument("--submit", action="store_true", help="hand the new cases over for review")
        parser.add_argument(
            "--report", type=Path, help="write the rows with errors to this file, with the reasons"
        )

    def handle(self, *, file, by, restore, **options):
        user = get_user_model().objects.filter(username=by, is_active=True).first()
        if user is None:
            raise CommandError(f"There is no active account {by}.")
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        try:
            with collecting_seldom():
                if restore or is_own_csv(file):
                    self._run_own(file, user, restores=restore, **options)
                    return
                check_may_import(user)
                self._run(file, user, **options)
        except (Unreadable, Refused) as error:
            raise CommandError("\n".join(error.messages)) from error
        except NotRestored as refused:
            raise CommandError(" ".join(refused.reasons)) from None
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}") from error

    def _run_own(self, file, user, *, restores, dry_run, report, **options):
        told = {"out": self.stdout, "errors": self.stderr}
        run_own(file, by=user, restores=restores, dry_run=dry_run, report=report, **told)

    def _run(self, file, user, *, encoding, dry_run, submit, report, **options):
        settled = _settled(file, encoding=encoding, **options)
        with Reasons() as reasons:
            counts = self._judge(file, settled, user, encoding, reasons)
            said = ", ".join(f"{count} {verdict}" for verdict, count in counts.items()) or "no rows"
            self.stdout.write(f"{file.name}: {said}")
            if report and reasons.count:
                with report.open("w", encoding="utf-8", newline="") as out:
                    out.writelines(rows_with_reasons(file, file.name, reasons, encoding=encoding))
                self.stdout.write(f"The rows with errors, and why: {report}")
            if reasons.count:
                have = "1 row has" if reasons.count == 1 else f"{reasons.count} rows have"
                raise CommandError(f"{have} errors or a choice to make; nothing was imported.")
        if dry_run:
            return
        row = ListImport(
            by=user,
            file_name=file.name[:200],
            file_hash=hash_of(file),
            encoding=encoding,
            list_name=settled.list_name[:200],
            mapping=settled.mapping.as_dict(),
            stage=Stage.CONFIRMED,
            submits=submit,
        )
        try:
            patiently(lambda: self._save(row, file, encoding=encoding, **options))
        except GaveWay:
            raise Refused(
                "Nothing was imported: somebody at the desk saved each time. Try again later."
            ) from None
        except IntegrityError as error:
            if not refers_to_nothing(error):
                raise
            raise Refused("Nothing was imported: something that the list refers to was deleted.") from None
        except Meanwhile as changed:
            rows = ", ".join(map(str, changed.rows))
            raise Refused(
                f"Nothing was imported: this row is of a case that was saved meanwhile: {rows}."
            ) from None
        self.stdout.write(f"Imported {counted(row.cases.count(), 'case')} as import {row.pk}.")

    @transaction.atomic
    def _save(self, row, file, **options):
        take_turn(waits=True)
        row.save()
        # Whoever was to be asked is not there: the rows are judged anew, and an error ends it.
        settled = _settled(file, **options)
        save_list(row, file, settled, previewed=None)

    def _judge(self, file, settled, user, encoding, reasons):
        counts: Counter[str] = Counter()
        with reading_as(user):
            for judged in judged_by(file, file.name, settled, by=user, encoding=encoding):
                counts[str(judged.verdict.label)] += 1
                told = [_line(each) for each in judged.told.get("errors", ())]
                if judged.verdict == Verdict.QUESTION:
                    told = [_question(each) for each in judged.told["questions"]]
                if told:
                    reasons.add(judged.said.number, told)
                    if reasons.count <= PRINTED:
                        self.stderr.write(f"row {judged.said.number}: {' '.join(told)}")
        return counts


def _line(error):
    return f"{error['column'] or error['field']}: {error['reason']}".removeprefix(": ")


def _question(asked):
    choices = "; ".join(label for _key, label in asked.get("choices", ()))
    rows = ", ".join(map(str, asked.get("rows", ())))
    where = f"row {rows}" if rows else choices
    return (
        f"{asked['field']}: “{asked['typed']}” may be {where}. Say which in the column person (a reference, or new), "
        "or import the list at the desk."
    )


def _which_records(mapping: Mapping, header: list[str]) -> list[Reading]:
    """Our columns that say which record is meant, as an error of a row asks for: read even if no mapping knows them."""
    known = {each.column for each in mapping.columns} | mapping.fields().keys()
    return [Reading(name, name) for name in ("reference", "person") if name in header and name not in known]


def _settled(file, *, encoding, mapping, source, country, as_of, make_texts, **_options) -> Settled:
    header = open_table(file, file.name, encoding=encoding).header
    if mapping:
        read_by = from_json(mapping.read_bytes())
        read_by.columns += _which_records(read_by, header)
    elif is_short_list(header):
        read_by = of_short_list(header)
    else:
        raise CommandError(
            "These are not the columns of the short list: give --mapping, a file made at the desk."
        )
    if missing := read_by.missing_in(header):
        raise CommandError(f"The file has no column “{missing[0]}”, which the mapping reads.")
    shared = {"new_source": source or file.stem, "country": country, "as_of": as_of, "make_texts": make_texts}
    return settle(read_by, shared)
