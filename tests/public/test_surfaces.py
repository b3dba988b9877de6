"""Routes and list are the same, and no answer sets a cookie or takes what may not be sent to it."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from cases.public.surfaces import PUBLIC_SURFACES
from cases.public.urls import urlpatterns
from tracker.languages import in_language

ARGUMENTS = {
    "reference": "C-0000-0000-0000",
    "parameter": "charge",
    "country": "AZ",
    "region": "AZ-BA",
    "code": "CC",
    "article": "274",
    "number": 1,
    "chart": "roles",
}
"""Something for each gap of an address; whether there is such a thing is another question."""


def test_routes_and_list_are_the_same():
    routes = {pattern.name: str(pattern.pattern) for pattern in urlpatterns}

    assert routes == PUBLIC_SURFACES


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/cases/",
        "/cases.csv",
        "/cases.atom",
        "/data/",
        "/about/",
        "/methodology/",
        "/privacy/",
        "/security/",
        "/corrections/",
        "/sitemap.xml",
        "/robots.txt",
        "/statistics/",
        "/statistics/roles.svg",
        "/statistics/roles.png",
        "/statistics/roles.csv",
        "/healthz",
        "/cases/?nonsense=1",
        "/nowhere/",
    ],
)
def test_public_answers_set_no_cookie_and_load_nothing_from_elsewhere(client, db, path):
    response = client.get(path)

    body = response.getvalue().decode(errors="replace")
    assert not response.cookies
    assert "<script" not in body
    assert "style=" not in body
    assert 'src="http' not in body


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
@pytest.mark.parametrize("pattern", urlpatterns, ids=PUBLIC_SURFACES)
def test_every_public_address_says_in_plain_words_what_may_not_be_sent_to_it(pattern, language):
    gaps = {gap: ARGUMENTS[gap] for gap in pattern.pattern.converters}
    path = in_language(reverse(f"public:{pattern.name}", kwargs=gaps), language)

    answer = Client(enforce_csrf_checks=True).delete(path)

    assert (answer.status_code, answer.headers["Content-Type"]) == (405, "text/plain; charset=utf-8")
    assert answer.headers["Allow"] == ("GET, HEAD, POST" if pattern.name == "correction" else "GET, HEAD")
    assert answer.headers["Allow"] in answer.content.decode()


def test_a_refusal_is_in_the_language_of_the_path(client):
    assert client.post("/cases/").content.decode() != client.post("/ru/cases/").content.decode()
