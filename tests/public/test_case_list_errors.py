"""The list page: addresses that cannot be meant, and those that are tidied."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases.register import search

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("page", ["0", "-1", "2", "abc", "1.0", "٢", "99999999999999999999"])
def test_a_page_that_does_not_exist_is_an_error(client, publish, page):
    publish()

    response = client.get("/cases/", {"page": page})

    assert response.status_code == 400
    assert "case-table" not in response.content.decode()


def test_an_unknown_parameter_is_named_with_the_nearest_known_and_no_rows(client, publish):
    publish("Rəna Quliyeva")

    response = client.get("/cases/?chrage=treason")

    page = response.content.decode()
    assert response.status_code == 400
    assert "<strong>chrage</strong>=treason" in page
    assert "Did you mean <code>charge</code>?" in page
    assert "Quliyeva" not in page


def test_names_and_values_of_an_error_are_escaped(client):
    page = client.get("/cases/", {"<script>alert(1)</script>": "<img src=x>"}).content.decode()

    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page


def test_an_error_is_the_same_for_a_campaign_withdrawn_and_one_that_never_was(client, db):
    response = client.get("/cases/?campaign=K-0000-0000-0001")

    assert response.status_code == 400


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ("?utm_source=x&fbclid=y", "/cases/"),
        ("?charge=treason&utm_campaign=z", "/cases/?charge=treason"),
        ("?q=&from=&to=&charge=treason", "/cases/?charge=treason"),
    ],
)
def test_tracking_and_empty_parameters_redirect_away(client, given, canonical):
    response = client.get(f"/cases/{given}")

    assert (response.status_code, response["Location"]) == (302, canonical)


@pytest.mark.parametrize("surface", ["/cases/", "/cases.csv"])
@pytest.mark.parametrize("day", ["0001-01-01", "0999-12-31", "9999-12-31", "２０２４-10-03"])
@pytest.mark.parametrize("parameter", ["from", "to", "held_on", "updated_since"])
def test_a_day_out_of_all_time_is_an_error_on_every_surface(client, db, surface, parameter, day):
    assert client.get(surface, {parameter: day}).status_code == 400


@pytest.mark.parametrize(
    "surface", ["/cases/", "/cases.csv", "/cases.atom", "/map/cases.png", "/statistics/roles.csv"]
)
def test_a_phrase_that_would_take_too_long_is_refused_in_plain_words(client, publish, monkeypatch, surface):
    monkeypatch.setattr(search, "MOST_READ", 0)
    publish("Rəna Quliyeva", summary="Taken by the police.")

    answer = client.get(surface, {"q": '"by the"'})

    assert answer.status_code == 400
    assert "leave the quotation marks out" in answer.content.decode()
    assert "Quliyeva" not in answer.content.decode()


@pytest.mark.parametrize("surface", ["/cases/", "/cases.csv", "/statistics/", "/ru/cases/"])
def test_nobody_is_known_to_be_held_on_a_day_that_has_not_come(client, db, surface):
    today = timezone.localdate()

    held_today = client.get(surface, {"held_on": today.isoformat()})
    held_tomorrow = client.get(surface, {"held_on": (today + timedelta(days=1)).isoformat()})

    assert (held_today.status_code, held_tomorrow.status_code) == (200, 400)
    assert today.isoformat() in held_tomorrow.content.decode()
