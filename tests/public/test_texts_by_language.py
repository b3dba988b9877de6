"""A text that is there in the language of the page is shown in it; any other says in which language it is."""

import csv
import io

import pytest

from cases.models import Case
from tests.factories import CampaignFactory, CaseFactory, EventFactory, TranslationFactory, take_to_public
from tests.public.files import csv_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    case = CaseFactory(title="A journalist detained", summary="Detained.\nAt the border.")
    event = EventFactory(case=case, description="At night.")
    TranslationFactory(case=case, text="Jurnalist saxlanılıb")
    TranslationFactory(case=case, field="summary", text="Saxlanılıb.\nSərhəddə.")
    TranslationFactory(case=case, field="description", event=event, text="Gecə.")
    TranslationFactory(case=case, language="ru", text="Журналистка задержана")
    take_to_public(case)
    return case


def page(client, record, prefix=""):
    kind = "cases" if record._meta.model_name == "case" else "campaigns"
    return client.get(f"{prefix}/{kind}/{record.reference}/").content.decode()


def test_in_the_language_it_was_translated_into(case, client):
    text = page(client, case, "/az")

    assert "<h1>Jurnalist saxlanılıb" in text
    assert "Jurnalist saxlanılıb" in text[text.index("<title>") : text.index("</title>")]
    assert "<p>Saxlanılıb.</p>" in text and "<p>Sərhəddə.</p>" in text
    assert '<p class="entry__words">Gecə.</p>' in text


def test_what_is_missing_there_is_shown_as_it_was_written(case, client):
    text = page(client, case, "/ru")

    assert "<h1>Журналистка задержана" in text
    assert '<p lang="en">Detained.</p>' in text
    assert '<p class="entry__words" lang="en">At night.</p>' in text
    assert "показаны так, как они написаны" in text


def test_in_its_own_language_nothing_says_which(case, client):
    text = page(client, case)

    assert "<h1>A journalist detained" in text
    assert "<p>Detained.</p>" in text
    assert "is shown as it was written" not in text


def test_a_case_written_in_another_language_than_english(client):
    case = CaseFactory(title="Jurnalist saxlanılıb", summary="Saxlanılıb.", text_language="az")
    take_to_public(case)

    assert '<h1 lang="az">Jurnalist saxlanılıb' in page(client, case)
    assert "<h1>Jurnalist saxlanılıb" in page(client, case, "/az")


def test_a_campaign_has_its_title_and_summary_in_each_language(client):
    campaign = CampaignFactory(title="A crackdown", summary="Many arrests.")
    TranslationFactory(case=None, campaign=campaign, language="ru", text="Преследования")
    TranslationFactory(case=None, campaign=campaign, field="summary", language="ru", text="Много арестов.")
    take_to_public(campaign)

    text = page(client, campaign, "/ru")

    assert "<h1>Преследования" in text
    assert "Много арестов." in text
    assert '<h1 lang="en">A crackdown' in page(client, campaign, "/az")


def test_a_case_names_its_campaigns_and_other_cases_in_the_language_of_the_page(client):
    campaign = CampaignFactory(title="A crackdown")
    TranslationFactory(case=None, campaign=campaign, language="ru", text="Преследования")
    take_to_public(campaign)
    whole = CaseFactory(title="The whole")
    TranslationFactory(case=whole, language="ru", text="Целое")
    take_to_public(whole)
    case = CaseFactory(part_of=whole)
    case.campaigns.add(campaign)
    take_to_public(case)

    assert ">Преследования</a>" in page(client, case, "/ru") and ">Целое</a>" in page(client, case, "/ru")
    assert '<span lang="en">A crackdown</span></a>' in page(client, case, "/az")
    assert ">The whole</a>" in page(client, case)


def test_what_is_written_in_a_language_since_is_no_translation_into_it(case, client):
    """A circle may keep the row from whoever changes the language of the record."""
    Case.objects.filter(pk=case.pk).update(text_language="az")
    take_to_public(Case.objects.get(pk=case.pk))

    [row] = csv.DictReader(io.StringIO(csv_file(), newline=""))
    assert (row["text_language"], row["title_az"], row["title_ru"]) == ("az", "", "Журналистка задержана")
    assert "Gecə" not in row["event_texts"] and "az" not in row["translations"]
    assert "<h1>A journalist detained" in page(client, case, "/az")


def test_the_comparison_of_versions_tells_what_changed_in_a_translation(case, client):
    translation = case.translations.get(field="title", language="az")
    translation.text = "Jurnalist tutulub"
    translation.save()
    take_to_public(case)

    text = client.get(f"/cases/{case.reference}/versions/compare/").content.decode()
    versions = client.get(f"/cases/{case.reference}/versions/").content.decode()

    assert "Title (Azerbaijani)" in text
    assert "tutulub" in text
    assert "title (Azerbaijani)" in versions


def test_the_file_has_a_column_for_each_language(case):
    [row] = csv.DictReader(io.StringIO(csv_file(), newline=""))

    first = [*row].index("text_language")
    assert list(row)[first : first + 8] == [
        "text_language",
        "title_en",
        "summary_en",
        "title_az",
        "summary_az",
        "title_ru",
        "summary_ru",
        "translations",
    ]
    assert (row["text_language"], row["title"], row["title_en"]) == ("en", "A journalist detained", "")
    assert (row["title_az"], row["summary_az"]) == ("Jurnalist saxlanılıb", "Saxlanılıb.\nSərhəddə.")
    assert row["translations"].split(" | ")[-1] == "ru title: person, from en, by A. Sample"
    assert row["event_texts"].split(" | ") == ["detained, en: At night.", "detained, az: Gecə."]


def test_a_translation_is_a_place_where_words_are_found(case, client):
    text = client.get("/cases/", {"q": "sərhəddə"}).content.decode()

    assert "Sərhəddə" in text
    assert "Translation" in text


def test_a_campaign_is_called_in_the_language_of_the_page_among_the_filters_and_in_headings(client):
    campaign = CampaignFactory(title="A crackdown")
    TranslationFactory(case=None, campaign=campaign, text="Təqib dalğası")
    take_to_public(campaign)
    case = CaseFactory()
    case.campaigns.add(campaign)
    take_to_public(case)

    for prefix, title in {"": "A crackdown", "/az": "Təqib dalğası", "/ru": "A crackdown"}.items():
        text = client.get(f"{prefix}/cases/?campaign={campaign.reference}").content.decode()
        assert title in text[text.index("<h1>") : text.index("</h1>")], prefix
        assert f"<span>{title}</span>" in text, prefix
