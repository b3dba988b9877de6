"""The data page: every column and code explained."""

import pytest

from cases.public.query.parameters import PARAMETERS
from cases.register.fields import CSV_COLUMNS, FIELD
from cases.vocabularies.charges import CHARGE_CATEGORIES

pytestmark = pytest.mark.django_db


def test_explains_every_column_parameter_and_code(client):
    page = client.get("/data/").content.decode()

    for name in (*CSV_COLUMNS, *PARAMETERS, *CHARGE_CATEGORIES.codes):
        assert f"<code>{name}</code>" in page
    for term in CHARGE_CATEGORIES:
        assert term.en in page


def test_says_of_each_parameter_how_its_values_are_written(client):
    page = " ".join(client.get("/data/").content.decode().split())

    assert "<code>held_on=2024-10-03</code>" in page
    assert 'country, may be repeated. <a href="#codes-states">Codes</a>' in page
    assert "day. Write days as year, month, day" in page
    assert "Possible values: true, false." in page


def test_says_of_each_column_whether_it_is_entered_or_derived(client):
    page = client.get("/data/")

    assert {column["name"]: column["entered"] for column in page.context["columns"]} == {
        name: FIELD[name].entered for name in CSV_COLUMNS
    }
    cells = [line.strip() for line in page.content.decode().splitlines()]
    assert cells.count("entered") == sum(FIELD[name].entered for name in CSV_COLUMNS)
    assert cells.count("derived") == sum(not FIELD[name].entered for name in CSV_COLUMNS)


def test_says_where_a_start_comes_from_that_no_case_states(client):
    page = client.get("/data/").content.decode()

    assert "those of its primary violation, or else of its first dated event" in page


def test_every_link_to_a_code_list_has_its_target(client):
    response = client.get("/data/")

    page = response.content.decode()
    for column in response.context["columns"]:
        if column["codes"]:
            assert f'id="codes-{column["codes"].name}"' in page


def test_has_download_licence_and_citation(client, settings):
    settings.DATA_LICENCE = "ODbL 1.0"

    page = client.get("/data/").content.decode()

    assert 'href="/cases.csv"' in page
    assert "ODbL 1.0" in page
    assert "How to cite" in page
    assert "apostrophe" in page
