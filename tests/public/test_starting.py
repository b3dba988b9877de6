"""Pages to start from, and what changed: lists with numbers, linked from the front page and each other."""

from datetime import UTC, datetime

import pytest

from cases.register.register import put, withdraw
from tests.public.parts import states
from tests.register.documents import (
    attribution,
    campaign_document,
    case_document,
    charge,
    person,
    place,
    proceeding,
)

pytestmark = pytest.mark.django_db

PAGES = ("/people/", "/campaigns/", "/agencies/", "/provisions/", "/places/")


def entries(client, path: str) -> list[tuple[str, str, str]]:
    response = client.get(path)
    assert response.status_code == 200
    return [
        (entry["label"], entry["path"], entry["count"])
        for part in response.context["parts"]
        for entry in part["entries"]
    ]


def test_each_lists_what_it_is_about_with_its_number_and_the_way_to_its_page(client, publish):
    campaign = campaign_document(title="A wave")
    put(campaign)
    somebody = person("Rəna Quliyeva")
    for title in ("One", "Two"):
        publish(
            title,
            person=somebody,
            states=states(location=["AZ", "not_stated"]),
            place=place(region="AZ-BA"),
            attributions=[attribution(agency="A-0000-0000-0009", to="An office")],
            campaigns=[{"reference": campaign["reference"], "title": campaign["title"]}],
            proceedings=[proceeding(charge(country="AZ", code="CC", article="274"))],
        )
    put(case_document(title="R. Q.", identity="initials", person=person("R. Q.", reference="")))

    assert entries(client, "/people/") == [("Rəna Quliyeva", f"/people/{somebody['reference']}/", "2")]
    assert entries(client, "/campaigns/") == [("A wave", f"/campaigns/{campaign['reference']}/", "2")]
    assert ("An office", "/agencies/A-0000-0000-0009/", "2") in entries(client, "/agencies/")
    assert [each[1:] for each in entries(client, "/provisions/")] == [("/provisions/AZ/CC/274/", "2")]
    assert ("/places/AZ/AZ-BA/", "2") in [each[1:] for each in entries(client, "/places/")]
    for path in ("/", *PAGES, "/changes/"):
        page = client.get(path).content.decode()
        assert [other for other in (*PAGES, "/changes/") if f'href="{other}"' not in page] == []
    for path in PAGES:
        assert all(
            client.get(address).status_code == 200 for _label, address, _count in entries(client, path)
        )


def test_people_stand_by_alphabet_in_pages(client, publish, monkeypatch):
    monkeypatch.setattr("cases.public.views.starting.ON_A_PAGE", 2)
    for name in ("Cavid C", "Əli A", "Bəhruz B"):
        publish(name)

    assert [each[0] for each in entries(client, "/people/")] == ["Əli A", "Bəhruz B"]
    assert [each[0] for each in entries(client, "/people/?page=2")] == ["Cavid C"]
    assert client.get("/people/?page=3").status_code == 400


def test_what_changed_tells_new_corrected_and_withdrawn_by_day(client):
    new, corrected, gone, silent = (
        case_document(title=title) for title in ("New", "Mended", "Gone", "Silent")
    )
    for document in (new, corrected, gone, silent):
        put(document, at=datetime(2024, 3, 4, 9, tzinfo=UTC))
    put(corrected | {"summary": "Mended."}, at=datetime(2024, 3, 5, 9, tzinfo=UTC))
    withdraw(gone["reference"], announced=True)
    withdraw(silent["reference"], announced=False)

    days = client.get("/changes/").context["days"]
    feed = client.get("/changes.atom").content.decode()

    told = {change.reference: change.kind for day in days for change in day["changes"]}
    assert told == {
        new["reference"]: "new",
        corrected["reference"]: "corrected",
        gone["reference"]: "withdrawn",
    }
    assert [day["day"] for day in days][1:] == ["5 March 2024", "4 March 2024"]
    assert "Gone" not in feed and f"Withdrawn: {gone['reference']}" in feed
    assert silent["reference"] not in feed


def test_the_number_of_queries_does_not_depend_on_what_is_listed(
    client, publish, django_assert_max_num_queries
):
    for number in range(5):
        publish(f"Somebody {number}", attributions=[attribution(agency=f"A-0000-0000-000{number}")])

    for path in (*PAGES, "/changes/", "/changes.atom"):
        client.get(path)
        with django_assert_max_num_queries(6):
            client.get(path)
