"""The pages of accounts as staff see them: three languages, two widths, and axe finds nothing. Pictures of them lie in
var/screenshots/, for people to look at."""

import pytest
from django.conf import settings
from django.test import RequestFactory
from django.utils import timezone, translation

from cases.inbox.correction import Correction
from cases.inbox.limits import MOST_AN_HOUR
from cases.public.answering.later import NOT_NOW, later
from cases.workflow.accounts import factors
from tests.authenticator import App
from tests.browser.records import publish_one_of_each
from tests.browser.test_accessibility import violations
from tests.browser.test_accounts import grow_stale
from tests.browser.test_the_whole_path import log_in, press
from tests.factories import UserFactory

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LANGUAGES, WIDTHS = ("en", "az", "ru"), (360, 1280)
WCAG = {"resultTypes": ["violations"], "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
"""What binds; of what is merely good practice, Django's own frame of the desk misses some."""
STOCK = ("front", "inbox", "account-of-somebody")
"""Made of Django's own pages, which axe is asked nothing about."""


def reads(sheet, language):
    """The desk speaks this language from now on."""
    cookie = {"name": "desk_language", "value": language, "url": f"{sheet.site}/admin/"}
    sheet.context.add_cookies([cookie])


def looked_at(sheet, name):
    """What is wrong with the page that is open, of which a picture is kept."""
    folder = settings.VAR / "screenshots"
    folder.mkdir(exist_ok=True)
    language = sheet.page.evaluate("() => document.documentElement.lang")
    width = sheet.page.viewport_size["width"]
    sheet.page.screenshot(path=folder / f"desk-{name}-{language}-{width}.png", full_page=True)
    found = sheet.layout_faults() + ([] if name in STOCK else violations(sheet.page, WCAG))
    return [f"{name}, {language}, {width}: {fault}" for fault in found]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_accounts(open_sheet, language, width):
    admin, lost = UserFactory(username="admin"), UserFactory(username="publisher")
    App(admin)
    factors.new_recovery_codes(admin)
    factors.reset(lost, by=UserFactory(username="admin-second"))
    flood(second_box=True)
    sheet = open_sheet(width=width)
    reads(sheet, language)
    log_in(sheet, "admin")
    pages = {
        "front": "/admin/",
        "inbox": "/admin/cases/correction/?box=second",
        "account-of-somebody": f"/admin/auth/user/{lost.pk}/change/",
        "account": "/admin/account/",
        "roles": "/admin/account/roles/",
        "app": "/admin/account/app/",
        "passkey": "/admin/account/passkeys/",
        "everybody": "/admin/account/everybody/",
        "reset-factors": f"/admin/auth/user/{lost.pk}/reset-factors/",
    }

    faults = []
    for name, path in pages.items():
        faults += sheet.visit(path) + looked_at(sheet, name)
    sheet.visit("/admin/account/")
    press(sheet, sheet.page.locator("form[action$='recovery-codes/'] button"))
    faults += looked_at(sheet, "recovery-codes")
    grow_stale(sheet)
    faults += sheet.visit("/admin/account/app/", status=403) + looked_at(sheet, "fresh-login")

    assert faults == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_told_on_every_page(open_sheet, settings, language, width):
    """A demonstration, and an account that somebody else changed."""
    settings.DEMO = True
    publisher = UserFactory(username="publisher")
    factors.reset(publisher, by=UserFactory(username="admin"))
    sheet = open_sheet(width=width)
    reads(sheet, language)
    log_in(sheet, "publisher")
    faults = sheet.visit("/admin/account/roles/")

    assert faults + looked_at(sheet, "told") == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_public_pages_that_ask_to_come_again(open_sheet, language, width, monkeypatch):
    monkeypatch.setattr("cases.public.corrections.form.SHORTEST_SECONDS", -1)
    publish_one_of_each()
    prefix = "" if language == "en" else f"/{language}"
    sheet = open_sheet(width=width)
    with translation.override(language):
        answer = later(RequestFactory().get(f"{prefix}/cases/", headers={"accept": "text/html"}), NOT_NOW)
    sheet.page.route(
        f"**{prefix}/cases/",
        lambda route: route.fulfill(status=503, body=answer.content, content_type="text/html"),
    )
    sheet.page.goto(f"{prefix}/cases/")
    faults = looked_at(sheet, "later")

    flood(second_box=False)
    sheet.visit(f"{prefix}/corrections/")
    sheet.page.locator("#id_wrong").fill("It began in March.")
    press(sheet, sheet.page.locator("main form button[type=submit]"))
    faults += looked_at(sheet, "wait")

    assert sheet.page.locator("input[name=waited]").input_value()
    assert faults == []


def flood(*, second_box):
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    Correction.objects.bulk_create(
        Correction(
            wrong=f"Message {number} of somebody who says that a date is wrong",
            record="C-7K3F-9Q2M-T4XW",
            received_at=hour,
            digest=b"%d" % number,
            language="en",
            second_box=second_box,
        )
        for number in range(MOST_AN_HOUR)
    )
