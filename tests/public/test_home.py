"""The front page: numbers with their rules, the newest, ways in."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from cases.register.register import put
from tests.register.documents import case_document, custody, group_document

pytestmark = pytest.mark.django_db


def test_is_there_before_anything_is_published(client):
    assert client.get("/").status_code == 200


def test_prints_numbers_with_their_rules(client, publish):
    today = timezone.now().date().isoformat()
    publish("A", custody=custody("imprisoned", today))
    publish("B", custody=custody("imprisoned", "2019-01-01"), last_checked=today)
    put(group_document())

    response = client.get("/")

    page = response.content.decode()
    assert response.context["people"].cases == 3
    assert response.context["people"].persons == 2
    assert (response.context["held"]["recent"], response.context["held"]["older"]) == (1, 1)
    for rule in (
        "Patterns never count",
        "confirmed by a source within six months",
        "not recently confirmed",
        "at least",
    ):
        assert rule in page


def test_shows_the_newest_publications_first(client):
    put(case_document(title="Older"), at=datetime(2024, 1, 1, tzinfo=UTC))
    put(case_document(title="Newer"), at=datetime(2024, 1, 2, tzinfo=UTC))

    assert [row["title"] for row in client.get("/").context["newest"]] == ["Newer", "Older"]


def test_leads_into_the_list(client, publish):
    publish()

    page = client.get("/").content.decode()

    assert 'action="/cases/"' in page
    assert 'href="/cases/?location=AZ"' in page
    assert 'href="/cases/?charge=treason"' in page


@pytest.mark.parametrize("demo", [True, False])
def test_says_that_sample_records_are_fictional_only_where_there_are_some(client, settings, demo):
    settings.DEMO = demo

    assert ("Nobody in them exists" in client.get("/").content.decode()) is demo


def test_takes_few_queries(client, publish, django_assert_max_num_queries):
    for name in "ABCDE":
        publish(name)

    with django_assert_max_num_queries(6):
        client.get("/")
