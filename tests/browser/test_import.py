"""A list from upload to published, as two people would do it, without scripts; and axe on every page of it."""

import pytest

from cases.models import Case, ListImport
from tests.browser.test_accessibility import RULES, violations
from tests.browser.test_the_whole_path import log_in, press
from tests.factories import PersonFactory

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LIST = (
    "Full name;Sex;Profession;Article;Date of arrest;City;Description\n"
    "UYDURMALI, Orxan (Orxan bəy);M;journalist;234.4.3;3.10.2024;Uydurma;An invented journalist was taken.\n"
    "QURAŞDIRMA, Leyla;qadın;blogger;126;5.10.2024;Uydurma;An invented blogger was taken.\n"
)


def faults_of(sheet):
    sheet.hear_refusals()
    return sheet.layout_faults() + violations(sheet.page, RULES)


@pytest.mark.parametrize("width", [400, 1280])
def test_a_list_is_uploaded_previewed_imported_and_published_by_a_second_person(open_sheet, tmp_path, width):
    PersonFactory(name="Leyla Quraşdırma")
    file = tmp_path / "list.csv"
    file.write_text(LIST, encoding="utf-8")
    sheet = open_sheet(width=width, script=True)
    page = sheet.page
    faults = {}

    log_in(sheet, "entry")
    press(sheet, page.get_by_role("link", name="Import", exact=True))
    faults["front"] = faults_of(sheet)
    page.locator("#id_file").set_input_files(file)
    press(sheet, page.get_by_role("button", name="Look at it"))

    faults["settle"] = faults_of(sheet)
    assert page.locator("#id_c0-field").input_value() == "name"
    page.locator("#id_new_source").fill("An invented list")
    page.locator("#id_country").fill("AZ")
    page.locator("#id_as_of").fill("1.11.2024")
    press(sheet, page.get_by_role("button", name="Check the rows"))

    faults["preview"] = faults_of(sheet)
    assert page.get_by_role("button", name="Import all of it").count() == 0
    page.get_by_label("None of these: a new record").check()
    press(sheet, page.get_by_role("button", name="Keep these choices"))
    page.get_by_label("hand the new cases over").check()
    press(sheet, page.get_by_role("button", name="Import all of it"))

    faults["result"] = faults_of(sheet)
    assert ListImport.objects.get().stage == "done", page.locator("#content").inner_text()
    assert {name: found for name, found in faults.items() if found} == {}

    case = Case.objects.get(person__names__text="Orxan Uydurmalı")
    publisher = open_sheet(width=width)
    log_in(publisher, "publisher")
    publisher.visit(f"/admin/cases/case/{case.pk}/publish/")
    assert "Uydurmalı" in publisher.page.locator("article.readers-sheet").inner_text()
    press(publisher, publisher.page.get_by_role("button", name="Publish this text"))
    case.refresh_from_db()
    assert case.is_public, publisher.page.locator("#content").inner_text()
