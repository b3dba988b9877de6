"""Headers of both sides, errors included, and a public side without cookies."""

import pytest
from django.core import checks
from django.test import Client

pytestmark = pytest.mark.django_db

PUBLIC = [
    "/",
    "/cases/",
    "/cases.csv",
    "/data/",
    "/healthz",
    "/nowhere",
    "/cases/?unknown=1",
    "/cases/C-NONE/",
]


@pytest.mark.parametrize("path", PUBLIC)
def test_a_public_answer_allows_nothing_from_elsewhere_and_knows_no_reader(path):
    client = Client(headers={"cookie": "csrftoken=not-a-token; sessionid=guessed"})

    response = client.get(path)

    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert "script-src" not in policy and "unsafe" not in policy
    assert response.headers["Referrer-Policy"] in ("no-referrer", "same-origin")
    assert_common_headers(response)
    assert not response.cookies
    assert "cookie" not in response.headers.get("Vary", "").lower()


@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/admin/nowhere/"])
def test_the_desk_allows_its_own_files_and_tells_forms_where_they_come_from(client, path):
    response = client.get(path)

    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy and "unsafe" not in policy
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert_common_headers(response)


def test_an_error_carries_the_headers_too(monkeypatch):
    def break_down(request):
        raise RuntimeError("broken")

    monkeypatch.setattr("cases.public.urls.urlpatterns", [], raising=True)
    client = Client(raise_request_exception=False)
    monkeypatch.setattr(
        "django.core.handlers.base.BaseHandler.resolve_request", lambda self, request: break_down(request)
    )

    response = client.get("/")

    assert response.status_code == 500
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert_common_headers(response)


def test_a_host_that_is_not_ours_gets_an_error_with_the_headers(settings):
    settings.ALLOWED_HOSTS = ["tracker.example.org"]

    response = Client(headers={"host": "elsewhere.example.org"}).get("/")

    assert response.status_code == 400
    assert_common_headers(response)


def test_the_desk_keeps_its_cookies_to_itself(client, django_user_model):
    django_user_model.objects.create_user("somebody", password="a long enough phrase", is_staff=True)

    response = client.post(
        "/admin/login/", {"username": "somebody", "password": "a long enough phrase", "next": "/admin/"}
    )

    assert response.status_code == 302
    assert {cookie["path"] for cookie in response.cookies.values()} == {"/admin/"}
    assert all(cookie["httponly"] for cookie in response.cookies.values())


@pytest.mark.parametrize(
    "header",
    [
        "x-forwarded-for",
        "forwarded",
        "x-forwarded-host",
        "x-forwarded-server",
        "x-real-ip",
        "true-client-ip",
        "via",
    ],
)
@pytest.mark.parametrize("path", ["/", "/healthz", "/cases.csv", "/admin/login/"])
def test_a_demonstration_answers_nobody_from_elsewhere(settings, path, header):
    brought, from_here = Client(headers={header: "203.0.113.9"}), Client()
    settings.DEMO = True

    response = brought.get(path)

    assert response.status_code == 403
    assert "DEMO=0" in response.content.decode()
    assert_common_headers(response)
    assert status_of(from_here, path) == 200
    assert status_of(Client(REMOTE_ADDR="192.0.2.7"), path) == 403
    assert all(status_of(Client(REMOTE_ADDR=near), path) == 200 for near in ("::1", "127.0.0.2", ""))
    settings.DEMO = False
    assert status_of(brought, path) == 200


def status_of(client, path):
    """Read to its end: a download that is not keeps its place among those that run at once."""
    response = client.get(path)
    list(response)
    return response.status_code


def test_the_system_checks_find_nothing():
    assert checks.run_checks() == []


def assert_common_headers(response):
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
