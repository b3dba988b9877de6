"""Somebody keeps a copy of every public surface of every day: nothing that went with a case comes back with another.

What the copies show of an anonymised case is that a case went on one day and that one came on a later. Facts that many
cases share are in both; here each stands in a neighbour, so that a word that goes and comes again would be of the case.
"""

import re
from datetime import date, timedelta

import pytest

from cases.models import Action, Agency, Place, PublishedCase, Relation
from cases.text.partial_dates import PartialDate
from cases.workflow.anonymising import choose_day
from cases.workflow.appearing import publish_due
from tests.crawling import crawl, found_in
from tests.factories import (
    AttributionFactory,
    CampaignFactory,
    CaseFactory,
    EventFactory,
    PersonFactory,
    SourceFactory,
    UserFactory,
    take_to_public,
)
from tests.workflow.anonymised import approved, begin_day, day_of, hidden, reworded

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

HIDDEN_ON = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def reachable(settings):
    """With an address to write to there is a security.txt as well."""
    settings.CONTACT_ADDRESS = "desk@tracker.example"


def entered(campaign, agency, number, **values):
    """A case of the month, region, campaign, agency, charge and number of sources of the others, in its own words."""
    place = Place.objects.create(
        name=f"Göydağ {number}",
        country="AZ",
        region="AZ-GA",
        latitude=40 + number / 7,
        longitude=46.5,
        precision="exact",
    )
    case = CaseFactory(place=place, start_date=PartialDate(f"2025-11-{10 + number}"), **values)
    proceeding = case.proceedings.create(number=1, jurisdiction="AZ", kind="criminal")
    case.charges.create(proceeding=proceeding, verbatim="hooliganism", category="public_order")
    EventFactory(case=case, date=PartialDate(f"2025-11-{10 + number}"), description=f"Event{number} told.")
    AttributionFactory(case=case, agency=agency, attributed_to="", attributed_by="kin")
    case.citations.create(
        source=SourceFactory(title=f"Paper{number}", url=f"https://news.example/paper{number}")
    )
    case.campaigns.add(campaign)
    return case


@pytest.fixture
def world(monkeypatch):
    """Four neighbours that share its facts, and the case, which one of them names; the day before it is hidden."""
    begin_day(monkeypatch, HIDDEN_ON - timedelta(days=1))
    campaign = CampaignFactory(title="Winter", published=True)
    agency = Agency.objects.create(name="Border police", country="AZ")
    neighbours = [
        entered(campaign, agency, n, title=f"Neighbour{n}", summary=f"Words{n}.", source=SourceFactory())
        for n in range(4)
    ]
    case = entered(
        campaign,
        agency,
        9,
        title="Kayanova stopped",
        summary="She was stopped at the northern border while she carried leaflets.",
        person=PersonFactory(name="Zarema Kayanova"),
    )
    Relation.objects.create(from_case=neighbours[0], kind="follows", to_case=case)
    for record in (*neighbours, case, neighbours[0]):
        take_to_public(record)
    return campaign, neighbours, case


def copies(client, references, absent=()):
    """Every public surface as somebody keeps it; but for the clocks that show the second of asking."""
    pages = crawl(client, references=references, absent=absent)
    return [re.sub(r"""name="opened" value="[^"]*"|'Expires': '[^']*'""", "", page) for page in pages]


def words_of(pages):
    """Every word and number of what was answered, headers included; numbers below 1,000 are counts. A PNG is made of
    an SVG that is read here."""
    found = set()
    for _address, _, answer in (page.partition("\n") for page in pages):
        if "image/png" not in answer and "image/x-icon" not in answer:
            found |= {word.casefold() for word in re.findall(r"[\w.%:-]+", answer)}
    return {word for word in found if not re.fullmatch(r"[\d.,%:-]{1,3}", word)}


def test_what_went_does_not_come_back(client, world, monkeypatch):
    campaign, neighbours, case = world
    others = [campaign.reference, *[each.reference for each in neighbours]]
    old = [case.reference, case.person.reference]
    with_old = copies(client, [*others, *old])
    assert found_in(with_old, "Kayanova") and found_in(with_old, "leaflets")

    begin_day(monkeypatch, HIDDEN_ON)
    hidden(case)
    without = copies(client, others, absent=[*old, case.reference])
    assert not found_in(without, "Kayanova") and not found_in(without, "leaflets")

    # Whatever the desk does before the day, not one byte and not one header outside tells of it.
    reworded(case, title="Someone of the press held", summary="Taken off a coach.")
    case.events.update(description="Officers came.")
    approved(reworded(case, title="Someone of the press held", summary="Taken off a coach."))
    publisher = UserFactory(username="publisher")
    choose_day(case, by=publisher, day=day_of(case) + timedelta(days=1), reason="A holiday.")
    publish_due()
    assert copies(client, others, absent=[*old, case.reference]) == without

    begin_day(monkeypatch, day_of(case) - timedelta(days=1))
    day_before = copies(client, others, absent=[*old, case.reference])
    publish_due()
    assert copies(client, others, absent=[*old, case.reference]) == day_before

    begin_day(monkeypatch, day_of(case))
    publish_due()
    case.refresh_from_db()
    with_new = copies(client, [*others, case.reference], absent=old)

    gone = words_of(with_old) - words_of(without)
    come = words_of(with_new) - words_of(day_before)
    assert {"kayanova", "leaflets.", old[0].casefold()} <= gone
    assert {case.reference.casefold(), "coach."} <= come
    assert gone & come == set()
    # Nor does anything point at its place in time: it is the newest of all, in every order there is.
    row = PublishedCase.objects.get(reference=case.reference)
    assert row.row_number == max(PublishedCase.objects.values_list("row_number", flat=True))
    assert row.published_at.date() == day_of(case)
    assert case.reviews.filter(action=Action.PUBLISHED).first().at.date() == day_of(case)
