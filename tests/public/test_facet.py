"""The page of all values of a facet, and the way to it."""

import pytest

from cases.public.list.choices import MOST_OFFERED
from cases.vocabularies.places import COUNTRIES
from tests.public.parts import states

pytestmark = pytest.mark.django_db


@pytest.fixture
def countries(publish) -> list[str]:
    codes = list(COUNTRIES.codes)[: MOST_OFFERED + 3]
    for code in codes:
        publish(f"Somebody in {code}", states=states(location=[code]))
    return codes


def test_values_the_list_has_no_room_for_are_one_click_away(client, countries):
    page = client.get("/cases/?kind=person").content.decode()

    assert 'href="/cases/by/location/?kind=person"' in page
    assert "and 3 more values" in page


def test_every_value_is_there_with_its_cases_and_keeps_the_search(client, countries):
    values = client.get("/cases/by/location/?kind=person").context["values"]

    assert {value["query"] for value in values} == {f"?kind=person&location={code}" for code in countries}
    assert {value["count"] for value in values} == {"1"}


def test_a_value_is_added_to_those_chosen(client, countries):
    first, second, *_ = countries

    values = client.get(f"/cases/by/location/?location={first}").context["values"]

    assert [value["query"] for value in values if value["chosen"]] == [f"?location={first}"]
    assert f"?location={min(first, second)}&location={max(first, second)}" in {v["query"] for v in values}


def test_what_is_no_facet_is_not_there_and_what_cannot_be_meant_is_an_error(client):
    assert client.get("/cases/by/name/").status_code == 404
    assert client.get("/cases/by/location/?chrage=treason").status_code == 400
    assert client.get("/cases/by/location/").status_code == 200
