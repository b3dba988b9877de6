"""Which addresses the desk has, and that none of them is open to somebody who is half logged in."""

import pytest
from django.test import Client
from django.urls import get_resolver

from tests.admin.accounts.test_login import ASKED, LOGIN, SET_UP, half_logged_in
from tests.authenticator import App
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def desk_addresses():
    """An address for every route under /admin/, whatever stands in its gaps."""
    found = set()

    def walk(resolver, before):
        for each in resolver.url_patterns:
            pattern = before + str(each.pattern).replace("^", "").replace("$", "")
            if hasattr(each, "url_patterns"):
                walk(each, pattern)
            else:
                found.add(pattern)

    walk(get_resolver(), "/")
    fill = {
        "<path:object_id>": "1",
        "<int:object_id>": "1",
        "<int:pk>": "1",
        "<id>": "1",
        "<slug:part>": "record",
        "<slug:key>": "what",
        "(?P<app_label>cases|auth)": "cases",
        "(?P<url>.*)": "nowhere/",
    }
    addresses = set()
    for pattern in found:
        if pattern.startswith("/admin/"):
            for gap, value in fill.items():
                pattern = pattern.replace(gap, value)
            addresses.add(pattern)
    return sorted(addresses)


def test_every_address_of_the_desk_waits_for_the_second_factor():
    entry = UserFactory(username="entry")
    App(entry)
    client = half_logged_in(entry)
    before_the_gate = {
        LOGIN,
        ASKED,
        SET_UP,
        "/admin/logout/",
        "/admin/language/",
        "/admin/passkeys/options/",
        "/admin/passkeys/new-options/",
    }
    addresses = set(desk_addresses()) - before_the_gate

    answers = {
        address: [client.get(address), client.post(address, {"anything": "1"})] for address in addresses
    }

    assert len(addresses) > 60
    assert before_the_gate <= set(desk_addresses())
    through = {
        address
        for address, both in answers.items()
        if any(
            answer.status_code != 302 or not answer.headers["Location"].startswith(ASKED) for answer in both
        )
    }
    assert through == set()


@pytest.mark.parametrize(
    "path",
    [
        "/accounts/login/",
        "/accounts/signup/",
        "/accounts/email/",
        "/accounts/password/reset/",
        "/admin/signup/",
        "/admin/email/",
        "/admin/password/reset/",
        "/admin/password_reset/",
        "/admin/confirm-email/",
        "/signup/",
    ],
)
def test_nobody_signs_up_and_nobody_resets_a_password_by_mail(path, browser):
    assert Client().get(path).status_code in ({404} if not path.startswith("/admin/") else {302})
    assert browser("admin").get(path).status_code == 404


def test_routes_of_accounts_are_these_and_no_others():
    """A route that an update of allauth or Django would bring is seen here."""
    ours = [
        address
        for address in desk_addresses()
        if not address.startswith(("/admin/cases/", "/admin/auth/", "/admin/r/", "/admin/(?P<app_label>"))
    ]

    assert ours == [
        "/admin/",
        "/admin/account/",
        "/admin/account/app/",
        "/admin/account/confirm/1/",
        "/admin/account/everybody/",
        "/admin/account/factors/1/remove/",
        "/admin/account/passkeys/",
        "/admin/account/recovery-codes/",
        "/admin/account/roles/",
        "/admin/account/sessions/end/",
        "/admin/autocomplete/",
        "/admin/date-echo/",
        "/admin/drafts/keep/",
        "/admin/drafts/throw-away/",
        "/admin/import/",
        "/admin/import/1/",
        "/admin/import/1/answers/",
        "/admin/import/1/confirm/",
        "/admin/import/1/discard/",
        "/admin/import/1/encoding/",
        "/admin/import/1/errors.csv",
        "/admin/import/1/settle/",
        "/admin/import/1/undo/",
        "/admin/import/template.csv",
        "/admin/import/template.xlsx",
        "/admin/jsi18n/",
        "/admin/language/",
        "/admin/login/",
        "/admin/logout/",
        "/admin/nowhere/",
        "/admin/passkeys/new-options/",
        "/admin/passkeys/options/",
        "/admin/password_change/",
        "/admin/password_change/done/",
        "/admin/second-factor/",
        "/admin/second-factor/set-up/",
        "/admin/session/",
        "/admin/words/",
    ]
