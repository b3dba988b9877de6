"""Invented entries with the structure of real lists: typed into the forms, read back on page, file and dictionary."""

import csv
import io
import re

import pytest

from cases.models import Case
from tests.admin.forms import record_form
from tests.factories import PersonFactory, SourceFactory, take_to_public
from tests.public.files import csv_file

pytestmark = pytest.mark.django_db

ENTRIES = {
    "Qəhrəman Uydurma": {
        "events": [
            {"kind": "arrest", "date_0": "20.11.2023"},
            {"kind": "verdict_guilty", "date_0": "20.06.2025"},
            {"kind": "solitary_confinement", "date_0": "2025-07-01", "until_0": "2025-07-15"},
            {"kind": "transfer_ordered", "date_0": "2025-07-20", "description": "To a prison far away."},
            {"kind": "transfer_appealed", "date_0": "2025-07-22", "decision": "refused"},
        ],
        "charges": [{"printed_article": "CM-in 28/206.3.2-ci maddəsi", "status": "convicted"}],
        "sentences": [{"printed_term": "7,5", "kind": "imprisonment", "date_0": "20.06.2025"}],
    },
    "Nigar Xəyali": {
        "events": [
            {"kind": "arrest", "date_0": "20.11.2023"},
            {"kind": "verdict_guilty", "date_0": "20.06.2025"},
            {"kind": "medical_care_refused", "date_0": "2025-03"},
            {"kind": "passport_seized", "date_0": "2023-11-21"},
        ],
        "charges": [{"printed_article": "193-1.3.2", "status": "convicted"}],
        "sentences": [
            {
                "printed_term": "8 il 6 ay",
                "kind": "imprisonment",
                "amount": "5000",
                "currency": "AZN",
                "date_0": "20.06.2025",
            }
        ],
    },
    "Иван Придуманный": {
        "location": "RU",
        "events": [
            {"kind": "arrest", "date_0": "2024-02-05"},
            {"kind": "verdict_guilty", "date_0": "2025-01-30"},
            {"kind": "hunger_strike", "date_0": "2024-06-01", "until_0": "2024-06-20"},
            {"kind": "accounts_frozen", "date_0": "2024-02-10"},
        ],
        "charges": [{"printed_article": "ч. 3 ст. 30, ст. 275 УК РФ", "status": "convicted"}],
        "sentences": [
            {"printed_term": "пожизненно", "date_0": "2025-01-30"},
            {"kind": "fine", "amount": "300000.50", "currency": "RUB", "date_0": "2025-01-30"},
        ],
    },
}


@pytest.fixture
def typed(browser):
    """Every entry typed into a new case, tied to the first of its country, and published; answers cases by name."""
    source, cases = SourceFactory(), {}
    for name, parts in ENTRIES.items():
        client = browser("entry")
        form = record_form(client.get("/admin/cases/case/add/"))
        form.fill(
            title=name,
            summary="As a list says.",
            person=PersonFactory(name=name).pk,
            origin=parts.get("location", "AZ"),
            location=parts.get("location", "AZ"),
        )
        form.add("violations", kind="detention", cited_source=source.pk)
        for part in ("charges", "sentences", "events"):
            for row in parts[part]:
                form.add(part, cited_source=source.pk, **row)
        if "Qəhrəman Uydurma" in cases and "location" not in parts:
            form.add("relations_from", to_case=cases["Qəhrəman Uydurma"].pk, source=source.pk)
        answer = client.post("/admin/cases/case/add/", form.data())
        assert answer.status_code == 302, answer.context["errors"]
        cases[name] = Case.objects.get(title=name)
        take_to_public(cases[name])
    return cases


@pytest.fixture
def rows(typed):
    return {row["title"]: row for row in csv.DictReader(io.StringIO(csv_file()))}


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        (
            "Qəhrəman Uydurma",
            {
                "charge_articles": "AZ Criminal Code 206.3.2",
                "sentence": "Imprisonment, 7 years 6 months",
                "sentence_months": "90",
                "measures": "solitary_confinement | transfer_ordered | transfer_appealed",
            },
        ),
        (
            "Nigar Xəyali",
            {
                "charge_articles": "AZ Criminal Code 193-1.3.2",
                "sentence": "Imprisonment, 8 years 6 months, 5000 AZN",
                "sentence_months": "102",
                "measures": "passport_seized | medical_care_refused",
            },
        ),
        (
            "Иван Придуманный",
            {
                "charge_articles": "RU Criminal Code 275",
                "sentence": "Life imprisonment, пожизненно; Fine, 300000.5 RUB",
                "sentence_months": "",
                "measures": "accounts_frozen | hunger_strike",
                "co_defendants": "",
            },
        ),
    ],
)
def test_the_file_says_what_was_typed(rows, name, cells):
    assert {column: rows[name][column] for column in cells} == cells


def test_those_tried_together_name_each_other(rows, typed):
    first, second = typed["Qəhrəman Uydurma"], typed["Nigar Xəyali"]

    assert rows[first.title]["co_defendants"] == second.reference
    assert rows[second.title]["co_defendants"] == first.reference


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "Qəhrəman Uydurma",
            [
                "article 206.3.2",
                "Preparation",
                "Imprisonment, 7 years, 6 months",
                "Solitary confinement",
                "until 15 July 2025",
                "Transfer challenged: refused",
                "Tried together with Nigar Xəyali",
            ],
        ),
        ("Nigar Xəyali", ["Imprisonment, 8 years, 6 months, 5,000 AZN", "8 il 6 ay", "Passport seized"]),
        ("Иван Придуманный", ["Attempt", "Life imprisonment", "Fine, 300,000.5 RUB", "until 20 June 2024"]),
    ],
)
def test_the_page_says_it_in_words(client, typed, name, words):
    page = client.get(f"/cases/{typed[name].reference}/").content.decode()

    text = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page[page.index("<main") :]))
    for each in words:
        assert each in text, each


def test_the_dictionary_explains_every_new_column_and_kind(client, db):
    page = client.get("/data/").content.decode()

    for word in (
        "sentence_months",
        "measures",
        "co_defendants",
        "solitary_confinement",
        "licence_withdrawn",
        "measure",
    ):
        assert word in page
