"""Our own files brought back: whole, into an empty register, by an administrator, or not at all."""

import csv
import io
import json

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from cases.imports.own import restoring
from cases.imports.own.exporting import document_lines
from cases.models import Campaign, Case, LedgerEntry, Person, Place, PublishedCase, Source, Tombstone
from cases.models.need_to_know import whole_record
from cases.register import common_words, replacing
from cases.register.check import check
from cases.register.facet_block import FacetBlock
from cases.register.fields import CSV_COLUMNS, FIELD
from cases.workflow.document import document_of
from cases.workflow.uses import uses_of
from tests.imports.own.lines import differing, read
from tests.public.files import csv_file

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

ENTERED = [name for name in CSV_COLUMNS if FIELD[name].entered]
OF_THE_DOCUMENT = [name for name in CSV_COLUMNS if FIELD[name].origin == "document"]
KEPT = [
    *ENTERED,
    "identity",
    "sample",
    "custody_status",
    "status_as_of",
    "procedural_stage",
    "sentence_months",
]
"""What comes back of a line as it was: what is entered, and what else is taken from the line."""


@pytest.fixture
def documents(samples, tmp_path):
    file = tmp_path / "documents.jsonl"
    file.write_text(samples[0])
    return file


@pytest.fixture
def cases(samples, tmp_path):
    file = tmp_path / "cases.csv"
    file.write_text(samples[1], newline="")
    return file


@pytest.fixture
def admin():
    return User.objects.create_superuser("keeper")


def restore(file, by, *options):
    call_command("import_cases", str(file), "--restore", "--by", by.username, *options, verbosity=0)


@whole_record()
def made_otherwise(step=1):
    """Parts of which the desk would now publish another text than the public one, and uses it would note otherwise.

    A case that was related by another one since it was published would say so now.
    """
    public = {document["reference"]: document for document in map(json.loads, document_lines())}
    found = []
    for model in (Case, Campaign):
        for record in model.objects.public().order_by("pk")[::step]:
            document, told, noted = document_of(record), public[record.reference], {*uses_of(record)}
            new = document.content
            related = [each for each in new["relations"] if each not in told["relations"]]
            told["relations"] += related
            found += [(record.reference, part) for part in told if told[part] != new[part]]
            if noted - document.used or (noted != document.used and not related):
                found.append((record.reference, "uses", noted ^ document.used))
    return found


@pytest.fixture
def in_small_steps(monkeypatch):
    """Several batches, whose bitmaps are written several times and parted, while words become common."""
    monkeypatch.setattr(restoring, "BATCH", 30)
    monkeypatch.setattr(replacing, "MOST_WAITING", 50)
    monkeypatch.setattr(replacing, "MARKS_AT_ONCE", 100)
    monkeypatch.setattr(common_words, "INTERVAL", 16)
    monkeypatch.setattr(common_words, "COMMON", 0.5)


def index_of_words():
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname = 'ledger_words_vector'")
        return cursor.fetchone()


@pytest.mark.usefixtures("in_small_steps")
def test_documents_come_back_as_they_were(documents, samples, admin):
    call_command("load_reference_data", verbosity=0)
    index = index_of_words()
    assert index is not None

    restore(documents, admin)

    assert index_of_words() == index
    assert FacetBlock.objects.common_words()

    assert "".join(f"{line}\n" for line in document_lines()) == samples[0]
    assert (
        differing(
            read(samples[1]),
            read(csv_file()),
            [name for name in CSV_COLUMNS if FIELD[name].origin == "document"],
        )
        == {}
    )
    assert check() == []
    assert made_otherwise() == []
    assert not Case.objects.exclude(state="published").exists()


def test_every_entered_column_of_the_csv_comes_back(cases, samples, admin, tmp_path):
    call_command("load_reference_data", verbosity=0)

    restore(cases, admin, "--report", str(tmp_path / "report.csv"))

    before, after = read(samples[1]), read(csv_file())
    assert before.keys() == after.keys()
    assert differing(before, after, KEPT) == {}
    told = {(row["row"], row["column"]) for row in csv.DictReader((tmp_path / "report.csv").open())}
    rows = {reference: str(number) for number, reference in enumerate(before, start=2)}
    assert {(rows[reference], name) for reference, name in differing(before, after, OF_THE_DOCUMENT)} == told
    assert check() == []
    assert made_otherwise(step=4) == []


def test_only_an_administrator_restores_and_only_into_an_empty_register(cases, admin, tmp_path):
    staff = User.objects.create_user("staff", is_staff=True)
    with pytest.raises(CommandError, match="Only an administrator"):
        restore(cases, staff)
    with pytest.raises(CommandError, match="There is no active account nobody"):
        call_command("import_cases", str(cases), "--restore", "--by", "nobody")

    Person.objects.create()

    with pytest.raises(CommandError, match="not empty: there are rows of the kind “person”"):
        restore(cases, admin)
    assert not Case.objects.exists()


