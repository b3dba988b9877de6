"""A record whose last day is over is gone from every surface by the clock alone, as if it had never been published.

Two registers that differ in nothing but such records give the very same answers on the day after. On the last day
itself every surface that tells of records still tells them apart, so that a comparison of nothing would fail.
"""

from datetime import UTC, date, datetime, time, timedelta
from itertools import product

import pytest
from django.db import transaction
from django.test import Client
from django.urls import resolve, reverse
from django.utils import timezone

from cases.public.charts.catalogue import CHARTS
from cases.public.surfaces import PUBLIC_SURFACES, SEARCH_SURFACES
from cases.public.urls import urlpatterns
from cases.register.register import merge, put, show_until
from cases.text.references import new_reference
from tests.public.files import csv_file
from tests.register.documents import (
    attribution,
    campaign_document,
    case_document,
    charge,
    custody,
    event,
    group_document,
    person,
    place,
    proceeding,
)

pytestmark = pytest.mark.django_db

LAST_DAY = date(2026, 6, 30)
AGENCY, CAMPAIGN, OTHER_CAMPAIGN = (new_reference(prefix) for prefix in "AKK")
PRISON, REMAND, OUTLET, JUDGE = (new_reference(prefix) for prefix in "FFOJ")
GONE = new_reference("C")
"""Merged into a record whose last day is over."""


def at(reference: str, *names: str) -> dict:
    return place(reference=reference, facility=names[0], names=[*names])


AFFILIATION = {
    "organisation": "Voice of the River",
    "reference": OUTLET,
    "country": "GE",
    "kind": "media",
    "role": "employee",
    "words": "",
    "sources": [1],
}
PARTICIPATION = {
    "official": "Judge Sərvər",
    "reference": JUDGE,
    "office": "judge",
    "agency": "",
    "role": "judge",
    "words": "",
    "about": "",
    "sources": [1],
}


def named(name: str, reference: str, **changes) -> dict:
    return {"title": name, "person": person(name) | {"reference": reference}} | changes


PERSON, OTHER_PERSON = new_reference("P"), new_reference("P")
STAYING = [
    case_document(
        **named("Rəna Quliyeva", PERSON),
        attributions=[attribution(agency=AGENCY, to="Border guard")],
        events=[
            event("detained", "2024-10-03"),
            event("transfer", "2024-10-04", place=at(PRISON, "Prison No. 7")),
        ],
    ),
    case_document(**named("Bahruz Samadov", OTHER_PERSON, summary="A lawyer in Georgia.")),
    group_document(people=group_document()["people"] | {"min": 5, "max": 5}),
]
PEOPLE = group_document()["people"]
LEAVING = [
    # The first of two cases of a person of whom the other stays.
    case_document(
        **named("Rəna Quliyeva", PERSON, summary="An earlier quietword."),
        events=[
            event("detained", "2019-10-03"),
            event("transfer", "2019-10-05", place=at(PRISON, "Prison of old", "Prison 7")),
            event("release", "2019-11-01"),
        ],
    ),
    # A person, country, article, agency, charge and words that nobody else has.
    case_document(
        **named("Sərdar Gizlisoylu", new_reference("P"), summary="Only here: a quietword."),
        states=case_document()["states"] | {"location": ["GE"], "origin": ["IR"]},
        place=place(country="GE", region="GE-TB"),
        attributions=[
            attribution(agency=AGENCY, to="Border guard of old"),
            attribution(agency=AGENCY, to="Border guard"),
        ],
        proceedings=[proceeding(charge(country="GE", code="CC", article="999", category="drugs"))],
        events=[
            event("detained", "2024-10-03", place=at(REMAND, "Remand centre No. 3")),
            event("remand", "2024-10-05"),
            event("transfer", "2024-11-05", place=at(PRISON, "Prison of old")),
            event("solitary_confinement", "2024-11-07"),
        ],
        custody=custody("imprisoned", "2025-01-01"),
        affiliations=[AFFILIATION],
        participations=[PARTICIPATION],
        campaigns=[{"reference": CAMPAIGN, "title": "A quiet campaign"}],
    ),
    group_document(people=PEOPLE | {"min": 7, "max": 9}),
]
# A group that stays and is said to overlap with one that goes, and with none where that is not there.
OVERLAPPING = group_document(people=PEOPLE | {"min": 20, "overlaps": [LEAVING[2]["reference"]]})
ALONE = OVERLAPPING | {"people": PEOPLE | {"min": 20, "overlaps": []}}
TRIED_WITH = {"kind": "tried_with", "direction": "from", "text": ""}
# A case that stays of a campaign that goes, tried together with one that goes.
OF_CAMPAIGN = case_document(
    **named(
        "Aydan Ulduzlu", new_reference("P"), campaigns=[{"reference": CAMPAIGN, "title": "A quiet wave"}]
    ),
    relations=[TRIED_WITH | {"reference": LEAVING[1]["reference"], "title": "Sərdar Gizlisoylu"}],
)
OF_NONE = OF_CAMPAIGN | {"campaigns": [], "relations": []}
CAMPAIGNS = [
    campaign_document(reference=CAMPAIGN, title="A quiet campaign"),
    campaign_document(reference=OTHER_CAMPAIGN, title="A loud campaign"),
]
REFERENCES = [
    *(document["reference"] for document in (*STAYING, *LEAVING, OVERLAPPING, OF_CAMPAIGN)),
    *(PERSON, OTHER_PERSON, LEAVING[1]["person"]["reference"]),
    *(CAMPAIGN, OTHER_CAMPAIGN, AGENCY, GONE, PRISON, REMAND, OUTLET, JUDGE),
    *(f"{prefix}-0000-0000-0000" for prefix in "CPKAFOJ"),
]
QUERIES = (
    "",
    "?q=Quliyeva",
    "?q=Gizlisoylu",
    "?q=Gizlisoylv",
    "?q=Serdar+Gizlisoylu",
    "?q=quietword",
    "?q=%22a+quietword%22",
    "?q=quiet+campaign",
    "?q=quiet+wave",
    "?q=%22quiet+wave%22",
    "?q=Ulduzlu+wave",
    f"?q={LEAVING[1]['reference']}",
    "?sort=name",
    "?sort=-published",
    "?sort=start",
    "?custody=imprisoned",
    "?held_on=2024-12-01",
    "?kind=group",
    "?location=GE",
    f"?agency={AGENCY}",
    f"?campaign={CAMPAIGN}",
    "?provision=GE:CC:999",
    f"?held_at={PRISON}",
    f"?held_at={PRISON}&held_on=2019-10-10",
    f"?held_at={PRISON}&held_on=2024-12-01",
    f"?held_at={REMAND}",
    f"?q={REMAND}",
    "?q=Prison+of+old",
    "?measure=solitary_confinement",
    f"?organisation={OUTLET}",
    f"?official={JUDGE}",
    f"?q={JUDGE}",
    "?from=2020-01-01",
    "?updated_since=2020-01-01",
)
GAPS = {
    "reference": REFERENCES,
    "number": [1, 2],
    "chart": [*CHARTS],
    "parameter": [
        "location",
        "agency",
        "campaign",
        "charge",
        "held_at",
        "measure",
        "organisation",
        "official",
    ],
    "country": ["AZ", "GE"],
    "region": ["AZ-BA", "GE-TB"],
    "code": ["CC"],
    "article": ["999"],
}


