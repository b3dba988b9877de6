"""A step that needs a fresh login asks for it after five minutes, and loses nothing that was typed."""

import time

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import include, path

from cases.admin.accounts.fresh_login import fresh_login_required
from cases.admin.accounts.proof import FRESH_SECONDS, PROVED_AT
from cases.admin.desk import desk
from cases.models import Case
from tests.admin.forms import form_to, forms_of
from tests.factories import PASSWORD, CaseFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]

ADDRESS = "/admin/step/"
TYPED = {"reason": ["first line\r\nsecond “line”", "another"], "how": ["silent"]}


@fresh_login_required
def step(request):
    posted = {name: values for name, values in request.POST.lists() if name != "csrfmiddlewaretoken"}
    return HttpResponse(repr((request.method, posted)))


urlpatterns = [path("admin/step/", step), path("admin/", desk.urls), path("", include("cases.public.urls"))]


@pytest.fixture
def desk_client(db):
    client = Client()
    client.force_login(UserFactory(username="publisher"))
    return client


def proved(client, seconds_ago):
    session = client.session
    session[PROVED_AT] = time.time() - seconds_ago
    session.save()


def test_who_logged_in_within_five_minutes_is_not_asked(desk_client):
    proved(desk_client, FRESH_SECONDS - 2)

    assert desk_client.get(ADDRESS).status_code == 200
    assert desk_client.post(ADDRESS, TYPED).content.decode() == repr(("POST", TYPED))


@pytest.mark.parametrize("seconds_ago", [FRESH_SECONDS + 1, -60], ids=["too long ago", "in the future"])
def test_who_did_not_is_asked_and_the_step_is_not_taken(desk_client, seconds_ago):
    proved(desk_client, seconds_ago)

    answer = desk_client.post(ADDRESS, TYPED)

    assert answer.status_code == 403
    assert b"('POST'" not in answer.content
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_session_that_never_proved_it_is_asked(desk_client):
    session = desk_client.session
    del session[PROVED_AT]
    session.save()

    assert desk_client.get(ADDRESS).status_code == 403


def test_what_was_posted_goes_on_with_the_proof(desk_client):
    proved(desk_client, FRESH_SECONDS + 1)

    form = form_to(desk_client.post(ADDRESS, TYPED), ADDRESS).set("proof-password", PASSWORD)

    assert desk_client.post(ADDRESS, form.data(button=None)).content.decode() == repr(("POST", TYPED))
    assert desk_client.post(ADDRESS, TYPED).status_code == 200  # and five minutes without being asked begin


def test_a_wrong_password_keeps_what_was_posted_and_takes_no_step(desk_client):
    proved(desk_client, FRESH_SECONDS + 1)
    form = form_to(desk_client.post(ADDRESS, TYPED), ADDRESS)

    wrong = desk_client.post(ADDRESS, form.set("proof-password", PASSWORD + "x").data(button=None))

    assert wrong.status_code == 403
    assert "That is not your password." in wrong.content.decode()
    again = form_to(wrong, ADDRESS).set("proof-password", PASSWORD)
    assert desk_client.post(ADDRESS, again.data(button=None)).content.decode() == repr(("POST", TYPED))


def test_a_wrong_password_is_refused_in_a_session_that_is_fresh_too(desk_client):
    answer = desk_client.post(ADDRESS, {**TYPED, "proof-password": "wrong"})

    assert answer.status_code == 403


def test_a_page_that_was_asked_for_comes_at_its_own_address(desk_client):
    proved(desk_client, FRESH_SECONDS + 1)
    address = f"{ADDRESS}?case=1&case=2"

    form = form_to(desk_client.get(address), address).set("proof-password", PASSWORD)
    answer = desk_client.post(address, form.data(button=None))

    assert (answer.status_code, answer.headers["Location"]) == (302, address)
    assert desk_client.get(address).content.decode() == repr(("GET", {}))


def test_publishing_asks_and_goes_on_with_the_text_that_was_reviewed(desk_client):
    case = CaseFactory(submitted=True)
    address = f"/admin/cases/case/{case.pk}/publish/"
    review = next(form for form in forms_of(desk_client.get(address)) if "digest" in form.offered)
    proved(desk_client, FRESH_SECONDS + 1)

    asked = desk_client.post(address, review.data(button=None))
    before = Case.objects.get().published_version
    form = form_to(asked, "publish/").set("proof-password", PASSWORD)
    answer = desk_client.post(address, form.data(button=None), follow=True)

    assert before is None
    assert "Published." in answer.content.decode()
    assert Case.objects.get().published_version == 1
