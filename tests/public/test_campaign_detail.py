"""The page of a campaign: what belongs to it, in words that claim no cause."""

import re

import pytest
from django.utils import timezone

from cases.register.register import put, withdraw
from tests.public.parts import intervention, official_position, relation
from tests.register.documents import campaign_document, custody, date, event, source

pytestmark = pytest.mark.django_db


def test_shows_events_interventions_positions_relations_and_cases(client, publish):
    campaign = campaign_document(
        title="Crackdown before COP29",
        summary="A recent wave of arrests.",
        start=date(words="in recent years"),
        events=[event("statement", date=date("XXXX-10-04"), description="The president answered.")],
        interventions=[
            intervention(
                actor="Members of Congress",
                addressee="The Secretary of State",
                date=date("XXXX-10-03"),
                linked_by_us=True,
            )
        ],
        official_positions=[official_position("no_statement", about="talks in Baku")],
        relations=[relation("precedes", title="Talks in Baku")],
        sources=[source()],
    )
    put(campaign)
    publish("Bahruz Samadov", campaigns=[{"reference": campaign["reference"], "title": campaign["title"]}])
    publish("Somebody Else")

    page = client.get(f"/campaigns/{campaign['reference']}/").content.decode()

    words = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page))
    for expected in (
        "Crackdown before COP29",
        "A recent wave of arrests.",
        "“in recent years”, no date given",
        "3 October, year not stated",
        "The president answered.",
        "Members of Congress",
        "Connected with this record by us, not by the source.",
        "about talks in Baku",
        "Came before Talks in Baku",
        "Bahruz Samadov",
        "1 case",
    ):
        assert expected in words
    assert "Somebody Else" not in words
    assert not re.search(r"\bcause[sd]\b", words, re.I)


def test_withdrawn_and_unknown_campaigns(client):
    announced, silent = campaign_document(), campaign_document()
    for campaign in (announced, silent):
        put(campaign)
    withdraw(announced["reference"], announced=True)
    withdraw(silent["reference"], announced=False)

    assert client.get(f"/campaigns/{announced['reference']}/").status_code == 410
    gone, never = client.get(f"/campaigns/{silent['reference']}/"), client.get("/campaigns/K-0000-0000-0000/")
    assert gone.status_code == never.status_code == 404
    assert gone.content == never.content


def test_text_is_escaped(client):
    attack = "<script>alert(1)</script>"
    campaign = campaign_document(title=attack, summary=attack)
    put(campaign)

    page = client.get(f"/campaigns/{campaign['reference']}/").content.decode()

    assert "<script" not in page


def test_says_how_many_are_in_custody_and_how_people_are_counted(client, publish):
    campaign = campaign_document()
    put(campaign)
    tie = [{"reference": campaign["reference"], "title": campaign["title"]}]
    today = timezone.now().date().isoformat()
    publish("One", campaigns=tie, custody=custody("imprisoned", today))
    publish("Two", campaigns=tie, custody=custody("imprisoned", "2024"), last_checked=today)
    publish("Three", campaigns=tie, custody=custody("released", "2024"), last_checked=today)

    page = client.get(f"/campaigns/{campaign['reference']}/").content.decode()

    words = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page))
    assert "3 cases concerning at least 3 people" in words
    assert "In 1 case somebody is in custody, as a source confirmed within the last six months." in words
    assert "In 1 more somebody was when last heard of, which nobody confirmed since." in words
    assert "People are counted at least" in words
