"""Giving a case to a circle as staff do, with and without JavaScript, and what a colleague is then told."""

import pytest

from cases.models import Circle
from cases.workflow.circles import give
from tests.browser.test_the_whole_path import log_in, press, told
from tests.factories import CaseFactory, PersonFactory, UserFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def circle(db):
    made = Circle.objects.create(name="Four")
    made.members.set([UserFactory(username="entry"), UserFactory(username="publisher")])
    return made


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_case_is_given_to_a_circle_and_is_gone_for_others(open_sheet, circle, script):
    case = CaseFactory(title="A case for few", person=PersonFactory(name="Sevinj Guliyeva"))
    address = f"/admin/cases/case/{case.pk}/change/"
    member, other = open_sheet(script=script), open_sheet(script=script)
    log_in(member, "entry")

    assert member.visit(address) == []
    press(member, member.page.get_by_role("link", name="Circle", exact=True))
    member.page.get_by_label("Who may know of it").select_option("Four")
    press(member, member.page.get_by_role("button", name="Save"))

    assert told(member.page) == "Only the circle “Four” knows of it now."
    assert member.page.get_by_role("row", name="Given to the circle").count() == 1
    log_in(other, "reviewer")
    assert other.visit("/admin/cases/case/") == []
    assert other.page.get_by_text("A case for few").count() == 0
    assert other.visit(address, status=404) == []


def test_typing_the_name_of_somebody_a_circle_keeps_says_to_ask(open_sheet, circle):
    give(PersonFactory(name="Sevinj Guliyeva"), circle=circle, by=UserFactory(username="entry"))
    sheet = open_sheet()
    log_in(sheet, "reviewer")
    sheet.visit("/admin/cases/person/add/")

    sheet.page.locator("#id_names-0-text").fill("guliyeva sevinj")
    panel = sheet.page.locator(".on-file")
    panel.get_by_text("Ask an administrator before you enter this person.").wait_for()

    assert panel.locator("a").count() == 0
