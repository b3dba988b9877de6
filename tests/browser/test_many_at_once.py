"""One event for many people by keyboard, with and without script; and the pages of it in every language and width."""

import pytest
from django.conf import settings

from cases.models import Case, Event
from tests.browser.test_accessibility import RULES, violations
from tests.browser.test_from_a_list import at
from tests.browser.test_the_whole_path import log_in
from tests.factories import CaseFactory, PersonFactory, SourceFactory

pytestmark = pytest.mark.browser

MANY = "/admin/cases/case/many-at-once/"
SEVERAL = "/admin/cases/case/several/"
SHARED = {"lines": "Orxan Uydurmalı, 1985\nNigar Xəyali", "arrested_on": "3.5.2025", "place": "Uydurma"}


def tab_to(page, name):
    for _press in range(120):
        if at(page) == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {name}.")


def choose_source(page, source):
    choose = "pk => document.getElementById('id_source').append(new Option('', pk, true, true))"
    page.evaluate(choose, source.pk)  # as the entry before left it


@pytest.mark.parametrize("script", [True, False])
def test_two_people_and_their_release_take_keys_alone(open_sheet, script):
    source, person = SourceFactory(title="An invented list"), PersonFactory(name="Orxan Uydurmalı")
    sheet = open_sheet(width=1280, script=script)
    log_in(sheet, "entry")
    sheet.visit(MANY)
    page = sheet.page
    choose_source(page, source)
    page.locator("#id_country").fill("AZ")
    for name, typed in SHARED.items():
        tab_to(page, name)
        page.keyboard.insert_text(typed)
    page.keyboard.press("Enter")
    page.locator(".many-lines").wait_for()
    tab_to(page, "answer-line:1")
    page.keyboard.press("Space")
    tab_to(page, "_look")
    page.keyboard.press("Enter")
    page.locator(".many-lines input[name=_enter]").wait_for()
    nothing_yet = not Event.objects.exists()
    tab_to(page, "_enter")
    page.keyboard.press("Enter")
    page.locator(".messagelist .success").wait_for()

    assert nothing_yet
    assert [str(case.person) for case in Case.objects.order_by("pk")] == ["Orxan Uydurmalı", "Nigar Xəyali"]
    assert Case.objects.order_by("pk").first().person == person

    page.locator("form[action*=several] input[type=submit]").press("Enter")
    page.locator("#id_kind").wait_for()
    tab_to(page, "kind")
    page.keyboard.type("Release")
    tab_to(page, "date")
    page.keyboard.type("4.5.2025")
    page.keyboard.press("Enter")
    page.locator(".messagelist .success").wait_for()
    assert Event.objects.filter(kind="release").count() == 2


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_the_pages_fit_their_window_and_break_no_rule(open_sheet, language):
    case, found = CaseFactory(person=PersonFactory(name="Orxan Uydurmalı")), {}
    source = SourceFactory()
    for width in (400, 1280):
        sheet = open_sheet(width=width)
        log_in(sheet, "entry")
        cookie = {"name": settings.LANGUAGE_COOKIE_NAME, "value": language, "url": f"{sheet.site}/admin/"}
        sheet.context.add_cookies([cookie])
        copy, second = f"/admin/cases/case/{case.pk}/copy/", f"/admin/cases/case/from-a-list/?after={case.pk}"
        for address in (f"{SEVERAL}?case={case.pk}", copy, second, MANY):
            faults = sheet.visit(address) + sheet.layout_faults() + violations(sheet.page, RULES)
            if faults:
                found[width, address] = faults
        page = sheet.page
        choose_source(page, source)
        page.locator("#id_country").fill("AZ")
        page.locator("#id_lines").fill("Orxan Uydurmalı, soon\nNigar Xəyali")
        page.locator(".submit-row input[name=_look]").last.click()
        page.locator(".many-lines").wait_for()
        if faults := sheet.layout_faults() + violations(page, RULES):
            found[width, "looked at"] = faults

    assert found == {}