def test_a_dry_run_changes_no_place_that_is_on_file(cases, documents, admin):
    # Keys such as those counted by a run that writes nothing: it took them for the keys of its own places.
    Place.objects.bulk_create(
        Place(pk=key, name=f"Invented place {key}", country="AZ") for key in range(1, 200)
    )
    before = list(Place.objects.order_by("pk").values())

    for file in (cases, documents):
        restore(file, admin, "--dry-run")
        assert list(Place.objects.order_by("pk").values()) == before

    restore(cases, admin)


def test_a_dry_run_says_what_would_come_and_leaves_nothing(cases, samples, admin, capsys):
    restore(cases, admin, "--dry-run")

    assert f"{len(read(samples[1]))} cases and" in capsys.readouterr().out
    for model in (Case, Person, Source, Place, PublishedCase, LedgerEntry):
        assert not model.objects.exists()


def changed(file, cells):
    """The file with other cells, as row → column → text."""
    lines = list(csv.reader(io.StringIO(file.read_text(), newline="")))
    for row, columns in cells.items():
        for name, text in columns.items():
            lines[row - 1][CSV_COLUMNS.index(name)] = text
    with file.open("w", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows(lines)


def test_every_wrong_cell_is_named_and_nothing_is_left(cases, samples, admin, tmp_path):
    report = tmp_path / "report.csv"
    references = [*read(samples[1])]
    changed(
        cases,
        {
            2: {"gender": "mann", "birth_year": "about 1980"},
            3: {"start_date": "3 October"},
            4: {"charges": "one | two | three", "charge_statuses": "charged | charged"},
            5: {"reference": references[4]},
            7: {"reference": "C-1"},
            8: {"title": "a\u202eb"},
            9: {"sentence": "Ten years"},
            10: {"last_checked": "soon"},
        },
    )
    with cases.open("a") as file:
        file.write("C-SHORT,row\n")

    with pytest.raises(CommandError, match=r"Nothing was restored: \d+ errors"):
        restore(cases, admin, "--report", str(report))

    told = {(row["row"], row["column"]): row["reason"] for row in csv.DictReader(report.open())}
    last = str(len(references) + 2)
    assert told["2", "gender"] == "is no code of the list “Gender”"
    assert told["2", "birth_year"] == "is no whole number"
    assert "no EDTF date" in told["3", "start_date"]
    assert "has 2 positions where" in told["4", "charge_statuses"]
    assert told["6", "reference"] == "stands in row 5 too"
    assert "no reference" in told["7", "reference"]
    assert told["8", "title"] == "holds a character that nobody sees"
    assert "no sentence as it is printed" in told["9", "sentence"]
    assert told["10", "last_checked"]
    assert told[last, ""] == f"has 2 cells where the first row has {len(CSV_COLUMNS)}"
    for model in (Case, Person, Source, PublishedCase, LedgerEntry):
        assert not model.objects.exists()


def test_what_was_withdrawn_does_not_come_back(cases, samples, admin):
    gone = next(iter(read(samples[1])))
    Tombstone.objects.create(reference=gone, withdrawn_at=timezone.now())

    with pytest.raises(CommandError, match="1 error"):
        restore(cases, admin)

    assert not PublishedCase.objects.exists()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("nonsense", "is no public document: no JSON"),
        ('{"type": "withdrawal", "schema": 5, "reference": "C-1"}', "is not one of case, campaign"),
        ('{"type": "case", "schema": 5, "reference": "C-7K3F-9Q2M-T4XW", "kind": 7}', "kind: is no code"),
    ],
)
def test_a_line_that_is_no_document_is_named(documents, admin, line, told, capsys):
    with documents.open("a") as file:
        file.write(f"{line}\n")

    with pytest.raises(CommandError, match="Nothing was restored: 1 error"):
        restore(documents, admin)

    number = len(documents.read_text().splitlines())
    assert f"row {number}" in (said := capsys.readouterr().err) and told in said
    assert not Case.objects.exists() and not LedgerEntry.objects.exists()


def test_a_file_of_another_kind_is_refused(admin, tmp_path):
    file = tmp_path / "other.csv"
    file.write_text("name,born\nOrxan,1985\n")

    with pytest.raises(CommandError, match=r"does not hold the columns of /cases\.csv"):
        restore(file, admin)
    with pytest.raises(CommandError, match="There is no file"):
        restore(tmp_path / "none.csv", admin)


def test_the_file_for_excel_is_read_too(cases, samples, admin):
    lines = csv.reader(io.StringIO(samples[1], newline=""))
    with cases.open("w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(lines)

    restore(cases, admin, "--dry-run")
