"""The pages of countries and regions, the small maps, and the ways to them."""

from xml.etree import ElementTree

import pytest

from tests.public.parts import states
from tests.register.documents import attribution, custody, place

pytestmark = pytest.mark.django_db


def somewhere(country: str, region: str = "", **changes) -> dict:
    return {
        "states": states(location=[country]),
        "place": place(country=country, region=region, **changes),
    }


def test_a_country_has_a_page_with_its_numbers_regions_and_newest_cases(client, publish):
    publish("Held in Derbent", **somewhere("RU", "RU-DA"), custody=custody("imprisoned"))
    publish("Elsewhere in Russia", **somewhere("RU"))
    publish("Held in Baku", **somewhere("AZ", "AZ-BA"))

    response = client.get("/places/RU/")

    assert response.context["people"].cases == 2
    assert {row["title"] for row in response.context["rows"]} == {"Held in Derbent", "Elsewhere in Russia"}
    assert [(each["label"], each["path"]) for each in response.context["regions"]] == [
        ("Dagestan", "/places/RU/RU-DA/")
    ]
    page = response.content.decode()
    assert "<h1>Russia</h1>" in page
    assert 'href="/cases/?location=RU"' in page
    assert 'href="/cases/?custody=imprisoned&amp;location=RU"' in page


def test_a_region_has_a_page(client, publish):
    publish("Held in Derbent", **somewhere("RU", "RU-DA"), attributions=[attribution()])
    publish("Elsewhere in Russia", **somewhere("RU"))

    response = client.get("/places/RU/RU-DA/")

    assert [row["title"] for row in response.context["rows"]] == ["Held in Derbent"]
    assert response.context["heading"] == "Dagestan"
    assert "/places/RU/" in response.content.decode()


def test_the_way_to_the_country_is_there_only_where_its_page_is(client, publish):
    publish("A", states=states(), place=place(country="RU", region="RU-DA"))

    assert client.get("/places/RU/").status_code == 404
    assert 'href="/places/RU/"' not in client.get("/places/RU/RU-DA/").content.decode()


@pytest.mark.parametrize(
    "path", ["FR/", "XX/", "not_stated/", "RU/RU-KB/", "AZ/RU-DA/", "RU/RU-/", "RU/Dagestan/", "RU/%22/"]
)
def test_a_place_without_published_cases_is_not_there(client, publish, path):
    publish("A", **somewhere("RU", "RU-DA"))
    publish("B", states=states(location=["not_stated"]))

    assert client.get(f"/places/{path}", follow=True).status_code == 404


def test_small_letters_lead_to_the_page(client, publish):
    publish("A", **somewhere("RU", "RU-DA"))

    assert client.get("/places/ru/").headers["Location"] == "/places/RU/"
    assert client.get("/places/ru/ru-da/").headers["Location"] == "/places/RU/RU-DA/"


@pytest.mark.parametrize("path", ["/map/AZ.svg", "/map/RU/RU-DA.svg", "/map/MC.svg"])
def test_the_small_map_is_the_same_whatever_is_published(client, publish, path, django_assert_num_queries):
    with django_assert_num_queries(0):
        before = client.get(path)
    publish("A", **somewhere("AZ", "AZ-BA"))

    assert before.status_code == 200
    assert "max-age" in before.headers["Cache-Control"]
    assert client.get(path).content == before.content
    circles = ElementTree.fromstring(before.content).iter("{http://www.w3.org/2000/svg}circle")
    assert len(list(circles)) == path.count("RU-DA")


@pytest.mark.parametrize(
    "path", ["/map/XX.svg", "/map/AQ.svg", "/map/AZ/RU-DA.svg", "/map/RU/RU-ZZ.svg", "/map/az.svg"]
)
def test_what_cannot_be_drawn_is_not_there(client, path):
    assert client.get(path).status_code == 404


def test_a_case_shows_where_it_was_and_leads_there(client, publish):
    reference = publish("A", **somewhere("RU", "RU-DA", locality="Derbent"))

    page = client.get(f"/cases/{reference}/").content.decode()

    assert 'src="/map/RU/RU-DA.svg"' in page
    assert 'alt="Map: Dagestan in Russia"' in page
    assert 'href="/places/RU/RU-DA/"' in page
    assert 'href="/places/RU/"' in page


@pytest.mark.parametrize(
    ("where", "drawn"),
    [
        (None, None),
        (place(country="not_stated"), None),
        (place(country="AZ"), "/map/AZ.svg"),
        (place(country="AZ", latitude=40.41234, longitude=49.81234, precision="exact"), "/map/AZ.svg"),
        (place(country="AZ", region="RU-DA"), "/map/AZ.svg"),
        (place(country="DE", region="DE-BE"), "/map/DE.svg"),
        (place(country="DE", region_name="Berlin"), "/map/DE.svg"),
    ],
)
def test_the_map_of_a_case_is_no_finer_than_its_document(client, publish, where, drawn):
    reference = publish("A", identity="withheld", states=states(location=["AZ"]), place=where)

    page = client.get(f"/cases/{reference}/").content.decode()

    assert [part.partition('"')[0] for part in page.split('src="')[1:]] == ([drawn] if drawn else [])
    assert "40.41" not in page


def test_the_map_of_a_case_is_the_same_file_in_every_language(client, publish):
    reference = publish("A", **somewhere("RU", "RU-DA"))

    page = client.get(f"/ru/cases/{reference}/").content.decode()

    assert 'src="/map/RU/RU-DA.svg"' in page
    assert 'href="/ru/places/RU/RU-DA/"' in page


def test_a_list_of_one_place_leads_to_its_page_and_another_search_does_not(client, publish):
    publish("A", **somewhere("RU", "RU-DA"))

    assert 'href="/places/RU/RU-DA/"' in client.get("/cases/?region=RU-DA").content.decode()
    assert 'href="/places/RU/"' in client.get("/cases/?location=RU").content.decode()
    assert "/places/" not in client.get("/cases/?location=RU&region=RU-DA").content.decode()
    assert "/places/" not in client.get("/cases/").content.decode()


def test_the_number_of_queries_does_not_depend_on_the_cases(client, publish, django_assert_max_num_queries):
    for number in range(5):
        publish(f"Number {number}", **somewhere("RU", "RU-DA"), attributions=[attribution()])
    client.get("/places/RU/")

    with django_assert_max_num_queries(6):
        client.get("/places/RU/")
