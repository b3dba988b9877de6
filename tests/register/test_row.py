"""The flat row of a document."""

from datetime import date as day

import pytest

from cases.register.row import row
from tests.register.documents import (
    attribution,
    campaign_document,
    case_document,
    charge,
    custody,
    date,
    event,
    group_document,
    person,
    place,
    proceeding,
    sentence,
    source,
    violation,
)


def test_a_named_person_is_shown_with_names_year_and_key():
    document = case_document(
        person=person("Bahruz Samadov", "Bəhruz Səmədov", reference="P-1", roles=["researcher"]),
        roles=["researcher", "journalist"],
    )

    columns = row(document)

    assert columns["name"] == "Bahruz Samadov"
    assert columns["other_names"] == ["Bəhruz Səmədov"]
    assert columns["person_reference"] == "P-1"
    assert columns["birth_year"] == 1995
    assert columns["roles"] == ["researcher", "journalist"]
    assert columns["document"] == document


def test_charge_columns_are_parallel_and_an_unstated_article_stays_empty():
    document = case_document(
        proceedings=[
            proceeding(charge(), charge("", title="High treason", country="AZ", code="CC", article="274")),
            proceeding(charge("taking bribes", category="corruption", status="dropped"), stage="on_trial"),
        ]
    )

    columns = row(document)

    assert columns["charges"] == ["treason charges", "High treason", "taking bribes"]
    assert columns["charge_articles"] == ["", "AZ Criminal Code 274", ""]
    assert columns["charge_categories"] == ["treason", "treason", "corruption"]
    assert columns["charge_statuses"] == ["charged", "charged", "dropped"]
    assert columns["provisions"] == ["AZ:CC:274"]
    assert columns["procedural_stage"] == ["charged", "on_trial"]


def test_a_sentence_that_was_replaced_is_left_out():
    sentences = [
        sentence(superseded=True),
        sentence(years=8, months=1, regime="strict"),
        sentence(kind="fine", years=None, words="1,000 manats"),
    ]
    document = case_document(proceedings=[proceeding(sentences=sentences)])

    assert row(document)["sentence"] == "Imprisonment, 8 years 1 month, Strict regime; Fine, 1,000 manats"


def test_a_fine_says_its_sum_and_currency():
    fine = sentence(kind="fine", years=None, amount="5000.5", currency="AZN", words="five thousand")

    columns = row(case_document(proceedings=[proceeding(sentences=[fine])]))

    assert (columns["sentence"], columns["sentence_months"]) == ("Fine, 5000.5 AZN", None)


def test_a_total_is_printed_once_also_where_it_adds_up_another_proceeding():
    parts = [sentence(number=1, years=3), sentence(number=2, years=4)]
    elsewhere = sentence(number=1, years=6, added_up=True)
    total = sentence(number=3, years=8, months=6, total_of=[1, 2])

    columns = row(
        case_document(
            proceedings=[proceeding(sentences=[elsewhere]), proceeding(number=2, sentences=[*parts, total])]
        )
    )

    assert (columns["sentence"], columns["sentence_months"]) == ("Imprisonment, 8 years 6 months", 102)


@pytest.mark.parametrize(
    ("sentences", "months"),
    [
        ([], None),
        ([sentence(kind="life_imprisonment", years=None)], None),
        ([sentence(kind="suspended", years=3)], None),
        ([sentence(years=None, words="fifteen years")], None),
        ([sentence(years=None, days=20)], 0),
        ([sentence(years=2, number=1), sentence(years=1, months=18, number=2)], 30),
    ],
)
def test_the_length_is_that_of_the_longest_prison_term_in_force(sentences, months):
    assert row(case_document(proceedings=[proceeding(sentences=sentences)]))["sentence_months"] == months


def test_the_primary_violation_comes_first_and_each_kind_once():
    violations = [
        violation("torture", primary=False),
        violation("detention"),
        violation("torture", primary=False),
    ]

    assert row(case_document(violations=violations))["violations"] == ["detention", "torture"]


def test_attributions_are_parallel_and_agencies_stand_once():
    document = case_document(
        attributions=[
            attribution(),
            attribution(to="security services", agency="", by="Bellingcat", level="2"),
        ]
    )

    columns = row(document)

    assert columns["attributed_to"] == ["State Security Service", "security services"]
    assert columns["attributed_by"] == ["the family", "Bellingcat"]
    assert columns["attribution_level"] == ["1", "2"]
    assert columns["agencies"] == ["A-0000-0000-0001"]


