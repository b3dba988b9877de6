"""The page of charts and their files: what is counted, what links where, what is refused."""

import csv
import io
from datetime import date as day

import pytest

from cases.public.charts.catalogue import CHARTS
from cases.public.charts.custody import MOST_DAYS, sample_days
from tests.public.parts import states
from tests.register.documents import attribution, charge, custody, date, event, proceeding

pytestmark = pytest.mark.django_db

ACROSS = {"value": True, "basis": ""}


@pytest.fixture
def numbers(client):
    """The rows of a chart's file without its header."""

    def numbers(chart: str, query: str = "") -> list[list[str]]:
        response = client.get(f"/statistics/{chart}.csv{query}")
        assert response.status_code == 200, response.content.decode()
        return list(csv.reader(io.StringIO(response.content.decode())))[1:]

    return numbers


@pytest.fixture
def shown(client):
    """The charts of the page by name."""

    def shown(query: str = "") -> dict[str, dict]:
        response = client.get(f"/statistics/{query}")
        assert response.status_code == 200, response.content.decode()
        return {chart["name"]: chart for chart in response.context["charts"]}

    return shown


def links(chart: dict) -> list[str | None]:
    return [bar["query"] for part in chart["parts"] for bar in part["bars"]]


def test_arrests_stand_by_month_without_gaps_and_imprecise_ones_apart(publish, numbers, shown):
    for text in ("2024-05-06", "2024-05", "2024-07-01", "2024", "2022/2023", ""):
        publish(events=[event("arrest", text)], violations=[])

    assert numbers("arrests") == [
        ["before 2024-05", "1"],
        ["2024-05", "2"],
        ["2024-06", "0"],
        ["2024-07", "1"],
        ["not_known", "1"],
    ]
    assert "1 case without any known date of it is left out." in shown()["arrests"]["notes"]


def test_a_case_counts_once_in_each_month(publish, numbers):
    publish(
        proceedings=[proceeding(charge(), number=number) for number in (1, 2, 3)],
        events=[
            event("arrest", "2024-05-06", proceeding=1),
            event("arrest", "2024-05-20", proceeding=2),
            event("arrest", "2024-06-20", proceeding=3),
        ],
    )

    assert numbers("arrests") == [["2024-05", "1"], ["2024-06", "1"]]


def test_long_ranges_stand_by_year_and_one_case_long_before_never_stretches_the_axis(publish, numbers, shown):
    publish(events=[event("arrest", "2010-05")])
    publish(events=[event("arrest", "2013-05")])
    publish(events=[event("arrest", "2024-05")])
    publish(events=[event("arrest", "2024")])

    assert len(numbers("arrests")) == 15
    assert numbers("arrests")[-1] == ["2024", "2"]
    assert shown()["arrests"]["title"] == "Arrests per year"

    publish(events=[event("arrest", "1402-08-01")])

    assert numbers("arrests")[:2] == [["before 2010", "1"], ["2010", "1"]]
    assert len(numbers("arrests")) == 16


@pytest.mark.parametrize(
    "query", ["", "?kind=person", "?arrested_from=2024-05-01", "?released_to=2024-12-31"]
)
def test_each_bar_over_time_leads_to_exactly_the_cases_it_counts(publish, shown, listed, query):
    for texts in (
        ("2019-08-01", "2020-01", "2020-02-01"),
        ("2024-05-06", "2024-05-20", "2024-12-01"),
        ("2024-05", "2024-07", "2025-01"),
        ("2024-06-30", "2024-07-01/2024-07-09", "2024"),
        ("2024", "2025", "2025"),
        ("../2010", "", ""),
    ):
        kinds = ("arrest", "release", "verdict_guilty")
        publish(events=[event(kind, text) for kind, text in zip(kinds, texts, strict=True)], violations=[])

    charts = shown(query)

    for name in ("arrests", "releases", "verdicts"):
        bars = [bar for part in charts[name]["parts"] for bar in part["bars"]]
        linked = [bar for bar in bars if bar["query"] is not None]
        assert linked, name
        assert [bar["count"] for bar in linked] == [len(listed(bar["query"])) for bar in linked]
        if not query:
            assert {bar["label"] for bar in bars if bar["query"] is None and bar["count"]} <= {
                "month not known"
            }


def test_custody_over_time_lies_between_what_is_certain_and_what_is_possible(publish, numbers, shown):
    march = {"start": date("2024-03"), "violations": []}
    publish(events=[event("arrest", "2024-03-10"), event("release", "2024-03-20")], **march)
    publish(events=[event("arrest", "2024-03"), event("release", "2024-03-20")], **march)
    publish(custody=custody("imprisoned"), start=date(), violations=[])

    rows = {row[0]: row[1:] for row in numbers("custody", "?from=2024-03-01&to=2024-03-25")}

    assert len(rows) == 25
    assert rows["2024-03-05"] == ["0", "1"]
    assert rows["2024-03-15"] == ["1", "2"]
    assert rows["2024-03-25"] == ["0", "0"]
    assert shown()["custody"]["notes"] == ["1 case without known dates of custody is left out."]


