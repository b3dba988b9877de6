"""Where a place is chosen, towns that are not on file can be chosen too, in any script, and become places."""

import pytest

from cases.models import Place, Violation
from tests.admin.forms import record_form
from tests.factories import CaseFactory

pytestmark = pytest.mark.django_db

DERBENT = "town:566532"


def choices(client, term: str) -> list[dict]:
    query = {"app_label": "cases", "model_name": "violation", "field_name": "place", "term": term}
    return client.get("/admin/autocomplete/", query).json()["results"]


@pytest.mark.parametrize("term", ["Derbent", "Дербент", "Dərbənd", "دربند", "Derben"])
def test_a_town_is_found_in_any_script_and_told_from_others_by_region_and_size(browser, term):
    texts = {each["id"]: each["text"] for each in choices(browser("entry"), term)}

    assert texts[DERBENT] == "Derbent, Dagestan, Russia, population 105,965 – not on file yet"


def test_what_is_on_file_comes_first_and_is_not_offered_twice(browser):
    on_file = Place.objects.create(name="Derbent", country="RU", region="RU-DA")

    found = choices(browser("entry"), "Derbent")

    assert found[0]["id"] == str(on_file.pk)
    assert DERBENT not in {each["id"] for each in found}


def test_a_town_that_is_chosen_becomes_a_place_once(browser):
    client = browser("entry")
    for _each in range(2):
        case = CaseFactory()
        path = f"/admin/cases/case/{case.pk}/whole/"
        form = record_form(client.get(path))
        form.set("violations-0-place", DERBENT)
        client.post(path, form.data())

    place = Place.objects.get()
    assert (place.name, place.locality, place.country, place.region) == ("Derbent", "Derbent", "RU", "RU-DA")
    assert (place.precision, round(place.latitude, 1), "Дербент" in place.spellings) == (
        "locality",
        42.1,
        True,
    )
    assert Violation.objects.filter(place=place).count() == 2


@pytest.mark.parametrize("choice", ["town:1", "town:x", "town:"])
def test_a_town_nobody_knows_is_told_beside_the_field(browser, choice):
    client, case = browser("entry"), CaseFactory()
    path = f"/admin/cases/case/{case.pk}/whole/"
    form = record_form(client.get(path))
    form.set("violations-0-place", choice)

    response = client.post(path, form.data())

    assert response.status_code == 200
    assert not Place.objects.exists()