def test_sources_below_named_keep_their_positions_and_only_independent_ones_count():
    bare = {"number": 1, "kind": "press", "language": "en", "reliability": "B", "independent": True}
    document = case_document(identity="withheld", sources=[bare, source(independent=False, title="Copy")])

    columns = row(document)

    assert columns["source_count"] == 1
    assert columns["source_titles"] == ["", "Copy"]


def test_claims_are_short_texts():
    document = case_document(
        assessments=[
            {"framework": "wgad", "outcome": "arbitrary", "withdrawn_date": date()},
            {"framework": "amnesty", "outcome": "poc", "withdrawn_date": date("2025")},
        ],
        interventions=[{"kind": "petition", "actor": "Members of Congress", "addressee": "A. Blinken"}],
        official_positions=[{"position": "denies"}, {"position": "denies"}],
    )

    columns = row(document)

    assert columns["assessments"] == ["wgad:arbitrary", "amnesty:poc:withdrawn"]
    assert columns["interventions"] == ["petition: Members of Congress → A. Blinken"]
    assert columns["official_position"] == ["denies"]


def test_place_dates_and_status_are_as_in_the_document():
    document = case_document(
        place=place(locality="Derbent", facility="Colony 1", region="RU-DA", latitude=42.06, longitude=48.29),
        start=date("2024-10", "in October"),
        custody=custody("pretrial_detention", "2024-10-05"),
        last_checked="2025-01-01",
    )

    columns = row(document)

    assert columns["place"] == "Colony 1, Derbent"
    assert (columns["region"], columns["latitude"], columns["longitude"]) == ("RU-DA", 42.06, 48.29)
    assert (columns["start_earliest"], columns["start_latest"]) == (day(2024, 10, 1), day(2024, 10, 31))
    assert (columns["start_date"], columns["start_words"]) == ("2024-10", "in October")
    assert columns["end_earliest"] is None
    assert (columns["custody_status"], columns["status_as_of"]) == ("pretrial_detention", "2024-10-05")
    assert columns["last_checked"] == "2025-01-01"


def test_a_group_has_head_count_and_description_but_no_name_to_be_found_by():
    columns = row(group_document())

    assert columns["name"] == ""
    assert columns["people_words"] == "a handful"
    assert columns["name_tokens"] == []
    assert "talysh intellectuals" in columns["searchable_text"]


def test_below_named_there_are_no_words_of_names():
    document = case_document(identity="initials", person=person("B. S.", reference="", birth_year=None))

    columns = row(document)

    assert columns["name"] == "B. S."
    assert columns["name_tokens"] == []


def test_a_campaign_document_has_what_its_row_needs():
    from cases.register.published_campaign import campaign_row

    columns = campaign_row(campaign_document(start=date("2024")))

    assert (columns["start_date"], columns["start_earliest"]) == ("2024", day(2024, 1, 1))


@pytest.mark.parametrize(
    "born, arrests, stated, text",
    [
        (1990, ["2024-03-05"], None, "33–34"),
        (1990, ["2024"], None, "33–34"),
        (1990, ["2023-12/2024-01"], None, "32–34"),
        (1990, ["2024-03-05", "2019-01-01"], None, "28–29"),
        (1990, ["2024-03-05"], 33, "33"),
        (None, ["2024-03-05"], 33, "33"),
        (None, ["2024-03-05"], None, ""),
        (1990, [""], None, ""),
        (1990, [], None, ""),
        (2024, ["2024-03-05"], None, ""),
    ],
)
def test_the_age_at_arrest_is_as_stated_or_between_what_the_years_allow(born, arrests, stated, text):
    document = case_document(
        person=person(birth_year=born),
        events=[event("arrest", day) for day in arrests],
        age_at_arrest=stated,
    )

    assert row(document)["age_at_arrest"] == text


def test_an_arrest_in_absence_says_no_age():
    document = case_document(
        person=person(birth_year=1990), events=[event("arrest", "2024", in_absentia=True)]
    )

    assert row(document)["age_at_arrest"] == ""


def test_courts_are_those_of_the_decisions_and_then_those_proceedings_name():
    document = case_document(
        events=[
            event("remand", "2024-03-06", court="District Court", court_reference="A-0000-0000-0002"),
            event("verdict_guilty", "2024-09-10", court="High Court", court_reference="A-0000-0000-0003"),
            event(
                "remand_extension", "2024-05-06", court="District Court", court_reference="A-0000-0000-0002"
            ),
        ],
        proceedings=[proceeding(court="Court of the file")],
    )

    columns = row(document)

    assert columns["courts"] == ["District Court", "High Court", "Court of the file"]
    assert columns["court_references"] == ["A-0000-0000-0002", "A-0000-0000-0003"]
