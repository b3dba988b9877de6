"""What the desk asks about a row is seen beside it, without pointing at anything, on a screen of any width."""

import pytest

from tests.browser.test_the_whole_path import log_in
from tests.factories import CaseFactory

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [360, 1280])
def test_a_question_is_seen_beside_its_row_without_script(open_sheet, width):
    case = CaseFactory()
    case.events.create(kind="release", date="2024-05-01")
    sheet = open_sheet(width=width, script=False)
    log_in(sheet, "entry")

    sheet.visit(f"/admin/cases/case/{case.pk}/change/")

    beside = sheet.page.locator("#events-group .row-ask")
    assert beside.is_visible()
    assert "When were they taken?" in beside.inner_text()
    box = beside.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    sheet.page.locator(".strip-answer summary").click()
    sheet.page.get_by_label("Why", exact=True).first.fill("In another archive")
    sheet.page.get_by_role("button", name="Keep the reason").click()
    assert not sheet.page.locator(".row-ask").count()
