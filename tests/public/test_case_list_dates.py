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
    publish("B", start=date("2024-03"), end=date("2024-04"))

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
