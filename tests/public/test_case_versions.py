"""The history of a case: what each version said, what changed, and nothing of what was removed."""

import re
from datetime import UTC, datetime

import pytest

from cases.register.documents import rules
from cases.register.ledger import LedgerText
from cases.register.register import delete_earlier_texts, merge, put, withdraw
from tests.public.parts import relation
from tests.register.documents import campaign_document, case_document, custody, date, event, person, source

pytestmark = pytest.mark.django_db

ROUTES = (
    "versions/",
    "versions/1/",
    "versions/99/",
    "versions/compare/",
    "versions/compare/?from=1&to=2",
    "cite.bib",
    "cite.ris",
)


def words_of(response) -> str:
    page = response.content.decode()
    body = page[page.index("<main") : page.index("</main>")]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", body))


@pytest.fixture
def published():
    """Put a document in several states, one a day; answers its reference."""

    def published(*states: dict, **document) -> str:
        first = case_document(**document)
        said = document | {"reference": first["reference"], "person": first["person"]}
        for day, state in enumerate(states, start=1):
            said |= state
            put(case_document(**said), at=datetime(2026, 3, day, tzinfo=UTC))
        return first["reference"]

    return published


def test_lists_every_version_with_its_day_and_what_changed(client, published):
    reference = published(
        {},
        {"summary": "He was detained in the spring."},
        {"start": date("2024-04"), "events": [event("detained", "2024-04-02")]},
    )

    words = words_of(client.get(f"/cases/{reference}/versions/"))

    assert (
        "Version 3 3 March 2026, 00:00 UTC current Changed: custody, age at arrest, start, timeline." in words
    )
    assert "Version 2 2 March 2026, 00:00 UTC Changed: summary." in words
    assert "Version 1 1 March 2026, 00:00 UTC First published." in words


def test_an_old_version_is_shown_as_it_was_and_marked_as_old(client, published, settings):
    settings.SITE_URL = "https://tracker.example"
    reference = published(
        {"title": "First title", "summary": "First words."}, {"title": "Second", "summary": "Second words."}
    )

    response = client.get(f"/cases/{reference}/versions/1/")

    page, words = response.content.decode(), words_of(response)
    address = f"https://tracker.example/cases/{reference}/versions/1/"
    assert "This is an old version: number 1, published 1 March 2026." in words
    assert "First title" in words
    assert "First words." in words
    assert "Second words." not in page
    assert '<meta name="robots" content="noindex">' in page
    assert f'<link rel="canonical" href="{address}">' in page
    assert f"“First title”, {reference}, version 1 of 1 March 2026. {address}" in words
    assert f'href="/cases/{reference}/versions/compare/?from=1&amp;to=2"' in page


def test_the_current_version_has_an_address_of_its_own(client, published):
    reference = published({}, {"summary": "Other words."})

    assert "It is the current one" in words_of(client.get(f"/cases/{reference}/versions/2/"))


@pytest.mark.parametrize("number", ["0", "3", "99999999999999999999", "x", "-1"])
def test_a_version_that_never_was_is_not_there(client, published, number):
    reference = published({}, {"summary": "Other words."})

    assert client.get(f"/cases/{reference}/versions/{number}/").status_code == 404


def test_a_forgotten_version_says_that_it_was_removed_and_nothing_more(client, published):
    reference = published({"title": "Her old name", "summary": "Her old street."}, {"title": "A lawyer"})
    delete_earlier_texts(reference)

    listed = client.get(f"/cases/{reference}/versions/")
    removed = client.get(f"/cases/{reference}/versions/1/")
    compared = client.get(f"/cases/{reference}/versions/compare/")
    asked = client.get(f"/cases/{reference}/versions/compare/?from=1&to=2")

    assert "Version 1 Its text was removed." in words_of(listed)
    assert "Version 2" in words_of(listed)
    assert (removed.status_code, asked.status_code) == (410, 400)
    assert "The text of this version was removed." in words_of(removed)
    assert "only one version whose text can be read" in words_of(compared)
    for response in (listed, removed, compared, asked):
        assert "old name" not in response.content.decode()
        assert "old street" not in response.content.decode()
        assert "1 March" not in words_of(response)


