"""The pages that say who we are: they are true to the settings, and need no database."""

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import cases.public
import cases.register
import cases.wording
from cases.public.dictionary.code_lists import code_themes
from cases.vocabularies.languages import LANGUAGES, TEXT_LANGUAGES
from cases.vocabularies.places import COUNTRIES, NATIONALITIES, STATES
from cases.vocabularies.regions import REGIONS
from cases.vocabularies.terms import CodeList
from cases.vocabularies.themes import THEMES

PAGES = ["/about/", "/methodology/", "/privacy/", "/security/", "/corrections/received/"]


@pytest.mark.parametrize("path", [*PAGES, "/ru/about/", "/az/methodology/"])
def test_answers_without_the_database(client, path):
    """Without the mark `django_db` a query is an error."""
    response = client.get(path)

    assert response.status_code == 200
    assert len(re.findall("<h1>", response.content.decode())) == 1


@pytest.mark.parametrize("path", PAGES)
def test_has_every_anchor_once_and_no_link_into_nothing(client, path):
    page = client.get(path).content.decode()

    anchors = re.findall(r'\bid="([^"]+)"', page)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(anchors)


@pytest.mark.parametrize("path", ["/about/", "/privacy/", "/security/"])
def test_gives_the_address_where_there_is_one(client, settings, path):
    settings.CONTACT_ADDRESS = ""
    without = client.get(path).content.decode()
    settings.CONTACT_ADDRESS = "desk@tracker.example"

    assert "mailto:" not in without and "Write to us" not in without
    assert client.get(path).content.decode().count('href="mailto:desk@tracker.example"') == 2


def test_says_who_runs_it(client, settings):
    settings.RUN_BY, settings.RUN_BY_SEAT = "", ""
    assert "is run by the people who document these cases" in client.get("/about/").content.decode()

    settings.RUN_BY, settings.RUN_BY_SEAT = "Example Tracker e.V.", "Berlin"
    page = " ".join(client.get("/about/").content.decode().split())
    assert "is run by Example Tracker e.V." in page and "Seat: Berlin" in page


def test_says_whether_a_second_person_reads(client, settings):
    settings.SELF_PUBLISHING = False
    with_second = client.get("/about/").content.decode()
    settings.SELF_PUBLISHING = True

    assert "nobody publishes what they wrote themselves" in with_second
    assert "nobody publishes what they wrote themselves" not in client.get("/about/").content.decode()


def test_every_page_leads_to_them(client):
    page = client.get("/ru/about/").content.decode()

    for path in ("about", "methodology", "privacy", "corrections", "security"):
        assert f'href="/ru/{path}/"' in page


def test_the_methodology_has_every_rule_of_counting(client):
    page = client.get("/methodology/").content.decode()

    for anchor in (
        "documented",
        "people",
        "in-custody",
        "held-on",
        "arrests-by-month",
        "length",
        "by-agency",
        "several",
        "independent",
    ):
        assert f'<h3 id="{anchor}">' in page
    assert "within the last 6 months" in page


# Their words are names: of countries, regions and languages.
NAMES_OF_THEMSELVES = {COUNTRIES, STATES, NATIONALITIES, REGIONS, LANGUAGES, TEXT_LANGUAGES}


def test_the_methodology_explains_every_code_that_public_pages_put_into_words():
    used = {
        value
        for package in (cases.public, cases.register, cases.wording)
        for found in walk_packages(package.__path__, f"{package.__name__}.")
        for value in vars(import_module(found.name)).values()
        if isinstance(value, CodeList)
    }

    assert {codes for theme in THEMES for codes in theme.public} == used - NAMES_OF_THEMSELVES


def test_each_code_has_its_anchor_words_definition_and_origin(client):
    page = client.get("/methodology/").content.decode()

    assert 'id="violations-arbitrary_detention"' in page and 'id="methods-direct.rendition"' in page
    for theme in code_themes():
        for codes in theme["lists"]:
            assert f'id="{codes["anchor"]}"' in page
            for term in codes["terms"]:
                assert f'id="{term["anchor"]}"' in page
                assert term["definition"]
    assert "From: PACE Resolution 2509 (2023)." in page and "Proposed by this project." in page


def test_the_front_page_gives_an_example_of_a_day(client, db):
    assert 'href="/cases/?held_on=2024-11-11"' in client.get("/").content.decode()
    assert client.get("/cases/?held_on=2024-11-11").status_code == 200
