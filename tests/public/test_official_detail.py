"""The page of an official: parts taken in an office, according to whom. Nobody's page among people."""

import pytest

from cases.register.name_index import NameToken
from tests.register.documents import source

pytestmark = pytest.mark.django_db

JUDGE = "J-7K3F-9Q2M-T4XW"
ADDRESS = f"/officials/{JUDGE}/"


def part(name: str = "Tofiq Example", **changes) -> dict:
    return {
        "official": name,
        "reference": JUDGE,
        "office": "judge",
        "agency": "District Court",
        "role": "presiding_judge",
        "words": "",
        "about": "Guilty verdict",
        "sources": [1],
    } | changes


def test_says_in_which_cases_they_took_part_as_what_and_according_to_whom(client, publish):
    sources = [source(number=1, title="Verdict, as read out", url="https://example.org/verdict")]
    reference = publish("A", participations=[part()], sources=sources)
    publish("B")

    response = client.get(ADDRESS)

    assert response.context["heading"] == "Tofiq Example"
    assert response.context["offices"] == ["Judge, District Court"]
    page = " ".join(response.content.decode().split())
    assert f'took part as presiding judge in <a href="/cases/{reference}/">A</a>' in page
    assert "Verdict, as read out" in page
    assert 'href="https://example.org/verdict"' in page
    assert "says nothing of ours about what they did" in page
    assert f'href="/cases/?official={JUDGE}"' in page


def test_the_case_and_the_list_lead_there(client, publish, listed):
    reference = publish("A", participations=[part()])
    publish("B")

    page = client.get(f"/cases/{reference}/").content.decode()

    assert f'href="{ADDRESS}"' in page
    assert "Tofiq Example took part as: presiding judge" in page
    assert f'href="{ADDRESS}"' in client.get(f"/cases/?official={JUDGE}").content.decode()
    assert listed(f"?official={JUDGE}") == listed(f"?q={JUDGE}") == ["A"]


def test_nobody_finds_an_official_among_people(client, publish, listed):
    publish(
        "A", participations=[part("Tofiq Zümrüdov")], lawyers=[{"lawyer": "Vəkil Almazov", "sources": [1]}]
    )

    assert listed("?q=Zümrüdov") == listed("?q=Almazov") == []
    assert not NameToken.objects.filter(token__contains="zumrud").exists()
    assert client.get(f"/people/{JUDGE}/").status_code == 404


def test_names_are_escaped(client, publish):
    publish("A", participations=[part("<b>Tofiq</b>", words="<i>words</i>")])

    assert "<b>Tofiq" not in client.get(ADDRESS).content.decode()


@pytest.mark.parametrize("reference", ["J-0000-0000-0009", "J-1", "P-7K3F-9Q2M-T4XW", "nobody"])
def test_an_official_no_published_case_names_is_not_there(client, publish, reference):
    publish("A", participations=[part()])

    assert client.get(f"/officials/{reference}/").status_code == 404


def test_the_number_of_queries_does_not_depend_on_the_cases(client, publish, django_assert_max_num_queries):
    for number in range(5):
        publish(f"Number {number}", participations=[part()])
    client.get(ADDRESS)

    with django_assert_max_num_queries(6):
        client.get(ADDRESS)
