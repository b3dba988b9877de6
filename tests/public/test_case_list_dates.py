"""The list page: what a period or a day counts, and what it leaves out."""

import re

import pytest

from tests.register.documents import (
    custody,
    date,
    event,
)

pytestmark = pytest.mark.django_db


def test_undated_cases_are_counted_apart_when_dates_are_asked(client, publish):
    publish("A", start=date("2024-03"), end=date("2024-04"))
    publish("B", start=date(words="late last month"))

    page = client.get("/cases/?from=2024-01-01").content.decode()

    assert "1 undated case is left out" in page
    assert "undated" not in re.sub(r"<[^>]*>", " ", client.get("/cases/").content.decode())


def test_a_period_says_that_a_case_without_a_known_end_may_go_on(client, publish):
    held = custody("imprisoned", "2024-05")
    publish("A", start=date("2024-03"), custody=held)
    publish("B", start=date("2024-03"), end=date("2024-04"), violations=[])

    past, future = (
        " ".join(client.get(f"/cases/?from={day}").content.decode().split())
        for day in ("2024-01-01", "2090-01-01")
    )

    for page in (past, future):
        assert "A case counts here while it may have lasted." in page
    assert "1 of the 2 found is without a known end and possibly ongoing; it may also be over." in past
    assert "1 of the 1 found is without a known end and possibly ongoing; it may also be over." in future
    assert "may have lasted" not in client.get("/cases/").content.decode()


def test_a_day_says_how_many_have_no_known_end_of_custody(client, publish):
    held = custody("imprisoned", "2024-05")
    publish("A", events=[event("detained", "2024-03")], custody=custody("imprisoned", "2024-03"))
    publish(
        "Held again, so that the first time has an end",
        events=[
            event("detained", "2024-03-01"),
            event("release", "2024-03-30"),
            event("detained", "2024-05-01"),
        ],
        custody=held,
    )
    publish("Certain", events=[event("detained", "2024-02-01")], custody=custody("imprisoned", "2024-05"))

    page = " ".join(client.get("/cases/?held_on=2024-03-20").content.decode().split())

    assert "certainly in 2 of the 3 cases shown" in page
    assert "1 of the others is without a known end of custody" in page


def test_held_on_tells_certain_from_possible(client, publish):
    publish(
        "A",
        start=date("2024-03-01"),
        end=date("2024-03-30"),
        events=[event("detained", "2024-03-01"), event("release", "2024-03-30")],
        custody=custody("released", "2024-03-30"),
    )
    publish(
        "B",
        start=date("2024-03"),
        events=[event("detained", "2024-03")],
        custody=custody("imprisoned", "2024-03"),
    )

    page = client.get("/cases/?held_on=2024-03-20").content.decode()

    assert "certainly in 1 of the 2 cases shown" in page


def test_a_published_day_nobody_can_read_does_not_take_the_list_down(client, publish):
    publish(last_checked="0202-05-01")

    assert client.get("/cases/").status_code == 200
    assert client.get("/").status_code == 200


def test_one_day_to_last_into_says_how_many_may_have_been_held_on_it_and_leads_to_them(client, publish):
    stated = {"start": date("2024-03-01"), "end": date("2024-03-30"), "violations": []}
    publish("A", **stated, events=[event("detained", "2024-03-01"), event("release", "2024-03-30")])
    publish("B", **stated)

    page = " ".join(client.get("/cases/?from=2024-03-20&to=2024-03-20").content.decode().split())

    assert "In 1 of the 2 found somebody may have been held on that day" in page
    assert 'href="/cases/?held_on=2024-03-20"' in page
    assert "Cases that may have lasted into 20 March 2024" in page


def test_a_beginning_says_how_many_more_may_have_begun_then(client, publish):
    publish("A", start=date("2024-03-01"))
    publish("B", start=date("2024"))

    page = " ".join(client.get("/cases/?began_from=2024-03-01&began_to=2024-03-31").content.decode().split())

    assert "Cases that began between 1 March 2024 and 31 March 2024" in page
    assert "1 more case may, since its date is not known as closely." in page


def test_the_bars_above_the_list_lead_to_the_cases_that_began_in_their_year(client, publish, listed):
    for text in ("1402-05", "2021", "2022-03-01", "2022-12-31", "2022/2023", "2024-05"):
        publish(text, start=date(text), roles=["lawyer"])
    publish("Somebody else", start=date("2024-05"))

    years = client.get("/cases/?role=lawyer").context["years"]
    chosen = client.get("/cases/?role=lawyer&began_from=2022-01-01&began_to=2022-12-31").context["years"]

    assert [(year["year"], year["before"], year["count"]) for year in years] == [
        ("2021", True, 1),
        ("2021", False, 1),
        ("2022", False, 2),
        ("2023", False, 0),
        ("2024", False, 1),
    ]
    assert [len(listed(year["query"])) for year in years] == [year["count"] for year in years]
    assert [(year["year"], year["query"]) for year in chosen if year["chosen"]] == [("2022", "?role=lawyer")]


def test_of_a_short_list_what_no_case_has_is_shown_and_of_a_long_one_named(client, publish):
    publish(custody=custody("released"), roles=["lawyer"])

    facets = {
        facet["parameter"]: {choice["value"]: choice["count"] for choice in facet["choices"]}
        for theme in client.get("/cases/").context["themes"]
        for facet in theme["facets"]
    }

    assert facets["custody"]["released"] == "1" and facets["custody"]["deceased_in_custody"] == "0"
    assert facets["role"]["lawyer"] == "1" and "trade_unionist" not in facets["role"]
    assert "Trade unionist" in client.get("/cases/by/role/").context["none"]
    assert client.get("/cases/?custody=deceased_in_custody").context["people"].cases == 0
