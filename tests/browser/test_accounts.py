"""Getting in as staff do: first login, second factor, passkey, recovery code, and again before publishing."""

import time

import pytest
from django.test import Client

from cases.models.desk_session import PROVED_AT
from cases.workflow.accounts import factors
from tests.authenticator import App
from tests.browser.test_the_whole_path import log_in, press, told
from tests.factories import PASSWORD, CaseFactory, UserFactory

pytestmark = pytest.mark.browser

KEY_OF_THIS_DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def give_password(sheet, name):
    sheet.visit("/admin/")
    sheet.page.locator("#id_username").fill(name)
    sheet.page.locator("#id_password").fill(PASSWORD)
    press(sheet, sheet.page.locator("#login-form button"))


def has_passkeys(sheet):
    """From now on this browser has a device that keeps passkeys and asks for a finger."""
    speak = sheet.context.new_cdp_session(sheet.page)
    speak.send("WebAuthn.enable")
    speak.send("WebAuthn.addVirtualAuthenticator", {"options": KEY_OF_THIS_DEVICE})


def grow_stale(sheet):
    cookie = next(each for each in sheet.context.cookies() if each["name"] == "sessionid")
    client = Client()
    client.cookies["sessionid"] = cookie["value"]
    session = client.session
    session[PROVED_AT] = time.time() - 3600
    session.save()


def set_up_app(sheet):
    app = App(seed=sheet.page.locator(".seed").inner_text())
    sheet.page.locator("form:not([data-passkey]) input[name=code]").fill(app.code())
    press(sheet, sheet.page.locator("section[aria-labelledby=by-app] button[type=submit]"))
    return app


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_first_login_with_an_app_then_a_recovery_code(open_sheet, script):
    UserFactory(username="entry")
    sheet = open_sheet(script=script)
    give_password(sheet, "entry")
    assert sheet.page.url.startswith(f"{sheet.site}/admin/second-factor/set-up/")
    assert not script or sheet.layout_faults() == []

    set_up_app(sheet)
    codes = sheet.page.locator(".recovery-codes li code").all_inner_texts()
    press(sheet, sheet.page.get_by_role("link", name="I have kept them; go on"))
    assert sheet.page.url == f"{sheet.site}/admin/"

    again = open_sheet(script=script)
    give_password(again, "entry")
    again.page.locator("input[name=code]").fill(codes[4])
    press(again, again.page.get_by_role("button", name="Go on"))
    assert again.page.url == f"{again.site}/admin/"
    assert len(codes) == 10
    assert sheet.faults + again.faults == []


def test_a_passkey_is_made_and_opens_the_desk_without_a_password(open_sheet):
    UserFactory(username="publisher")
    sheet = open_sheet()
    has_passkeys(sheet)
    give_password(sheet, "publisher")
    press(sheet, sheet.page.get_by_role("button", name="Make a passkey"))
    assert sheet.page.locator(".recovery-codes li").count() == 10

    sheet.page.context.clear_cookies()
    sheet.visit("/admin/words/")
    press(sheet, sheet.page.get_by_role("button", name="Log in with a passkey"))

    assert sheet.page.url == f"{sheet.site}/admin/words/"
    assert sheet.faults == []


def test_a_passkey_is_a_second_factor_and_proves_it_afresh_before_publishing(open_sheet):
    UserFactory(username="publisher")
    case = CaseFactory(submitted=True)
    sheet = open_sheet()
    has_passkeys(sheet)
    give_password(sheet, "publisher")
    press(sheet, sheet.page.get_by_role("button", name="Make a passkey"))
    sheet.page.context.clear_cookies()
    give_password(sheet, "publisher")
    press(sheet, sheet.page.get_by_role("button", name="Use a passkey"))
    assert sheet.page.url == f"{sheet.site}/admin/"

    sheet.visit(f"/admin/cases/case/{case.pk}/publish/")
    grow_stale(sheet)
    press(sheet, sheet.page.get_by_role("button", name="Publish this text"))
    assert "Confirm that it is you" in sheet.page.locator("h1").inner_text()
    press(sheet, sheet.page.get_by_role("button", name="Use a passkey"))

    assert "Published." in told(sheet.page)
    assert sheet.faults == []


def test_a_session_ended_elsewhere_asks_to_log_in(open_sheet):
    here, elsewhere = open_sheet(), open_sheet()
    log_in(here, "entry")
    log_in(elsewhere, "entry")
    here.visit("/admin/account/")
    press(here, here.page.get_by_role("button", name="End all but this one"))

    elsewhere.visit("/admin/words/")

    assert "Sessions ended: 1." in told(here.page)
    assert elsewhere.page.locator("#login-form").count() == 1
    here.visit("/admin/account/")
    assert here.page.get_by_text("this one", exact=True).count() == 1
    assert here.faults + elsewhere.faults == []


def test_a_lost_device_with_two_administrators(open_sheet):
    lost = UserFactory(username="publisher")
    old = App(lost)
    first, second, owner = open_sheet(), open_sheet(), open_sheet()
    log_in(owner, "publisher")
    log_in(first, "admin")
    first.visit(f"/admin/auth/user/{lost.pk}/change/")
    press(first, first.page.get_by_role("link", name="Phone or key lost"))
    press(first, first.page.get_by_role("button", name="Take them away"))

    owner.visit("/admin/words/")
    assert owner.page.locator("#login-form").count() == 1
    give_password(owner, "publisher")
    assert owner.page.url.startswith(f"{owner.site}/admin/second-factor/set-up/")
    new = set_up_app(owner)
    press(owner, owner.page.get_by_role("link", name="I have kept them; go on"))
    assert "This account publishes nothing until" in owner.page.locator(".account-told").inner_text()

    UserFactory(username="admin-second", in_group="admin")
    log_in(second, "admin-second")
    press(second, second.page.get_by_role("button", name="Confirm"))
    assert "publisher publishes again." in told(second.page)
    owner.visit("/admin/")

    words = owner.page.locator(".account-told").inner_text()
    assert "publishes nothing until" not in words and "Confirmed by admin-second" in words
    assert factors.accept_code(lost, new.code()) and not factors.accept_code(lost, old.code())
    assert first.faults + second.faults + owner.faults == []


def test_locked_out_and_let_in_again_with_a_recovery_code(open_sheet):
    entry = UserFactory(username="entry")
    App(entry)
    code = factors.new_recovery_codes(entry)[0]
    for number in range(11):
        stranger = Client(REMOTE_ADDR=f"198.51.100.{number}")
        stranger.post("/admin/login/", {"username": "entry", "password": "not the password at all"})
    sheet = open_sheet()

    give_password(sheet, "entry")
    assert "Too many were wrong" in sheet.page.locator(".errornote").first.inner_text()
    sheet.page.locator("#id_password").fill(PASSWORD)
    sheet.page.locator("#id_recovery_code").fill(code)
    press(sheet, sheet.page.locator("#login-form button"))

    assert sheet.page.url == f"{sheet.site}/admin/"
    assert sheet.faults == []
