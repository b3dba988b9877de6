"""The sitemap: what is public and nothing else, in parts that tell nothing of what was withdrawn."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from cases.public.views import sitemap as module
from cases.register.documents.keys import AFFILIATION, PARTICIPATION
from cases.register.published_case import PublishedCase
from cases.register.register import put, show_until, withdraw
from tests.factories import CaseFactory
from tests.register.documents import attribution, campaign_document, case_document, event, person, place

pytestmark = pytest.mark.django_db


@pytest.fixture
def addresses(client, settings):
    settings.SITE_URL = "https://tracker.example.org"

    def addresses(path: str = "/sitemap.xml") -> list[str]:
        response = client.get(path)
        assert response.status_code == 200
        assert response.headers["Content-Type"] == "application/xml; charset=utf-8"
        found = re.findall(r"<loc>https://tracker\.example\.org([^<]*)</loc>", response.content.decode())
        return found

    return addresses


def test_holds_pages_campaigns_cases_and_people(addresses, client, publish):
    campaign = campaign_document()
    put(campaign)
    reference = publish()
    row = PublishedCase.objects.get()
    hidden = publish("X", identity="withheld", person=None)
    CaseFactory()

    found = addresses()

    assert len(found) == len(set(found)) == len(module.PAGES) + 4
    assert {
        f"/campaigns/{campaign['reference']}/",
        f"/cases/{reference}/",
        f"/people/{row.person_reference}/",
        f"/cases/{hidden}/",
        "/methodology/",
    } <= set(found)
    for path in found:
        assert client.get(path).status_code == 200, path


NAMED = {
    "agencies/A-0000-0000-000A": {"attributions": [attribution(agency="A-0000-0000-000A")]},
    "agencies/A-0000-0000-000B": {
        "events": [event("verdict_guilty", "2024", court="A court", court_reference="A-0000-0000-000B")]
    },
    "places/facility/F-0000-0000-000C": {
        "events": [
            event("transfer", "2024", place=place(reference="F-0000-0000-000C", facility="Prison", names=[]))
        ]
    },
    "organisations/O-0000-0000-000D": {
        "affiliations": [AFFILIATION.empty() | {"reference": "O-0000-0000-000D", "organisation": "Outlet"}]
    },
    "officials/J-0000-0000-000E": {
        "participations": [PARTICIPATION.empty() | {"reference": "J-0000-0000-000E", "official": "A judge"}]
    },
}


@pytest.mark.parametrize("path", NAMED)
def test_holds_what_cases_name_exactly_as_long_as_it_has_a_page(addresses, client, publish, path):
    address = f"/{path}/"

    def is_there() -> tuple[int, int]:
        return client.get(address).status_code, addresses().count(address)

    assert is_there() == (404, 0)
    first, second = (publish(name, **NAMED[path]) for name in "AB")
    assert is_there() == (200, 1)
    withdraw(first, announced=False)
    assert is_there() == (200, 1)
    show_until({second: timezone.localdate() - timedelta(days=1)})
    assert is_there() == (404, 0)


def test_names_a_person_once_however_many_cases(addresses):
    someone = person("Rəna Quliyeva")
    for _ in range(3):
        put(case_document(person=someone))

    assert sum(path.startswith("/people/P-") for path in addresses()) == 1


def test_says_when_a_case_was_published(client, publish):
    publish()

    day = PublishedCase.objects.get().published_at.date().isoformat()
    assert f"<lastmod>{day}</lastmod>" in client.get("/sitemap.xml").content.decode()


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setattr(module, "IN_ONE_FILE", 3)
    monkeypatch.setattr(module, "CASES_IN_A_PART", 2)
    monkeypatch.setattr(module, "NAMED_IN_A_PART", 1)


def test_many_addresses_are_in_parts_that_are_full_whatever_was_withdrawn(addresses, client, publish, small):
    references = [publish(name) for name in "ABCDEF"]
    withdraw(references[1], announced=False)

    parts = addresses()
    cases = [[path for path in addresses(part) if path.startswith("/cases/C-")] for part in parts]

    assert parts == ["/sitemap-1.xml", "/sitemap-2.xml", "/sitemap-3.xml"]
    assert [len(part) for part in cases] == [2, 2, 1]
    assert [path for part in cases for path in part] == [
        f"/cases/{reference}/" for reference in references if reference != references[1]
    ]
    assert "/about/" in addresses(parts[0]) and "/about/" not in addresses(parts[1])
    for part in ("/sitemap-0.xml", "/sitemap-4.xml"):
        assert client.get(part).status_code == 404


def test_there_are_parts_enough_for_what_few_cases_name(addresses, client, publish, small):
    publish("A", **{part: value for named in NAMED.values() for part, value in named.items()})

    parts = addresses()
    named = [address for part in parts for address in addresses(part) if re.search(r"/[AFOJ]-", address)]

    assert len(parts) == 4
    assert sorted(named) == sorted(f"/{path}/" for path in NAMED if not path.endswith("B"))
    assert client.get("/sitemap-5.xml").status_code == 404


def test_takes_the_same_few_queries_for_every_size(client, publish, small, django_assert_max_num_queries):
    for name in "ABCDEF":
        publish(name)

    for path in ("/sitemap.xml", "/sitemap-1.xml"):
        with django_assert_max_num_queries(6):
            client.get(path)


def test_has_one_address_for_all_languages(client):
    assert client.get("/ru/sitemap.xml").headers["Location"] == "/sitemap.xml"
