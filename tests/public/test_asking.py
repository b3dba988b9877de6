"""Every surface answers a search in the same way: each page, each file, each chart, in every language."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from cases.public.charts.catalogue import CHARTS
from cases.public.query.parameters import SEARCH_PARAMETERS
from cases.public.surfaces import SEARCH_SURFACES
from cases.public.urls import urlpatterns
from cases.register.fields import FACETS
from tracker.languages import IN_EVERY_LANGUAGE, in_language

pytestmark = pytest.mark.django_db


def _paths(name: str) -> list[str]:
    """The addresses of a search surface in every language it has."""
    gaps = {"facet": [{"parameter": each} for each in FACETS]}.get(name, [{}])
    if name.startswith("chart_"):
        gaps = [{"chart": each} for each in CHARTS]
    paths = [reverse(f"public:{name}", kwargs=gap) for gap in gaps]
    return [
        in_language(path, code)
        for path in paths
        for code, _name in settings.LANGUAGES
        if code == settings.LANGUAGE_CODE or not IN_EVERY_LANGUAGE.fullmatch(path)
    ]


ASKED = [path for name in SEARCH_SURFACES for path in _paths(name)]


@pytest.fixture
def client() -> Client:
    """As the world has it: Django's test client leaves out the check of tokens otherwise."""
    return Client(enforce_csrf_checks=True)


def test_what_takes_the_parameters_of_a_search_is_listed():
    asking = {
        pattern.name
        for pattern in urlpatterns
        if {*SEARCH_PARAMETERS} <= {*getattr(pattern.callback, "parameters", ())}
    }

    assert asking == {*SEARCH_SURFACES}


@pytest.mark.parametrize("path", ASKED)
def test_tracking_and_empty_parameters_lead_to_the_shorter_address(client, path):
    answer = client.get(f"{path}?utm_source=x&q=&fbclid=y&role=lawyer&charge=coup")

    assert (answer.status_code, answer.headers["Location"]) == (302, f"{path}?charge=coup&role=lawyer")
    assert "ETag" not in answer.headers
    assert client.get(f"{path}?gclid=x").headers["Location"] == path


@pytest.mark.parametrize("path", ASKED)
def test_what_cannot_be_meant_is_said_and_nothing_else(client, publish, path):
    publish("Rəna Quliyeva")
    for query, word in (("chrage=coup", "chrage"), ("charge=cuop", "cuop"), ("from=2024", "2024")):
        answer = client.get(f"{path}?{query}")

        is_page = path.endswith("/")
        assert answer.status_code == 400
        assert answer.headers["Content-Type"].startswith("text/html" if is_page else "text/plain")
        assert word in answer.content.decode()
        assert "Quliyeva" not in answer.content.decode()
        assert "ETag" not in answer.headers


@pytest.mark.parametrize("path", ASKED)
def test_what_is_known_already_is_not_sent_again_and_a_head_is_all_but_the_body(client, publish, path):
    publish("Rəna Quliyeva", roles=["lawyer"])
    address = f"{path}?role=lawyer"

    whole, head = client.get(address), client.head(address)
    again = client.get(address, headers={"If-None-Match": whole.headers["ETag"]})

    assert whole.status_code == head.status_code == 200
    assert head.getvalue() == b"" != whole.getvalue()
    assert {**head.headers, "Content-Length": ""} == {**whole.headers, "Content-Length": ""}
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == whole.headers["ETag"]


@pytest.mark.parametrize("path", ASKED)
def test_nothing_can_be_sent_to_a_search(client, path):
    for method in ("POST", "PUT", "PATCH", "DELETE", "OPTIONS"):
        answer = client.generic(method, f"{path}?utm_source=x&nonsense=1", b"")

        assert answer.status_code == 405
        assert answer.headers["Allow"] == "GET, HEAD"
        assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
        assert "GET, HEAD" in answer.content.decode()
