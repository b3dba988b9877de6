"""Our own CSV with corrected cells, brought to the desk like any list: seen first, then all of it or nothing."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cases.models import Case, Circle, Citation, ListImport
from cases.models.history import history_of
from cases.workflow.circles import give
from tests.factories import CaseFactory, PersonFactory, SourceFactory, UserFactory, take_to_public
from tests.imports.lists import brought, confirmed, csv_of, preview, uploaded
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


def test_corrected_cells_are_seen_and_carried_out_and_nothing_else(browser, lines):
    client = browser("entry")
    case, other = (Case.objects.get(reference=each["reference"]) for each in lines)
    before = facts(case), facts(other)

    row = brought(client, corrected(lines, summary="As it was.", title="=A title"), "cases.csv")

    assert (row.stage, row.counts) == ("checked", {"changed": 1, "same": 1}), row.told
    page = preview(client, row)
    assert "As it was told." in page and "As it was.</ins>" in page and case.reference in page
    assert other.reference not in page and other.reference in preview(client, row, verdict="")
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

    # Each case has its way back in its history; the file as a whole has none.
    assert "Undo the whole import" not in preview(client, row)
    client.post(f"/admin/import/{row.pk}/undo/")
    row.refresh_from_db()
    case.refresh_from_db()
    assert (row.stage, case.summary) == ("done", "As it was.")


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
    assert client.get(f"/admin/import/{row.pk}/settle/").status_code == 302

    file = client.get(f"/admin/import/{row.pk}/errors.csv").getvalue().decode().removeprefix("\ufeff")
    [back] = csv.DictReader(io.StringIO(file, newline=""))
    assert "is derived" in back["reasons"]
    back["custody_status"] = lines[0]["custody_status"]
    assert brought(client, csv_of(back), "errors.csv").counts == {"changed": 1}


def edited(reference, **values):
    case = Case.objects.get(reference=reference)
    for name, value in values.items():
        setattr(case, name, value)
    case.save()
    return case


def test_what_was_changed_since_it_was_downloaded_or_previewed_is_not_overwritten(browser, lines):
    client = browser("entry")
    row = brought(client, corrected(lines, summary="As it was."), "cases.csv")
    case = edited(lines[0]["reference"], summary="Written meanwhile.")

    client.post(f"/admin/import/{row.pk}/confirm/")

    row.refresh_from_db()
    case.refresh_from_db()
    assert row.stage == "checked" and "since the preview" in row.told[0]
    assert case.summary == "Written meanwhile."
    [error] = row.rows.get(verdict="error").told["errors"]
    assert error["column"] == "summary" and "Written meanwhile." in error["reason"]


def test_one_line_for_each_case(browser, lines):
    row = brought(browser("entry"), csv_of(*lines, {**lines[0], "summary": "As it was."}), "cases.csv")

    assert row.counts == {"same": 2, "error": 1}
    [error] = row.rows.get(verdict="error").told["errors"]
    assert (error["column"], error["reason"]) == ("reference", "stands in row 2 too")


@pytest.mark.parametrize("second", ["female", "other"])
def test_lines_that_share_a_person_say_the_same_of_them_or_nothing_is_done(browser, second):
    person = PersonFactory(name="Rəna Uydurmalı", gender="male")
    for title in ("First detention", "Second detention"):
        CaseFactory(published=True, person=person, title=title)
    one, other = csv.DictReader(io.StringIO(csv_file(), newline=""))
    client = browser("entry")

    row = brought(client, csv_of({**one, "gender": "female"}, {**other, "gender": second}), "cases.csv")
    assert (row.stage, row.counts) == ("checked", {"changed": 2}), row.told
    client.post(f"/admin/import/{row.pk}/confirm/")

    row.refresh_from_db()
    person.refresh_from_db()
    if second == "female":
        assert (row.stage, person.gender) == ("done", "female")
    else:
        assert (row.stage, person.gender) == ("checked", "male")
        assert row.told == ["Row 3: gender: another line changes it to “female”"]


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("birth_year", "19850", ""),
        ("birth_year", "-5", ""),
        ("person_reference", "P-0000-0000-0000", "on file"),
    ],
)
def test_a_cell_that_cannot_be_meant_is_an_error_of_its_row(browser, lines, column, cell, reason):
    row = brought(browser("entry"), corrected(lines, **{column: cell}), "cases.csv")

    assert row.counts == {"error": 1, "same": 1}
    [error] = row.rows.get(verdict="error").told["errors"]
    assert error["column"] == column and reason in error["reason"]


def test_whoever_a_circle_keeps_is_not_on_file_for_others(browser, lines):
    circle = Circle.objects.create(name="Two")
    circle.members.set([UserFactory(username="publisher")])
    kept = CaseFactory(person=PersonFactory(name="Gizli Uydurma"))
    give(kept.person, circle=circle, by=UserFactory(username="publisher"))

    file = corrected(lines, person_reference=kept.person.reference)
    row = brought(browser("entry"), file, "cases.csv")

    [error] = row.rows.get(verdict="error").told["errors"]
    assert error["reason"] == "is not on file"
    assert "Gizli" not in preview(browser("entry"), row)


def test_empty_places_at_the_end_of_a_cell_and_truths_in_capitals_change_nothing(browser):
    case = CaseFactory(published=False)
    for number, archived in enumerate(("https://web.archive.org/web/20240101000000/https://a.example/", "")):
        Citation.objects.create(case=case, source=SourceFactory(title=f"S{number}", archived_url=archived))
    take_to_public(case)
    [line] = csv.DictReader(io.StringIO(csv_file(), newline=""))
    assert line["archived_urls"].endswith(" | ") or line["archived_urls"].startswith(" | ")

    line["sample"], line["custody_last_known"] = line["sample"].upper(), line["custody_last_known"].upper()
    client = browser("entry")
    assert brought(client, csv_of(line), "cases.csv").counts == {"same": 1}

    row = brought(client, csv_of({**line, "custody_status": "released"}), "cases.csv")
    file = client.get(f"/admin/import/{row.pk}/errors.csv").getvalue().decode().removeprefix("\ufeff")
    [back] = csv.DictReader(io.StringIO(file, newline=""))
    back["custody_status"] = line["custody_status"]
    assert brought(client, csv_of(back), "errors.csv").counts == {"same": 1}


def test_a_list_that_comes_again_does_not_take_the_place_of_a_correction(browser):
    client = browser("entry")
    listed = {
        "list_id": "7",
        "name": "Orxan Uydurmalı",
        "arrested_on": "3.10.2024",
        "summary": "As the list says.",
    }
    confirmed(client, uploaded(client, csv_of(listed), "list.csv"))
    case = Case.objects.get()
    take_to_public(case)
    [line] = csv.DictReader(io.StringIO(csv_file(), newline=""))
    client = browser("entry")  # those who published were given passwords anew
    confirmed(client, brought(client, csv_of({**line, "summary": "Corrected."}), "cases.csv"))

    assert uploaded(client, csv_of(listed), "list.csv").counts == {"same": 1}
    other = uploaded(client, csv_of({**listed, "arrested_on": "4.10.2024"}), "list.csv")
    assert [each[3] for each in other.rows.get().told["changes"] if each[0] == "Summary"] == [False]


def test_a_workbook_of_our_own_columns_is_refused_with_the_reason(browser, lines):
    file = workbook(list(lines[0]), *(list(each.values()) for each in lines))

    answer = browser("entry").post("/admin/import/", {"file": SimpleUploadedFile("cases.xlsx", file)})

    assert "saved as a workbook" in answer.content.decode()
    assert not ListImport.objects.exists()


def test_who_may_not_change_cases_changes_none(client, lines):
    user = UserFactory(username="entry")
    user.groups.clear()
    client.force_login(user)

    answer = client.post("/admin/import/", {"file": SimpleUploadedFile("cases.csv", csv_of(*lines))})

    assert answer.status_code == 403
    assert not ListImport.objects.exists()
