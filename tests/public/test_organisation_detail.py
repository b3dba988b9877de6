"""The page of an organisation: who is tied to it, and how."""

import pytest

from tests.register.documents import case_document, person

pytestmark = pytest.mark.django_db

OUTLET = "O-7K3F-9Q2M-T4XW"
ADDRESS = f"/organisations/{OUTLET}/"


def tie(name: str = "Example News", role: str = "employee", **changes) -> dict:
    return {
        "organisation": name,
        "reference": OUTLET,
        "country": "AZ",
        "kind": "media_outlet",
        "role": role,
        "words": "",
        "sources": [1],
    } | changes


def test_says_how_many_are_tied_to_it_and_how(client, publish):
    publish("A", affiliations=[tie(), tie(role="leader")])
    publish("B", affiliations=[tie()])
    publish("C")

    response = client.get(ADDRESS)

    assert response.context["heading"] == "Example News"
    assert response.context["ties"] == [("Employed there", 2), ("Leads it", 1)]
    assert (response.context["kind"], response.context["country"]) == ("Media outlet", "Azerbaijan")
    assert {row["title"] for row in response.context["rows"]} == {"A", "B"}
    assert f'href="/cases/?organisation={OUTLET}"' in response.content.decode()


def test_the_case_the_list_and_the_words_lead_there(client, publish, listed):
    reference = publish("A", affiliations=[tie(words="an editor")])
    publish("B")

    page = client.get(f"/cases/{reference}/").content.decode()

    assert f'href="{ADDRESS}"' in page
    assert "Example News: employed there" in page
    assert "“an editor”" in page
    assert f'href="{ADDRESS}"' in client.get(f"/cases/?organisation={OUTLET}").content.decode()
    assert listed(f"?organisation={OUTLET}") == listed("?q=Example+News") == listed(f"?q={OUTLET}") == ["A"]


def test_names_are_escaped(client, publish):
    publish("A", affiliations=[tie("<b>News</b>", words="<i>words</i>")])

    assert "<b>News" not in client.get(ADDRESS).content.decode()


@pytest.mark.parametrize("reference", ["O-0000-0000-0009", "O-1", "A-7K3F-9Q2M-T4XW", "nobody"])
def test_an_organisation_no_published_case_names_is_not_there(client, publish, reference):
    publish("A", affiliations=[tie()])

    assert client.get(f"/organisations/{reference}/").status_code == 404


def test_small_letters_lead_to_the_page(client, publish):
    publish("A", affiliations=[tie()])

    assert client.get(ADDRESS.lower()).headers["Location"] == ADDRESS


def test_the_number_of_queries_does_not_depend_on_the_cases(client, publish, django_assert_max_num_queries):
    for number in range(5):
        publish(f"Number {number}", affiliations=[tie()])
    client.get(ADDRESS)

    with django_assert_max_num_queries(6):
        client.get(ADDRESS)


def test_the_page_of_the_case_says_age_and_contact_with_counsel(text):
    document = case_document(person=person(birth_year=1990), age_at_arrest=33)
    document["proceedings"][0]["counsel"] = "not_permitted"

    words = text(document)

    assert "Age at arrest 33 years, as stated" in words
    assert "contact with counsel: no counsel permitted" in words
