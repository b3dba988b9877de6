"""Every parameter of the contract: what it matches, what it refuses."""

import pytest
from django.http import QueryDict
from django.utils import timezone

from cases.public.query.bad_parameter import BadParameter
from cases.public.query.facets import count
from cases.public.query.filters import CaseFilterSet, find
from cases.public.query.parameters import SEARCH_PARAMETERS
from cases.public.query.query import Query
from cases.register.documents.keys import AFFILIATION, PARTICIPATION
from cases.register.published_case import DEFAULT_SORT, PublishedCase
from cases.register.register import put
from cases.register.snapshot import take_snapshot
from tests.public.parts import states
from tests.register.documents import (
    attribution,
    campaign_document,
    case_document,
    charge,
    custody,
    date,
    event,
    person,
    place,
    proceeding,
    sentence,
    source,
    violation,
)

pytestmark = pytest.mark.django_db

CAMPAIGN = "K-0000-0000-000A"
AGENCY = "A-0000-0000-000B"
ORGANISATION = "O-0000-0000-000C"
OFFICIAL = "J-0000-0000-000D"
PRISON = "F-0000-0000-000E"

RELEASED = {"events": [event("detained", "2023-03-01"), event("release", "2023-03-09")], "violations": []}

EXAMPLES = {
    "sample": ("true", {"sample": True}),
    "q": ("Zaur", {"person": person("Zaur Mirzəyev")}),
    "kind": ("group", {"kind": "group", "person": None, "identity": ""}),
    "violation": ("killing", {"violations": [violation("killing")]}),
    "method": ("coopting.unspecified", {"methods": ["coopting.unspecified"]}),
    "origin": ("RU", {"states": states(origin=["RU"])}),
    "host": ("GE", {"states": states(host=["GE"])}),
    "location": ("not_stated", {"states": states(location=["not_stated"])}),
    "region": ("AZ-BA", {"place": place(region="AZ-BA")}),
    "cooperating": ("RU", {"states": states(cooperating=["RU"])}),
    "transit": ("TR", {"states": states(transit=["TR"])}),
    "destination": ("AZ", {"states": states(destination=["AZ"])}),
    "cross_border": ("true", {"cross_border": {"value": True, "basis": ""}}),
    "charge": ("drugs", {"proceedings": [proceeding(charge(category="drugs"))]}),
    "charge_status": ("dropped", {"proceedings": [proceeding(charge(status="dropped"))]}),
    "provision": ("AZ:CC:274", {"proceedings": [proceeding(charge(country="AZ", code="CC", article="274"))]}),
    "custody": ("imprisoned", {"custody": custody("imprisoned")}),
    "held": ("confirmed", {"custody": custody("imprisoned", timezone.now().date().isoformat())}),
    "measure": ("hunger_strike", {"events": [event("hunger_strike", "2024-05-01")]}),
    "stage": ("appeal", {"proceedings": [proceeding(stage="appeal")]}),
    "held_length": ("completed:week_to_month", RELEASED),
    "event": ("hunger_strike", {"events": [event("hunger_strike", "2024-05-01")]}),
    "sentence_kind": ("fine", {"proceedings": [proceeding(sentences=[sentence(kind="fine", years=None)])]}),
    "perhaps": ("began&began_from=2026-05-03&began_to=2026-05-09", {"start": date("2026-05")}),
    "role_family": ("activists", {"roles": ["anti_war"]}),
    "role": ("lawyer", {"roles": ["lawyer"]}),
    "group": ("religious", {"person": person(groups=["religious"])}),
    "agency": (AGENCY, {"attributions": [attribution(agency=AGENCY)]}),
    "court": (
        AGENCY,
        {"events": [event("verdict_guilty", "2024", court="A court", court_reference=AGENCY)]},
    ),
    "held_at": (
        PRISON,
        {
            "events": [
                event("arrest", "2024-01-10"),
                event(
                    "transfer",
                    "2024-02",
                    place=place(reference=PRISON, facility="A prison", names=["A prison"]),
                ),
            ]
        },
    ),
    "counsel": ("not_permitted", {"proceedings": [proceeding(counsel="not_permitted")]}),
    "organisation": (ORGANISATION, {"affiliations": [{**AFFILIATION.empty(), "reference": ORGANISATION}]}),
    "official": (OFFICIAL, {"participations": [{**PARTICIPATION.empty(), "reference": OFFICIAL}]}),
    "campaign": (CAMPAIGN, {"campaigns": [{"reference": CAMPAIGN, "title": "A wave"}]}),
    "gender": ("female", {"person": person(gender="female")}),
    "from": ("2025-06-01", {"start": date("2025-07"), "end": date("2025-08")}),
    "to": ("2020-01-01", {"start": date("2019"), "end": date("2019")}),
    "began_from": ("2025-06-01", {"start": date("2025-07")}),
    "began_to": ("2020-01-01", {"start": date("2019")}),
    "arrested_from": ("2024-05-01", {"events": [event("arrest", "2024-05")], "violations": []}),
    "arrested_to": ("2022-05-31", {"events": [event("arrest", "2022-05")], "violations": []}),
    "released_from": ("2023-03-09", RELEASED),
    "released_to": ("2023-03-09", RELEASED),
    "verdict_from": ("2024-05-01", {"events": [event("verdict_guilty", "2024-05")]}),
    "verdict_to": ("2024-05-31", {"events": [event("verdict_acquittal", "2024-05")]}),
    "days_held_from": ("9", RELEASED),
    "days_held_to": ("9", RELEASED),
    "sentence_from": (
        "120",
        {"proceedings": [proceeding(sentences=[sentence(kind="life_imprisonment", years=None)])]},
    ),
    "sentence_to": ("120", {"proceedings": [proceeding(sentences=[sentence(years=10)])]}),
    "held_on": (
        "2022-03-05",
        {
            "start": date("2022-03-01"),
            "end": date("2022-03-09"),
            "events": [event("detained", "2022-03-01"), event("release", "2022-03-09")],
            "custody": custody("released", "2022-03-09"),
        },
    ),
}


