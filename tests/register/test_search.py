"""Search by name in any script, and by words."""

import csv
from pathlib import Path

import pytest

from cases.register import search as searching
from cases.register.check import check
from cases.register.published_case import PublishedCase
from cases.register.register import put
from cases.register.search import LONGEST_QUERY, MOST_WORDS, AsksTooMuch, search
from cases.register.selection import Selection
from cases.register.snapshot import take_snapshot
from cases.text.references import new_reference
from cases.vocabularies.people import ROLES
from tests.register.documents import (
    attribution,
    case_document,
    charge,
    group_document,
    person,
    place,
    proceeding,
    source,
    violation,
)

pytestmark = pytest.mark.django_db


def publish(name="Nobody Inparticular", *other_names, **changes) -> str:
    document = case_document(**{"person": person(name, *other_names)} | changes)
    put(document)
    return document["reference"]


def find(q):
    with take_snapshot() as snapshot:
        return search(snapshot.bitmaps, q), Selection.everything(snapshot.bitmaps)


def found(q):
    """Reference and tier of every hit, in the order of the page."""
    result, cases = find(q)
    references = dict(PublishedCase.objects.values_list("row_number", "reference"))
    return [
        (references[number], result.tier_of(number))
        for band in result.bands
        for number in cases.among(band.rows).in_order("-start", 0, len(band.rows))
    ]


PAIRS = list(csv.DictReader((Path(__file__).parents[1] / "text" / "name_pairs.csv").open(encoding="utf-8")))
"""Spellings of one name (yes) and of two people (no), which the search must tell apart."""


@pytest.fixture
def crowd():
    """One case for each stored name of the pairs."""
    return {name: publish(name) for name in dict.fromkeys(pair["stored"] for pair in PAIRS)}


def test_each_spelling_finds_its_person_among_the_first_five(crowd):
    missed = [
        pair
        for pair in PAIRS
        if pair["match"] == "yes"
        and crowd[pair["stored"]] not in [reference for reference, _ in found(pair["query"])[:5]]
    ]

    assert len(PAIRS) == 50
    assert missed == []


def test_no_other_person_is_shown_as_the_same(crowd):
    mistaken = [
        pair
        for pair in PAIRS
        if pair["match"] == "no" and dict(found(pair["query"])).get(crowd[pair["stored"]]) == "same"
    ]

    assert mistaken == []


SAMADOV_SPELLINGS = ["Bahruz Samadov", "Самедов", "Samadov Bahruz", "Səmədov", "Bəhruz", "بهروز صمدوف"]


@pytest.mark.parametrize("q", SAMADOV_SPELLINGS)
def test_a_name_is_the_first_hit_in_any_script_and_order(q):
    for name in ("Igbal Abilov", "Nazim Gadjiev", "Samir Mamedov"):
        publish(name)
    wanted = publish("Bahruz Samadov")

    assert found(q)[0][0] == wanted


@pytest.mark.parametrize(
    "q, name",
    [("Samad Bahruzov", "Bahruz Samadov"), ("Ilham Abilov", "Igbal Abilov"), ("Vəli", "Əli")],
)
def test_another_name_is_never_shown_as_the_same(q, name):
    publish(name)

    assert "same" not in [tier for _, tier in found(q)]


def test_the_same_name_comes_before_a_similar_one_and_before_words():
    by_words = publish(title="Brother of Bahruz Samadov")
    similar = publish("Bahruz Samedzade Samadovv")
    same = publish("Bəhruz Səmədov")

    hits = found("Bahruz Samadov")

    assert hits[0] == (same, "same")
    assert hits[-1] == (by_words, "")
    assert similar in [reference for reference, _ in hits]


def test_another_spelling_of_a_person_is_found_and_said():
    reference = publish("B. Samad", "Bəhruz Səmədov")

    result, _cases = find("Bahruz Samadov")

    [number] = result.rows
    assert PublishedCase.objects.get(row_number=number).reference == reference
    assert result.matched_name(number, ["B. Samad", "Bəhruz Səmədov"]) == "Bəhruz Səmədov"
    assert result.tier_of(number) == "same"


@pytest.mark.parametrize(
    "q, name",
    [
        ("Kara Murza", "Владимир Кара-Мурза"),
        ("O Nirl", "Sean O'Nirl"),
        ("Achmetow", "Ахметов Руслан"),
        ("Rəşad Çinarə oğlu", "Çinarəoğlu Rəşad"),
    ],
)
def test_compound_names_and_spellings_of_other_countries_are_found_by_name(q, name):
    publish("Nirlan Muradov")
    wanted = publish(name)

    assert found(q)[0][0] == wanted
    assert found(q)[0][1]


def test_all_words_count():
    publish(title="A visit to Baku")
    both = publish(title="A visit to Derbent")

    assert found("visit Derbent") == [(both, "")]


@pytest.mark.parametrize("q", ["Derbent", "Derbend", "Дербент"])
def test_a_place_is_found_however_it_is_spelt(q):
    publish()
    wanted = publish(violations=[violation("killing", place=place(locality="Derbent"))])

    assert found(q) == [(wanted, "")]


