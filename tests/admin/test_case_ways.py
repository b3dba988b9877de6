"""What begins at a case: a copy for another person, and a second arrest of the same."""

import pytest

from cases.models import Case, Person, Relation
from tests.admin.forms import forms_of
from tests.admin.test_from_a_list import ADDRESS, CELLS, line, typed_in
from tests.admin.test_from_a_list import filled as short_form
from tests.factories import SourceFactory

pytestmark = pytest.mark.django_db

PRIVATE = "The mother called us."


@pytest.fixture
def entered(browser):
    source, client = SourceFactory(), browser("entry")
    client.post(
        ADDRESS,
        short_form(
            client, source=source.pk, notes=PRIVATE, **{"later-0-kind": "release", "later-0-date": "1.7.2025"}
        ),
    )
    return Case.objects.get()


def copy_form(page):
    return next(form for form in forms_of(page) if "parts" in form.offered)


def copy_data(client, case, **values):
    form = copy_form(client.get(f"/admin/cases/case/{case.pk}/copy/"))
    return {**typed_in(form), "parts": form.fields["parts"], "_copy": "1", **values}


def test_a_copy_has_the_facts_and_their_sources_and_nothing_of_the_person(entered, browser):
    client, case = browser("entry"), entered
    case.events.update(conditions=PRIVATE, description=PRIVATE)
    case.proceedings.update(file_number=PRIVATE)
    data = copy_data(client, case, name="Nigar Xəyali", birth_date="1990")

    client.post(f"/admin/cases/case/{case.pk}/copy/", data)
    client.post(f"/admin/cases/case/{case.pk}/copy/", data)

    copy = Case.objects.exclude(pk=case.pk).get()
    assert (str(copy.person), copy.person.birth_date.text, copy.state) == ("Nigar Xəyali", "1990", "draft")
    assert (copy.title, copy.summary, copy.notes, copy.consent) == ("", "", "", Case().consent)
    assert not copy.translations.exists() and not Relation.objects.exists()
    for part in ("violations", "proceedings", "charges", "sentences", "events"):
        assert getattr(copy, part).count() == getattr(case, part).count() > 0
    assert [str(each) for each in copy.events.all()] == [str(each) for each in case.events.all()]
    assert {each.proceeding for each in copy.charges.all()} == {copy.proceedings.get()}
    assert not copy.events.exclude(conditions="", description="").exists()
    assert not copy.proceedings.exclude(file_number="").exists()
    for fact in (*copy.charges.all(), *copy.events.all(), *copy.sentences.all()):
        assert [each.source for each in fact.citations.all()] == [case.citations.first().source]


def test_somebody_on_file_is_asked_about_and_the_person_of_the_case_refused(entered, browser):
    client, address = browser("entry"), f"/admin/cases/case/{entered.pk}/copy/"

    asked = client.post(address, copy_data(client, entered, name=CELLS["name"]))
    data = {**typed_in(copy_form(asked)), "parts": ["events"], "answer:name": entered.person.pk}
    refused = client.post(address, data)
    made = client.post(address, {**data, "answer:name": "new"})

    assert "Not saved yet: this may be on file already." in asked.content.decode()
    assert "This is the person of the case itself." in refused.content.decode()
    assert made.status_code == 302
    assert Person.objects.count() == 2
    copy = Case.objects.exclude(pk=entered.pk).get()
    assert copy.events.exists() and not copy.charges.exists()


def test_a_second_arrest_begins_with_the_person_and_both_cases_say_so(entered, browser):
    client, address = browser("entry"), f"{ADDRESS}?after={entered.pk}"
    page = client.get(f"/admin/cases/case/{entered.pk}/change/").content.decode()
    form = line(client.get(address))
    cells = {"source": SourceFactory().pk, "arrested_on": "2.8.2025", "articles": "221.3", "make_texts": ""}

    client.post(address, {**typed_in(form), **cells})

    assert address in page and f"/admin/cases/case/{entered.pk}/copy/" in page
    second = Case.objects.exclude(pk=entered.pk).get()
    assert form["name"] == CELLS["name"] and second.person == entered.person
    relation = Relation.objects.get()
    assert (relation.from_case, relation.kind, relation.to_case) == (entered, "precedes", second)
    assert relation.source == second.citations.first().source
    assert Person.objects.count() == 1


def test_another_name_in_its_place_is_another_person_and_no_second_arrest(entered, browser):
    client, address = browser("entry"), f"{ADDRESS}?after={entered.pk}"
    form = line(client.get(address))

    other = {"source": SourceFactory().pk, "name": "Zarema Kayanova", "arrested_on": "2.8.2025"}
    client.post(address, {**typed_in(form), **other})

    assert str(Case.objects.exclude(pk=entered.pk).get().person) == "Zarema Kayanova"
    assert not Relation.objects.exists()
