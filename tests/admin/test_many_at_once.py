"""Many at once: lines are pasted, looked at and chosen, and all become cases or none does."""

import pytest
from django.contrib.auth.models import User

from cases.models import Case, Person
from tests.admin.forms import forms_of
from tests.admin.test_from_a_list import typed_in
from tests.factories import CampaignFactory, PersonFactory, SourceFactory

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/cases/case/many-at-once/"
EVENT = {
    "country": "AZ",
    "code": "CAO",
    "taken": "detained",
    "arrested_on": "3.5.2025",
    "place": "Uydurma",
    "court": "An invented district court",
    "verdict": "verdict_guilty",
    "verdict_on": "4.5.2025",
    "articles": "535.1",
    "term": "400 manat",
    "make_texts": "on",
}
LINES = "Orxan Uydurmalı\t1985\t\t\nNigar Xəyali\t\t535.1, 510\t300 manat\n\nСамир Придуманный\n"


def many_form(page):
    return next(form for form in forms_of(page) if "lines" in form.data())


def filled(client, **values):
    return {**typed_in(many_form(client.get(ADDRESS))), **EVENT, "lines": LINES, **values}


def entered(client, data):
    looked = client.post(ADDRESS, data)
    return client.post(ADDRESS, {**typed_in(many_form(looked)), "_enter": "1"}, follow=True)


def test_lines_are_shown_first_and_then_become_cases_with_what_they_share(browser):
    source, campaign, client = SourceFactory(), CampaignFactory(), browser("entry")
    data = filled(client, source=source.pk, campaign=campaign.pk)

    looked = client.post(ADDRESS, data)
    nothing_yet = not Case.objects.exists()
    done = client.post(ADDRESS, {**typed_in(many_form(looked)), "_enter": "1"}, follow=True)

    cases = list(Case.objects.order_by("pk"))
    page = done.content.decode()
    assert nothing_yet and "Enter 3 cases" in looked.content.decode()
    assert [str(case.person) for case in cases] == ["Orxan Uydurmalı", "Nigar Xəyali", "Самир Придуманный"]
    assert [case.charges.count() for case in cases] == [1, 2, 1]
    assert [case.sentences.get().amount for case in cases] == [400, 300, 400]
    assert cases[0].person.birth_date.text == "1985"
    for case in cases:
        assert f'href="/admin/cases/case/{case.pk}/change/"' in page
        assert set(case.events.values_list("kind", "place__name")) == {
            ("detained", "Uydurma"),
            ("verdict_guilty", None),
        }
        assert list(case.campaigns.all()) == [campaign]
        assert {each.source for each in case.citations.all()} == {source}
        assert case.title and case.state == "draft"
    assert len({case.events.get(kind="detained").place for case in cases}) == 1


def test_what_is_wrong_is_named_by_line_and_column_and_nothing_typed_is_lost(browser):
    source, client = SourceFactory(), browser("entry")
    lines = "Orxan Uydurmalı\tsoon\tno article\t\nNigar Xəyali\t1990\t535.1\t400 manat\tand more"
    data = filled(client, source=source.pk, lines=lines, verdict_on="the other day")

    answer = client.post(ADDRESS, {**data, "_enter": "1"})

    told = " ".join(answer.context["form"].errors["lines"])
    assert (
        "Line 1, Born:" in told
        and "Line 1, Articles:" in told
        and "Line 2: “and more” is in no column" in told
    )
    assert "verdict_on" in answer.context["form"].errors
    again = typed_in(many_form(answer))
    assert again["lines"].strip() == lines
    assert {name: again[name] for name in EVENT} == {**EVENT, "verdict_on": "the other day"}
    assert not Case.objects.exists() and not Person.objects.exists()