def references(text: str) -> list[str]:
    with take_snapshot() as snapshot:
        numbers = find(Query.read(QueryDict(text)), snapshot).in_order(0, 50)
    by_number = dict(PublishedCase.objects.values_list("row_number", "reference"))
    return [by_number[number] for number in numbers]


def test_there_is_a_filter_for_every_parameter_that_chooses_cases_and_for_their_order():
    assert set(CaseFilterSet.base_filters) == {*SEARCH_PARAMETERS, "sort"}


@pytest.mark.parametrize("parameter", EXAMPLES)
def test_finds_the_case_that_fits_and_leaves_the_other_out(parameter):
    value, changes = EXAMPLES[parameter]
    put(campaign_document(reference=CAMPAIGN))
    plain = case_document(
        states=states(),
        cross_border={"value": None, "basis": ""},
        proceedings=[],
        violations=[],
        start=date("2024"),
        end=date("2024"),
    )
    put(plain)
    fitting = plain | case_document(
        **{"states": states(), "proceedings": [], "start": date("2024"), "end": date("2024")} | changes
    )
    put(fitting)

    assert references(f"{parameter}={value}") == [fitting["reference"]]


def test_held_now_is_confirmed_or_not(publish):
    today = timezone.now().date().isoformat()
    confirmed = publish("A", custody=custody("imprisoned", today))
    unconfirmed = publish("B", custody=custody("imprisoned", "2019"), last_checked=today)
    publish("C", custody=custody("released", today))

    assert references("held=confirmed") == [confirmed]
    assert references("held=unconfirmed") == [unconfirmed]
    assert set(references("held=confirmed&held=unconfirmed")) == {confirmed, unconfirmed}


def test_an_example_stands_for_every_parameter():
    assert set(EXAMPLES) == {*SEARCH_PARAMETERS} - {"updated_since"}


