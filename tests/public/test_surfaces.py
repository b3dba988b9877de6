"""Every public route is on the list, every name on the list is a route, and no answer sets a cookie."""

import pytest

from cases.public.surfaces import PUBLIC_SURFACES
from cases.public.urls import urlpatterns


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


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/cases/",
        "/cases.csv",
        "/cases.atom",
        "/statistics/",
        "/statistics/roles.svg",
        "/map/",
        "/data/",
        "/about/",
    ],
)
def test_public_pages_only_read(client, db, path):
    assert client.post(path).status_code == 405
