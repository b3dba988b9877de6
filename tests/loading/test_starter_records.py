"""The starter records are public exactly as stated, by the addresses a journalist or a partner would use."""

import csv
import io

import pytest

from cases.loading.starter_records import load_starter_records
from cases.models import (
    Campaign,
    Case,
    Intervention,
    OfficialPosition,
    Place,
    PublicNaming,
    PublishedCase,
    PublishedUse,
    Review,
)
from cases.models.classification import CLASSIFICATION
from cases.register.check import check
from tests.public.files import csv_file

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def starter_records():
    assert load_starter_records() == 9


def rows(client, query):
    return list(csv.DictReader(io.StringIO(csv_file(query), newline="")))


def test_loading_again_adds_nothing():
    before = PublishedCase.objects.count()

    assert load_starter_records() == 0
    assert (PublishedCase.objects.count(), Case.objects.count()) == (before, 7)


def test_treason_charges_have_no_end_and_no_article(client):
    found = rows(client, "charge=treason")

    assert {row["name"] for row in found} == {"Bahruz Samadov", "Igbal Abilov"}
    for row in found:
        assert (row["end_date"], row["end_words"], row["charge_articles"]) == ("", "", "")
        assert (row["charges"], row["charge_categories"]) == ("treason charges", "treason")
        assert (row["start_date"], row["place"], row["custody_status"]) == ("", "", "held_form_unknown")


def test_the_pattern_is_found_by_origin_and_location(client):
    found = rows(client, "origin=AZ&location=RU")

    assert [row["kind"] for row in found] == ["pattern"]
    assert (found[0]["methods"], found[0]["cooperating"], found[0]["destination"]) == (
        "coopting.unspecified",
        "RU",
        "AZ",
    )
    assert (found[0]["people_min"], found[0]["violations"]) == ("", "removal_form_unknown")


def test_the_two_killings_have_no_place_and_no_country(client):
    found = {row["name"]: row for row in rows(client, "violation=killing")}

    assert set(found) == {"Nazim Gadjiev", "Ruslan Magomedragimov"}
    for row in found.values():
        assert (row["place"], row["region"], row["start_date"]) == ("", "", "")
        assert (row["origin"], row["location"]) == ("not_stated", "not_stated")
        assert row["start_words"] == "over the last decade"


def test_only_one_killing_is_attributed_and_says_by_whom(client):
    found = {row["name"]: row for row in rows(client, "violation=killing")}
    attributed = found["Ruslan Magomedragimov"]

    assert (attributed["attributed_to"], attributed["attributed_by"], attributed["attribution_level"]) == (
        "Russia's security services",
        "Bellingcat",
        "2",
    )
    assert found["Nazim Gadjiev"]["attributed_to"] == ""


@pytest.mark.parametrize(
    ("query", "name"),
    [("Самедов", "Bahruz Samadov"), ("Əbilov", "Igbal Abilov"), ("Derbend", "Ruslan Magomedragimov")],
)
def test_names_and_places_are_found_however_they_are_spelled(client, query, name):
    assert rows(client, f"q={query}")[0]["name"] == name


def test_groups_keep_the_words_of_the_source_and_no_numbers(client):
    found = {row["title"]: row for row in rows(client, "kind=group")}

    assert {row["people_words"] for row in found.values()} == {"a handful", "several hundred"}
    assert {(row["people_min"], row["people_max"]) for row in found.values()} == {("", "")}


def test_inferred_countries_say_from_what(client):
    reference = rows(client, "q=Abilov")[0]["reference"]

    page = client.get(f"/cases/{reference}/").content.decode()

    assert "domestic campaign" in page
    assert "calls the evidence thin" in page


def test_no_source_has_an_address(client):
    assert {row["source_urls"] for row in rows(client, "")} == {""}


def test_the_silence_is_about_the_talks_and_not_about_the_campaign(client):
    position = OfficialPosition.objects.get()
    campaign = Campaign.objects.get(title="Crackdown before COP29")

    page = client.get(f"/campaigns/{campaign.reference}/").content.decode()

    assert position.event.description.startswith("Talks in Baku")
    assert "Talks in Baku" in page and "Antony Blinken" in page


def test_the_counter_petition_follows_both_and_answers_neither():
    petition = Intervention.objects.get(actor__startswith="Members of Azerbaijan")

    assert petition.response_to is None
    assert petition.relations_from.filter(kind="follows").count() == 2


def test_the_place_is_known_by_both_spellings():
    place = Place.objects.get(name="Derbent")

    assert place.spellings == ["Derbend"]


def test_commentators_are_no_cases(client):
    assert rows(client, "q=Elman Fattah") == []
    assert rows(client, "q=Hasanli") == []


def test_the_register_is_sound():
    assert check() == []


def test_every_loaded_row_would_pass_the_desks_own_checks():
    for model in set(CLASSIFICATION) - {Review, PublishedUse, PublicNaming}:
        for row in model.objects.all():
            row.full_clean()
