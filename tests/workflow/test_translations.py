"""Texts in other languages are part of the record: published, masked, scanned, reworded and deleted like the text."""

from datetime import date

import pytest

from cases.models import Case, Citation, LedgerText, Place, PublishedCampaign, PublishedCase, Translation
from cases.models.history import history_of
from cases.register.check import check
from cases.register.search import search
from cases.register.snapshot import take_snapshot
from cases.workflow.completeness import problems, second_look
from cases.workflow.document import document_of
from cases.workflow.editing import record_edit
from cases.workflow.errors import Refused
from cases.workflow.keeping_texts import keep_texts
from tests.factories import (
    CampaignFactory,
    CaseFactory,
    EventFactory,
    PersonFactory,
    SourceFactory,
    TranslationFactory,
    UserFactory,
    take_to_public,
)
from tests.workflow.anonymised import begin_day, hidden, reworded
from tests.workflow.desk import change, everything_public

pytestmark = pytest.mark.django_db
NAME = "Zarema Kayanova"
MASK = "[name withheld]"


def translated(case, **texts):
    """The case with a translation into Azerbaijani of each text that is given."""
    for field, text in texts.items():
        TranslationFactory(case=case, field=field, text=text)
    return case


def row(case):
    return PublishedCase.objects.get(reference=case.reference)


def test_a_document_holds_every_translation_with_who_made_it_from_what():
    case = translated(CaseFactory(), title="Jurnalist saxlanılıb")
    event = EventFactory(case=case, description="At night.")
    TranslationFactory(
        case=case,
        field="description",
        event=event,
        language="ru",
        text="Ночью.",
        way="machine",
        translated_by="",
    )

    content = document_of(case).content

    assert content["text_language"] == "en"
    assert content["translations"] == [
        {
            "field": "title",
            "language": "az",
            "text": "Jurnalist saxlanılıb",
            "way": "person",
            "from_language": "en",
            "by": "A. Sample",
        }
    ]
    assert [each["text"] for each in content["events"][0]["translations"]] == ["Ночью."]
    assert content["events"][0]["translations"][0]["way"] == "machine"


def test_columns_hold_what_was_translated_and_leave_the_text_s_own_language_empty():
    case = translated(CaseFactory(), title="Jurnalist saxlanılıb", summary="Sərhəddə saxlanılıb.")
    TranslationFactory(case=case, language="ru", text="Журналистка задержана", way="machine_checked")

    take_to_public(case)

    published = row(case)
    assert (published.text_language, published.title, published.title_en) == (
        "en",
        "A journalist detained",
        "",
    )
    assert (published.title_az, published.summary_az) == ("Jurnalist saxlanılıb", "Sərhəddə saxlanılıb.")
    assert (published.title_ru, published.summary_ru) == ("Журналистка задержана", "")
    assert published.translations == [
        "az summary: person, from en, by A. Sample",
        "az title: person, from en, by A. Sample",
        "ru title: machine_checked, from en, by A. Sample",
    ]
    assert check() == []


def test_words_of_a_translation_find_the_case():
    case = translated(CaseFactory(), title="Jurnalist sərhəddə saxlanılıb", summary="Gecə yarısı.")
    take_to_public(case)
    take_to_public(CaseFactory())

    for words in ("sərhəddə", "yarısı", '"gecə yarısı"'):
        with take_snapshot() as snapshot:
            assert list(search(snapshot.bitmaps, words).rows) == [row(case).row_number]


def test_an_event_known_in_confidence_takes_its_translations_along():
    case = CaseFactory()
    event = EventFactory(case=case, description="Told in confidence.")
    Citation.objects.create(case=case, event=event, source=SourceFactory(confidential=True))
    TranslationFactory(case=case, field="description", event=event, text="Etibarla deyilib.")

    take_to_public(case)

    assert "Etibarla" not in everything_public()