@pytest.fixture
def on(monkeypatch):
    """Lets a day begin, at a time of it (UTC)."""

    def on(day: date, at: time = time(12)) -> None:
        moment = datetime.combine(day, at, UTC)
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return on


def publish(*, leaving: bool) -> None:
    """Each at a moment of its own, so that the order of what stays does not hang on what leaves."""
    in_turn = [LEAVING[0], *STAYING, LEAVING[1], LEAVING[2], OVERLAPPING, OF_CAMPAIGN, *CAMPAIGNS]
    for hour, document in enumerate(in_turn):
        if document in (*LEAVING, CAMPAIGNS[0]) and not leaving:
            continue
        if not leaving:
            document = {OVERLAPPING["reference"]: ALONE, OF_CAMPAIGN["reference"]: OF_NONE}.get(
                document["reference"], document
            )
        put(document, at=datetime(2026, 6, 1, hour, tzinfo=UTC))
    if leaving:
        another = LEAVING[1] | {"reference": GONE}
        put(another, at=datetime(2026, 6, 2, tzinfo=UTC))
        merge(GONE, into=LEAVING[1]["reference"], at=datetime(2026, 6, 3, tzinfo=UTC))
        show_until({document["reference"]: LAST_DAY for document in (*LEAVING, CAMPAIGNS[0])})


def addresses() -> dict[str, str]:
    """Every public address with everything in its gaps, every search with every query: address → surface."""
    found = {}
    for pattern in urlpatterns:
        gaps = pattern.pattern.converters
        for values in product(*(GAPS[gap] for gap in gaps)):
            path = reverse(f"public:{pattern.name}", kwargs=dict(zip(gaps, values, strict=True)))
            queries = QUERIES if pattern.name in SEARCH_SURFACES else [""]
            if pattern.name in ("chart_svg", "chart_dark_svg", "chart_png", "map_png"):
                queries = [""]
            found |= {path + query: pattern.name for query in queries}
    for reference in REFERENCES:
        found[f"{reverse('public:correction')}?record={reference}"] = "correction"
    return found


def read(address: str) -> tuple:
    """Status, headers without the name of the moment, and body."""
    surface = resolve(address.partition("?")[0]).url_name
    response = Client().head(address) if surface == "cases_csv" else Client().get(address)
    body = csv_file(address.partition("?")[2]).encode() if response.streaming else response.content
    headers = {name: value for name, value in response.headers.items() if name != "ETag"}
    return response.status_code, headers, body


def answers(*, leaving: bool) -> dict[str, tuple]:
    with transaction.atomic():
        publish(leaving=leaving)
        read_now = {address: read(address) for address in addresses()}
        transaction.set_rollback(True)
    return read_now


@pytest.fixture(autouse=True)
def still(monkeypatch):
    """The form of a correction carries the moment it was given out."""
    monkeypatch.setattr("time.time", lambda: 1_780_000_000.0)


def test_from_the_day_after_no_answer_tells_that_there_was_anything(on):
    on(LAST_DAY + timedelta(days=1))

    before, after = answers(leaving=False), answers(leaving=True)

    assert [address for address in before if before[address] != after[address]] == []


def test_on_the_last_day_every_surface_that_tells_of_records_still_does(on):
    on(LAST_DAY)
    surface_of = addresses()

    without, there = answers(leaving=False), answers(leaving=True)

    differing = {surface_of[address] for address in there if there[address] != without[address]}
    of_no_record = {
        "map_of_country",
        "map_of_region",
        "about",
        "methodology",
        "privacy",
        "security",
        "robots",
    }
    of_no_record |= {"correction_received", "security_txt", "favicon", "health"}
    assert differing == {*PUBLIC_SURFACES} - of_no_record
