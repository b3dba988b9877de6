"""The page of an article of law, however its number is written."""

import pytest
from django.utils.http import urlencode

from tests.register.documents import attribution, charge, proceeding

pytestmark = pytest.mark.django_db


def charged(country: str, code: str, article: str, **changes) -> dict:
    return {
        "proceedings": [proceeding(charge(country=country, code=code, article=article, **changes))],
        "attributions": [attribution()],
    }


def test_says_country_code_article_and_what_our_list_knows(client, publish):
    publish("A", **charged("AZ", "CC", "281-1"))
    publish("B", **charged("AZ", "CC", "281"))

    response = client.get("/provisions/AZ/CC/281-1/")

    assert (
        response.context["heading"]
        == "Azerbaijan, Criminal Code, 281-1 Symbols directed against territorial integrity"
    )
    assert {fact["name"]: fact["value"] for fact in response.context["facts"]} == {
        "Category": "Separatism",
        "In force since": "19 January 2024",
        "Source of the article": "Criminal Code of the Republic of Azerbaijan",
    }
    assert [row["title"] for row in response.context["rows"]] == ["A"]


@pytest.mark.parametrize(
    "article", ["228.1", "281-1", "ч. 2 ст. 280.3", "19/1", "205.2 (2)", "274?", "<b>1</b>", "100%", "..%2f"]
)
def test_every_way_of_writing_an_article_has_an_address_that_leads_to_its_cases(client, publish, article):
    reference = publish("A", **charged("RU", "CC", article))
    case = client.get(f"/cases/{reference}/")
    path = case.context["file"]["proceedings"][0]["charges"][0]["path"]

    response = client.get(path)

    assert response.status_code == 200, path
    assert response.context["people"].cases == 1
    assert f"?{urlencode({'provision': f'RU:CC:{article}'})}" == response.context["query"].suffix
    assert "<b>1" not in response.content.decode()
    assert client.get(f"/cases/{response.context['query'].suffix}").status_code == 200


@pytest.mark.parametrize("parts", [("", "CC", "1"), ("AZ", "", "1"), ("AZ", "CC", ""), ("AZ", "a/b", "1")])
def test_a_charge_that_no_address_can_hold_has_none(client, publish, parts):
    reference = publish("A", **charged(*parts))

    case = client.get(f"/cases/{reference}/")

    assert case.context["file"]["proceedings"][0]["charges"][0]["path"] == ""


@pytest.mark.parametrize("path", ["AZ/CC/278/", "AZ/CC/9999/", "RU/CC/274/", "AZ/CC:274/1/", "az/CC/274/"])
def test_an_article_without_published_cases_is_not_there(client, publish, path):
    publish("A", **charged("AZ", "CC", "274"))

    assert client.get(f"/provisions/{path}").status_code == 404


def test_the_list_of_an_article_leads_to_its_page(client, publish):
    publish("A", **charged("AZ", "CC", "274"))

    page = client.get("/cases/?provision=AZ:CC:274").content.decode()

    assert 'href="/provisions/AZ/CC/274/"' in page


def test_the_number_of_queries_does_not_depend_on_the_cases(client, publish, django_assert_max_num_queries):
    for number in range(5):
        publish(f"Number {number}", **charged("AZ", "CC", "274"))
    client.get("/provisions/AZ/CC/274/")

    with django_assert_max_num_queries(6):
        client.get("/provisions/AZ/CC/274/")
