"""One cell of a downloaded file changed, and the file brought in again: that fact changes, and nothing else."""

import csv
import re
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import transaction

from cases.imports.own import changes
from cases.imports.own.csv_file import CsvFile
from cases.imports.own.document_file import Line
from cases.imports.own.files import own_file
from cases.imports.own.restoring import restore
from cases.models import Case, PublishedCase, Tombstone
from cases.register.fields import CSV_COLUMNS, FIELD
from cases.workflow.publishing import publish
from cases.workflow.review import submit
from tests.imports.own.lines import differing, read
from tests.public.files import csv_file

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

ENTERED = [name for name in CSV_COLUMNS if FIELD[name].entered]
GIVEN_BY_THE_PROGRAM = ("reference", "person_reference")
NEVER_ALONE = ("kind",)
"""What a case is goes with its person or with the number of people, in other cells."""


@pytest.fixture(scope="module")
def register(samples, django_db_setup, django_db_blocker, tmp_path_factory):
    """All samples restored from their documents; the lines of their file."""
    file = tmp_path_factory.mktemp("own") / "documents.jsonl"
    file.write_text(samples[0])
    with django_db_blocker.unblock(), transaction.atomic():
        keeper = User.objects.create_superuser("keeper")
        restore(own_file(file), by=keeper, name=file.name)
        yield lines_of(csv_file(), file.with_name("cases.csv"))
        transaction.set_rollback(True)


@pytest.fixture
def keeper(register):
    return User.objects.get(username="keeper")


def lines_of(text, file: Path):
    file.write_text(text, newline="")
    return list(CsvFile(file).lines())


def judge(line, by, **cells):
    return next(changes.judged([Line(line.row, line.content | cells)], by=by))


def other_code(field, cell):
    codes = cell.split(" | ")
    other = next(code for code in field.codes.codes if code not in codes and code != "not_stated")
    return " | ".join([*codes[:-1], other])


OTHERWISE = {
    "people_min": lambda cell: str(int(cell) - 1),
    "people_max": lambda cell: str(int(cell) + 1),
    "birth_year": lambda cell: str(int(cell) - 1),
    "latitude": lambda cell: str(round(float(cell) / 2, 3)),
    "longitude": lambda cell: str(round(float(cell) / 2, 3)),
    "start_date": lambda cell: "2019",
    "end_date": lambda cell: "2026-11",
    "last_checked": lambda cell: "2026-11-02",
    "charge_articles": lambda cell: re.sub(r"Code (\d+)", r"Code 1\1", cell, count=1),
    "sentence": lambda cell: re.sub(
        r"(\d+) (years|days|months)", lambda found: f"{int(found[1]) + 2} {found[2]}", cell, count=1
    ),
    "region": lambda cell: "AZ-GA",
    "campaigns": lambda cell: " | ".join(cell.split(" | ")[1:]),
    "co_defendants": lambda cell: " | ".join(cell.split(" | ")[1:]),
    "assessments": lambda cell: re.sub(r":\w+", ":pending", cell, count=1),
    "source_urls": lambda cell: re.sub(r"(https?://[^ |]+)", r"\1/again", cell, count=1),
    "archived_urls": lambda cell: re.sub(r"(https?://[^ |]+)", r"\1/again", cell, count=1),
    "translations": lambda cell: f"{cell} and others",
    "nationalities": lambda cell: f"{cell} | {'RU' if 'KZ' in cell else 'KZ'}",
}


def otherwise(name, cell):
    """Another value of the column, near to the one it has."""
    field = FIELD[name]
    if name in OTHERWISE:
        return OTHERWISE[name](cell)
    if field.codes is not None:
        return other_code(field, cell)
    return f"{cell} and more"


def changed_somewhere(register, name, by):
    """The first line of which the cell can be changed, and the Verdict; with the reasons of the others."""
    reasons = []
    for line in register:
        cell = line.content[name]
        new = otherwise(name, cell) if cell else cell
        if new != cell:
            verdict = judge(line, by, **{name: new})
            if verdict.outcome == changes.CHANGES:
                return verdict, reasons
            reasons.append([str(each) for each in verdict.errors])
        if len(reasons) == 25:
            break
    return None, reasons


def test_one_cell_of_every_entered_column_changes_that_and_nothing_else(register, keeper):
    unchanged = {}
    for name in ENTERED:
        if name in GIVEN_BY_THE_PROGRAM + NEVER_ALONE:
            continue
        verdict, reasons = changed_somewhere(register, name, keeper)
        if verdict is None:
            unchanged[name] = reasons[:3]
            continue
        assert [change.column for change in verdict.changes] == [name]
        with transaction.atomic():
            case = changes.carry_out(verdict, by=keeper)
            assert case.state == "draft"
            again = next(changes.judged([Line(verdict.row, verdict.cells)], by=keeper))
            assert again.outcome == changes.SAME, (name, again)
            transaction.set_rollback(True)

    assert unchanged == {}


def test_a_file_as_it_was_downloaded_changes_nothing(register, keeper, django_assert_max_num_queries):
    with django_assert_max_num_queries(16):
        verdicts = list(changes.judged(register, by=keeper))

    assert {verdict.outcome for verdict in verdicts} == {changes.SAME}
    assert len(verdicts) == len(register)


