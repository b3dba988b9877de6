"""The file of a case in a real browser, by keyboard: lines opened, saved and closed where one is."""

import pytest

from cases.models import Agency, Case
from cases.vocabularies.events import EVENT_KINDS
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
    error.wait_for(state="detached")
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


def test_what_a_look_up_does_not_find_is_made_in_place_after_the_warning(open_sheet):
    sheet = open_sheet()
    case, page = opened(sheet), sheet.page
    Agency.objects.create(name="Göydağ Court", kind="judiciary", country="AZ")

    page.keyboard.press("Alt+a")
    page.locator("#add-events-form [name=events-0-kind]").select_option("hearing")
    page.locator("#add-events-form .fieldBox.field-court .select2-selection").focus()
    page.keyboard.type("Goydagh")
    page.locator(".select2-results__option", has_text="Göydağ Court").first.wait_for()
    page.keyboard.press("Control+a")
    page.keyboard.type("Yenidağ Rayon Məhkəməsi")
    page.get_by_text("Make “Yenidağ Rayon Məhkəməsi” now").wait_for()
    page.keyboard.press("Enter")
    panel = page.locator(".file-make")
    panel.locator("[name=name]").wait_for()
    assert panel.locator("[name=name]").input_value() == "Yenidağ Rayon Məhkəməsi"
    panel.locator("[name=country]").fill("AZ")
    panel.locator("[name=_save]").first.click()
    panel.wait_for(state="detached")
    page.locator("#add-events-form [name=_save]").click()
    told(page, "Saved.")

    assert case.events.get(kind="hearing").court.name == "Yenidağ Rayon Məhkəməsi"
    assert len(sheet.context.pages) == 1
    sheet.hear_refusals()
    assert sheet.faults == []


def add_event(page, kind, day, **chosen):
    """By keyboard alone: Alt+A, the kind by its first letters, then from field to field."""
    page.keyboard.press("Alt+a")
    page.locator("#add-events-form .file-form").wait_for()
    page.keyboard.type(str(EVENT_KINDS.label(kind)))
    page.keyboard.press("Tab")
    page.keyboard.type(day)
    for name, words in chosen.items():
        page.locator(f"#add-events-form [name=events-0-{name}]").focus()
        page.keyboard.type(words)
    page.keyboard.press("Control+Enter")
    page.locator("#add-events-form .file-form").wait_for(state="detached")
    told(page, "Saved.")


def test_the_life_of_a_case_goes_on_by_keyboard(open_sheet):
    sheet = open_sheet()
    case, page = opened(sheet), sheet.page

    add_event(page, "confirmed_still_held", "2024-06-01")
    add_event(page, "transfer", "2024-06-03")
    add_event(page, "appeal_decision", "2024-07-01", decision="Reduced", proceeding_number="1")
    page.locator("#add-charges").focus()
    page.keyboard.press("Enter")
    page.locator("#add-charges-form [name=charges-0-verbatim]").focus()
    page.keyboard.type("smuggling of books")
    page.locator("#add-charges-form [name=charges-0-category]").focus()
    page.keyboard.type("Eco")
    page.keyboard.press("Control+s")
    page.locator("#add-charges-form .file-form").wait_for(state="detached")
    add_event(page, "pardon", "2024-08-01", decision="In full")

    kinds = ["confirmed_still_held", "transfer", "appeal_decision", "pardon"]
    assert [each.kind for each in case.events.order_by("-pk")[:4]][::-1] == kinds
    assert case.charges.filter(verbatim="smuggling of books").exists()
    assert "Pardon: in full" in page.locator("#events-group").inner_text()
    sheet.hear_refusals()
    assert sheet.faults == []


def test_in_the_whole_form_a_new_row_begins_at_its_first_field_and_no_form_at_a_tick_box_that_deletes(
    open_sheet,
):
    sheet = open_sheet()
    case, page = opened(sheet), sheet.page
    focused_name = (
        "() => document.activeElement.closest('.form-row, td')?.querySelector('select, input')?.name"
    )

    sheet.visit("/admin/cases/case/add/")
    page.locator("#attributions-group .add-row a").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.tagName !== 'A'")
    row = page.locator("#attributions-group .dynamic-attributions").last.get_attribute("id")
    assert page.evaluate("(row) => !!document.activeElement.closest('#' + row)", row), page.evaluate(
        focused_name
    )
    assert "DELETE" not in page.evaluate(focused_name)

    sheet.visit(f"/admin/cases/person/{case.person_id}/change/")
    page.wait_for_function("() => document.activeElement !== document.body")
    assert "DELETE" not in page.evaluate("() => document.activeElement.name ?? ''")
