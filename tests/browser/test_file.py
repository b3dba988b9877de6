"""The file of a case in a real browser, by keyboard: lines opened, saved and closed where one is."""

import pytest

from cases.models import Case
from tests.admin.file.conftest import filed_case
from tests.browser.test_accessibility import RULES, violations
from tests.browser.test_the_whole_path import log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MOST_SCREENS = 3


def address(case):
    return f"/admin/cases/case/{case.pk}/change/"


def opened(sheet, name="entry", **given):
    case = given.get("case") or filed_case()
    log_in(sheet, name)
    assert sheet.visit(address(case)) == []
    return case


def focused(page):
    return page.evaluate(
        "() => document.activeElement.id || document.activeElement.closest('li, section')?.id"
    )


def told(page, words):
    page.locator("#file-told", has_text=words).wait_for()


def test_a_line_is_opened_changed_and_saved_and_the_focus_is_back_at_it(open_sheet):
    sheet = open_sheet()
    case, page = opened(sheet), sheet.page
    event = case.events.get(kind="arrest")
    line = f"#line-events-{event.pk}"

    page.locator(f"{line} > .file-edit").focus()
    page.keyboard.press("Enter")
    page.locator(f"{line} .file-form").wait_for()
    page.locator(f"{line} [name=events-0-verb]").focus()
    page.keyboard.type("taken away")
    page.keyboard.press("Control+s")
    told(page, "Saved.")

    assert "“taken away”" in page.locator(f"{line} > .file-words").inner_text()
    assert focused(page) == f"line-events-{event.pk}"
    page.keyboard.press("Enter")
    page.locator(f"{line} .file-form").wait_for()
    page.keyboard.press("Control+Enter")
    told(page, "Nothing was changed.")
    sheet.hear_refusals()
    assert sheet.faults == []


def test_adding_begins_in_the_first_field_and_escape_closes(open_sheet):
    sheet = open_sheet()
    case, page = opened(sheet), sheet.page

    page.keyboard.press("Alt+a")
    page.locator("#add-events-form .file-form").wait_for()
    assert page.evaluate("() => document.activeElement.name") == "events-0-kind"
    page.keyboard.press("Escape")
    assert focused(page) == "add-events"
    page.keyboard.press("Enter")
    page.locator("#add-events-form [name=events-0-kind]").select_option("release")
    page.locator("#add-events-form [name=events-0-date_0]").focus()
    page.keyboard.type("1.6.2024")
    page.keyboard.press("Control+s")
    told(page, "Saved.")

    row = case.events.get(kind="release")
    assert focused(page) == f"line-events-{row.pk}"
    page.keyboard.press("Alt+n")
    page.locator(".file-open .file-form").wait_for()
    sheet.hear_refusals()
    assert sheet.faults == []


def test_two_people_at_once_in_two_lines_and_in_one(open_sheet):
    one, other = open_sheet(), open_sheet()
    case = opened(one, "entry-one")
    opened(other, "entry-two", case=case)
    arrest, remand = (f"#line-events-{case.events.get(kind=kind).pk}" for kind in ("arrest", "remand"))

    def type_in(sheet, line, words):
        sheet.page.locator(f"{line} > .file-edit").click()
        sheet.page.locator(f"{line} [name=events-0-verb]").fill(words)

    type_in(one, arrest, "of one")
    type_in(other, remand, "of two")
    for sheet, line in ((one, arrest), (other, remand)):
        sheet.page.locator(f"{line} [name=_save]").click()
        told(sheet.page, "Saved.")
    type_in(one, arrest, "again one")
    type_in(other, arrest, "again two")
    one.page.locator(f"{arrest} [name=_save]").click()
    told(one.page, "Saved.")
    other.page.locator(f"{arrest} [name=_save]").click()

    error = other.page.locator(f"{arrest} .error-list")
    error.wait_for()
    assert "entry-one saved this record" in error.inner_text()
    assert other.page.locator(f"{arrest} [name=events-0-verb]").input_value() == "again two"
    other.page.locator(f"{arrest} [name=_save]").click()
    told(other.page, "Saved.")
    assert sorted(case.events.exclude(verb="").values_list("verb", flat=True)) == ["again two", "of two"]


@pytest.mark.parametrize("width", [400, 1280])
def test_it_is_in_order_in_three_languages_with_a_line_open(open_sheet, width):
    sheet = open_sheet(width=width)
    case, page, faults = opened(sheet), sheet.page, {}

    for language in ("en", "az", "ru"):
        sheet.context.add_cookies(
            [{"name": "desk_language", "value": language, "url": f"{sheet.site}/admin/"}]
        )
        found = sheet.visit(address(case))
        page.locator(f"#line-sentences-{case.sentences.get().pk} > .file-edit").click()
        page.locator(".file-form").wait_for()
        found += sheet.layout_faults() + violations(page, RULES)
        if found:
            faults[language] = found
    assert faults == {}


def test_a_large_case_is_no_more_than_three_screens(open_sheet):
    sheet = open_sheet()
    opened(sheet)

    height = sheet.page.evaluate("() => document.documentElement.scrollHeight")

    assert height <= MOST_SCREENS * 800


def test_a_line_is_a_page_of_its_own_without_script(open_sheet):
    sheet = open_sheet(script=False, width=400)
    case, page = opened(sheet), sheet.page
    before = Case.objects.get(pk=case.pk).edit_version

    page.locator("#line-record-what > .file-edit").click()
    assert sheet.layout_faults() == []
    page.locator("[name=title]").fill("The printer")
    page.locator("[name=_save]").click()

    assert page.url.endswith("#line-record-what")
    assert "The printer" in page.locator("#line-record-what").inner_text()
    assert Case.objects.get(pk=case.pk).edit_version == before + 1
