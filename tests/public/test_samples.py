"""A fictional sample is marked as one wherever it shows, and nothing else is."""

import csv
import io
import re

import pytest
from django.urls import reverse

from cases.public.surfaces import PUBLIC_SURFACES
from cases.register.register import put
from tests.public.files import csv_file
from tests.register.documents import campaign_document, case_document, person

pytestmark = pytest.mark.django_db

MARK = "fictional sample"


@pytest.fixture(autouse=True)
def no_demonstration(settings):
    """What says so is the record, not the site."""
    settings.DEMO = False


@pytest.fixture
def sample():
    """A sample of a named person with two versions, in a sample campaign."""
    campaign = campaign_document(sample=True, title="Crackdown before a summit")
    put(campaign)
    named = {"reference": campaign["reference"], "title": campaign["title"]}
    document = case_document(
        sample=True, title="Aydan Ulduzsoy detained", person=person("Aydan Ulduzsoy"), campaigns=[named]
    )
    put(document)
    put(document | {"summary": "Corrected."})
    return document


def pages_of(document: dict) -> dict[str, str]:
    """The addresses that are about this record, by what they are."""
    reference = document["reference"]
    addresses = {
        name: reverse(f"public:{name}", args=[reference])
        for name in PUBLIC_SURFACES
        if name.startswith("case_") and name not in ("case_list", "case_version")
    }
    return addresses | {
        "case_version": reverse("public:case_version", args=[reference, 1]),
        "person_detail": reverse("public:person_detail", args=[document["person"]["reference"]]),
        "campaign_detail": reverse("public:campaign_detail", args=[document["campaigns"][0]["reference"]]),
    }


COUNTING = (
    "/",
    "/cases/?charge=treason",
    "/cases/by/charge/",
    "/cases.atom",
    "/map/",
    "/map/cases.svg",
    "/places/AZ/",
    "/statistics/",
    "/statistics/roles.svg",
    "/statistics/roles.dark.svg",
    "/statistics/roles.csv",
)
"""Addresses that list or count cases. Pictures are made from the drawings."""


def words_of(client, path: str) -> str:
    """What is written there, in one line, without the marks around it."""
    return " ".join(re.sub(r"<[^>]+>", " ", client.get(path).content.decode()).split())


def test_every_surface_of_a_record_says_that_it_is_made_up_and_of_a_real_one_none_does(client, sample):
    marked = {name: client.get(path).content.decode() for name, path in pages_of(sample).items()}
    real = sample | {"sample": False, "title": "Aydan Ulduzsoy detained"}
    put(real | {"campaigns": []})
    plain = {
        name: client.get(path).content.decode()
        for name, path in pages_of(sample).items()
        if name not in ("campaign_detail", "case_version", "case_versions", "case_comparison")
    }

    assert [name for name, page in marked.items() if MARK not in page] == []
    assert [name for name, page in plain.items() if MARK in page] == []


def test_every_surface_that_lists_or_counts_says_how_many_are(client, sample):
    put(case_document(title="Somebody else"))

    said = {path: words_of(client, path) for path in COUNTING}

    assert [
        path for path, words in said.items() if MARK not in words and "includes_samples" not in words
    ] == []
    for path in ("/", "/cases/?charge=treason", "/statistics/", "/statistics/roles.svg", "/map/cases.svg"):
        assert "1 of the 2 cases is a fictional sample: nobody in it exists." in said[path], path


@pytest.mark.parametrize("path", [path for path in COUNTING if path not in ("/", "/places/AZ/")])
def test_a_search_without_samples_says_nothing_of_them(client, sample, path):
    put(case_document(title="Somebody else"))

    words = words_of(client, f"{path}{'&' if '?' in path else '?'}sample=false")

    words = words.replace("that are no fictional samples", "")
    assert MARK not in words and "includes_samples" not in words


def test_a_title_that_stands_alone_carries_the_mark(client, sample):
    page = client.get(f"/cases/{sample['reference']}/").content.decode()
    feed = client.get("/cases.atom").content.decode()

    assert '<meta property="og:title" content="Aydan Ulduzsoy detained (fictional sample)">' in page
    assert "“Aydan Ulduzsoy detained (fictional sample)”" in page
    assert "Crackdown before a summit (fictional sample)" in page
    assert "Aydan Ulduzsoy detained (fictional sample)</title>" in feed
    assert 'term="sample:true"' in feed


def test_files_for_reference_managers_say_it_in_the_title(client, sample):
    bibtex = client.get(f"/cases/{sample['reference']}/cite.bib").content.decode()
    ris = client.get(f"/cases/{sample['reference']}/cite.ris").content.decode()

    assert "title = {{Aydan Ulduzsoy detained (fictional sample)}}" in bibtex
    assert "TI  - Aydan Ulduzsoy detained (fictional sample)\r\n" in ris


def test_the_file_has_a_column_for_it(sample):
    put(case_document(title="Somebody else"))

    rows = list(csv.DictReader(io.StringIO(csv_file(), newline="")))

    assert {row["title"]: row["sample"] for row in rows} == {
        "Aydan Ulduzsoy detained": "true",
        "Somebody else": "false",
    }


@pytest.mark.parametrize(
    "query, titles",
    [
        ("?sample=true", ["Aydan Ulduzsoy detained"]),
        ("?sample=false", ["Somebody else"]),
        ("?sample=no", ["Somebody else"]),
        ("?sample=true&sample=false", ["Aydan Ulduzsoy detained", "Somebody else"]),
    ],
)
def test_the_list_can_do_with_them_alone_or_without_them(client, sample, query, titles):
    put(case_document(title="Somebody else"))

    rows = client.get(f"/cases/{query}", follow=True).context["rows"]

    assert sorted(row["title"] for row in rows) == titles


def test_each_row_of_a_list_says_it_of_itself(client, sample):
    put(case_document(title="Somebody else"))

    rows = client.get("/cases/").content.decode().split("<tr ")
    of_sample, of_other = (
        next(row for row in rows if title in row) for title in ("Aydan Ulduzsoy", "Somebody")
    )

    assert 'class="sample-mark"' in of_sample and 'class="sample-mark"' not in of_other