def test_each_sample_day_leads_to_the_list_of_its_cases(publish, numbers, shown, listed):
    publish(events=[event("arrest", "2024-03-10"), event("release", "2025-03-20")], violations=[])

    chart = shown("?kind=person")["custody"]

    assert all(query.startswith("?held_on=20") for query in links(chart))
    for (_day, _certain, possible), query in zip(numbers("custody"), links(chart), strict=True):
        assert len(listed(query)) == int(possible)


@pytest.mark.parametrize(
    "first, last",
    [
        (day(2024, 3, 1), day(2024, 3, 1)),
        (day(2024, 3, 1), day(2024, 4, 29)),
        (day(2023, 1, 1), day(2024, 2, 28)),
        (day(2019, 2, 15), day(2026, 11, 22)),
        (day(1937, 8, 1), day(2026, 11, 22)),
        (day(1000, 1, 1), day(2999, 12, 31)),
    ],
)
def test_sample_days_are_few_in_order_and_end_with_the_last(first, last):
    days = sample_days(first, last)

    assert days == sorted(set(days))
    assert 1 <= len(days) <= MOST_DAYS
    assert days[0] >= first
    assert days[-1] == last


def test_values_are_counted_as_on_the_list_and_lead_there(publish, numbers, shown, listed):
    publish(proceedings=[proceeding(charge(), charge(category="drugs"))])
    publish(proceedings=[proceeding(charge())])
    publish(proceedings=[])

    chart = shown()["charges"]

    assert numbers("charges") == [["treason", "High treason", "2"], ["drugs", "Drugs", "1"]]
    assert [bar["share"] for bar in chart["parts"][0]["bars"]] == ["67 %", "33 %"]
    assert links(chart) == ["?charge=treason", "?charge=drugs"]
    assert [len(listed(query)) for query in links(chart)] == [2, 1]
    assert chart["notes"] == ["1 case for which none is known is left out."]


def test_beside_a_chosen_value_another_has_no_address(publish, shown):
    publish(proceedings=[proceeding(charge(), charge(category="drugs"))])

    assert set(links(shown("?charge=drugs")["charges"])) == {"?charge=drugs", None}


def test_what_has_no_room_is_on_the_page_of_all_values(publish, numbers, shown):
    for number in range(13):
        publish(attributions=[attribution(agency=f"A-0000-0000-00{number:02}", to=f"Office {number}")])

    chart = shown("?kind=person")["agencies"]

    assert len(links(chart)) == 12
    assert chart["rest"] == "/cases/by/agency/?kind=person"
    assert len(numbers("agencies")) == 13


def test_completed_and_continuing_detentions_stand_apart_with_their_number(publish, numbers, shown):
    publish(events=[event("arrest", "2024-03-10"), event("release", "2024-03-12")], violations=[])
    publish(
        events=[event("arrest", "2024-03-10")], violations=[], custody=custody("imprisoned", "2025-05-01")
    )

    assert ["completed", "under_week", "1"] in numbers("lengths")
    assert ["continuing", "years_1_3", "1"] in numbers("lengths")
    assert [part["title"] for part in shown()["lengths"]["parts"]] == [
        "Completed (1)",
        "Not known to have ended, at least (1)",
    ]


def test_a_length_leads_to_the_cases_with_a_detention_of_it(publish, shown, listed):
    def held(*months: str) -> dict:
        days = [
            event(kind, f"2024-{month}-{day}")
            for month in months
            for kind, day in (("arrest", "10"), ("release", "12"))
        ]
        return {"events": days, "violations": []}

    publish("Twice", **held("03", "05"))
    publish("Once", **held("03"))
    publish("Long", events=[event("arrest", "2022-03-10"), event("release", "2024-03-12")], violations=[])

    bars = [bar for part in shown()["lengths"]["parts"] for bar in part["bars"] if bar["count"]]

    assert [(bar["count"], {*listed(bar["query"])}) for bar in bars] == [
        (3, {"Twice", "Once"}),
        (1, {"Long"}),
    ]


def test_ways_across_borders_lead_to_their_cases(publish, numbers, shown, listed):
    publish(states=states(origin=["AZ"], location=["GE", "TR"]), cross_border=ACROSS)
    publish(states=states(origin=["AZ"], location=["GE"]), cross_border=ACROSS)
    publish(states=states(origin=["AZ"], location=["AZ"]), cross_border=ACROSS)
    publish(states=states(origin=["AZ"], location=["GE"]))

    chart = shown()["flows"]

    assert numbers("flows") == [["AZ", "GE", "2"], ["AZ", "TR", "1"]]
    assert [len(listed(query)) for query in links(chart)] == [2, 1]
    assert len(chart["notes"]) == 1


