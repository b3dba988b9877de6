"""A list that comes again: renumbered, with new terms, with somebody let go; and what a row says of nobody else."""

import pytest

from cases.models import Case, ListImport
from tests.imports.lists import confirmed, csv_of, preview, uploaded

pytestmark = pytest.mark.django_db

ROW = {"list_id": "1", "name": "İlqar Testzadə", "arrested_on": "3.10.2024", "articles": "234.4.3"}


def imported(client, *rows, **given):
    return confirmed(client, uploaded(client, csv_of(*rows), "list.csv", **given))


def facts(case):
    sentence = case.sentences.first()
    term = (
        (sentence.kind, sentence.years, sentence.months, sentence.days, sentence.words) if sentence else None
    )
    return term, sorted((each.kind, each.date.text) for each in case.events.all())


@pytest.mark.parametrize(("cell", "kinds"), [("", ["arrest"]), ("4.2.2025", ["arrest", "release"])])
def test_a_column_of_releases_releases_those_alone_of_whom_it_says_a_day(browser, cell, kinds):
    rows = [{"Name": "Natiq Dəmirsiz", "Arrested": "1.2.2024", "Article": "126", "Released": cell}]
    rows.append({**rows[0], "Name": "Aydın Dəmirsiz", "Released": "5.2.2025"})
    client = browser("entry")

    imported(client, *rows)

    case = Case.objects.get(person__names__text="Natiq Dəmirsiz")
    assert sorted(each.kind for each in case.events.all()) == kinds


def test_a_list_that_was_numbered_anew_changes_nobody_else(browser):
    client = browser("entry")
    imported(client, ROW)

    row = uploaded(client, csv_of({**ROW, "name": "Nicat Təzəadam", "birth_date": "1985"}), "list.csv")

    [error] = row.rows.get(verdict="error").told["errors"]
    assert error["column"] == "list_id" and "İlqar Testzadə" in error["reason"]
    respelled = uploaded(client, csv_of({**ROW, "name": "Ilgar Testzade", "birth_date": "1985"}), "list.csv")
    assert respelled.counts == {"changed": 1}


def test_each_person_of_a_cell_has_a_number_of_their_own(browser):
    both = {"Nr": "3", "Name": "Uydurmalı Səməd; Sınaqlı Fərid", "Article": "234", "Term": "8 il"}
    client = browser("entry")
    imported(client, both)

    done = imported(client, {**both, "Term": "7 il"})

    assert done.counts == {"changed": 2} and ListImport.objects.count() == 2
    assert {facts(case)[0][1] for case in Case.objects.all()} == {7}
    assert done.cases.values("case").distinct().count() == 2
    assert "cannot be undone" not in preview(client, done)


@pytest.mark.parametrize(
    ("before", "after", "term"),
    [
        ("12 years 6 months", "10 years", ("imprisonment", 10, None, None)),
        ("10 years", "Life", ("life_imprisonment", None, None, None)),
        ("Life", "8 il 3 ay", ("imprisonment", 8, 3, None)),
    ],
)
def test_a_new_term_takes_the_place_of_the_whole_one_before(browser, before, after, term):
    given = {**ROW, "verdict": "verdict_guilty"}
    client = browser("entry")
    imported(client, {**given, "term": before})
    first = facts(Case.objects.get())

    again = imported(client, {**given, "term": after})
    assert facts(Case.objects.get())[0][:4] == term

    client.post(f"/admin/import/{again.pk}/undo/", {"sure": "on"})
    assert facts(Case.objects.get()) == first
    # What stands again came of a list, as before it was changed.
    row = uploaded(client, csv_of({**given, "term": after}), "list.csv")
    assert row.counts == {"changed": 1} and all(each[3] for each in row.rows.get().told["changes"])


def test_several_people_in_a_cell_are_told_beside_a_mark_that_parts_others(browser):
    rows = [{"Name": "Vəli Nağıl / Əli Nağıl"}, {"Name": "Mehdi Xəyal, Sara Xəyal and Aqil Xəyal"}]

    row = uploaded(browser("entry"), csv_of(*rows), "list.csv")

    assert row.counts == {"new": 2, "error": 1}
    assert "several people" in row.rows.get(verdict="error").told["errors"][0]["reason"]


def test_a_list_shows_nobody_held_whom_it_says_was_let_go(browser):
    let_go = {"later_1_what": "release", "later_1_date": "2.2.2025", "held_at": "Prison No. 4"}
    client = browser("entry")

    row = uploaded(client, csv_of({**ROW, **let_go}), "list.csv")

    assert "let go" in preview(client, row) and "Prison No. 4" in preview(client, row)
    confirmed(client, row)
    assert [each.kind for each in Case.objects.get().events.all()] == ["arrest", "release"]


def test_a_later_list_confirms_once_more_that_somebody_is_held(browser):
    client = browser("entry")
    for day, prison in (("2024-11-01", "An invented prison"), ("2024-12-01", "Another invented prison")):
        row = uploaded(client, csv_of({**ROW, "held_at": prison}), "list.csv", as_of=day)
        confirmed(client, row)

    confirmed_on = {
        (each.date.text, each.place.name)
        for each in Case.objects.get().events.filter(kind="confirmed_still_held")
    }
    assert confirmed_on == {("2024-11-01", "An invented prison"), ("2024-12-01", "Another invented prison")}


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"arrested_on": "5.12.2025"}, "After the day of the list: 2025-12-05"),
        ({"later_1_what": "release", "later_1_date": "1.5.2024"}, "dated before the arrest"),
    ],
)
def test_days_that_contradict_each_other_are_told(browser, cells, told):
    client = browser("entry")

    row = uploaded(client, csv_of({**ROW, **cells}), "list.csv")

    assert row.counts == {"new": 1} and told in preview(client, row)


def test_a_list_gets_titles_and_summaries_from_the_facts_where_it_has_none(browser):
    client = browser("entry")
    rows = [ROW, {**ROW, "list_id": "2", "name": "Nicat Uydurma", "title": "A title of the list"}]
    imported(client, *rows, make_texts="on")

    one, other = (Case.objects.get(external_ids__value=number) for number in "12")
    assert "İlqar Testzadə" in one.title and one.summary
    languages = {each.language for each in one.translations.filter(field="title", way="facts")}
    assert {one.text_language, *languages} == {"en", "az", "ru"}
    assert other.title == "A title of the list" and other.summary

    again = uploaded(client, csv_of(*rows), "list.csv", make_texts="on")
    assert again.counts == {"same": 2}


def test_the_preview_shows_what_was_understood_of_a_new_row(browser):
    said = {
        "other_names": "Ilgar",
        "birth_date": "1985",
        "gender": "kişi",
        "roles": "jurnalist",
        "term": "8 il 6 ay",
    }
    said |= {"verdict": "verdict_guilty", "later_1_what": "release", "later_1_date": "4.2.2025"}
    client = browser("entry")

    page = preview(client, uploaded(client, csv_of({**ROW, **said}), "list.csv"))

    for words in ("Ilgar", "1985", "Male", "Journalist", "8 il 6 ay", "Release", "2025-02-04", "2024-10-03"):
        assert f"<dd>{words}" in page or f", {words}" in page, words
