"""The short form: one screen, one save, and what was chosen once is there for the next entry."""

import pytest
from django.contrib.auth.models import User

from cases.models import Case, Person, Place, Source
from tests.admin.forms import forms_of
from tests.factories import CampaignFactory, PersonFactory, SourceFactory

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/cases/case/from-a-list/"
CELLS = {
    "country": "AZ",
    "as_of": "2025-06-01",
    "name": "Orxan Uydurmalı",
    "birth_date": "1985",
    "roles": "journalist",
    "articles": "234.4.3, 28-228.1",
    "arrested_on": "3.10.2024",
    "place": "Uydurma",
    "remand_until": "3.2.2025",
    "court": "An invented district court",
    "verdict": "verdict_guilty",
    "verdict_on": "20.1.2025",
    "term": "8 il 6 ay",
    "held_at": "14 saylı uydurma müəssisə",
    "summary": "An invented journalist was convicted.",
    "make_texts": "on",
}


def line(page):
    return next(form for form in forms_of(page) if "new_source" in form.offered or "name" in form.data())


def filled(client, **values):
    form = line(client.get(ADDRESS))
    return {**typed_in(form), **CELLS, **values}


def typed_in(form):
    return {
        name: value[0] if isinstance(value, list) else value for name, value in form.data("_continue").items()
    }


def test_an_entry_is_one_save_and_the_next_begins_with_what_is_kept(browser):
    source, campaign, client = SourceFactory(), CampaignFactory(), browser("entry")

    answer = client.post(ADDRESS, filled(client, source=source.pk, campaign=campaign.pk), follow=True)

    case = Case.objects.get()
    page = answer.content.decode()
    assert f'<a href="/admin/cases/case/{case.pk}/change/">{case.title} ({case.reference})</a>' in page
    assert (case.charges.count(), case.events.count(), list(case.campaigns.all())) == (2, 4, [campaign])
    nexts = typed_in(line(answer))
    assert {name: nexts[name] for name in ("source", "campaign", "country", "as_of", "name")} == {
        "source": str(source.pk),
        "campaign": str(campaign.pk),
        "country": "AZ",
        "as_of": "2025-06-01",
        "name": "",
    }


def test_a_source_that_is_not_on_file_is_made_with_it_and_kept(browser):
    client = browser("entry")
    new = {
        "new_source": "An invented list",
        "new_source_url": "https://list.example/1",
        "new_source_is_public": "on",
    }

    client.post(ADDRESS, filled(client, source="", **new), follow=True)

    source = Source.objects.get()
    assert (source.title, source.url, source.is_public) == (
        "An invented list",
        "https://list.example/1",
        True,
    )
    assert {each.source for each in Case.objects.get().citations.all()} == {source}
    assert line(client.get(ADDRESS))["source"] == str(source.pk)


def test_without_a_source_nothing_is_entered(browser):
    client = browser("entry")

    answer = client.post(ADDRESS, filled(client, source=""))

    assert "Choose the list you enter from" in answer.content.decode()
    assert not Case.objects.exists()


def test_what_is_wrong_stands_beside_its_cell_and_all_that_was_typed_is_back(browser):
    source, client = SourceFactory(), browser("entry")
    wrong = {
        "articles": "28",
        "arrested_on": "the other day",
        "later-0-kind": "release",
        "later-0-date": "soon",
    }

    answer = client.post(ADDRESS, filled(client, source=source.pk, **wrong))

    page = answer.content.decode()
    assert answer.context["form"].errors.keys() >= {"articles", "arrested_on"}
    assert answer.context["later"].forms[0].errors.keys() == {"date"}
    assert "Not saved. Please correct the errors below." in page
    again = typed_in(line(answer))
    assert {name: again[name] for name in (*CELLS, *wrong)} == {**CELLS, **wrong}
    assert not Person.objects.exists() and not Place.objects.exists()


def test_somebody_who_may_be_on_file_is_asked_about_and_one_answer_saves(browser):
    person, source, client = PersonFactory(name="Orxan Uydurmalı"), SourceFactory(), browser("entry")

    asked = client.post(ADDRESS, filled(client, source=source.pk, name="Орхан Уйдурмалы"))
    data = typed_in(line(asked))
    saved = client.post(ADDRESS, {**data, "answer:name": person.pk}, follow=True)

    assert "Not saved yet: this may be on file already." in asked.content.decode()
    assert Case.objects.get().person == person
    assert "birth, gender and roles stay as they are there" in saved.content.decode()


def test_an_answer_is_for_the_name_it_was_given_to(browser):
    PersonFactory(name="Orxan Uydurmalı")
    PersonFactory(name="Zarema Kayanova")
    source, client = SourceFactory(), browser("entry")
    asked = client.post(ADDRESS, filled(client, source=source.pk))
    data = {**typed_in(line(asked)), "answer:name": "new", "name": "Zarema Kayanova"}

    again = client.post(ADDRESS, data)

    assert "Not saved yet: this may be on file already." in again.content.decode()
    assert not Case.objects.exists()


def test_another_row_keeps_what_was_typed(browser):
    source, client = SourceFactory(), browser("entry")
    data = filled(client, source=source.pk, **{"later-0-kind": "release", "later-0-date": "1.5.2025"})
    data.pop("_continue", None)

    answer = client.post(ADDRESS, {**data, "_more": "1"})

    again = typed_in(line(answer))
    assert (again["later-0-kind"], again["later-1-kind"], again["name"]) == ("release", "", CELLS["name"])
    assert not Case.objects.exists()


def test_it_is_for_those_who_enter_cases(browser):
    client = browser("entry")
    User.objects.get(username="entry").groups.clear()

    assert client.get(ADDRESS).status_code == 403
    assert client.post(ADDRESS, CELLS).status_code == 403


