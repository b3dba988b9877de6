"""Texts in other languages at the desk: entered, made from the facts, read beside each other before they are public."""

import pytest
from django.test import Client

from cases.models import Campaign, Case, Translation
from cases.workflow.completeness import problems
from cases.workflow.editing import record_edit
from cases.workflow.entering.entry import Entry
from cases.workflow.entering.saving import enter
from tests.admin.forms import form_address, forms_of, record_form
from tests.factories import (
    CampaignFactory,
    CaseFactory,
    EventFactory,
    PersonFactory,
    TranslationFactory,
    UserFactory,
    take_to_public,
    take_to_review,
)

pytestmark = pytest.mark.django_db


def address(record, page=""):
    if not page:
        return form_address(record)
    return f"/admin/cases/{record._meta.model_name}/{record.pk}/{page}/"


@pytest.mark.parametrize("make", [CaseFactory, CampaignFactory])
def test_a_translation_is_entered_as_a_row_of_the_record(make, browser):
    record, client = make(), browser("entry")
    form = record_form(client.get(address(record)))
    form.add(
        "translations",
        field="summary",
        language="az",
        text="Sərhəddə saxlanılıb.\nGecə.",
        translated_by="A. Sample",
    )

    answer = client.post(address(record), form.data())

    assert answer.status_code == 302
    kept = record.translations.get()
    assert (kept.field, kept.language, kept.way) == ("summary", "az", "person")
    assert kept.text == "Sərhəddə saxlanılıb.\nGecə."
    assert kept.from_language == "en", "the language the record is written in"
    record.refresh_from_db()
    assert (record.state, record.edit_version) == ("draft", 2)


@pytest.mark.parametrize(
    "values, told",
    [
        ({"language": "en", "from_language": "az"}, "The record itself is written in this language."),
        ({"text": "x" * 301}, "This may have at most 300 characters, and has 301."),
        ({"text": "Jurnalist\u202e saxlanılıb"}, "a character that nobody sees"),
        ({"field": "summary", "text": "x" * 20_001}, "20000"),
    ],
)
def test_what_cannot_stand_is_told_beside_its_field(values, told, browser):
    case, client = CaseFactory(), browser("entry")
    form = record_form(client.get(address(case)))
    given = {"field": "title", "language": "az", "text": "Başlıq", "from_language": "en"} | values
    form.add("translations", **given)

    answer = client.post(address(case), form.data())

    assert answer.status_code == 200
    assert told in answer.content.decode()
    assert not case.translations.exists()


def test_a_record_cannot_change_to_the_language_of_one_of_its_translations(browser):
    case, client = CaseFactory(), browser("entry")
    TranslationFactory(case=case, language="az")
    form = record_form(client.get(address(case))).fill(text_language="az")

    answer = client.post(address(case), form.data())

    assert "The record itself is written in this language." in answer.content.decode()
    case.refresh_from_db()
    assert case.text_language == "en"


def test_plain_values_are_judged_by_the_same_rules():
    rows = [
        {"field": "title", "language": "en", "text": "A title", "from_language": "az"},
        {"field": "title", "language": "Azerbaijani", "text": "x" * 301, "from_language": "en"},
        {"field": "description", "language": "ru", "text": "Ночью.", "from_language": "en"},
    ]

    entry = Entry(Case, {"title": "A title"}, translations=rows)

    told = [(wrong.row, wrong.field) for wrong in entry.errors if wrong.part == "translations"]
    assert told == [(1, "language"), (2, "text"), (3, "event")]


def test_plain_values_make_translations_of_a_record_and_its_events():
    campaign = enter(
        Entry(
            Campaign,
            {"title": "A crackdown", "states": ["AZ"]},
            events=[{"kind": "other", "description": "A decree."}],
            translations=[
                {"field": "title", "language": "ru", "text": "Преследования", "from_language": "en"},
                {
                    "field": "description",
                    "event": 1,
                    "language": "ru",
                    "text": "Указ.",
                    "from_language": "en",
                },
            ],
        ),
        by=UserFactory(username="entry"),
    )

    assert [each.text for each in campaign.events.get().translations.all()] == ["Указ."]
    assert campaign.translations.count() == 2


