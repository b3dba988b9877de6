"""The file: the columns of the contract, the rows of the page, cells nobody can run."""

import csv
import io

import pytest
from django.http import QueryDict

from cases.public.downloads.csv import MOST_IN_LIST_ORDER, lines_of
from cases.public.query.filters import find
from cases.public.query.parameters import FILE_PARAMETERS
from cases.public.query.query import Query
from cases.register.fields import CSV_COLUMNS
from cases.register.published_case import PublishedCase
from cases.register.register import put
from cases.register.snapshot import take_snapshot
from cases.text.formulas import unguarded
from tests.public.files import csv_file
from tests.register.documents import case_document, charge, date, person, proceeding, source

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows():
    """The rows of the file for a query string, as dicts of text."""

    def rows(query: str = "", delimiter: str = ",") -> list[dict]:
        text = csv_file(query).removeprefix("\ufeff")
        return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))

    return rows


@pytest.mark.django_db(transaction=True)
def test_is_a_file_with_the_columns_in_order_and_the_rows_under_them(client, publish):
    empty = client.get("/cases.csv")
    assert empty.getvalue().decode() == ",".join(CSV_COLUMNS) + "\n"

    reference = publish("Rəna Quliyeva")
    response = client.get("/cases.csv?gender=male")
    excel = client.get("/cases.csv?excel=1")

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"].startswith('attachment; filename="cases-20')
    assert "Content-Length" not in response
    assert response.getvalue().decode() == csv_file() == csv_file("?gender=male")
    assert reference in csv_file()
    assert excel.getvalue().decode() == csv_file("?excel=1")


def test_who_asks_for_the_head_alone_gets_the_headers_and_nothing_is_copied(client, publish):
    publish()

    response = client.head("/cases.csv")

    full = client.get("/cases.csv")
    full.getvalue()
    assert response.status_code == 200
    assert response.getvalue() == b""
    assert response.headers == full.headers
    assert "Content-Length" not in response
    assert client.head("/cases.csv?chrage=treason").status_code == 400


def test_who_has_the_file_already_is_told_so(client, publish):
    publish()
    first = client.get("/cases.csv")
    first.getvalue()

    again = client.get("/cases.csv", headers={"If-None-Match": first["ETag"]})
    publish()
    later = client.get("/cases.csv", headers={"If-None-Match": first["ETag"]})
    later.getvalue()

    assert (again.status_code, later.status_code) == (304, 200)


def test_holds_every_row_of_the_page_in_its_order(client, publish, rows, monkeypatch):
    monkeypatch.setattr("cases.public.list.pages.PAGE_SIZE", 4)
    for number in range(10):
        category = "treason" if number % 3 else "drugs"
        publish(
            f"Person {number}",
            start=date(f"20{10 + number}"),
            proceedings=[proceeding(charge(category=category))],
        )

    for query in ("?charge=treason", "?charge=drugs&charge=treason&sort=name", "?q=Person&sort=start"):
        pages, number = [], 1
        while len(pages) < client.get(f"/cases/{query}").context["people"].cases:
            response = client.get(f"/cases/{query}&page={number}")
            pages += [row["reference"] for row in response.context["rows"]]
            number += 1
        assert [row["reference"] for row in rows(query)] == pages
        assert len(pages) in (6, 10)


def test_parallel_columns_keep_empty_positions_and_nothing_is_made_up(publish, rows):
    publish(
        "Bahruz Samadov",
        proceedings=[
            proceeding(
                charge("first", number=1, country="AZ", code="CC", article="274", status=""),
                charge("second", number=2, category="", status="dropped"),
            )
        ],
        end=date(),
    )

    [row] = rows()

    assert row["charges"] == "first | second"
    assert row["charge_articles"].startswith("AZ ")
    assert row["charge_articles"].endswith("274 | ")
    assert row["charge_categories"] == "treason | "
    # What begins with a bar is guarded like every other text.
    assert unguarded(row["charge_statuses"]) == " | dropped"
    assert row["end_date"] == row["end_earliest"] == row["end_latest"] == ""


def test_url_and_licence_come_with_every_row(publish, rows, settings):
    settings.SITE_URL, settings.DATA_LICENCE = "https://tracker.example", "CC BY 4.0"
    reference = publish()

    [row] = rows()

    assert row["url"] == f"https://tracker.example/cases/{reference}/"
    assert row["licence"] == "CC BY 4.0"