def test_held_now_is_one_number_broken_down_by_role_charge_and_place(publish, shown, listed):
    publish(roles=["anti_war", "lawyer"], custody=custody("imprisoned", "2019-01"))
    publish(roles=["civic_activist"], custody=custody("pretrial_detention", "2026-11-01"))
    publish(roles=["civic_activist"], custody=custody("released", "2026-11-01"))

    charts = shown()

    for name in ("held_roles", "held_charges", "held_places"):
        bars = [bar for part in charts[name]["parts"] for bar in part["bars"]]
        assert [len(listed(bar["query"])) for bar in bars] == [bar["count"] for bar in bars]
        assert charts[name]["notes"] == ["2 cases are of somebody held now, confirmed of late or not."]
    families = {bar["label"]: bar["count"] for bar in charts["held_roles"]["parts"][0]["bars"]}
    assert families["Activists of any kind"] == 2
    assert len(listed("?held=confirmed&held=unconfirmed")) == 2
    assert {bar["query"] for bar in charts["held_charges"]["parts"][0]["bars"]} == {
        "?charge=treason&held=confirmed&held=unconfirmed"
    }


def test_time_held_is_the_median_of_the_cases_whose_number_stands_beside_it(publish, numbers, shown, listed):
    for last in ("2024-01-03", "2024-01-10", "2024-03-31", "2024-04-09"):
        publish(events=[event("arrest", "2024-01-01"), event("release", last)], violations=[])
    publish(events=[], violations=[])

    assert numbers("time_held") == [["treason", "High treason", "50", "4"]]
    [bar] = shown()["time_held"]["parts"][0]["bars"]
    assert bar["label"] == "High treason (N = 4)"
    assert len(listed(bar["query"])) == 4


def test_only_the_chosen_cases_are_counted(publish, numbers):
    publish(roles=["lawyer"], events=[event("arrest", "2024-05")])
    publish(roles=["student"], events=[event("arrest", "2024-06")])

    assert numbers("arrests", "?role=lawyer") == [["2024-05", "1"]]


def test_the_list_leads_to_the_charts_of_its_cases(client, publish):
    publish()

    assert 'href="/statistics/?kind=person"' in client.get("/cases/?kind=person&sort=name").content.decode()


def test_every_bar_of_the_page_is_a_meter_and_every_picture_has_words(client, publish):
    publish(events=[event("arrest", "2024-05")])

    body = client.get("/statistics/").content.decode()

    assert body.count("<meter") == body.count('class="chart-table__bar"') > 0
    assert 'alt="Arrests per month. The highest number is 1: May 2024. The table has all numbers."' in body
    assert 'alt=""' not in body


def test_a_search_that_finds_nothing_says_so(client):
    assert client.get("/statistics/").content.decode().count("No case of this search has any.") == len(CHARTS)


@pytest.mark.parametrize("query", ["?chrage=treason", "?page=1", "?sort=name", "?held_on=now", "?role=tsar"])
def test_what_cannot_be_meant_is_an_error(client, query):
    assert client.get(f"/statistics/{query}").status_code == 400
    for form in ("csv", "svg", "dark.svg", "png"):
        assert client.get(f"/statistics/arrests.{form}{query}").status_code == 400


def test_a_chart_there_is_none_of_is_not_there(client):
    for form in ("csv", "svg", "dark.svg", "png"):
        assert client.get(f"/statistics/weather.{form}").status_code == 404


def test_tracking_parameters_lead_to_the_plain_address(client):
    assert client.get("/statistics/?utm_source=x&role=lawyer")["Location"] == "/statistics/?role=lawyer"
    response = client.get("/ru/statistics/roles.svg?fbclid=x&role=lawyer")
    assert response["Location"] == "/ru/statistics/roles.svg?role=lawyer"


def test_cells_cannot_become_formulas(publish, numbers):
    publish(attributions=[attribution(to="=HYPERLINK(1)")])

    assert numbers("agencies") == [["A-0000-0000-0001", "'=HYPERLINK(1)", "1"]]


def test_the_number_of_queries_does_not_depend_on_the_cases(client, publish, django_assert_max_num_queries):
    for number in range(5):
        publish(attributions=[attribution(agency=f"A-0000-0000-000{number}")])
    client.get("/statistics/")

    with django_assert_max_num_queries(5):
        client.get("/statistics/")
    with django_assert_max_num_queries(6):
        client.get("/statistics/?agency=A-0000-0000-0001&q=quliyeva")