@pytest.mark.parametrize(
    "q",
    [
        "espionage",
        "шпионаж",
        "passing plans",
        "Criminal Code",
        "Bellingcat",
        "security services",
        "Crackdown",
        "lawyer",
        "Inparticular espionage",
    ],
)
def test_words_are_found_in_charges_agencies_campaigns_roles_and_with_names(q):
    publish("Somebody Else")
    wanted = publish(
        proceedings=[proceeding(charge("passing plans", category="espionage", code="CC", article="276"))],
        attributions=[attribution(to="Security services", by="Bellingcat")],
        campaigns=[{"reference": "K-7K3F-9Q2M-T4XW", "title": "Crackdown before a summit"}],
        roles=["lawyer"],
    )

    assert [reference for reference, _ in found(q)] == [wanted]


def test_a_group_is_found_by_its_description():
    document = group_document()
    put(document)
    publish()

    assert found("talysh intellectuals") == [(document["reference"], "")]


def test_quoted_words_are_exact():
    publish(title="A visit to Derbend by the river")
    exact = publish(title="Visit to Derbent")

    assert found('"visit to derbent"') == [(exact, "")]
    assert found("„Visit to Derbent“") == [(exact, "")]
    assert found('"to visit"') == []
    assert found('"isit to"') == []


@pytest.mark.parametrize(
    "text, q",
    [
        ("İlham Əliyev", '"ilham əliyev"'),
        ("ilham əliyev", '"İLHAM ƏLİYEV"'),
        ("QIZIL", '"qızıl"'),
        ("Сама́дов", '"Самадов"'),
        ("The State  Security\nService", '"state security service"'),
    ],
)
def test_quoted_words_are_the_same_in_capitals_and_with_stress(text, q):
    wanted = publish(title=text)

    assert found(q) == [(wanted, "")]


def test_phrases_of_words_that_too_many_cases_have_are_refused_rather_than_read_without_end(monkeypatch):
    monkeypatch.setattr(searching, "MOST_READ", 2)
    for word in ("autumn", "winter", "spring"):
        publish(summary=f"He was taken by the police in {word}.")

    with pytest.raises(AsksTooMuch, match="quotation marks"):
        find('"by the"')
    assert len(find('"by the" winter')[0].rows) == 1
    assert len(find("by the")[0].rows) == 3


def test_each_of_several_phrases_must_stand_and_a_label_counts():
    publish(title="A visit to Derbent")
    wanted = publish(title="A visit to Derbent", summary="by the river", roles=["human_rights_defender"])
    label = ROLES["human_rights_defender"].en

    assert found(f'"to derbent" "the river" "{label}"') == [(wanted, "")]


@pytest.mark.parametrize("q", ["Meydan", "Мейдан", '"wave of arrests"', "Meydan Inparticular"])
def test_title_and_publisher_of_a_public_source_are_found(q):
    publish("Somebody Else")
    wanted = publish(sources=[source(title="A wave of arrests", publisher="Meydan TV")])

    assert [reference for reference, _ in found(q)] == [wanted]
    assert check() == []


def test_a_source_that_is_not_shown_is_not_found():
    publish("", identity="withheld", sources=[{"number": 1, "kind": "press", "independent": True}])

    assert found("press") == []
    assert check() == []


def test_a_reference_finds_the_cases_that_bear_it_and_no_other():
    publish("Somebody Else")
    campaign, somebody = new_reference("K"), person("Rena Quliyeva")
    mine = publish(person=somebody, title="First")
    other = publish(
        person=somebody, title="Second", campaigns=[{"reference": campaign, "title": "Crackdown"}]
    )

    for q in (mine, mine.lower(), f" {mine} ", f"“{mine}”"):
        assert found(q) == [(mine, "")]
    assert {reference for reference, _ in found(somebody["reference"].lower())} == {mine, other}
    assert found(campaign.lower()) == [(other, "")]
    assert found(new_reference("C")) == []


def test_a_person_who_is_not_named_has_no_reference_to_be_found_by():
    hidden = person("", reference=new_reference("P"))
    publish(person=hidden, identity="withheld")

    assert found(hidden["reference"]) == []


def test_who_is_not_named_is_not_found_as_a_name():
    publish("B. S.", identity="initials")

    assert "same" not in [tier for _, tier in found("B. S.")]


@pytest.mark.parametrize("q", ["", "  ", '"', '""', "…", "\x00"])
def test_a_query_without_words_finds_nothing(q):
    publish()

    assert found(q) == []


def test_more_different_words_than_anybody_asks_are_refused():
    with pytest.raises(AsksTooMuch, match="at most 32 different words"):
        find(" ".join(f"w{number}" for number in range(MOST_WORDS + 1)))


def test_so_many_words_are_no_name_and_the_same_word_again_is_one():
    reference = publish("Bəhruz Səmədov", summary="a teacher")

    assert found("Bahruz Samadov") == [(reference, "same")]
    assert found("Bahruz Samadov " + "a " * 90) == found("Bahruz " * 12 + "Samadov a") == [(reference, "")]


def test_a_query_that_is_too_long_is_refused_in_plain_words():
    with pytest.raises(ValueError, match="200 characters"):
        find("a" * (LONGEST_QUERY + 1))