def test_repeated_values_are_alternatives_and_parameters_must_all_match(publish):
    treason = publish("A", proceedings=[proceeding(charge(category="treason"))], roles=["lawyer"])
    drugs = publish("B", proceedings=[proceeding(charge(category="drugs"))], roles=["student"])
    publish("C", proceedings=[proceeding(charge(category="coup"))], roles=["lawyer"])

    assert set(references("charge=treason&charge=drugs")) == {treason, drugs}
    assert references("charge=treason&charge=drugs&role=lawyer") == [treason]


def test_both_ends_of_a_period_are_one_question(publish):
    before = publish("A", start=date("2023-01-05"), end=date("2023-01-06"))
    publish("B", start=date("2025-01-05"), end=date("2025-01-06"))
    publish("C", start=date(words="late last month"))

    assert references("from=2023-01-01&to=2023-12-31") == [before]


UNSURE = ("2024-10-20", "2024-10", "2024", "2024-11-05", "../2024", "2024-10-20/..", "")


@pytest.mark.parametrize(
    ("query", "certain", "perhaps"),
    [
        ("began_from=2024-10-11&began_to=2024-11-10", ["2024-10-20", "2024-11-05"], 4),
        ("began_from=2024-10-11", ["2024-10-20", "2024-11-05", "2024-10-20/.."], 3),
        ("began_to=2024-11-01", ["2024-10-20", "2024-10"], 3),
        ("began_from=2024-10-01&began_to=2024-10-31", ["2024-10-20", "2024-10"], 3),
    ],
)
def test_what_began_for_certain_is_found_and_how_many_more_may_have_is_said(publish, query, certain, perhaps):
    by_start = {text: publish(text or "None", start=date(text)) for text in UNSURE}

    assert {*references(query)} == {by_start[text] for text in certain}
    with take_snapshot() as snapshot:
        [said] = count(find(Query.read(QueryDict(query)), snapshot)).perhaps
    assert said.number == perhaps
    unsure = {*references(f"{query}&perhaps=began")}
    assert len(unsure) == perhaps
    assert not unsure & {*references(query)}


def test_two_arrests_of_a_case_are_not_one_that_lasted_between_them(publish):
    publish(
        proceedings=[proceeding(charge()), proceeding(charge(), number=2)],
        events=[event("arrest", "2022-05", proceeding=1), event("arrest", "2024-05", proceeding=2)],
    )

    found = {
        year: len(references(f"arrested_from={year}-01-01&arrested_to={year}-12-31"))
        for year in (2022, 2023, 2024)
    }

    assert found == {2022: 1, 2023: 0, 2024: 1}


def test_who_may_have_been_held_on_a_day_is_among_those_whose_case_lasted_into_it(publish):
    short = {"start": date("2024-03-01"), "end": date("2024-03-02"), "violations": []}
    publish(
        "Held on", **short, events=[event("arrest", "2024-03-01")], custody=custody("imprisoned", "2024-06")
    )
    publish(
        "Before it began", **short, events=[event("arrest", "2024-01-05"), event("release", "2024-03-02")]
    )
    publish("Nobody knows since when", **short, events=[event("confirmed_still_held", "2024-03-02")])
    publish("Undated", start=date(), violations=[], events=[event("release", "2024-03-02")])
    publish("May go on", **short, events=[event("arrest", "2024-03"), event("disappeared", "2024-03-02")])
    publish("Never held", **short, events=[])

    for day in ("2020-01-01", "2024-01-07", "2024-03-01", "2024-05-05", "2025-01-01"):
        held = {*references(f"held_on={day}")}
        assert held <= {*references(f"from={day}&to={day}")}, day
    assert len(references("held_on=2024-03-01")) == 3


