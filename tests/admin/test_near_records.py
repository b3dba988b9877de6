"""A place or an agency that may be on file already is shown before another is made, and found in any script."""

import pytest

from cases.models import Agency, Place
from tests.admin.forms import record_form

pytestmark = pytest.mark.django_db


def typed(client, path: str, **values):
    form = record_form(client.get(f"{path}?_popup=1"))
    for name, value in values.items():
        form.set(name, value)
    return client.post(f"{path}?_popup=1", form.data("_save"))


def test_a_second_spelling_of_a_prison_is_shown_the_first_and_needs_a_word(browser):
    client = browser("entry")
    typed(client, "/admin/cases/place/add/", name="Prison No. 14", country="AZ")

    response = typed(client, "/admin/cases/place/add/", name="14 saylı cəzaçəkmə müəssisəsi", country="AZ")

    page = response.content.decode()
    assert "May be on file already" in page and "same name: Prison No. 14" in page
    assert Place.objects.count() == 1

    again = record_form(response).set("another_record", True)
    client.post("/admin/cases/place/add/?_popup=1", again.data("_save"))
    assert Place.objects.count() == 2


def test_what_is_like_nothing_on_file_is_made_at_once(browser):
    client = browser("entry")
    typed(client, "/admin/cases/place/add/", name="Prison No. 14", country="AZ")
    typed(client, "/admin/cases/place/add/", name="Prison No. 4", country="AZ")
    typed(client, "/admin/cases/agency/add/", name="State Security Service", country="AZ")
    typed(client, "/admin/cases/agency/add/", name="Dövlət Təhlükəsizliyi Xidməti", country="AZ")

    assert Place.objects.count() == 2
    assert Agency.objects.get().name == "State Security Service"


@pytest.mark.parametrize("term", ["14 saylı", "Тюрьма №14", "prison 14", "Priso"])
def test_the_search_of_a_form_finds_it_however_it_is_typed(browser, term):
    client = browser("entry")
    Place.objects.create(name="Prison No. 14", spellings=["14 saylı cəzaçəkmə müəssisəsi"], country="AZ")
    Place.objects.create(name="Qobustan", country="AZ")
    query = {"app_label": "cases", "model_name": "event", "field_name": "place", "term": term}

    results = client.get("/admin/autocomplete/", query).json()["results"]

    assert [each["text"] for each in results] == ["Prison No. 14, AZ"]