def test_who_may_be_on_file_is_chosen_line_by_line_in_any_script(browser):
    person, source, client = PersonFactory(name="Orxan Uydurmalı"), SourceFactory(), browser("entry")
    data = filled(client, source=source.pk, lines="Орхан Уйдурмалы\nNigar Xəyali\nNiqar Xayali")

    asked = client.post(ADDRESS, {**data, "_enter": "1"})
    page, nothing_yet = asked.content.decode(), not Case.objects.exists()
    answers = {"answer-line:1": person.pk, "answer-line:3": "new"}
    looked = client.post(ADDRESS, {**typed_in(many_form(asked)), **answers})
    client.post(ADDRESS, {**typed_in(many_form(looked)), **answers, "_enter": "1"})

    assert nothing_yet and "Line 2 says the same name." in page
    assert [case.person == person for case in Case.objects.order_by("pk")] == [True, False, False]
    assert Person.objects.count() == 3


def test_an_answer_is_for_the_line_as_it_was(browser):
    person, source, client = PersonFactory(name="Orxan Uydurmalı"), SourceFactory(), browser("entry")
    asked = client.post(ADDRESS, filled(client, source=source.pk, lines="Orxan Uydurmalı"))
    data = {**typed_in(many_form(asked)), "answer-line:1": person.pk, "lines": "Nigar Xəyali"}

    client.post(ADDRESS, {**data, "_enter": "1"})

    assert str(Case.objects.get().person) == "Nigar Xəyali"


def test_one_person_twice_is_an_error(browser):
    person, source, client = PersonFactory(name="Orxan Uydurmalı"), SourceFactory(), browser("entry")
    asked = client.post(ADDRESS, filled(client, source=source.pk, lines="Orxan Uydurmalı\nOrxan Uydurmalı"))
    both = {"answer-line:1": person.pk, "answer-line:2": person.pk}

    answer = client.post(ADDRESS, {**typed_in(many_form(asked)), **both, "_enter": "1"})

    assert "This is the person of line 1" in answer.content.decode()
    assert not Case.objects.exists()


def test_posted_twice_it_is_entered_once(browser):
    source, client = SourceFactory(), browser("entry")
    looked = client.post(ADDRESS, filled(client, source=source.pk))
    data = {**typed_in(many_form(looked)), "_enter": "1"}

    first = client.post(ADDRESS, data)
    again = client.post(ADDRESS, data, follow=True)

    assert Case.objects.count() == 3
    assert again.redirect_chain[0][0] == first["Location"]
    assert "These were entered before" in again.content.decode()


@pytest.mark.parametrize(
    "lines, told",
    [
        ("\n".join(f"Uydurma Adam{number}" for number in range(201)), "At most 200 lines"),
        ("", "Give the people"),
        ("\u202eOrxan", "nobody sees"),
        ('"Orxan', None),
    ],
)
def test_odd_lines_are_told_or_taken(lines, told, browser):
    source, client = SourceFactory(), browser("entry")

    answer = client.post(ADDRESS, filled(client, source=source.pk, lines=lines))

    assert answer.status_code == 200
    assert told is None or told in answer.content.decode()
    assert not Case.objects.exists()


@pytest.mark.parametrize("columns", [{"column_1": "birth_date"}, {"column_2": "name"}, {"column_1": "court"}])
def test_columns_have_one_name_and_nothing_twice(columns, browser):
    source, client = SourceFactory(), browser("entry")

    answer = client.post(ADDRESS, filled(client, source=source.pk, **columns))

    assert "column_1" in answer.context["form"].errors
    assert not Case.objects.exists()


def test_it_is_for_those_who_enter_cases(browser):
    client = browser("entry")
    User.objects.get(username="entry").groups.clear()

    assert client.get(ADDRESS).status_code == client.post(ADDRESS, EVENT).status_code == 403
    assert client.get(f"{ADDRESS}entered/?form=x").status_code == 403


def test_what_somebody_else_entered_is_not_found_by_its_form(browser):
    source, client = SourceFactory(), browser("entry")
    looked = client.post(ADDRESS, filled(client, source=source.pk))
    done = client.post(ADDRESS, {**typed_in(many_form(looked)), "_enter": "1"})

    assert client.get(done["Location"]).status_code == 200
    assert browser("reviewer").get(done["Location"]).status_code == 404
