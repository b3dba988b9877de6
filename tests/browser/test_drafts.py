"""Nothing typed is lost: a session that ends in mid-typing, a browser that is killed, a warning one key answers."""

import shutil
from contextlib import suppress
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings as site_settings
from django.utils import timezone
from playwright.sync_api import Error

from cases.models import DeskDraft, DeskSession, Place
from tests.browser.sheet import Sheet
from tests.browser.test_account_pages import WCAG, reads, violations
from tests.browser.test_the_whole_path import log_in, press
from tests.factories import CaseFactory, PersonFactory, UserFactory

pytestmark = pytest.mark.browser
NEW = "/admin/cases/place/add/"
TYPED = {"name": "Somewhere invented", "country": "AZ"}


def type_in(page):
    for name, text in TYPED.items():
        page.locator(f"[name={name}]").fill(text)


def end_session():
    DeskSession.objects.update(expire_date=timezone.now() - timedelta(seconds=5))


def save(sheet):
    press(sheet, sheet.page.locator("input[name=_save]").last)


def log_in_again(sheet, name):
    """As `log_in`, to the address that was asked for."""
    asked = sheet.page.locator("#login-form input[name=next]").input_value()
    log_in(sheet, name)
    sheet.visit(asked)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_session_that_ends_in_mid_typing_loses_nothing(open_sheet, script):
    sheet = open_sheet(width=400, script=script)
    log_in(sheet, "entry")
    sheet.visit(NEW)
    type_in(sheet.page)
    end_session()

    save(sheet)
    assert "What you typed is kept" in sheet.page.locator("#content-main").inner_text()
    assert "Somewhere invented" not in sheet.page.content()
    log_in_again(sheet, "entry")

    assert sheet.page.locator("[name=name]").input_value() == "Somewhere invented"
    assert not Place.objects.filter(name="Somewhere invented").exists()
    save(sheet)
    assert Place.objects.filter(name="Somewhere invented").exists()
    assert not DeskDraft.objects.exists()
    assert sheet.faults == []


def test_somebody_else_who_logs_in_finds_an_empty_form(open_sheet):
    sheet = open_sheet()
    log_in(sheet, "entry")
    sheet.visit(NEW)
    type_in(sheet.page)
    end_session()
    save(sheet)

    log_in_again(sheet, "publisher")

    assert sheet.page.locator("[name=name]").input_value() == ""
    assert "Somewhere invented" not in sheet.page.content()


def test_a_browser_that_is_killed_in_mid_typing_loses_nothing(chromium, live_server, open_sheet):
    case = CaseFactory()
    address = f"/admin/cases/case/{case.pk}/whole/"
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    doomed = chromium.browser_type.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
    sheet = Sheet(doomed, live_server.url)
    log_in(sheet, "entry")
    sheet.visit(address)
    sheet.page.locator("#id_title").fill("Half a sentence that nobody sav")
    sheet.page.locator("[data-draft-told]:not([hidden])").wait_for()

    with suppress(Error):  # it is gone before it can answer
        doomed.new_browser_cdp_session().send("Browser.crash")
    again = open_sheet()
    log_in(again, "entry")
    assert again.page.locator(".work-drafts li").count() == 1
    again.visit(address)
    press(again, again.page.get_by_role("link", name="Go on with it"))

    assert again.page.locator("#id_title").input_value() == "Half a sentence that nobody sav"
    assert again.faults == []


def test_a_page_that_was_left_at_once_kept_what_was_typed(open_sheet):
    sheet = open_sheet()
    log_in(sheet, "entry")
    sheet.visit(NEW)
    sheet.page.on("dialog", lambda dialog: dialog.accept())
    type_in(sheet.page)
    sheet.visit("/admin/words/")

    sheet.visit(NEW)

    assert sheet.page.get_by_role("link", name="Go on with it").count() == 1
    sheet.page.get_by_text("Throw it away", exact=True).click()
    press(sheet, sheet.page.get_by_role("button", name="Yes, it is gone for good"))
    assert not DeskDraft.objects.exists()


def test_a_warning_before_the_end_is_answered_with_one_key(open_sheet, settings):
    settings.SESSION_COOKIE_AGE = 124
    sheet = open_sheet(width=400)
    log_in(sheet, "entry")
    sheet.visit(NEW)
    settings.SESSION_COOKIE_AGE = 900
    dialog = sheet.page.get_by_role("alertdialog")
    dialog.wait_for(timeout=15_000)

    assert sheet.page.evaluate("() => document.activeElement.textContent") == "Stay logged in"
    # The policy refuses what axe brings with it, so what the page did is asked first.
    assert sheet.faults == [] and sheet.layout_faults() == []
    assert violations(sheet.page, WCAG) == []
    sheet.page.keyboard.press("Enter")
    dialog.wait_for(state="hidden")

    sheet.page.wait_for_load_state("networkidle")
    assert DeskSession.objects.get(user__username="entry").expire_date > timezone.now() + timedelta(
        minutes=10
    )


def test_a_page_whose_session_has_ended_makes_way_and_comes_back_filled(open_sheet, settings):
    settings.SESSION_COOKIE_AGE = 6
    sheet = open_sheet()
    log_in(sheet, "entry")
    sheet.visit(NEW)
    type_in(sheet.page)
    end_session()
    sheet.page.locator("#login-form").wait_for(timeout=20_000)
    settings.SESSION_COOKIE_AGE = 900

    assert "What you typed is kept" in sheet.page.locator("#content-main").inner_text()
    log_in_again(sheet, "entry")
    assert sheet.page.locator("[name=name]").input_value() == "Somewhere invented"


@pytest.mark.slow
@pytest.mark.parametrize("width", [400, 1280])
@pytest.mark.parametrize("language", ["en", "az", "ru"])
def test_pages_with_something_typed(open_sheet, language, width):
    UserFactory(username="entry")
    sheet = open_sheet(width=width)
    reads(sheet, language)
    log_in(sheet, "entry")
    sheet.visit(NEW)
    type_in(sheet.page)
    sheet.page.locator("[data-draft-told]:not([hidden])").wait_for()
    sheet.page.evaluate("() => document.dispatchEvent(new CustomEvent('desk:leaving', {detail: {}}))")
    PersonFactory()

    folder, faults = site_settings.VAR / "screenshots", []
    folder.mkdir(exist_ok=True)
    for name, address in (("offered", NEW), ("front", "/admin/"), ("back", "")):
        if not address:
            sheet.visit(NEW)
            address = sheet.page.locator(".draft-note a.button").get_attribute("href")
        faults += sheet.visit(address)
        found = Axe().run(sheet.page, context=".draft-note, .work-drafts", options=WCAG)
        faults += [each["help"] for each in found.response["violations"]]
        faults += [fault for fault in sheet.layout_faults() if "wide" in fault]
        sheet.page.screenshot(path=folder / f"desk-draft-{name}-{language}-{width}.png", full_page=True)

    assert faults == []


@pytest.mark.parametrize("kind", ["source", "case"])
def test_a_form_that_nobody_touched_keeps_nothing(open_sheet, kind):
    sheet = open_sheet()
    log_in(sheet, "entry")
    sheet.visit(f"/admin/cases/{kind}/add/")
    sheet.page.wait_for_timeout(4000)  # longer than the pause after which something typed is kept

    sheet.visit("/admin/")

    assert not DeskDraft.objects.exists()
