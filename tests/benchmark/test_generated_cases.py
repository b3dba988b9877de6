"""Generated cases: always the same, taken by the register, and with something for every facet."""

import json
from collections import Counter
from datetime import UTC, datetime
from itertools import chain, islice

import pytest

from cases.register.check import check
from cases.register.fields import FACETS
from cases.register.published_campaign import PublishedCampaign
from cases.register.published_case import PublishedCase
from cases.register.register import put_many
from cases.register.row import row
from cases.text.references import is_reference
from tests.benchmark.generated.cases import NOTICE, SECOND_CASE_EVERY, GeneratedCases

SOME = 2_000


@pytest.fixture(scope="module")
def documents():
    return list(GeneratedCases().cases(SOME))


def test_the_same_seed_gives_the_same_cases_whichever_is_made_first(documents):
    again = GeneratedCases()

    assert again.case(1_234) == documents[1_234]
    assert list(again.cases(3, first=500)) == documents[500:503]
    assert json.dumps(list(again.campaigns())) == json.dumps(list(GeneratedCases().campaigns()))


def test_another_seed_gives_other_cases(documents):
    other = GeneratedCases(seed=2).case(0)

    assert other["reference"] != documents[0]["reference"]
    assert other["summary"] != documents[0]["summary"]


def test_they_come_one_by_one():
    assert len(list(islice(GeneratedCases().cases(10**9), 3))) == 3


def test_references_are_references_and_never_come_twice():
    generated = GeneratedCases()
    references = {generated.reference("C", number) for number in range(50_000)}

    assert len(references) == 50_000
    assert all(map(is_reference, references))


def test_every_text_says_that_it_is_fictional(documents):
    assert all(document["title"].startswith("Fictional") for document in documents)
    assert all(document["summary"].startswith(NOTICE) for document in documents)


def test_every_facet_has_frequent_and_rare_values(documents):
    rows = [row(document) for document in documents]
    for parameter, field in FACETS.items():
        values = chain.from_iterable(
            each[field.name] if field.is_list else [each[field.name]] for each in rows
        )
        counts = Counter(value for value in values if value not in ("", None))

        assert len(counts) >= min(len(field.codes) if field.codes else 2, 15), parameter
        assert max(counts.values()) > 2 * min(counts.values()), parameter


def test_people_groups_and_dates_are_as_in_a_real_register(documents):
    people = Counter(document["kind"] for document in documents)
    references = [
        document["person"]["reference"] for document in documents if document["identity"] == "named"
    ]
    scripts = {
        name["script"] for document in documents for name in (document["person"] or {}).get("other_names", [])
    }

    assert people == {"person": SOME * 0.96, "group": SOME * 0.03, "pattern": SOME * 0.01}
    assert 0.8 / SECOND_CASE_EVERY < 1 - len(set(references)) / len(references) < 1.2 / SECOND_CASE_EVERY
    assert scripts == {"Cyrl", "Arab"}
    assert 0.02 < sum(not document["start"]["earliest"] for document in documents) / SOME < 0.06
    assert {len(document["start"]["text"]) for document in documents} == {0, 4, 7, 10}
    assert any(people and people["overlaps"] for people in (document["people"] for document in documents))


def test_nobody_who_is_not_named_shows_a_name(documents):
    hidden = [document for document in documents if document["identity"] in ("initials", "withheld")]

    assert len(hidden) > SOME * 0.03
    for document in hidden:
        assert document["person"]["other_names"] == []
        assert document["person"]["reference"] == ""
        assert document["title"].startswith("Fictional: A person")


@pytest.mark.django_db
def test_the_register_takes_them(documents):
    put_many(list(GeneratedCases().campaigns()), at=datetime(2024, 1, 1, tzinfo=UTC))
    put_many(documents[:200], at=datetime(2024, 1, 2, tzinfo=UTC))

    assert (PublishedCase.objects.count(), PublishedCampaign.objects.count()) == (200, 200)
    assert check() == []
