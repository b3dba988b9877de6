"""Our own CSV with corrected cells, brought to the desk like any list: seen first, all of it or nothing, and undone."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cases.models import Case, ListImport
from cases.models.history import history_of
from tests.factories import CaseFactory, UserFactory
from tests.imports.lists import brought, confirmed, csv_of, preview
from tests.imports.test_tables import workbook
from tests.public.files import csv_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines():
    """What is downloaded of two published cases."""
    for name in ("Rəna Uydurmalı", "Zaur Uydurmalı"):
        CaseFactory(published=True, title=f"Detention of {name}", summary="As it was told.")
    return list(csv.DictReader(io.StringIO(csv_file(), newline="")))


def corrected(lines, **cells):
    return csv_of({**lines[0], **cells}, *lines[1:])


def facts(case):
    return case.title, case.summary, str(case.start_date), case.state


def test_corrected_cells_are_seen_carried_out_and_taken_back(browser, lines):
    client = browser("entry")
    case, other = (Case.objects.get(reference=each["reference"]) for each in lines)
    before = facts(case), facts(other)

    row = brought(client, corrected(lines, summary="As it was.", title="=A title"), "cases.csv")

    assert (row.stage, row.counts) == ("checked", {"changed": 1, "same": 1}), row.told
    page = preview(client, row)
    assert "As it was told." in page and "As it was.</ins>" in page and case.reference in page
    assert "How it is read" not in page
    case.refresh_from_db()
    assert facts(case) == before[0]

    confirmed(client, row)
    case.refresh_from_db()
    other.refresh_from_db()
    assert (case.summary, case.title, case.state) == ("As it was.", "=A title", "draft")
    assert facts(other) == before[1]
    written = history_of(Case).filter(id=case.pk).order_by("-pgh_id").first()
    assert written.pgh_context.metadata["import"] == row.pk
    assert [(each.case, each.is_new) for each in row.cases.all()] == [(case, False)]

    client.post(f"/admin/import/{row.pk}/undo/")
    row.refresh_from_db()
    case.refresh_from_db()
    assert (row.stage, row.told) == ("undone", [])
    assert facts(case)[:3] == before[0][:3]


def test_the_same_file_changes_nothing_and_so_does_one_brought_twice(browser, lines):
    client = browser("entry")
    assert brought(client, csv_of(*lines), "cases.csv").counts == {"same": 2}

    file = corrected(lines, summary="As it was.")
    confirmed(client, brought(client, file, "cases.csv"))
    assert brought(client, file, "cases.csv").counts == {"same": 2}


def test_what_cannot_be_is_an_error_of_its_cell_and_comes_back_as_a_file_to_correct(browser, lines):
    client = browser("entry")
    wrong = corrected(lines, custody_status="released", summary="As it was.")

    row = brought(client, wrong, "cases.csv")

    assert row.counts == {"error": 1, "same": 1}
    [error] = row.rows.get(verdict="error").told["errors"]
    assert (error["column"], error["value"]) == ("custody_status", "released")
    assert "is derived" in error["reason"] and "is derived" in preview(client, row)
    assert client.get(f"/admin/import/{row.pk}/mapping.json").status_code == 404
    assert client.get(f"/admin/import/{row.pk}/settle/").status_code == 302

    file = client.get(f"/admin/import/{row.pk}/errors.csv").getvalue().decode().removeprefix("\ufeff")
    [back] = csv.DictReader(io.StringIO(file, newline=""))
    assert "is derived" in back["reasons"]
    back["custody_status"] = lines[0]["custody_status"]
    assert brought(client, csv_of(back), "errors.csv").counts == {"changed": 1}


def test_what_was_changed_since_the_preview_is_not_overwritten(browser, lines):
    client = browser("entry")
    row = brought(client, corrected(lines, summary="As it was."), "cases.csv")
    case = Case.objects.get(reference=lines[0]["reference"])
    case.summary = "Written meanwhile."
    case.save()

    client.post(f"/admin/import/{row.pk}/confirm/")

    row.refresh_from_db()
    case.refresh_from_db()
    assert row.stage == "checked" and "since the preview" in row.told[0]
    assert row.rows.get(row=2).told["changes"][0][1] == "Written meanwhile."
    assert case.summary == "Written meanwhile."


def test_what_was_edited_since_cannot_be_undone(browser, lines):
    client = browser("entry")
    row = confirmed(client, brought(client, corrected(lines, summary="As it was."), "cases.csv"))
    case = Case.objects.get(reference=lines[0]["reference"])
    Case.objects.filter(pk=case.pk).update(edit_version=case.edit_version + 1)

    answer = client.post(f"/admin/import/{row.pk}/undo/", follow=True)

    assert any(case.reference in str(each) for each in answer.context["messages"])
    case.refresh_from_db()
    assert case.summary == "As it was."


def test_a_workbook_of_the_same_columns_is_the_same(browser, lines):
    rows = [{**lines[0], "summary": "As it was."}, lines[1]]
    file = workbook(list(lines[0]), *(list(each.values()) for each in rows))

    row = brought(browser("entry"), file, "cases.xlsx")

    assert row.counts == {"changed": 1, "same": 1}, [each.told for each in row.rows.all()]


def test_who_may_not_change_cases_changes_none(client, lines):
    user = UserFactory(username="entry")
    user.groups.clear()
    client.force_login(user)

    answer = client.post("/admin/import/", {"file": SimpleUploadedFile("cases.csv", csv_of(*lines))})

    assert answer.status_code == 403
    assert not ListImport.objects.exists()
