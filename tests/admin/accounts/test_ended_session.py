"""A form posted when its session has run out is kept for the account that typed it, and for nobody else."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from cases.models import DeskDraft, DeskSession, Place
from cases.models.desk_session import SECOND_FACTOR_AT
from tests.admin.forms import forms_of, record_form
from tests.admin.test_drafts import NEW, keep, typed
from tests.factories import CaseFactory, UserFactory

pytestmark = pytest.mark.django_db
HERE = {"HTTP_ORIGIN": "http://testserver"}
SAVED = {"name": "Somewhere", "country": "AZ"}


def signed_in(user, **options):
    client = Client(**options)
    client.force_login(user)
    return client


def run_out(ago=timedelta(minutes=1)):
    DeskSession.objects.update(expire_date=timezone.now() - ago)


@pytest.fixture
def entry():
    return UserFactory(username="entry")


def late(entry, **options):
    """Somebody opened a form and typed, and then their session ran out: the client, and what they are about to post."""
    client = signed_in(entry, **options)
    page = client.get(NEW)
    data = {**typed(page), **SAVED, "csrfmiddlewaretoken": page.cookies["csrftoken"].value, "_save": "1"}
    run_out()
    return client, data


def test_what_was_typed_is_back_after_the_login_and_one_key_from_saving(entry):
    client, data = late(entry)

    answer = client.post(NEW, data, **HERE)
    login = client.get(answer.headers["Location"])
    client.force_login(entry)
    asked = record_form_address(login)
    page = client.get(asked)

    assert answer.status_code == 302 and not Place.objects.filter(name="Somewhere").exists()
    words = login.content.decode()
    assert "What you typed is kept" in words and "Somewhere" not in words
    assert record_form(page)["name"] == "Somewhere"
    saved = client.post(NEW, {**typed(page), "_save": "1"})
    assert (saved.status_code, Place.objects.filter(name="Somewhere").count()) == (302, 1)
    assert not DeskDraft.objects.exists()


def record_form_address(login):
    """Where one goes on after the login."""
    return next(form for form in forms_of(login) if "username" in form.offered)["next"]


def test_somebody_else_who_logs_in_gets_nothing(entry):
    client, data = late(entry)
    answer = client.post(NEW, data, **HERE)
    asked = record_form_address(client.get(answer.headers["Location"]))

    page = signed_in(UserFactory(username="publisher")).get(asked)

    assert page.status_code == 200 and "Somewhere" not in page.content.decode()
    assert DeskDraft.objects.get().account == entry


def test_the_script_is_told_that_it_is_kept(entry):
    client, data = late(entry)

    answer = client.post(f"/admin/drafts/keep/?address={NEW}", data, **HERE)

    assert answer.json()["ended"] is True
    assert DeskDraft.objects.get().data["name"] == ["Somewhere"]


@pytest.mark.parametrize(
    "how",
    [
        "no origin",
        "foreign origin",
        "foreign referrer",
        "no cookie",
        "logged out",
        "over a day ago",
        "dismissed",
        "half a login",
        "another's page",
        "a step",
    ],
)
def test_nothing_is_kept(entry, how):
    client, data = late(entry)
    headers, address = HERE, NEW
    if how == "no origin":
        headers = {}
    elif how == "foreign origin":
        headers = {"HTTP_ORIGIN": "http://elsewhere.example"}
    elif how == "foreign referrer":
        headers = {"HTTP_REFERER": "http://elsewhere.example/admin/"}
    elif how == "no cookie":
        client.cookies.clear()
    elif how == "logged out":
        DeskSession.objects.all().delete()
    elif how == "over a day ago":
        run_out(timedelta(hours=25))
    elif how == "dismissed":
        User.objects.filter(pk=entry.pk).update(is_active=False)
    elif how == "half a login":
        row = DeskSession.objects.get()
        held = row.get_decoded()
        del held[SECOND_FACTOR_AT]
        DeskSession.objects.update(session_data=DeskSession.objects.encode(held))
    elif how == "another's page":
        other = signed_in(UserFactory(username="publisher"))
        data = {**typed(other.get(NEW)), **SAVED}
    elif how == "a step":
        address = f"/admin/cases/case/{CaseFactory().pk}/publish/"

    answer = client.post(address, data, **headers)

    assert answer.status_code == 302
    assert (
        answer.headers["Location"].startswith("/admin/login/") and "draft" not in answer.headers["Location"]
    )
    assert not DeskDraft.objects.exists()


def test_a_form_without_its_token_keeps_nothing(entry):
    client, data = late(entry, enforce_csrf_checks=True)

    assert client.post(NEW, {**data, "csrfmiddlewaretoken": "x" * 64}, **HERE).status_code == 403
    assert not DeskDraft.objects.exists()
    assert client.post(NEW, data, **HERE).status_code == 302
    assert DeskDraft.objects.exists()


def test_a_page_from_before_another_login_is_kept_and_comes_back(entry):
    client, data = late(entry, enforce_csrf_checks=True)
    client.force_login(entry)
    old = {**data, "csrfmiddlewaretoken": "x" * 64}

    refused = client.post(NEW, old)
    answer = client.post(NEW, old, **HERE)
    page = client.get(answer.headers["Location"])

    assert (refused.status_code, answer.status_code) == (403, 302)
    assert "You have logged in anew since this page was opened" in page.content.decode()
    assert record_form(page)["name"] == "Somewhere"


def test_a_page_of_somebody_else_is_refused_and_not_kept(entry):
    client, data = late(entry, enforce_csrf_checks=True)
    client.force_login(UserFactory(username="publisher"))

    assert client.post(NEW, {**data, "csrfmiddlewaretoken": "x" * 64}, **HERE).status_code == 403
    assert not DeskDraft.objects.exists()


def test_the_cookie_outlives_the_session_and_is_not_taken_by_a_page(entry):
    client = signed_in(entry)
    page = client.get(NEW)
    run_out()

    login = client.get(NEW)

    assert page.cookies[settings.SESSION_COOKIE_NAME]["max-age"] == settings.SESSION_COOKIE_KEPT
    assert login.status_code == 302 and settings.SESSION_COOKIE_NAME not in login.cookies


def test_asking_and_keeping_do_not_prolong_a_session_and_staying_does(entry):
    client = signed_in(entry)
    data = typed(client.get(NEW))
    soon = timezone.now() + timedelta(seconds=90)
    DeskSession.objects.update(expire_date=soon)

    seconds = client.get("/admin/session/").json()["seconds"]
    keep(client, NEW, data)
    assert DeskSession.objects.get().expire_date == soon and 60 < seconds <= 90

    assert client.get("/admin/session/?stay=1").json()["seconds"] > 800
    assert DeskSession.objects.get().expire_date > soon
