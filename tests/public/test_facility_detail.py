"""Where somebody is held: on the case, in the list, as a filter, on the page of a facility, in files."""

import csv
import io

import pytest

from tests.public.files import csv_file
from tests.public.parts import states
from tests.register.documents import event, place

pytestmark = pytest.mark.django_db

PRISON, REMAND = "F-0000-0000-0014", "F-0000-0000-0001"


def prison(**changes) -> dict:
    return place(
        reference=PRISON,
        facility="Prison No. 14",
        names=["Prison No. 14", "14 saylı cəzaçəkmə müəssisəsi"],
        **changes,
    )


def remand(**changes) -> dict:
    return place(reference=REMAND, facility="Remand centre No. 1", names=["Remand centre No. 1"], **changes)


@pytest.fixture
def held(publish):
    """Somebody who was on remand first and is in prison now; somebody who was let go; somebody still on remand."""
    publish(
        "Moved to prison",
        states=states(location=["AZ"]),
        events=[
            event("arrest", "2024-01-10"),
            event("transfer", "2024-01-12", place=remand()),
            event("transfer", "2024-07-05", place=prison(region="AZ-BA")),
            event("confirmed_still_held", "2025-02", place=prison(region="AZ-BA")),
        ],
    )
    publish(
        "Let go",
        events=[
            event("arrest", "2024-01-10"),
            event("transfer", "2024-03-01", place=prison()),
            event("release", "2024-05-01"),
        ],
    )
    publish(
        "On remand", events=[event("arrest", "2024-06-01"), event("transfer", "2024-06-02", place=remand())]
    )


def rows(query: str) -> list[dict]:
    return list(csv.DictReader(io.StringIO(csv_file(query))))


def test_the_case_says_where_somebody_is_held_and_leads_there(client, held):
    reference = rows(f"held_at={PRISON}")[0]["reference"]
    page = client.get(f"/cases/{reference}/").content.decode()

    assert f'<a href="/places/facility/{PRISON}/">At Prison No. 14, as of February 2025</a>' in page


def test_the_list_says_it_and_counts_those_last_known_to_be_there(client, held, listed):
    assert listed(f"?held_at={PRISON}") == ["Moved to prison"]
    assert listed(f"?held_at={REMAND}") == ["On remand"]
    assert {*listed(f"?held_at={PRISON}&held_at={REMAND}")} == {"Moved to prison", "On remand"}

    response = client.get("/cases/")
    facet = next(
        each
        for theme in response.context["themes"]
        for each in theme["facets"]
        if each["parameter"] == "held_at"
    )
    assert {(each["label"], each["count"]) for each in facet["choices"]} == {
        ("Prison No. 14", "1"),
        ("Remand centre No. 1", "1"),
    }
    assert "At Prison No. 14, as of February 2025" in response.content.decode()
    assert client.get(f"/cases/?held_at={PRISON}").context["heading"] == "Cases held at Prison No. 14"


@pytest.mark.parametrize(
    ("where", "day", "who"),
    [
        (REMAND, "2024-01-11", set()),
        (REMAND, "2024-01-12", {"Moved to prison"}),
        (REMAND, "2024-06-15", {"Moved to prison", "On remand"}),
        (REMAND, "2024-07-06", {"On remand"}),
        (PRISON, "2024-02-29", set()),
        (PRISON, "2024-04-01", {"Let go"}),
        (PRISON, "2024-06-01", set()),
        (PRISON, "2025-01-01", {"Moved to prison"}),
    ],
)
def test_with_a_day_it_asks_who_was_there_on_it(client, held, listed, where, day, who):
    assert {*listed(f"?held_at={where}&held_on={day}")} == who
    assert {each["title"] for each in rows(f"held_at={where}&held_on={day}")} == who

    response = client.get(f"/places/facility/{where}/?held_on={day}")
    assert {row["title"] for row in response.context["on_day"]["rows"]} == who


def test_certain_is_who_was_certainly_there_not_only_held(client, held):
    certain = client.get(f"/cases/?held_at={PRISON}&held_on=2025-01-01").context["counts"].certain
    assert certain == 1
    # A source shows the person in the prison in February, so later days are only possible.
    later = client.get(f"/cases/?held_at={PRISON}&held_on=2025-06-01").context["counts"]
    assert later.certain == 0
    assert later.facets["held_at"] == {PRISON: 1, REMAND: 1}


def test_the_page_of_a_prison_says_who_is_there_and_how_else_it_is_called(client, held):
    response = client.get(f"/places/facility/{PRISON}/")

    assert response.context["heading"] == "Prison No. 14"
    assert response.context["other_names"] == ["14 saylı cəzaçəkmə müəssisəsi"]
    assert [row["title"] for row in response.context["now"]["rows"]] == ["Moved to prison"]
    assert response.context["on_day"] is None
    assert response.context["where"] == "Baku, Azerbaijan"


def test_a_page_is_there_as_long_as_a_case_names_the_facility(client, publish):
    assert client.get(f"/places/facility/{PRISON}/").status_code == 404
    assert client.get(f"/cases/?held_at={PRISON}").status_code == 400
    publish(
        "Let go", events=[event("transfer", "2024-03-01", place=prison()), event("release", "2024-05-01")]
    )

    assert client.get(f"/places/facility/{PRISON}/").context["now"]["rows"] == []
    assert (
        client.get(f"/places/facility/{PRISON.lower()}/").headers["Location"] == f"/places/facility/{PRISON}/"
    )
    assert client.get(f"/places/facility/{PRISON}/?held_on=2999-01-01").status_code == 400
    assert client.get(f"/places/facility/{PRISON}/?held_on=soon").status_code == 400
    assert client.get("/places/facility/nonsense/").status_code == 404


def test_the_reference_of_a_prison_finds_every_case_that_names_it(held, listed):
    assert {*listed(f"?q={PRISON}")} == {"Moved to prison", "Let go"}
    assert {*listed(f"?q={REMAND}")} == {"Moved to prison", "On remand"}


def test_the_file_says_it_at_its_end(client, held):
    row = rows(f"held_at={PRISON}")[0]

    assert (row["held_at"], row["held_at_as_of"]) == ("Prison No. 14", "2025-02")
    assert "held_at_reference" not in row
    assert [each["held_at"] for each in rows("custody=released")] == [""]


def test_a_document_sealed_before_facilities_had_references_says_the_name_alone(client, publish, listed):
    publish("Sealed before", events=[event("transfer", "2024-03-01", place=prison() | {"reference": ""})])
    (row,) = rows("")

    assert row["held_at"] == "Prison No. 14"
    page = client.get(f"/cases/{row['reference']}/").content.decode()
    assert "At Prison No. 14, as of 1 March 2024" in page
    assert "/places/facility/" not in page


def test_the_number_of_queries_does_not_depend_on_the_cases(
    client, publish, held, django_assert_max_num_queries
):
    for number in range(5):
        publish(f"Number {number}", events=[event("transfer", "2024-03-01", place=prison())])
    address = f"/places/facility/{PRISON}/?held_on=2024-04-01"
    client.get(address)

    with django_assert_max_num_queries(6):
        assert len(client.get(address).context["on_day"]["rows"]) == 6
