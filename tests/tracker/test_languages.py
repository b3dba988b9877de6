"""The language of a page stands in its path, a file has none, and the desk remembers the reader's choice."""

import re

import pytest
from django.urls import get_script_prefix

pytestmark = pytest.mark.django_db


def language_of(response) -> str:
    return re.search(r'<html lang="([a-z]+)"', response.content.decode())[1]


@pytest.mark.parametrize(
    ("path", "language"), [("/", "en"), ("/az/", "az"), ("/ru/", "ru"), ("/ru/cases/", "ru")]
)
def test_the_first_part_of_the_path_is_the_language(client, path, language):
    response = client.get(path)

    assert response.status_code == 200
    assert language_of(response) == language
    assert get_script_prefix() == "/"


def test_what_the_browser_prefers_changes_nothing_public(client):
    response = client.get("/cases/", headers={"accept-language": "ru"})

    assert language_of(response) == "en"
    assert "Accept-Language" not in response.headers.get("Vary", "")


def test_links_stay_in_the_language_and_files_have_none(client):
    page = client.get("/ru/cases/").content.decode()

    assert 'href="/ru/data/"' in page
    assert "/ru/cases.csv" not in page


def test_every_page_names_itself_in_the_other_languages(client, settings):
    settings.SITE_URL = "https://tracker.example.org"

    page = client.get("/az/cases/?charge=treason").content.decode()

    for code, path in (("en", "/cases/"), ("az", "/az/cases/"), ("ru", "/ru/cases/")):
        address = f"https://tracker.example.org{path}?charge=treason"
        assert f'<link rel="alternate" hreflang="{code}" href="{address}">' in page
    assert 'href="/ru/cases/?charge=treason" lang="ru"' in page
    assert '<link rel="canonical" href="https://tracker.example.org/az/cases/?charge=treason">' in page


@pytest.mark.parametrize(
    "path",
    [
        "/az/cases.csv?charge=treason",
        "/ru/cases/C-1/cite.bib",
        "/az/cases/C-1/cite.ris",
        "/ru/healthz",
        "/ru/admin/login/",
    ],
)
def test_what_has_no_language_is_found_without_it(client, path):
    response = client.get(path)

    assert response.status_code == 301
    assert response.headers["Location"] == path[3:]


def test_no_path_leads_to_another_host(client):
    response = client.get("/az//elsewhere.example/a.csv")

    assert response.headers["Location"] == "/%2Felsewhere.example/a.csv"


@pytest.mark.parametrize("path", ["/de/", "/azerbaijan/"])
def test_no_other_first_part_is_a_language(client, path):
    assert client.get(path).status_code == 404


def test_a_language_alone_is_its_front_page(client):
    response = client.get("/az")

    assert (response.status_code, response.headers["Location"]) == (301, "/az/")


def test_the_desk_asks_the_browser_and_keeps_a_choice(client):
    assert language_of(client.get("/admin/login/", headers={"accept-language": "ru"})) == "ru"

    client.cookies["desk_language"] = "az"
    response = client.get("/admin/login/", headers={"accept-language": "ru"})

    assert language_of(response) == "az"


def test_public_pages_are_compressed_and_the_desk_is_not(client):
    public = client.get("/cases/", headers={"accept-encoding": "gzip"})
    desk = client.get("/admin/login/", headers={"accept-encoding": "gzip"})

    assert public.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in public.headers["Vary"]
    assert "Content-Encoding" not in desk.headers