@pytest.mark.parametrize(
    "attack", ["=1+1", "+1", "-1", "@A1", "|cmd", "%x", "\t=1", " =1", "＝1", "\ufeff=1", "\u200b=1"]
)
def test_no_cell_begins_like_a_formula_and_the_text_can_be_had_back(rows, attack):
    text = f"{attack}HYPERLINK(1)"
    put(case_document(title=text, summary=text, person=person(text), sources=[source(title=text)]))

    [row] = rows()

    for column in ("title", "name", "summary", "source_titles"):
        assert row[column].startswith("'"), column
        assert unguarded(row[column]).strip() == text.strip()


def test_numbers_and_dates_are_not_guarded(publish, rows):
    place = {
        "country": "AZ",
        "region": "",
        "region_name": "",
        "locality": "",
        "facility": "",
        "names": [],
        "latitude": -40.5,
        "longitude": 49.5,
        "precision": "",
    }
    publish(place=place, start=date("2024-10"))

    [row] = rows()

    assert (row["latitude"], row["start_date"], row["start_latest"]) == ("-40.5", "2024-10", "2024-10-31")


def test_quotes_commas_and_lines_stay_in_their_cells(publish, rows):
    publish(summary='One, "two"\nthree; four')

    assert [row["summary"] for row in rows()] == ['One, "two"\nthree; four']


def test_for_excel_there_is_a_mark_and_semicolons(publish, rows):
    publish("Rəna; Quliyeva")

    assert csv_file("?excel=1").startswith("\ufeffreference;url;")
    assert [row["title"] for row in rows("?excel=1", ";")] == ["Rəna; Quliyeva"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("chrage=treason", ["chrage=treason", "Did you mean: charge?"]),
        ("charge=tresson", ["charge=tresson", "Did you mean: treason?"]),
        ("page=2", ["page=2"]),
        ("excel=yes", ["excel=yes"]),
        ("from=2024", ["from=2024"]),
        ("q=" + "a" * 201, ["200"]),
    ],
)
def test_a_query_that_cannot_be_meant_is_answered_in_plain_words(client, publish, query, words):
    publish("Rəna Quliyeva")

    response = client.get(f"/cases.csv?{query}")

    text = response.content.decode()
    assert response.status_code == 400
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert all(word in text for word in words)
    assert "Quliyeva" not in text


def test_tracking_parameters_redirect_away(client):
    response = client.get("/cases.csv?utm_source=x&charge=treason")

    assert (response.status_code, response["Location"]) == (302, "/cases.csv?charge=treason")


@pytest.mark.parametrize("most", [MOST_IN_LIST_ORDER, 3])
def test_a_long_file_is_in_the_order_of_first_publication_unless_an_order_was_asked_for(
    publish, rows, monkeypatch, most
):
    monkeypatch.setattr("cases.public.downloads.csv.MOST_IN_LIST_ORDER", most)
    for name, year in (("B", "2011"), ("D", "2014"), ("A", "2012"), ("C", "2013"), ("E", "2010")):
        publish(name, start=date(year), proceedings=[] if name == "C" else [proceeding(charge())])
    long = most == 3

    assert "".join(row["title"] for row in rows()) == ("BDACE" if long else "DCABE")
    assert "".join(row["title"] for row in rows("?charge=treason")) == ("BDAE" if long else "DABE")
    assert "".join(row["title"] for row in rows("?sort=name")) == "ABCDE"
    assert "".join(row["title"] for row in rows("?charge=treason&sort=-start")) == "DABE"


def test_a_file_of_all_rows_asks_for_them_without_naming_each(publish, monkeypatch):
    monkeypatch.setattr("cases.public.downloads.csv.MOST_IN_LIST_ORDER", 1)
    publish()
    publish()

    with take_snapshot() as snapshot:
        lines = lines_of(find(Query.read(QueryDict("gender=male"), FILE_PARAMETERS), snapshot))

    assert PublishedCase.objects.count() == 2
    assert (lines.rows, lines.sort, lines.listed) == (None, "", None)


def test_a_carriage_return_in_a_text_ends_no_row(publish):
    publish(title="T\rX", summary="Held.\r=HYPERLINK(1)\r\nSecond line")

    text = csv_file()

    table = list(csv.reader(io.StringIO(text, newline="")))
    assert [len(row) for row in table] == [len(CSV_COLUMNS)] * 2
    assert "\r" not in text
