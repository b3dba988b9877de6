"""A place or an agency that may be on file already is shown before another is made, and found in any script."""

import pytest

from cases.models import Agency, Official, Organisation, Place
from tests.admin.forms import record_form
from tests.factories import SourceFactory

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


def test_an_organisation_or_an_official_in_another_script_is_shown_before_another_is_made(browser):
    client, source = browser("entry"), SourceFactory()
    court = Agency.objects.create(name="Göydağ District Court", country="AZ", kind="judiciary")
    office = {"office": "judge", "agency": court.pk, "source": source.pk}
    typed(client, "/admin/cases/organisation/add/", name="Azadlıq qəzeti", country="AZ")
    typed(client, "/admin/cases/official/add/", name="Tofiq Nümunəvi", **office)

    outlet = typed(client, "/admin/cases/organisation/add/", name="Газета Азадлыг", country="AZ")
    judge = typed(client, "/admin/cases/official/add/", name="Тофик Нумуневи", **office)

    assert "name: Azadlıq qəzeti" in outlet.content.decode()
    assert "name: Tofiq Nümunəvi" in judge.content.decode()
    assert "Judge, Göydağ District Court" in judge.content.decode(), "enough to tell two of one name apart"
    assert (Organisation.objects.count(), Official.objects.count()) == (1, 1)

    again = record_form(judge).set("another_record", True)
    client.post("/admin/cases/official/add/?_popup=1", again.data("_save"))
    assert Official.objects.count() == 2


@pytest.mark.parametrize(
    ("field", "term", "found"),
    [
        ("organisation", "азадлыг", "Azadlıq qəzeti (AZ)"),
        ("official", "нумуневи", "Tofiq Nümunəvi – Judge, Göydağ District Court"),
    ],
)
def test_the_search_of_a_case_s_form_finds_them_in_any_script(browser, field, term, found):
    court = Agency.objects.create(name="Göydağ District Court", country="AZ", kind="judiciary")
    Organisation.objects.create(name="Azadlıq qəzeti", country="AZ")
    Official.objects.create(name="Tofiq Nümunəvi", office="judge", agency=court, source=SourceFactory())
    model = {"organisation": "affiliation", "official": "participation"}[field]
    query = {"app_label": "cases", "model_name": model, "field_name": field, "term": term}

    results = browser("entry").get("/admin/autocomplete/", query).json()["results"]

    assert [each["text"] for each in results] == [found]
