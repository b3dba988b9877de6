"""Whom a public text must not name: the second look at names on file, and what is refused below “named”."""

from datetime import date

import pytest

from cases.models import PersonRelation, Place
from cases.text.partial_dates import PartialDate
from cases.workflow.completeness import problems, second_look
from cases.workflow.editing import record_edit
from tests.factories import (
    CampaignFactory,
    CaseFactory,
    PersonFactory,
    SourceFactory,
    UserFactory,
    take_to_public,
)
from tests.workflow.desk import change

pytestmark = pytest.mark.django_db
TODAY = date(2025, 6, 1)
NAME = "Zarema Kayanova"
SENTENCE = f"Arrested together with {NAME}."


def found_in(record):
    return second_look(record, today=TODAY)


def objections(case):
    return " ".join(problem.message for problem in problems(case, today=TODAY))


@pytest.mark.parametrize(
    "details",
    [
        {"identity": "withheld"},
        {"identity": "initials"},
        {"consent": "publish_anonymised", "consent_by": "self"},
        {"consent": "refused", "consent_by": "family"},
        {"consent": "withdrawn", "consent_by": "self"},
        {"birth_date": PartialDate("2012")},
    ],
    ids=lambda details: " ".join(map(str, details.values())),
)
def test_the_second_look_finds_who_is_hidden(details):
    PersonFactory(name=NAME, **details)

    assert found_in(CaseFactory(summary=SENTENCE)) == [NAME]


def test_the_second_look_finds_who_is_hidden_by_the_consent_of_a_case():
    CaseFactory(person=PersonFactory(name=NAME), consent="publish_anonymised", consent_by="lawyer")

    assert found_in(CaseFactory(summary=SENTENCE)) == [NAME]


def test_the_second_look_finds_relatives():
    person, relative = PersonFactory(), PersonFactory(name=NAME)
    PersonRelation.objects.create(person=person, other=relative, kind="sibling")

    assert found_in(CaseFactory(person=person, summary=SENTENCE)) == [NAME]


def test_the_second_look_finds_a_spelling_for_the_desk_alone():
    person = PersonFactory(name="Aydan Ulduzlu")
    person.names.create(text="Ayko Pennameov", is_public=False)

    assert found_in(CaseFactory(person=person, summary="Writes as Ayko Pennameov.")) == ["Ayko Pennameov"]


@pytest.mark.parametrize("text", ["Зарему Каянову задержали.", "KAYANOVA ZAREMA was held."])
def test_the_second_look_forgives_script_case_and_order(text):
    PersonFactory(name=NAME, identity="withheld")

    assert found_in(CaseFactory(summary=text)) == [NAME]


def test_the_second_look_reads_every_text_of_the_record():
    PersonFactory(name=NAME, identity="withheld")
    case, campaign = CaseFactory(), CampaignFactory(summary=SENTENCE)
    case.events.create(kind="other", description=SENTENCE)

    assert found_in(case) == [NAME]
    assert found_in(campaign) == [NAME]


def test_the_second_look_passes_over_named_adults():
    PersonFactory(name=NAME, birth_date=PartialDate("1980"))

    assert found_in(CaseFactory(summary=SENTENCE)) == []


@pytest.mark.parametrize(
    "narrower",
    [{"identity": "withheld"}, {"consent": "refused", "consent_by": "self"}],
    ids=["identity", "consent"],
)
@pytest.mark.parametrize("make", [CaseFactory, CampaignFactory])
def test_other_public_texts_that_print_a_name_hidden_now_are_marked(make, narrower):
    person = PersonFactory(name=NAME)
    CaseFactory(person=person, published=True)
    other = make(summary=SENTENCE, published=True)
    unconcerned = make(published=True)

    outcome = change(person, **narrower)

    other.refresh_from_db()
    unconcerned.refresh_from_db()
    assert other in outcome.marked
    assert "a name that is hidden now" in other.review_wanted
    assert unconcerned.review_wanted == ""


def test_another_change_of_the_person_marks_no_mentions():
    person = PersonFactory(name=NAME)
    CaseFactory(person=person, published=True)
    other = CaseFactory(summary=SENTENCE, published=True)

    change(person, gender="female")

    other.refresh_from_db()
    assert other.review_wanted == ""


def test_a_mark_stays_until_the_text_was_published_again():
    person = PersonFactory(name=NAME)
    CaseFactory(person=person, published=True)
    other = CaseFactory(summary=SENTENCE, published=True)
    change(person, identity="withheld")
    other.refresh_from_db()

    other.summary = "Arrested together with a colleague."
    other.save()
    record_edit(other, by=UserFactory(username="entry"))
    assert "a name that is hidden now" in other.review_wanted

    take_to_public(other)

    assert other.review_wanted == ""


@pytest.mark.parametrize(
    "text",
    [
        "Arrested on 2024-10-03.",
        "Arrested on 3.10.2024.",
        "Arrested on 3 October 2024.",
        "Arrested on October 3, 2024.",
        "Arrested on the 3rd of October.",
        "Задержан 3 октября 2024 года.",
        "3 oktyabr 2024-cü ildə saxlanılıb.",
    ],
)
def test_below_named_no_text_prints_an_exact_day(text):
    hidden = CaseFactory(person=PersonFactory(identity="withheld"), summary=text)
    named = CaseFactory(summary=text)

    assert "exact day" in objections(hidden)
    assert objections(named) == ""


def test_two_texts_one_after_the_other_are_no_day():
    """A number at the end of one and the first letters of a month in the next, as in “2” and “sentence”."""
    hidden = CaseFactory(person=PersonFactory(identity="withheld"), summary="Held since 2")
    sentence = hidden.sentences.create(proceeding=hidden.proceedings.create(jurisdiction="AZ"), kind="fine")
    hidden.citations.create(sentence=sentence, source=SourceFactory(), credibility="2")

    assert objections(hidden) == ""


@pytest.mark.parametrize("text", ["Held in Qala prison.", "Held in the Göydağ district."])
def test_below_named_no_text_prints_the_place(text):
    place = Place.objects.create(name="Göydağ", country="AZ", locality="Göydağ", facility="Qala prison")
    hidden = CaseFactory(person=PersonFactory(identity="initials"), place=place, summary=text)
    named = CaseFactory(place=place, summary=text)

    assert "country and region" in objections(hidden)
    assert objections(named) == ""
