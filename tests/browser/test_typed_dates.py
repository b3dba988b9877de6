"""Under a date field of the desk stands at once how it was understood, typed or chosen from the calendar."""

import pytest
from django.utils import timezone

from cases.text.partial_dates import PartialDate
from tests.browser.test_the_whole_path import log_in
from tests.factories import CaseFactory

pytestmark = pytest.mark.browser


def pair(page, field):
    return page.locator(".partial-date-pair", has=page.locator(f"#{field}"))


def echo_of(page, field, typed):
    page.locator(f"#{field}").fill(typed)
    page.locator(f"#{field}").press("Tab")
    output = pair(page, field).locator("output")
    output.filter(has_text="2").wait_for(timeout=5000)
    return output.inner_text()


def test_a_date_is_echoed_as_soon_as_the_field_is_left_and_a_chosen_day_too(open_sheet):
    case = CaseFactory()
    sheet = open_sheet(width=1280)
    log_in(sheet, "entry")
    sheet.visit(f"/admin/cases/case/{case.pk}/whole/")
    page = sheet.page
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")

    assert echo_of(page, "id_start_date_0", "summer 2014") == "between June and August 2014 (“summer 2014”)"
    assert echo_of(page, "id_publish_embargo_until", "05/12/2026") == "5 December 2026"
    assert "One exact day is needed here" in echo_of(page, "id_risk_review_date", "May 2024")

    pair(page, "id_last_checked_date").get_by_role("link", name="Today").click()
    today = PartialDate(timezone.localdate().isoformat()).echo()

    pair(page, "id_last_checked_date").locator("output").filter(has_text=today).wait_for(timeout=5000)
