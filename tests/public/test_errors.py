"""Error pages: the same hand, no query."""

import pytest
from django.test import RequestFactory

from cases.public.views import errors


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


def test_an_error_page_that_cannot_be_made_is_plain(monkeypatch):
    def fails(*arguments, **options):
        raise ValueError("no such file")

    monkeypatch.setattr(errors, "page", fails)

    response = errors.server_error(RequestFactory().get("/"))

    assert (response.status_code, response.content) == (500, b"500\n")