@pytest.mark.parametrize("number", ["9" * 5_000, "100000", "²", ""])
@pytest.mark.parametrize("more", [{}, {"_more": "1"}])
def test_an_odd_number_of_rows_is_told_and_no_server_error(number, more, browser):
    source, client = SourceFactory(), browser("entry")
    data = filled(client, source=source.pk, **{"later-TOTAL_FORMS": number})
    data.pop("_continue", None)

    answer = client.post(ADDRESS, data | more)

    assert answer.status_code == 200
    assert answer.context["error_list"]
    assert "Not saved." in answer.content.decode()
    assert not Case.objects.exists()


def test_another_row_is_offered_until_there_are_as_many_as_may_be(browser):
    source, client = SourceFactory(), browser("entry")
    data = filled(client, source=source.pk)
    data.pop("_continue", None)

    data["later-TOTAL_FORMS"] = "19"

    for _press in range(2):
        answer = client.post(ADDRESS, {**data, "_more": "1"})
        data = typed_in(line(answer))
    client.post(ADDRESS, data, follow=True)

    assert "_more" not in answer.content.decode()
    assert len(answer.context["later"].forms) == 20
    assert Case.objects.count() == 1


def test_what_is_wrong_in_a_row_of_what_came_after_is_told_above_too(browser):
    source, client = SourceFactory(), browser("entry")

    answer = client.post(ADDRESS, filled(client, source=source.pk, **{"later-0-kind": "no such kind"}))

    assert answer.context["error_list"]
    assert "Not saved." in answer.content.decode()


@pytest.mark.parametrize("cell", ["name", "held_at", "later-99-place", ""])
@pytest.mark.parametrize("value", ["9" * 5_000, "9" * 30, "²"])
def test_an_odd_answer_is_no_server_error(cell, value, browser):
    source, client = SourceFactory(), browser("entry")
    PersonFactory(name=CELLS["name"])
    data = filled(client, source=source.pk, **{f"answer:{cell}": value})

    answer = client.post(ADDRESS, data | {f"asked:{cell}": data.get(cell, "")})

    assert answer.status_code in (200, 302)


@pytest.mark.parametrize(
    "cell, typed",
    [
        ("place", "a \u202e b"),
        ("held_at", "a \u202e b"),
        ("later-0-place", "a \u202e b"),
        ("court", "a \u202e b"),
        ("name", "a \u202e b"),
        ("articles", "a \u202e b"),
        ("term", "1 year \u202e"),
        ("new_source", "a \u202e b"),
        ("as_of", "soon"),
        ("campaign", "9" * 5_000),
        ("source", "9" * 5_000),
        ("country", "nowhere at all"),
        ("country", "XX"),
        ("verdict", "no such"),
        ("is_final", "perhaps"),
        ("later-0-date", "x" * 400),
    ],
)
def test_an_odd_cell_is_told_and_nothing_is_half_written(cell, typed, browser):
    source, client = SourceFactory(), browser("entry")
    given = {"source": source.pk, "later-0-kind": "release", cell: typed}
    if cell == "new_source":
        given["source"] = ""
    if cell == "is_final":
        given["verdict"] = ""

    answer = client.post(ADDRESS, filled(client, **given))

    assert answer.status_code == 200
    assert answer.context["error_list"]
    assert not Case.objects.exists() and not Person.objects.exists() and not Place.objects.exists()


def test_a_form_posted_twice_makes_one_case(browser):
    source, client = SourceFactory(), browser("entry")
    data = filled(client, source=source.pk)

    client.post(ADDRESS, data)
    again = client.post(ADDRESS, data, follow=True)

    case = Case.objects.get()
    assert "This was entered before, and is there once" in again.content.decode()
    assert case.reference in again.content.decode()
    client.post(ADDRESS, filled(client, source=source.pk, name="Zarema Kayanova"))
    assert Case.objects.count() == 2


def test_a_title_and_a_summary_are_made_in_each_language_where_none_is_typed(browser):
    source, client = SourceFactory(), browser("entry")

    client.post(ADDRESS, filled(client, source=source.pk))
    client.post(ADDRESS, filled(client, source=source.pk, name="Zarema Kayanova", make_texts=""))

    case, without = Case.objects.order_by("pk")
    assert "Orxan Uydurmalı" in case.title and case.summary == CELLS["summary"]
    assert set(case.translations.values_list("field", "language")) == {("title", "az"), ("title", "ru")}
    assert (without.title, without.translations.count()) == ("", 0)


def test_a_source_like_one_on_file_is_asked_about_first(browser):
    source, client = SourceFactory(title="An invented list of prisoners"), browser("entry")
    new = {"new_source": "An invented list of prisoner", "new_source_is_public": "on"}

    asked = client.post(ADDRESS, filled(client, source="", **new))
    nothing_yet = not Case.objects.exists()
    data = typed_in(line(asked))
    client.post(ADDRESS, {**data, "answer:new_source": source.pk})

    assert nothing_yet and source.title in asked.content.decode()
    assert Source.objects.get() == source
    assert Case.objects.get().citations.first().source == source


def test_the_code_of_law_stays_and_a_fine_of_forty_is_one_of_a_minor_offence(browser):
    source, client = SourceFactory(), browser("entry")
    cells = {"code": "CAO", "articles": "535.1", "term": "400 manat", "remand_until": "", "held_at": ""}

    client.post(ADDRESS, filled(client, source=source.pk, **cells))

    case = Case.objects.get()
    assert case.charges.get().provision.code == "CAO"
    assert (case.proceedings.get().kind, case.sentences.get().kind) == ("administrative", "fine")
    assert line(client.get(ADDRESS))["code"] == "CAO"