@pytest.mark.parametrize("make", [CaseFactory, CampaignFactory])
def test_a_hidden_name_is_masked_in_every_translation(make):
    person = PersonFactory(name=NAME)
    take_to_public(CaseFactory(person=person))
    other = make(title="A crackdown", summary="Many arrests.")
    owner = {"case": other} if make is CaseFactory else {"case": None, "campaign": other}
    event = other.events.create(kind="other", description="At night.")
    TranslationFactory(**owner, text=f"{NAME} və başqaları")
    TranslationFactory(**owner, field="summary", language="ru", text="Среди них Зарема Каянова.")
    TranslationFactory(**owner, field="description", event=event, text=f"Gecə {NAME} aparıldı.")
    take_to_public(other)

    outcome = change(person, identity="withheld")

    model = PublishedCase if make is CaseFactory else PublishedCampaign
    document = model.objects.get(reference=other.reference).document
    texts = [each["text"] for each in (*document["translations"], *document["events"][0]["translations"])]
    assert sorted(texts) == sorted([f"{MASK} və başqaları", f"Среди них {MASK}.", f"Gecə {MASK} aparıldı."])
    assert other in outcome.masked
    public = everything_public()
    assert "Kayanova" not in public and "Каянова" not in public
    assert check() == []


@pytest.mark.parametrize(
    "language, text",
    [("az", f"{NAME} saxlanılıb"), ("ru", "Задержали Зарему Каянову"), ("ru", "Задержание Каяновой")],
)
def test_a_translation_that_names_who_is_hidden_stands_against_publishing(language, text):
    case = CaseFactory(person=PersonFactory(name=NAME, identity="withheld"))
    TranslationFactory(case=case, language=language, text=text)

    assert [problem.message for problem in problems(case) if NAME in problem.message]


@pytest.mark.parametrize(
    "text",
    [
        "3 oktyabr 2024 saxlanılıb",
        "Saxlanılıb 2024-10-03",
        "Saxlanılıb: 2024.10.03",
        "Oktyabrın 3-də saxlanılıb",
        "3-cü oktyabrda saxlanılıb",
        "Задержание 3-го октября",
        "Detained on the 3rd day of October",
    ],
)
def test_below_named_a_translation_tells_no_exact_day(text):
    case = translated(CaseFactory(person=PersonFactory(name=NAME, identity="withheld")), summary=text)

    assert any("exact day" in problem.message for problem in problems(case))


@pytest.mark.parametrize(
    "text", ["2024-cü ilin oktyabrında saxlanılıb", "Задержание в октябре 2024 года", "В октябре, 3 человека"]
)
def test_below_named_a_translation_tells_the_month(text):
    case = translated(CaseFactory(person=PersonFactory(name=NAME, identity="withheld")), summary=text)

    assert not any("exact day" in problem.message for problem in problems(case))


@pytest.mark.parametrize("text", ["Göydağda saxlanılıb", "Задержание в Гёйдаге"])
def test_below_named_a_translation_names_no_place_whatever_its_letters(text):
    case = CaseFactory(
        person=PersonFactory(name=NAME, identity="withheld"),
        place=Place.objects.create(name="Göydağ", country="AZ", locality="Göydağ"),
    )
    TranslationFactory(case=case, field="summary", language="az", text=text)

    assert any("“Göydağ”" in problem.message for problem in problems(case))


def test_the_second_look_reads_every_language():
    PersonFactory(name=NAME, identity="withheld")
    case = CaseFactory()
    TranslationFactory(case=case, field="summary", language="ru", text="Вместе с Заремой Каяновой.")

    assert second_look(case) == [NAME]


def test_what_is_translated_into_another_language_alone_is_an_edit_that_awaits_its_review():
    case = CaseFactory(published=True)
    translated(case, title="Jurnalist saxlanılıb")
    record_edit(case, by=UserFactory(username="entry"))

    assert row(case).title_az == ""
    take_to_public(case)
    assert row(case).title_az == "Jurnalist saxlanılıb"
    assert LedgerText.objects.of(case.reference).count() == 2