def test_orders_by_time_held_sentence_and_sources(publish):
    def held(until: str) -> dict:
        return {"events": [event("arrest", "2024-01-01"), event("release", until)], "violations": []}

    short = publish("A", **held("2024-01-09"), proceedings=[proceeding(sentences=[sentence(years=9)])])
    long = publish("B", **held("2024-05-01"), proceedings=[proceeding(sentences=[sentence(years=2)])])
    never = publish("C", violations=[], events=[], sources=[source(), source()], proceedings=[])

    assert references("sort=-held") == [long, short, never]
    assert references("sort=-sentence") == [short, long, never]
    assert references("sort=-sources")[0] == never


@pytest.mark.parametrize("words", ["yes", "true"])
def test_cross_border_is_said_in_either_way(publish, words):
    across = publish("A", cross_border={"value": True, "basis": ""})
    publish("B", cross_border={"value": False, "basis": ""})

    assert references(f"cross_border={words}") == [across]


@pytest.mark.parametrize(
    ("text", "parameter", "suggestion"),
    [
        ("charge=tresson", "charge", "treason"),
        ("origin=az", "origin", "AZ"),
        ("origin=XX", "origin", None),
        ("kind=people", "kind", None),
        ("cross_border=maybe", "cross_border", None),
        ("from=2024", "from", ""),
        ("from=2024-13-01", "from", ""),
        ("held_on=03.10.2024", "held_on", ""),
        ("held_on=2024-1-5", "held_on", ""),
        ("updated_since=yesterday", "updated_since", ""),
        ("from=2024-02-01&to=2024-01-01", "to", ""),
        ("began_from=2024-02-01&began_to=2024-01-01", "began_to", ""),
        ("released_to=soon", "released_to", ""),
        ("days_held_from=0", "days_held_from", ""),
        ("days_held_from=-1", "days_held_from", ""),
        ("days_held_to=1.5", "days_held_to", ""),
        ("sentence_from=1000000", "sentence_from", ""),
        ("sentence_from=30&sentence_to=20", "sentence_to", ""),
        ("sort=names", "sort", "name"),
        ("sort=relevance", "sort", ""),
        ("perhaps=began", "perhaps", ""),
        ("perhaps=began&perhaps=verdict&began_from=2024-01-01", "perhaps", ""),
        ("perhaps=began&from=2024-01-01", "perhaps", ""),
        ("campaign=K-0000-0000-0001", "campaign", ""),
        ("campaign=something", "campaign", ""),
        ("agency=A-0000-0000-0001", "agency", ""),
        ("provision=AZ:CC:99999", "provision", ""),
        ("provision=treason", "provision", ""),
        ("region=AZ-GA", "region", ""),
        ("region=+", "region", ""),
    ],
)
def test_refuses_values_that_cannot_be_meant(text, parameter, suggestion):
    with pytest.raises(BadParameter) as error, take_snapshot() as snapshot:
        find(Query.read(QueryDict(text)), snapshot)

    assert error.value.parameter == parameter
    assert suggestion is None or error.value.suggestion == suggestion


def test_an_article_of_the_lists_is_known_before_any_case_has_it():
    assert references("provision=AZ:CC:274") == []


def test_an_article_of_no_list_is_known_once_a_published_case_has_it():
    document = case_document(proceedings=[proceeding(charge(country="GE", code="CC", article="19-1"))])
    put(document)

    assert references("provision=GE:CC:19-1") == [document["reference"]]


def test_a_region_without_a_code_is_known_by_the_name_that_cases_print(publish):
    wanted = publish("A", place=place(country="IR", region_name="Ərdəbil"))
    publish("B", place=place(region="AZ-BA"))

    assert references("region=Ərdəbil") == [wanted]
    assert references("region=Ərdəbil&location=AZ") == [wanted]


def test_orders_by_relevance_when_there_are_words_and_by_start_otherwise():
    with take_snapshot() as snapshot:
        assert find(Query.read(QueryDict("q=Zaur")), snapshot).order == "relevance"
        assert find(Query.read(QueryDict("")), snapshot).order == DEFAULT_SORT