def test_the_review_shows_every_text_in_every_language_side_by_side(browser):
    case = CaseFactory()
    TranslationFactory(case=case, text="Jurnalist saxlanılıb")
    event = EventFactory(case=case, date="2024-05-04", description="At night.")
    TranslationFactory(
        case=case,
        field="description",
        event=event,
        language="ru",
        text="Ночью.",
        way="machine",
        translated_by="",
    )
    take_to_review(case)

    response = browser("publisher").get(address(case, "publish"))

    page = response.content.decode()
    languages, rows = response.context_data["texts"].values()
    assert [each["code"] for each in languages] == ["en", "az", "ru"]
    assert [[cell["text"] for cell in each["cells"]] for each in rows] == [
        ["A journalist detained", "Jurnalist saxlanılıb", ""],
        ["Detained at the border.", "", ""],
        ["At night.", "", "Ночью."],
    ]
    assert '<div lang="az">Jurnalist saxlanılıb</div>' in page
    assert "By a person · from: English · by: A. Sample" in page
    assert "By a machine, unchecked · from: English" in page


def test_the_review_shows_what_changed_in_a_translation(browser):
    case = CaseFactory()
    translation = TranslationFactory(case=case, field="summary", text="Gecə saxlanılıb.")
    take_to_public(case)
    translation.text = "Səhər saxlanılıb."
    translation.save()
    take_to_review(case)

    page = browser("publisher").get(address(case, "publish")).content.decode()

    changes = page[page.index('id="review-changes"') : page.index('id="review-page"')]
    assert "Summary (Azerbaijani)" in changes
    assert "Gecə" in changes and "Səhər" in changes


def test_the_history_tells_of_translations(browser):
    case, client = CaseFactory(), browser("entry")
    form = record_form(client.get(address(case)))
    form.add("translations", field="title", language="az", text="Jurnalist saxlanılıb")
    client.post(address(case), form.data())

    history = client.get(address(case, "history")).content.decode()

    assert "Translation added" in history
    assert "Jurnalist saxlanılıb" in history


def chosen(form, *names):
    return {**form.data(button=None), "text": list(names)}


def test_texts_are_made_from_the_facts_and_taken_over_where_they_are_ticked(browser):
    case = CaseFactory(title="", summary="", person=PersonFactory(name="Aydan Ulduzlu"), start_date="2024-10")
    client = browser("entry")
    assert address(case, "texts") in client.get(address(case)).content.decode()

    page = client.get(address(case, "texts"))
    form = next(each for each in forms_of(page) if "edit_version" in each.offered)
    assert sorted(form.fields["text"]) == sorted(
        f"{field}:{code}" for field in ("title", "summary") for code in ("en", "az", "ru")
    ), "nothing stands there yet"
    answer = client.post(address(case, "texts"), chosen(form, "title:en", "title:ru"))

    assert answer.status_code == 302
    case.refresh_from_db()
    assert case.title == "Journalist Aydan Ulduzlu: detention, October 2024 (Azerbaijan)"
    assert [(each.language, each.text, each.way) for each in case.translations.all()] == [
        ("ru", "Журналист Aydan Ulduzlu: задержание, октябрь 2024 года (Азербайджан)", "facts")
    ]
    assert case.summary == ""
    assert not [problem for problem in problems(case) if problem.field == "translations"]


def test_a_text_made_of_a_case_that_changed_meanwhile_is_not_taken_over(browser):
    case, client = CaseFactory(), browser("entry")
    form = next(
        each for each in forms_of(client.get(address(case, "texts"))) if "edit_version" in each.offered
    )
    record_edit(case, by=None)

    answer = client.post(address(case, "texts"), chosen(form, "title:az"))

    assert answer.status_code == 200
    assert "Somebody changed the case meanwhile" in answer.content.decode()
    assert not Translation.objects.exists()


def test_below_named_no_made_text_has_the_name(browser):
    case = CaseFactory(person=PersonFactory(name="Aydan Ulduzlu", identity="withheld"))

    page = browser("entry").get(address(case, "texts"))

    assert all("Ulduzlu" not in line["made"] for line in page.context_data["lines"])
    assert page.context_data["lines"][0]["made"].startswith("Journalist: detention")


def test_whoever_may_not_change_the_case_makes_no_texts():
    case = CaseFactory()

    guest, client = UserFactory(username="guest", in_group="reviewer"), Client()
    guest.groups.clear()
    client.force_login(guest)

    assert client.get(address(case, "texts")).status_code == 403
    assert not Translation.objects.exists()
