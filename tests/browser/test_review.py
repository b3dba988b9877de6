"""The review at the desk as a publisher meets it: narrow and wide, light and dark, by keyboard and without script."""

import pytest

from tests.browser.test_accessibility import CONTRAST, RULES, violations
from tests.browser.test_the_whole_path import log_in, told
from tests.factories import CampaignFactory, CaseFactory, EventFactory, take_to_public, take_to_review

pytestmark = pytest.mark.browser

LOOKS = """(selector) => {
  const style = getComputedStyle(document.querySelector(selector));
  return ["fontFamily", "fontWeight", "color", "listStyleType", "textDecorationLine", "display"]
    .map((each) => style[each]);
}"""
OF_THE_PAGE = (
    "h1",
    ".lead",
    ".part > h2",
    ".facts dt",
    ".facts dd",
    ".entries > li",
    ".marks a",
    ".sources li",
)


def changed_case():
    """Public, changed and submitted again."""
    case = CaseFactory(start_date="2024-05", published=True)
    source = case.citations.get().source
    EventFactory(case=case, kind="remand", date="2024-05-04").citations.create(case=case, source=source)
    case.summary = "Detained at the border, and brought to court."
    case.save()
    take_to_review(case)
    return case


def address_of(record):
    return f"/admin/cases/{record._meta.model_name}/{record.pk}/publish/"


@pytest.mark.parametrize("width", [400, 1280])
def test_it_is_whole_legible_and_within_the_content_policy(open_sheet, width):
    fresh = CampaignFactory()
    take_to_review(fresh)
    records = [changed_case(), CaseFactory(), fresh]
    sheet = open_sheet(width=width)
    log_in(sheet, "publisher")

    faults = {}
    for record in records:
        sheet.page.emulate_media(color_scheme="light")
        found = sheet.visit(address_of(record))
        found += [fault for fault in sheet.layout_faults() if "h1" not in fault and "title" not in fault]
        found += violations(sheet.page, RULES)
        sheet.page.emulate_media(color_scheme="dark")
        sheet.page.wait_for_timeout(400)  # the admin's links take 150 ms to change their colour
        found += [f"dark: {each}" for each in violations(sheet.page, CONTRAST)]
        if found:
            faults[str(record)] = found

    assert faults == {}


def test_the_page_in_it_looks_as_it_does_to_readers(open_sheet):
    case = changed_case()
    sheet = open_sheet()
    log_in(sheet, "publisher")
    sheet.visit(address_of(case))
    at_the_desk = {each: sheet.page.evaluate(LOOKS, f"article.readers-sheet {each}") for each in OF_THE_PAGE}

    take_to_public(case)
    sheet.visit(f"/cases/{case.reference}/")
    for_readers = {each: sheet.page.evaluate(LOOKS, f"article {each}") for each in OF_THE_PAGE}

    assert at_the_desk == for_readers


def test_it_is_read_and_published_by_keyboard_without_script(open_sheet):
    case = changed_case()
    sheet = open_sheet(script=False)
    log_in(sheet, "publisher")
    sheet.visit(address_of(case))

    page = sheet.page
    assert "and brought to court." in page.locator("section", has_text="Public now: version 1").inner_text()
    for _press in range(80):
        page.keyboard.press("Tab")
        if page.locator("button:focus", has_text="Publish this text").count():
            break
    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert "Published." in told(page)
    case.refresh_from_db()
    assert case.published_version == 2
