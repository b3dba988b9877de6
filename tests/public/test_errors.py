"""Error pages: the same hand, no query."""

import pytest
from django.test import Client, RequestFactory

from cases.public.answering import errors


@pytest.mark.parametrize(
    ("view", "status"),
    [
        (errors.bad_request, 400),
        (errors.permission_denied, 403),
        (errors.page_not_found, 404),
        (errors.server_error, 500),
    ],
)
def test_answers_in_the_sites_own_words_without_the_database(view, status):
    response = view(RequestFactory().get("/nowhere/"))

    page = response.content.decode()
    assert response.status_code == status
    assert "<h1>" in page
    assert "All cases" in page


def test_what_is_not_there_is_said_in_the_language_of_the_path(client):
    response = client.get("/ru/nowhere/")

    page = response.content.decode()
    assert response.status_code == 404
    assert '<html lang="ru"' in page and 'href="/ru/cases/"' in page


def test_a_fault_is_told_in_the_language_of_the_path_without_the_database(monkeypatch):
    def breaks(*arguments, **options):
        raise RuntimeError

    monkeypatch.setattr("cases.public.views.about.page", breaks)

    response = Client(raise_request_exception=False).get("/ru/about/")

    page = response.content.decode()
    assert response.status_code == 500
    assert '<html lang="ru"' in page and 'href="/ru/cases/"' in page


def test_an_error_page_that_cannot_be_made_is_plain(monkeypatch):
    def fails(*arguments, **options):
        raise ValueError("no such file")

    monkeypatch.setattr(errors, "page", fails)

    response = errors.server_error(RequestFactory().get("/"))

    assert (response.status_code, response.content) == (500, b"500\n")
