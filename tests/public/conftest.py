"""What the tests of the public side share."""

import re

import pytest

from cases.register.register import put
from tests.register.documents import case_document, person


@pytest.fixture
def publish(db):
    """Publish a case of a named person, with whatever differs; answers its reference."""

    def publish(name: str = "Rəna Quliyeva", **changes) -> str:
        document = case_document(**{"title": name, "person": person(name)} | changes)
        put(document)
        return document["reference"]

    return publish


@pytest.fixture
def listed(client):
    """The titles on the list for a query string, in their order."""

    def listed(query: str = "") -> list[str]:
        response = client.get(f"/cases/{query}")
        assert response.status_code == 200, response.content.decode()
        return [row["title"] for row in response.context["rows"]]

    return listed


@pytest.fixture
def text(client):
    """The words of the page of a document, without markup and runs of white space."""

    def text(document: dict) -> str:
        put(document)
        page = client.get(f"/cases/{document['reference']}/").content.decode()
        body = page[page.index("<main") : page.index("</main>")]
        return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", body))

    return text
