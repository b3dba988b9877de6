"""Whatever is asked of the pages and parameters of prisons, courts, organisations and officials is answered in words:
there, not there, or not to be meant, and never by a server error."""

from urllib.parse import quote

import pytest
from django.test import Client

from tests.browser.records import COURT, FACILITY, OFFICIAL, ORGANISATION, publish_one_of_each

pytestmark = pytest.mark.django_db

PAGES = {
    "places/facility": FACILITY,
    "organisations": ORGANISATION,
    "officials": OFFICIAL,
    "agencies": COURT,
}
PARAMETERS = {
    "held_at": FACILITY,
    "organisation": ORGANISATION,
    "official": OFFICIAL,
    "court": COURT,
    "measure": "solitary_confinement",
    "counsel": "not_permitted",
}
SURFACES = ("cases/", "cases.csv", "cases.xlsx", "cases.atom", "statistics/", "map/", "cases/by/held_at/")
ODD = [
    "%00",
    "F-0000-0000-000%00",
    "%ff%fe",
    "%ED%A0%80",
    "%",
    "%zz",
    "%2e%2e%2f",
    "a" * 10_000,
    quote("Тюрьма №14"),
    quote("زندان"),
    quote("ＦＦ-0000-0000-0001"),
    quote("F-٠٠٠٠-0000-0001"),
    quote("\u202eF-0000-0000-0001"),
    "0001-01-01",
    "9999-12-31",
    "-1",
    "'--",
    "[]",
]


@pytest.fixture
def ask(client):
    publish_one_of_each()
    client.raise_request_exception = False

    def ask(path: str, **headers) -> int:
        asked = {
            client.get(path, headers=headers).status_code,
            client.head(path, headers=headers).status_code,
        }
        (status,) = asked
        return status

    return ask


@pytest.mark.parametrize("page", PAGES)
def test_odd_references_are_of_no_page(ask, page):
    answers = {odd: ask(f"/{page}/{odd}/") for odd in ODD}
    answers |= {f"ru {odd}": ask(f"/ru/{page}/{odd}/") for odd in ODD[:4]}

    assert {odd: status for odd, status in answers.items() if status != 404} == {}


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_odd_values_are_refused_by_name_on_every_surface(client, ask, parameter):
    answers = {
        f"{surface} {odd[:40]}": ask(f"/{surface}?{parameter}={odd}") for odd in ODD for surface in SURFACES
    }

    assert {asked: status for asked, status in answers.items() if status not in (400, 404)} == {}
    assert (
        f"<strong>{parameter}</strong>=nonsense"
        in client.get(f"/cases/?{parameter}=nonsense").content.decode()
    )


@pytest.mark.parametrize(("parameter", "value"), PARAMETERS.items())
def test_a_value_may_be_repeated_and_stand_beside_any_day(ask, parameter, value):
    for query in (
        f"{parameter}={value}&{parameter}={value}",
        f"{parameter}={value}&held_on=1000-01-01",
        f"{parameter}={value}&held_on=2024-08-30",
        f"{parameter}={value}&from=1000-01-01&to=2999-12-31",
        f"{parameter}={value}&sort=name&page=1",
    ):
        assert ask(f"/cases/?{query}") == 200, query
    for day in ("0001-01-01", "9999-12-31", "2024-13-01"):
        assert ask(f"/cases/?{parameter}={value}&held_on={day}") == 400
    assert ask("/cases/?" + "&".join(f"{parameter}={value[:-4]}{n:04}" for n in range(300))) == 400


def test_the_day_of_a_facility_is_one_day_that_has_come(ask):
    page = f"/places/facility/{FACILITY}/"

    for day, status in {
        "0001-01-01": 400,
        "1000-01-01": 200,
        "2024-08-30": 200,
        "9999-12-31": 400,
        "10000-01-01": 400,
        "0000-01-01": 400,
        "2024-02-30": 400,
        "soon": 400,
        "%00": 400,
        "9" * 10_000: 400,
        quote("٢٠٢٤-٠٨-٣٠"): 400,
        "2024-08-30&held_on=2024-08-31": 400,
        "2024-08-30&location=AZ": 400,
        "2024-08-30&nonsense=1": 400,
    }.items():
        assert ask(f"{page}?held_on={day}") == status, day[:40]


@pytest.mark.parametrize(("page", "reference"), PAGES.items())
def test_who_has_a_page_already_is_sent_none(ask, page, reference):
    for path in (f"/{page}/{reference}/", f"/az/{page}/{reference}/"):
        tag = Client().get(path).headers["ETag"]

        assert ask(path, **{"If-None-Match": tag}) == 304
        assert ask(path, **{"If-None-Match": f'"other", {tag}'}) == 304
        assert ask(path, **{"If-None-Match": '"' + "x" * 5_000}) == 200


@pytest.mark.parametrize(("parameter", "value"), PARAMETERS.items())
def test_a_file_for_spreadsheets_takes_them(parameter, value):
    publish_one_of_each()

    assert Client().head(f"/cases.csv?{parameter}={value}&excel=1").status_code == 200
    assert Client().head(f"/cases.csv?{parameter}={value}&excel=2").status_code == 400
