"""The Atom feed: the search of the list, newest first, as programs that read feeds expect it."""

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from cases.public.feeds.atom import ENTRIES
from cases.register.register import put, withdraw
from tests.register.documents import case_document, charge, person, proceeding

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def feed(client):
    """The feed for a query string, parsed; it must be XML."""

    def feed(query: str = "", path: str = "/cases.atom"):
        response = client.get(f"{path}{query}")
        assert response.status_code == 200, response.content.decode()
        assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
        return ElementTree.fromstring(response.content)

    return feed


def texts(root, name: str) -> list[str]:
    return [each.text for each in root.iter(f"{ATOM}{name}")]


def entries(root) -> list:
    return root.findall(f"{ATOM}entry")


def test_has_what_atom_wants_of_a_feed_and_its_entries(feed, settings):
    settings.SITE_URL, settings.SITE_NAME = "https://tracker.example.org", "The Tracker"
    document = case_document(title="Rəna Quliyeva detained", summary="Detained at the border.")
    put(document, at=datetime(2024, 5, 1, tzinfo=UTC))
    put(
        {**document, "summary": "Detained at the border, then released."}, at=datetime(2024, 6, 1, tzinfo=UTC)
    )

    root = feed()

    (entry,) = entries(root)
    address = f"https://tracker.example.org/cases/{document['reference']}/"
    assert root.findtext(f"{ATOM}id") == "https://tracker.example.org/cases.atom"
    assert root.findtext(f"{ATOM}updated") == "2024-06-01T00:00:00+00:00"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "The Tracker"
    assert {each.get("rel"): each.get("href") for each in root.findall(f"{ATOM}link")} == {
        "self": "https://tracker.example.org/cases.atom",
        "alternate": "https://tracker.example.org/cases/",
    }
    assert entry.findtext(f"{ATOM}id") == address
    assert entry.find(f"{ATOM}link").get("href") == address
    assert entry.findtext(f"{ATOM}title") == f"{document['reference']}: Rəna Quliyeva detained"
    assert entry.findtext(f"{ATOM}published") == "2024-05-01T00:00:00+00:00"
    assert entry.findtext(f"{ATOM}updated") == "2024-06-01T00:00:00+00:00"
    assert "Detained at the border, then released." in entry.findtext(f"{ATOM}summary")
    categories = {each.get("term") for each in entry.findall(f"{ATOM}category")}
    assert {"kind:person", "violation:detention", "location:AZ"} <= categories


def test_holds_the_cases_of_the_search_the_newest_first(feed, listed, publish):
    for number, name in enumerate(("A", "B", "C")):
        put(
            case_document(
                title=name, person=person(name), proceedings=[proceeding(charge(category="treason"))]
            ),
            at=datetime(2024, 1, 1 + number, tzinfo=UTC),
        )
    publish("D", proceedings=[proceeding(charge(category="drugs"))])

    titles = [title.partition(": ")[2] for title in texts(feed("?charge=treason"), "title")[1:]]

    assert titles == ["C", "B", "A"]
    assert sorted(titles) == sorted(listed("?charge=treason"))
    assert "high treason" in feed("?charge=treason").findtext(f"{ATOM}title")


def test_ends_after_fifty(feed):
    for _ in range(ENTRIES + 2):
        put(case_document())

    assert len(entries(feed())) == ENTRIES


def test_is_in_the_language_of_its_path_with_the_same_ids(feed, publish):
    publish()

    english, russian = feed(), feed(path="/ru/cases.atom")

    assert russian.get("{http://www.w3.org/XML/1998/namespace}lang") == "ru"
    assert entries(russian)[0].findtext(f"{ATOM}id") == entries(english)[0].findtext(f"{ATOM}id")
    assert "/ru/cases/" in entries(russian)[0].find(f"{ATOM}link").get("href")


def test_what_was_withdrawn_is_absent(feed, publish):
    reference = publish()

    withdraw(reference, announced=True)

    assert entries(feed()) == []


def test_text_stays_text_and_nothing_breaks_the_file(feed, publish):
    publish(title="<b>A & B</b>\x0b", summary="<script>alert(1)</script> ]]>")

    (entry,) = entries(feed())

    assert "<b>A & B</b>" in entry.findtext(f"{ATOM}title")
    assert "&lt;script&gt;" in entry.findtext(f"{ATOM}summary")
    assert "<script>" not in entry.findtext(f"{ATOM}summary")


def test_an_empty_feed_says_the_same_when_asked_again(feed):
    assert feed().findtext(f"{ATOM}updated") == feed().findtext(f"{ATOM}updated")


def test_who_has_it_is_told_so(client, publish):
    publish()
    tag = client.get("/cases.atom").headers["ETag"]

    assert client.get("/cases.atom", headers={"if-none-match": tag}).status_code == 304


@pytest.mark.parametrize("query", ["page=2", "sort=name", "excel=1", "nonsense=1", "charge=nothing"])
def test_what_cannot_be_meant_is_refused_in_plain_words(client, query):
    response = client.get(f"/cases.atom?{query}")

    assert response.status_code == 400
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert query.partition("=")[0] in response.content.decode()


def test_tracking_parameters_are_sent_away(client):
    assert client.get("/ru/cases.atom?utm_source=x&charge=treason").headers["Location"] == (
        "/ru/cases.atom?charge=treason"
    )


def test_the_list_and_the_front_page_lead_to_it(client):
    page = client.get("/ru/cases/?charge=treason&sort=name").content.decode()

    assert page.count('href="/ru/cases.atom?charge=treason"') == 2
    assert 'type="application/atom+xml"' in page
    assert 'href="/cases.atom"' in client.get("/").content.decode()
    assert "/cases.atom" in client.get("/data/").content.decode()


def test_takes_few_queries(client, publish, django_assert_max_num_queries):
    for name in "ABCDE":
        publish(name)

    with django_assert_max_num_queries(6):
        client.get("/cases.atom?q=A")