@pytest.mark.parametrize("route", ROUTES)
def test_a_silent_withdrawal_answers_like_a_reference_that_never_was(client, published, route):
    reference = published({"title": "Her old name"}, {"title": "A lawyer"})
    withdraw(reference, announced=False)

    gone, never = client.get(f"/cases/{reference}/{route}"), client.get(f"/cases/C-0000-0000-0000/{route}")

    assert gone.status_code == never.status_code == 404
    assert gone.content == never.content
    assert gone.headers == never.headers


@pytest.mark.parametrize("route", ROUTES)
def test_an_announced_withdrawal_says_reference_and_day_only(client, published, route):
    reference = published({"title": "Her old name"}, {"title": "A lawyer"})
    withdraw(reference, announced=True)

    response = client.get(f"/cases/{reference}/{route}")

    assert response.status_code == 410
    assert reference in words_of(response)
    assert "old name" not in response.content.decode()
    assert "lawyer" not in response.content.decode()


def test_a_case_that_was_published_again_says_so_and_shows_nothing_of_before(client, published):
    document = case_document(title="Her old name")
    put(document)
    withdraw(document["reference"], announced=True)
    put(document | {"title": "A lawyer"})

    listed = client.get(f"/cases/{document['reference']}/versions/")

    words = words_of(listed)
    assert "Version 3" in words
    assert "Published again." in words
    assert "The record was withdrawn; it was published again later." in words
    assert "Its text was removed." in words
    assert client.get(f"/cases/{document['reference']}/versions/2/").status_code == 410
    assert "old name" not in listed.content.decode()


def test_a_merged_case_leads_to_the_history_of_the_other(client, published):
    reference, other = published({}), published({})
    merge(reference, into=other)

    for route in ("versions/", "versions/1/", "versions/compare/?from=1"):
        response = client.get(f"/cases/{reference}/{route}")
        assert (response.status_code, response["Location"]) == (301, f"/cases/{other}/versions/")
    assert client.get(f"/cases/{reference}/cite.bib")["Location"] == f"/cases/{other}/cite.bib"


def test_small_letters_lead_to_the_same_question_in_capitals(client, published):
    reference = published({}, {"summary": "Other words."})

    response = client.get(f"/cases/{reference.lower()}/versions/compare/?from=1&to=2")

    assert response["Location"] == f"/cases/{reference}/versions/compare/?from=1&to=2"


def test_an_old_version_names_no_record_that_is_not_published_now(client, published):
    hidden, shown = campaign_document(title="Hidden campaign"), campaign_document(title="A campaign, renamed")
    other = case_document(title="Hidden other")
    for document in (hidden, shown, other):
        put(document)
    reference = published(
        {
            "campaigns": [
                {"reference": hidden["reference"], "title": "Hidden campaign"},
                {"reference": shown["reference"], "title": "A campaign"},
            ],
            "part_of": other["reference"],
            "relations": [
                relation("follows", reference=other["reference"], title="Hidden other"),
                relation("follows", title="A summit"),
            ],
        },
        {"campaigns": [], "part_of": "", "relations": []},
    )
    for document in (hidden, other):
        withdraw(document["reference"], announced=False)

    for route in ("versions/1/", "versions/compare/?from=1&to=2"):
        page = client.get(f"/cases/{reference}/{route}").content.decode()
        assert "A campaign, renamed" in page
        assert "A summit" in page
        for secret in ("Hidden", hidden["reference"], other["reference"]):
            assert secret not in page