def test_narrowing_shows_no_translation_that_nobody_has_reviewed():
    source = SourceFactory()
    case = translated(CaseFactory(source=source), title="Jurnalist saxlanılıb")
    other = SourceFactory()
    Citation.objects.create(case=case, source=other)
    take_to_public(case)
    translated(case, summary="Hələ yoxlanmayıb.")
    record_edit(case, by=UserFactory(username="entry"))

    change(other, is_public=False)

    assert row(case).title_az == "Jurnalist saxlanılıb"
    assert "Hələ" not in everything_public()


def test_an_anonymised_case_says_every_translation_in_other_words(monkeypatch):
    begin_day(monkeypatch, date(2026, 3, 2))
    case = CaseFactory(person=PersonFactory(name=NAME))
    translated(case, title="Jurnalist tutuldu", summary="Onu şimal sərhədində vərəqə daşıyarkən saxladılar.")
    event = EventFactory(case=case, description="Taken from the bus.")
    TranslationFactory(
        case=case,
        field="description",
        event=event,
        language="ru",
        text="Двое в штатском вывели её из автобуса.",
    )
    take_to_public(case)

    reworded(hidden(case))

    repeated = [problem for problem in problems(case) if "was public before" in problem.message]
    assert {problem.field for problem in repeated} == {"translations", "events"}
    assert len([each for each in repeated if "Jurnalist tutuldu" in each.message]) == 1
    assert any("Двое в штатском" in each.message for each in repeated)

    Translation.objects.filter(case=case).delete()
    event.delete()
    assert not [problem for problem in problems(case) if "was public before" in problem.message]


def test_translations_of_a_case_withdrawn_before_are_known_from_its_history(monkeypatch):
    begin_day(monkeypatch, date(2026, 3, 2))
    case = CaseFactory(person=PersonFactory(name=NAME))
    text = "Onu şimal sərhədində vərəqə daşıyarkən saxladılar."
    translated(case, summary=text)
    take_to_public(case)
    case.former_texts.all().delete()
    Case.objects.filter(pk=case.pk).update(state="withdrawn", published_version=None)
    case.refresh_from_db()

    hidden(case)

    known = case.former_texts.get().documents
    assert {"field": "summary", "text": text} in known[0]["translations"]


def test_they_go_with_their_event_and_their_record_and_stay_in_the_history():
    case = translated(CaseFactory(), title="Jurnalist saxlanılıb")
    event = EventFactory(case=case)
    TranslationFactory(case=case, field="description", event=event, text="Gecə.")

    event.delete()
    assert [each.text for each in case.translations.all()] == ["Jurnalist saxlanılıb"]
    case.citations.all().delete()
    case.delete()

    assert not Translation.objects.exists()
    kept = history_of(Translation).filter(pgh_label="deleted").values_list("text", flat=True)
    assert sorted(kept) == ["Gecə.", "Jurnalist saxlanılıb"]


def test_made_texts_become_texts_of_the_case_and_an_edit_of_it():
    entry = UserFactory(username="entry")
    case = translated(CaseFactory(), title="Köhnə")
    texts = {("title", "en"): "Made", ("title", "az"): "Yaradılıb", ("summary", "ru"): "Составлено."}

    keep_texts(case, texts, by=entry, edit_version=case.edit_version)

    case.refresh_from_db()
    assert (case.title, case.edit_version, case.edited_by) == ("Made", 2, entry)
    kept = case.translations.values_list("field", "language", "text", "way", "from_language", "translated_by")
    assert list(kept) == [
        ("summary", "ru", "Составлено.", "facts", "", ""),
        ("title", "az", "Yaradılıb", "facts", "", ""),
    ]


@pytest.mark.parametrize(
    "texts, version, told",
    [
        ({("title", "az"): "x" * 301}, 1, "longer than such a text may be"),
        ({("title", "az"): "Yaradılıb"}, 7, "changed the case meanwhile"),
        ({}, 1, "at least one text"),
    ],
)
def test_what_cannot_be_kept_is_refused(texts, version, told):
    case = CaseFactory()

    with pytest.raises(Refused, match=told):
        keep_texts(case, texts, by=UserFactory(username="entry"), edit_version=version)

    assert not case.translations.exists()