def test_after_publishing_the_file_says_it_and_the_old_file_changes_nothing_more(register, keeper):
    line = next(line for line in register if line.content["identity"] == "named")
    before = read(csv_file())
    verdict = judge(line, keeper, title="Another title", start_date="2020-05")
    author = User.objects.create_superuser("author")

    with transaction.atomic():
        case = changes.carry_out(verdict, by=author)
        submit(case, by=author, edit_version=case.edit_version)
        case.refresh_from_db()
        case.risk_review_date, case.risk_review_outcome = case.published_at.date(), "clear"
        case.save()
        publish(case, by=keeper, edit_version=case.edit_version, confirmed_homonyms=True)

        after = read(csv_file())
        printed = differing(before, after, ENTERED)
        assert {(reference, name): new for (reference, name), (_old, new) in printed.items()} == {
            (case.reference, "title"): "Another title",
            (case.reference, "start_date"): "2020-05",
        }
        assert next(changes.judged([Line(line.row, verdict.cells)], by=keeper)).outcome == changes.SAME
        assert judge(line, keeper).outcome == changes.SAME
        stale = judge(line, keeper, title="A third title")
        assert stale.outcome == changes.ERROR and "was changed since" in stale.errors[0].reason
        transaction.set_rollback(True)


def test_the_command_brings_in_all_corrections_of_a_file_or_none(register, keeper, tmp_path, capsys):
    file, report = tmp_path / "cases.csv", tmp_path / "report.csv"
    named = [line for line in register if line.content["identity"] == "named"][:2]

    def write(*, wrong):
        with file.open("w", newline="") as out:
            lines = csv.DictWriter(out, CSV_COLUMNS, lineterminator="\n")
            lines.writeheader()
            for line in register:
                cells = dict(line.content)
                if line.row == named[0].row:
                    cells["title"] = "=Corrected"
                if line.row == named[1].row:
                    cells |= {"summary": "Told anew."} | ({"custody_status": "unknown!"} if wrong else {})
                lines.writerow(cells)

    write(wrong=True)
    with pytest.raises(CommandError, match="Nothing was changed: 1 error"):
        call_command("import_cases", str(file), "--by", "keeper", "--report", str(report))
    assert f"row {named[1].row}, custody_status: is derived" in capsys.readouterr().err
    assert not Case.objects.filter(state="draft").exists()

    write(wrong=False)
    with transaction.atomic():
        call_command("import_cases", str(file), "--by", "keeper", "--dry-run")
        assert "2 cases would be changed" in capsys.readouterr().out
        call_command("import_cases", str(file), "--by", "keeper")
        assert (
            f"2 cases changed, and drafts now; {len(register) - 2} say the same." in capsys.readouterr().out
        )
        assert Case.objects.get(reference=named[0].content["reference"]).title == "=Corrected"
        call_command("import_cases", str(file), "--by", "keeper")
        assert f"0 cases changed, and drafts now; {len(register)} say the same." in capsys.readouterr().out
        transaction.set_rollback(True)


def test_what_cannot_be_changed_so_is_an_error_that_says_why(register, keeper):
    line = next(line for line in register if line.content["identity"] == "named" and line.content["charges"])
    other = next(
        each
        for each in register
        if each.content["person_reference"] not in ("", line.content["person_reference"])
    )

    def told(**cells):
        verdict = judge(line, keeper, **cells)
        assert verdict.outcome == changes.ERROR and not verdict.changes
        return " ".join(map(str, verdict.errors))

    assert "custody_status: is derived, and was" in told(custody_status="at_liberty")
    assert "version: is no version that is kept" in told(version="77")
    assert "version: is no version that is kept" in told(version="9" * 5000)
    assert "published_at: is derived" in told(published_at="2020-01-01T00:00:00Z")
    assert "url: is derived" in told(url="https://example.org/")
    assert "licence: is derived" in told(licence="mine")
    assert "reference: is not on file" in told(reference="C-7K3F-9Q2M-T4XW")
    assert "person_reference: is not on file" in told(person_reference="P-7K3F-9Q2M-T4XW")
    assert "would change" in told(person_reference=other.content["person_reference"])
    assert "gender: is no code" in told(gender="mann")
    assert "A group or pattern has no person" in told(kind="group")
    assert "positions" in told(charges="one | two | three | four | five | six")
    assert "campaigns: K-7K3F-9Q2M-T4XW is not on file" in told(campaigns="K-7K3F-9Q2M-T4XW")
    assert Case.objects.filter(state="draft").count() == 0


def test_what_is_hidden_behind_initials_stays_and_is_changed_at_the_desk_alone(register, keeper):
    line = next(line for line in register if line.content["identity"] == "initials")

    verdict = judge(line, keeper, name="X. Y.")

    assert verdict.outcome == changes.ERROR
    assert "Less of the person shows than is on file" in verdict.errors[0].reason


def test_who_may_not_change_cases_and_what_was_withdrawn_is_an_error(register, keeper):
    line = register[0]

    reader = User.objects.create_user("reader", is_staff=True)
    assert judge(line, reader, title="x").outcome == changes.ERROR
    gone = line.content | {"reference": "C-7K3F-9Q2M-T4XX"}
    Tombstone.objects.create(
        reference=gone["reference"], withdrawn_at=PublishedCase.objects.first().published_at
    )
    verdict = judge(line, keeper, reference=gone["reference"])
    assert "was withdrawn and does not come back" in verdict.errors[0].reason
