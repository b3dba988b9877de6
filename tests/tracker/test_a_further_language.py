"""A language is an entry in the settings and a catalogue: with an empty one every page is there, in its direction.

What nobody has translated reads in English. Only what others have translated already differs: countries (CLDR) and
Django's own words.
"""

import re

import pytest
from django.urls import resolve, reverse
from django.utils.translation import override

from cases.public.surfaces import PUBLIC_SURFACES
from cases.vocabularies.places import COUNTRIES
from cases.vocabularies.terms import CldrTerm
from tests.browser.records import publish_one_of_each
from tests.pages import Page
from tests.persian import add_persian
from tests.vocabularies.all_lists import LISTS
from tracker.languages import IN_EVERY_LANGUAGE, in_language

pytestmark = pytest.mark.django_db

ARABIC_LETTER = re.compile(r"[\u0600-\u06ff]")
NO_PAGES = {
    "cases_atom": [],
    "changes_atom": [],
    "chart_svg": ["charges"],
    "chart_dark_svg": ["charges"],
    "chart_png": ["charges"],
    "chart_embed": ["charges"],
    "list_embed": [],
    "map_embed": [],
    "map_svg": [],
    "map_png": [],
    "map_sheet": [],
    "map_dark_sheet": [],
    "map_of_country": ["AZ"],
    "map_of_region": ["AZ", "AZ-BA"],
}
"""Surfaces with a language that are no page, and those of frames; with the arguments of one of each."""


@pytest.fixture
def persian(settings, tmp_path):
    add_persian(settings, tmp_path)


@pytest.fixture
def pages(db):
    """Path and status of every kind of public page."""
    return {**publish_one_of_each(), "facet": ("/cases/by/charge/", 200)}


def route_of(path):
    return resolve(path.partition("?")[0]).url_name


def test_every_public_surface_that_has_a_language_is_among_the_pages(pages):
    tried = {route_of(path) for name, (path, _status) in pages.items() if name != "nowhere"} | {*NO_PAGES}
    samples = {name: "/" + re.sub("<.*?>", "1", route) for name, route in PUBLIC_SURFACES.items()}

    assert {name for name, path in samples.items() if not IN_EVERY_LANGUAGE.fullmatch(path)} <= tried


def test_every_public_page_is_whole_in_it(client, pages, persian):
    for path, status in pages.values():
        russian, answer = client.get(in_language(path, "ru")), client.get(in_language(path, "fa"))

        said, page = Page(russian.content.decode()), Page(answer.content.decode())
        assert (answer.status_code, russian.status_code) == (status, status), path
        assert page.root == {"lang": "fa", "dir": "rtl"}, path
        assert [place for place, _text in page.said] == [place for place, _text in said.said], path
        assert page.empty == said.empty == [], path
        assert "\x04" not in answer.content.decode(), path


def test_what_differs_from_english_others_have_translated(client, pages, persian):
    path, _status = pages["list"]

    english = Page(client.get(path).content.decode()).said
    own = Page(client.get(in_language(path, "fa")).content.decode()).said

    pairs = [(first, second) for (_, first), (_, second) in zip(english, own, strict=True)]
    others = [second for first, second in pairs if _plain(first) != _plain(second)]
    assert ("Azerbaijan", "جمهوری آذربایجان") in pairs
    assert all(ARABIC_LETTER.search(text) for text in others)


def _plain(text):
    """Without what follows the language by itself: its part of an address, the comma between thousands."""
    return re.sub(r"(?<=\d),(?=\d{3})", "", text.replace("/fa/", "/"))


@pytest.mark.parametrize("name", NO_PAGES)
def test_feeds_pictures_and_frames_are_there(client, pages, persian, name):
    path = in_language(reverse(f"public:{name}", args=NO_PAGES[name]), "fa")

    answer = client.get(path, follow=True)

    assert answer.status_code == 200
    assert b"\x04" not in answer.getvalue() or name.endswith("_png")


def test_every_page_leads_to_it_and_back(client, persian):
    english, page = client.get("/cases/").content.decode(), client.get("/fa/cases/").content.decode()

    assert 'href="/fa/cases/" lang="fa"' in english
    assert 'href="/az/cases/" lang="az"' in page
    assert 'hreflang="fa" href="http' in page
    assert client.get("/fa")["Location"] == "/fa/"


def test_every_label_of_every_list_says_something(persian):
    with override("fa"):
        silent = [term for codes in LISTS.values() for term in codes if not str(term.label).strip()]
        differing = {term for codes in LISTS.values() for term in codes if str(term.label) != term.en}

        assert silent == []
        assert str(COUNTRIES["GE"].label) == "گرجستان"
        assert all(isinstance(term, CldrTerm) for term in differing)
