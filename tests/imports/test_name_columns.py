"""Columns of names as lists have them, and what stands beside a name in its cell (all names invented)."""

import pytest

from cases.models import Case, Person
from tests.imports.lists import brought, confirmed, csv_of, preview, settled, uploaded

pytestmark = pytest.mark.django_db


def fields_of(row):
    return {each["column"]: each["field"] for each in row.mapping["columns"] if each["field"]}


def test_names_last_first_in_capitals_with_aliases_and_a_birthplace(browser):
    client = browser("entry")
    content = csv_of(
        {"No.": "1", "Full name": "UYDURMALI, Orxan (Orxan bəy)", "Date of birth": "1985", "Place of birth": "Uydurma",
         "Article": "234.4.3", "Sentence": "12 years 6 months", "Date of arrest": "3 okt 2024"},
        {"No.": "2", "Full name": "QURAŞDIRMA, İlhamə “Solmaz”", "Date of birth": "n/a", "Place of birth": "Bakı",
         "Article": "28-228.1", "Sentence": "Life", "Date of arrest": "5 октября 2024"},
    )  # fmt: skip
    row = uploaded(client, content, "prisoners.csv")

    assert fields_of(row)["Full name"] == "name" and "Place of birth" not in fields_of(row)
    assert row.counts == {"new": 2}, preview(client, row)
    confirmed(client, row)
    one, two = Case.objects.order_by("pk")
    assert {each.text for each in one.person.names.all()} == {"Orxan Uydurmalı", "Orxan bəy"}
    assert {each.text for each in two.person.names.all()} == {"İlhamə Quraşdırma", "Solmaz"}
    assert (one.sentences.get().years, one.sentences.get().months) == (12, 6)
    assert two.sentences.get().kind == "life_imprisonment"
    assert (two.events.get(kind="arrest").date.text, two.person.birth_date.text) == ("2024-10-05", "")


def test_two_columns_together_and_the_same_in_every_row(browser):
    client = browser("entry")
    row = brought(client, csv_of({"First name": "Orxan", "Surname": "Uydurmalı", "Charge": "126"}), "two.csv")
    row = settled(client, row, **{"whole-constants": "gender = male\nroles = journalist, blogger"})

    assert row.counts == {"new": 1}, preview(client, row)
    confirmed(client, row)
    person = Person.objects.get()
    assert (str(person), person.gender, person.roles) == (
        "Orxan Uydurmalı",
        "male",
        ["journalist", "blogger"],
    )


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("Petrov Petr, Sidorov Sidor", False),
        ("Петров Пётр, Сидоров Сидор, Иванов Иван", False),
        ("UYDURMALI, Orxan", True),
        ("Выдуманный, Иван Иванович", True),
        ("Uydurma Solmaz, Leyla qızı", True),
    ],
)
def test_whole_names_between_commas_are_several_people(name, is_one, browser):
    row = uploaded(browser("entry"), csv_of({"Name": name}), "list.csv")

    assert (row.counts == {"error": 1}) is not is_one, preview(browser("entry"), row)


def test_what_stands_beside_a_name_is_read_as_the_birth_or_told(browser):
    client = browser("entry")
    names = [
        "1. Tural Boşluq, 45",
        "2. Vəli Nağıl* (born 1977)",
        "3. Namiq Xəyal (arrested with his brother)",
    ]
    row = uploaded(client, csv_of(*({"Name": each, "Job": "journalist"} for each in names)), "list.csv")

    assert row.counts == {"new": 3}
    assert [each.told["notes"] for each in row.rows.order_by("number")] == [
        ["“45” beside the name is read as the birth."],
        ["“1977” beside the name is read as the birth."],
        ["Left out, since it stands beside the name and is none: arrested with his brother."],
    ]
    confirmed(client, row)
    persons = Person.objects.order_by("pk")
    assert [str(each) for each in persons] == ["Tural Boşluq", "Vəli Nağıl", "Namiq Xəyal"]
    assert [each.birth_date.text for each in persons] == ["1979/1980", "1977", ""]
    assert [each.names.count() for each in persons] == [1, 1, 1]


def test_a_birth_beside_a_name_gives_way_to_that_of_its_column(browser):
    client = browser("entry")
    row = uploaded(client, csv_of({"Name": "Tural Boşluq, 45", "Born": "1978"}), "list.csv")

    assert row.rows.get().told["notes"] == ["Left out, since it stands beside the name and is none: 45."]
    confirmed(client, row)
    assert Person.objects.get().birth_date.text == "1978"


def test_an_age_beside_a_name_needs_the_day_of_the_list(browser):
    row = uploaded(browser("entry"), csv_of({"Name": "Tural Boşluq, 45"}), "list.csv", as_of="")

    assert row.counts == {"new": 1}
    assert "45" in row.rows.get().told["notes"][0] and "Left out" in row.rows.get().told["notes"][0]


def test_several_people_of_a_cell_have_births_of_their_own(browser):
    client = browser("entry")
    row = uploaded(client, csv_of({"Ad": "1. Tural Boşluq, 45; 2. Leyla Quraşdırma (1990 г.р.)"}), "list.csv")

    confirmed(client, row)
    assert {str(each): each.birth_date.text for each in Person.objects.all()} == {
        "Tural Boşluq": "1979/1980",
        "Leyla Quraşdırma": "1990",
    }


@pytest.mark.parametrize(
    ("headers", "cells", "name"),
    [
        (["Adı", "Soyadı"], ["Orxan", "Uydurmalı"], "Orxan Uydurmalı"),
        (["Soyadı", "Adı"], ["Uydurmalı", "Orxan"], "Orxan Uydurmalı"),
        (["Soyadı", "Adı", "Atasının adı"], ["UYDURMALI", "Orxan", "Əli oğlu"], "Orxan Əli oğlu Uydurmalı"),
        (["Фамилия", "Имя", "Отчество"], ["Выдуманный", "Иван", "Иванович"], "Иван Иванович Выдуманный"),
        (["Patronymic", "Surname", "First name"], ["Aliyevich", "Fable", "Max"], "Max Aliyevich Fable"),
        (["Name"], ["FABLE, Max Aliyevich"], "Max Aliyevich Fable"),
        (["Last name", "First name", "Middle name"], ["Fable", "Max", ""], "Max Fable"),
    ],
)
def test_columns_of_a_name_are_read_as_last_comma_first_is(headers, cells, name, browser):
    row = uploaded(browser("entry"), csv_of(dict(zip(headers, cells, strict=True))), "list.csv")

    assert set(fields_of(row)) == set(headers)
    assert (row.counts, row.rows.get().name) == ({"new": 1}, name)


def test_which_part_of_a_name_a_column_holds_can_be_said(browser):
    client = browser("entry")
    row = brought(client, csv_of({"One": "Uydurmalı", "Two": "Orxan"}), "list.csv")
    row = settled(client, row, **{"c0-field": "name", "c1-field": "name", "c0-order": "surname"})

    assert row.rows.get().name == "Orxan Uydurmalı"
