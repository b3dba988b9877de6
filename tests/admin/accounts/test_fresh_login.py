"""A step that needs a fresh login asks for it after five minutes, and loses nothing that was typed."""

import time

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import path
from django.utils import timezone

from cases.admin.accounts.fresh_login import fresh_login_required
from cases.admin.accounts.proof import FRESH_SECONDS
from cases.models import Case, Correction, StatusChange
from cases.models.desk_session import PROVED_AT
from cases.workflow.accounts.factors import accept_code
from tests.admin.forms import form_to, forms_of
from tests.authenticator import App
from tests.factories import PASSWORD, CaseFactory, UserFactory
from tracker import urls

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]

ADDRESS = "/admin/step/"
TYPED = {"reason": ["first line\r\nsecond “line”", "another"], "how": ["silent"]}


@fresh_login_required
def step(request):
    posted = {name: values for name, values in request.POST.lists() if name != "csrfmiddlewaretoken"}
    return HttpResponse(repr((request.method, posted)))


urlpatterns = [path("admin/step/", step), *urls.urlpatterns]


@pytest.fixture
def publisher(db):
    return UserFactory(username="publisher")


@pytest.fixture
def app(publisher):
    return App(publisher)


@pytest.fixture
def desk_client(publisher):
    client = Client()
    client.force_login(publisher)
    return client


def prove(form, app):
    return form.set("proof-password", PASSWORD).set("proof-code", app.code()).data(button=None)


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


def test_what_was_posted_goes_on_with_the_proof(desk_client, app):
    proved(desk_client, FRESH_SECONDS + 1)

    form = form_to(desk_client.post(ADDRESS, TYPED), ADDRESS)

    assert desk_client.post(ADDRESS, prove(form, app)).content.decode() == repr(("POST", TYPED))
    assert desk_client.post(ADDRESS, TYPED).status_code == 200  # and five minutes without being asked begin


@pytest.mark.parametrize("wrong", ["password", "code", "used code", "no code"])
def test_a_wrong_proof_keeps_what_was_posted_and_takes_no_step(desk_client, publisher, app, wrong):
    proved(desk_client, FRESH_SECONDS + 1)
    form = form_to(desk_client.post(ADDRESS, TYPED), ADDRESS).set("proof-password", PASSWORD)
    if wrong == "password":
        form.set("proof-password", PASSWORD + "x").set("proof-code", app.code())
    elif wrong == "used code":
        form.set("proof-code", app.code())
        accept_code(publisher, form["proof-code"])
    elif wrong == "code":
        form.set("proof-code", "000000")

    refused = desk_client.post(ADDRESS, form.data(button=None))

    assert refused.status_code == 403
    assert "Password or code is wrong, or the code was used already." in refused.content.decode()
    again = form_to(refused, ADDRESS)
    assert desk_client.post(ADDRESS, prove(again, app)).content.decode() == repr(("POST", TYPED))


def test_a_demonstration_asks_for_the_password_alone(desk_client, settings):
    settings.DEMO = True
    proved(desk_client, FRESH_SECONDS + 1)

    form = form_to(desk_client.post(ADDRESS, TYPED), ADDRESS).set("proof-password", PASSWORD)

    assert "proof-code" not in form.offered
    assert desk_client.post(ADDRESS, form.data(button=None)).status_code == 200


def test_a_wrong_password_is_refused_in_a_session_that_is_fresh_too(desk_client):
    answer = desk_client.post(ADDRESS, {**TYPED, "proof-password": "wrong"})

    assert answer.status_code == 403


def test_a_page_that_was_asked_for_comes_at_its_own_address(desk_client, app):
    proved(desk_client, FRESH_SECONDS + 1)
    address = f"{ADDRESS}?case=1&case=2"

    answer = desk_client.post(address, prove(form_to(desk_client.get(address), address), app))

    assert (answer.status_code, answer.headers["Location"]) == (302, address)
    assert desk_client.get(address).content.decode() == repr(("GET", {}))


def test_publishing_asks_and_goes_on_with_the_text_that_was_reviewed(desk_client, app):
    case = CaseFactory(submitted=True)
    address = f"/admin/cases/case/{case.pk}/publish/"
    review = next(form for form in forms_of(desk_client.get(address)) if "digest" in form.offered)
    proved(desk_client, FRESH_SECONDS + 1)

    asked = desk_client.post(address, review.data(button=None))
    before = Case.objects.get().published_version
    answer = desk_client.post(address, prove(form_to(asked, "publish/"), app), follow=True)

    assert before is None
    assert "Published." in answer.content.decode()
    assert Case.objects.get().published_version == 1


@pytest.mark.parametrize("path", ["/admin/cases/statuschange/", "/admin/cases/correction/"])
def test_a_step_on_many_rows_asks(desk_client, path):
    Correction.objects.create(received_at=timezone.now(), wrong="x", digest=b"x")
    StatusChange.objects.create(
        case=CaseFactory(), changed_at=timezone.now(), stages_before=[], stages_after=[]
    )
    action = {"/admin/cases/statuschange/": "seen", "/admin/cases/correction/": "delete_selected"}[path]
    row = (StatusChange if action == "seen" else Correction).objects.get().pk
    proved(desk_client, FRESH_SECONDS + 1)

    answer = desk_client.post(path, {"action": action, "_selected_action": [row]})

    assert answer.status_code == 403
    assert "Confirm that it is you" in answer.content.decode()
    assert StatusChange.objects.get().seen_at is None and Correction.objects.exists()
