"""As three people would: a case is entered and submitted, a colleague publishes it, a reader finds it."""

import csv
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client

from cases.models import Case
from tests.factories import CaseFactory, PersonFactory, SourceFactory, UserFactory, take_to_review

pytestmark = pytest.mark.browser

NAME = "Ayşən Çaykənarlı"
TITLE = f"{NAME} detained at the border"


def log_in(sheet, name):
    """A browser that has logged in as this member of staff, second factor and all; how is in `test_accounts.py`."""
    client = Client()
    client.force_login(User.objects.filter(username=name).first() or UserFactory(username=name))
    session = client.cookies["sessionid"].value
    sheet.context.add_cookies([{"name": "sessionid", "value": session, "url": f"{sheet.site}/admin/"}])
    sheet.visit("/admin/")
    assert sheet.page.url == f"{sheet.site}/admin/"


def press(sheet, control):
    """Press what leads to another page, and hear what the page left and the page reached have to say."""
    sheet.hear_refusals()
    with sheet.page.expect_navigation():
        control.click()
    sheet.hear_refusals()


def choose(page, field, typed):
    """In a field that looks up records: open it, type, take the first one offered."""
    page.locator(f"#{field} + .select2").click()
    page.locator(".select2-container--open .select2-search__field").fill(typed)
    page.locator(".select2-results__option", has_text=typed).first.click()


def enter_the_case(sheet):
    page = sheet.page
    sheet.visit("/admin/cases/case/add/")
    choose(page, "id_person", NAME)
    page.locator("#id_title").fill(TITLE)
    page.locator("#id_summary").fill("She was taken from a bus.")
    page.locator("#id_origin").fill("Azerbaijan")
    page.locator("#id_location").fill("Georgia")
    page.locator("#id_start_date_0").fill("3.10.2024")
    page.locator("#id_violations-0-kind").select_option("detention")
    page.get_by_role("button", name="Add another Citation").click()
    choose(page, "id_citations-0-source", "The Border Gazette")
    press(sheet, page.get_by_role("button", name="Save and submit").last)


def told(page):
    return " ".join(page.locator(".messagelist li").all_inner_texts())


@pytest.mark.slow
def test_a_case_goes_from_the_desk_to_the_public(open_sheet):
    PersonFactory(name=NAME)
    SourceFactory(title="The Border Gazette, 4 October 2024")

    entry = open_sheet()
    log_in(entry, "entry")
    enter_the_case(entry)
    assert "Submitted." in told(entry.page), (
        told(entry.page) or entry.page.locator(".errorlist").all_inner_texts()
    )

    publisher = open_sheet()
    log_in(publisher, "publisher")
    publisher.visit("/admin/cases/case/")
    press(publisher, publisher.page.get_by_role("link", name=TITLE))
    press(publisher, publisher.page.get_by_role("link", name="Review and publish").first)
    assert "3 October 2024" in publisher.page.locator("article.readers-sheet").inner_text()
    press(publisher, publisher.page.get_by_role("button", name="Publish this text"))
    assert "Published." in told(publisher.page)

    reference = Case.objects.get().reference
    reader = open_sheet(script=False)
    reader.visit("/cases/?q=Aysen")
    reader.page.get_by_role("link", name=TITLE).click()
    reader.page.wait_for_url(f"**/cases/{reference}/")
    assert "3 October 2024" in reader.page.locator("main").inner_text()
    reader.page.goto("/cases/?location=GE")
    with reader.page.expect_download() as download:
        reader.page.get_by_role("link", name="CSV").click()
    with Path(download.value.path()).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert [(row["reference"], row["name"], row["start_date"]) for row in rows] == [
        (reference, NAME, "2024-10-03")
    ]
    assert download.value.suggested_filename.endswith(".csv")
    assert (entry.faults, publisher.faults, reader.faults) == ([], [], [])
    assert reader.context.cookies() == []


@pytest.mark.slow
def test_a_case_is_returned_corrected_and_withdrawn(open_sheet):
    """What comes after: sent back with a reason, handed in again, corrected when it is public, and taken away."""
    case = CaseFactory(title=TITLE)
    take_to_review(case)
    publisher, entry, reader = open_sheet(), open_sheet(), open_sheet(script=False)
    log_in(publisher, "publisher")
    log_in(entry, "entry")
    file = f"/admin/cases/case/{case.pk}/change/"

    def hand_in(summary):
        entry.visit(f"/admin/cases/case/{case.pk}/whole/")
        entry.page.locator("#id_summary").fill(summary)
        press(entry, entry.page.get_by_role("button", name="Save and submit").last)

    def publish_it():
        publisher.visit(f"/admin/cases/case/{case.pk}/publish/")
        press(publisher, publisher.page.get_by_role("button", name="Publish this text"))
        assert "Published." in told(publisher.page)

    publisher.visit(f"/admin/cases/case/{case.pk}/publish/")
    publisher.page.get_by_label("Return it, because").fill("Say on which day.")
    press(publisher, publisher.page.get_by_role("button", name="Return to its editor"))
    entry.visit(file)
    assert "Say on which day." in entry.page.locator("#content").inner_text()

    hand_in("Detained on 3 May.")
    publish_it()
    reader.visit(f"/cases/{case.reference}/")
    assert "Detained on 3 May." in reader.page.locator("main").inner_text()

    hand_in("Detained on 4 May.")
    reader.visit(f"/cases/{case.reference}/")
    assert "Detained on 3 May." in reader.page.locator("main").inner_text()
    publish_it()
    reader.visit(f"/cases/{case.reference}/")
    assert "Detained on 4 May." in reader.page.locator("main").inner_text()

    publisher.visit(file)
    press(publisher, publisher.page.get_by_role("link", name="Withdraw").first)
    publisher.page.get_by_label("Why (stays at the desk)").fill("It was somebody else.")
    publisher.page.get_by_label("Announced").check()
    press(publisher, publisher.page.get_by_role("button", name="Withdraw"))
    assert "Withdrawn." in told(publisher.page)
    reader.visit(f"/cases/{case.reference}/", status=410)
    text = reader.page.locator("main").inner_text()
    assert case.reference in text
    assert "somebody else" not in text
    assert (entry.faults, publisher.faults, reader.faults) == ([], [], [])