def test_the_difference_is_told_by_part_and_field_in_the_words_of_the_page(client, published):
    reference = published(
        {
            "summary": "He was detained in the autumn.",
            "person": person(reference="P-7K3F-9Q2M-T4XW", roles=["researcher"]),
            "events": [event("detained", "2024-10-03")],
            "sources": [source(title="An article")],
        },
        {
            "summary": "He was detained in the spring.",
            "person": person(reference="P-7K3F-9Q2M-T4XW", roles=["researcher", "lawyer"]),
            "start": date("2024-04"),
            "events": [event("detained", "2024-10-03"), event("charge", "2024-10-04")],
            "sources": [source(title="Another article")],
        },
    )

    response = client.get(f"/cases/{reference}/versions/compare/?from=1&to=2")

    page, words = response.content.decode(), words_of(response)
    assert "From version 1 of 1 March 2026 to version 2 of 2 March 2026." in words
    assert re.search(r"<del>.*autumn.*</del>", page)
    assert re.search(r"<ins>.*spring.*</ins>", page)
    assert "He was detained in the [taken away: autumn. ] [added: spring. ]" in words
    assert "Role before: Researcher now: Researcher, lawyer" in words
    assert "Start before: October 2024 now: April 2024" in words
    assert "Timeline added: 4 October 2024: Charge brought" in words
    assert "3 October 2024" not in words
    assert re.search(r"taken away: An article .* added: Another article", words)
    assert "{" not in words


def test_the_two_last_readable_versions_are_compared_unless_others_are_named(client, published):
    reference = published({}, {"summary": "Second."}, {"summary": "Third."})

    words = words_of(client.get(f"/cases/{reference}/versions/compare/"))

    assert "From version 2 of 2 March 2026 to version 3 of 3 March 2026." in words


@pytest.mark.parametrize("query", ["from=9", "to=0", "from=x", "version=1", "from=1&from=2"])
def test_a_question_that_cannot_be_meant_is_an_error(client, published, query):
    reference = published({}, {"summary": "Second."})

    assert client.get(f"/cases/{reference}/versions/compare/?{query}").status_code == 400


def test_text_of_old_versions_is_escaped(client, published):
    attack = "<script>alert(1)</script>"
    reference = published(
        {"title": attack, "summary": f"{attack} before"}, {"title": "Plain", "summary": f"{attack} after"}
    )

    for route in ("versions/", "versions/1/", "versions/compare/"):
        assert "<script" not in client.get(f"/cases/{reference}/{route}").content.decode()


@pytest.mark.parametrize("route", ["", "versions/", "versions/1/", "versions/compare/", "cite.bib"])
def test_the_number_of_queries_does_not_grow_with_versions(
    client, published, route, django_assert_max_num_queries
):
    reference = published(*({"summary": f"Number {number}."} for number in range(1, 9)))

    client.get("/cases/")
    with django_assert_max_num_queries(6):
        assert client.get(f"/cases/{reference}/{route}").status_code == 200


RULES_CHANGED = "The rules by which they are worked out have changed since."
EARLIER_RULES = "Custody and stage were worked out by earlier rules."
CHANGED_BETWEEN = "The rules by which custody and stage are worked out changed between the two"


def test_a_version_by_earlier_rules_says_so_and_shows_what_was_printed(client, published, monkeypatch):
    reference = published({"custody": custody("police_custody", "2024-10-03")})
    address = f"/cases/{reference}/versions/"
    assert RULES_CHANGED not in words_of(client.get(f"{address}1/"))
    assert EARLIER_RULES not in words_of(client.get(address))

    monkeypatch.setattr(rules, "RULES", rules.RULES + 1)

    words = words_of(client.get(f"{address}1/"))
    assert RULES_CHANGED in words and "police custody" in words.lower()
    assert f"First published. {EARLIER_RULES}" in words_of(client.get(address))
    assert "version 1 shows them as they were printed then" in words_of(client.get(f"/cases/{reference}/"))


def test_a_comparison_across_other_rules_says_that_they_may_be_why(client, published, monkeypatch):
    reference = published({}, {"summary": "Corrected."})
    address = f"/cases/{reference}/versions/compare/"
    assert CHANGED_BETWEEN not in words_of(client.get(address))

    monkeypatch.setattr(rules, "RULES", rules.RULES + 1)
    put(
        LedgerText.objects.of(reference).first().document | {"rules": rules.RULES, "summary": "By new rules."}
    )

    assert CHANGED_BETWEEN in words_of(client.get(address))
    assert CHANGED_BETWEEN not in words_of(client.get(f"{address}?from=1&to=2"))
    assert RULES_CHANGED not in words_of(client.get(f"/cases/{reference}/versions/3/"))
