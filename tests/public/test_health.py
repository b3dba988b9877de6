"""Whether the site can answer."""

import pytest
from django.db import OperationalError


@pytest.mark.django_db
def test_says_ok_when_the_database_answers(client):
    response = client.get("/healthz")

    assert (response.status_code, response.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_says_unavailable_and_nothing_more_when_it_does_not(client, monkeypatch):
    def fails():
        raise OperationalError("password of somebody")

    monkeypatch.setattr("cases.public.views.health.connection.cursor", fails)

    response = client.get("/healthz")

    assert (response.status_code, response.content) == (503, b"unavailable\n")
