"""Lists as organisations keep them (all names invented): what is proposed for them, and what comes of their rows."""

import pytest

from cases.models import Case, Person, Place
from tests.imports.lists import brought, confirmed, csv_of, preview, settled, uploaded

pytestmark = pytest.mark.django_db


def fields_of(row):
    return {each["column"]: each["field"] for each in row.mapping["columns"] if each["field"]}


def read_by(row, column):
    return next(each for each in row.mapping["columns"] if each["column"] == column)


def test_several_people_in_a_cell_become_a_row_each(browser):
    client = browser("entry")
    content = csv_of(
        {"Ad": "Orxan Uydurmalı; Leyla Quraşdırma", "Maddə": "234.4.3", "Həbs tarixi": "3.10.2024"}
    )
    row = uploaded(client, content, "siyahi.csv")

    assert fields_of(row) == {"Ad": "name", "Maddə": "articles", "Həbs tarixi": "arrested_on"}
    assert read_by(row, "Ad")["several"] == ";"
    confirmed(client, row)
    assert sorted(str(each.person) for each in Case.objects.all()) == ["Leyla Quraşdırma", "Orxan Uydurmalı"]


def test_several_people_without_a_known_mark_are_told_and_not_guessed(browser):
    row = uploaded(browser("entry"), csv_of({"Name": "Orxan Uydurmalı and Leyla Quraşdırma"}), "list.csv")

    assert row.counts == {"error": 1}
    assert "several people" in row.rows.get().told["errors"][0]["reason"]


def test_one_row_a_person_and_year_asks_whether_they_are_one_person(browser):
    client = browser("entry")
    rows = [
        {"Name": "Orxan Uydurmalı", "Arrest date": f"3.10.{year}", "Article": "234.4.3"}
        for year in (2014, 2024)
    ]
    row = uploaded(client, csv_of(*rows), "years.csv")

    assert row.counts == {"new": 1, "question": 1}
    row = settled(client, row, same_name="one")
    assert row.counts == {"new": 2}
    confirmed(client, row)
    assert (Case.objects.count(), Person.objects.count()) == (2, 1)


def test_a_later_row_of_one_of_several_people_is_theirs(browser):
    client = browser("entry")
    rows = [
        {"Ad": "Orxan Uydurmalı; Leyla Quraşdırma", "Həbs tarixi": "3.10.2014"},
        {"Ad": "Leyla Quraşdırma", "Həbs tarixi": "3.10.2024"},
    ]
    row = settled(client, uploaded(client, csv_of(*rows), "siyahi.csv"), same_name="one")
    assert row.counts == {"new": 3}, preview(client, row)

    confirmed(client, row)
    leyla = Person.objects.get(names__text="Leyla Quraşdırma")
    assert [str(each.events.get().date) for each in leyla.cases.order_by("pk")] == [
        "2014-10-03",
        "2024-10-03",
    ]
    assert Person.objects.get(names__text="Orxan Uydurmalı").cases.count() == 1


def test_an_age_is_a_birth_on_the_day_of_the_list(browser):
    client = browser("entry")
    row = uploaded(
        client, csv_of({"Имя": "Лейла Курашдырма", "Возраст": "35", "Статья": "126"}), "spisok.csv"
    )

    assert read_by(row, "Возраст")["is_age"] is True
    confirmed(client, row)
    assert Person.objects.get().birth_date.text == "1989/1990"


def test_dates_with_the_month_first_are_seen_by_those_that_can_be_nothing_else(browser):
    client = browser("entry")
    content = csv_of(
        {"Name": "Orxan Uydurmalı", "Arrested": "10/23/2024"},
        {"Name": "Leyla Quraşdırma", "Arrested": "3/4/2024"},
    )
    row = uploaded(client, content, "us.csv")

    confirmed(client, row)
    days = [case.events.get().date.text for case in Case.objects.order_by("pk")]
    assert days == ["2024-10-23", "2024-03-04"]


def test_values_spelt_five_ways_are_a_table_of_theirs_and_ours(browser):
    client = browser("entry")
    spellings = ["M", "male", "kişi", "муж.", "erkek"]
    content = csv_of(
        *(
            {"Name": f"Invented {chr(65 + at) * 4}", "Sex": each, "Article": "126"}
            for at, each in enumerate(spellings)
        )
    )
    row = brought(client, content, "sex.csv")
    values = read_by(row, "Sex")["values"]
    assert values["erkek"] == "" and values["m"] == "male"
    row = settled(client, row, **{"c1-values": "m = male\nмуж. = male\nerkek = male"})
    assert row.counts == {"new": 5}, preview(client, row)
    confirmed(client, row)
    assert set(Person.objects.values_list("gender", flat=True)) == {"male"}


def test_line_breaks_nothings_and_the_header_again(browser):
    client = browser("entry")
    rows = [
        {"Name": "Orxan\nUydurmalı", "Profession": "journalist\nblogger", "Prison": "None", "Release": "[]"},
        {"Name": "Name", "Profession": "Profession", "Prison": "Prison", "Release": "Release"},
        {
            "Name": "Leyla Quraşdırma",
            "Profession": "n/a",
            "Prison": "An invented prison",
            "Release": "4.2.2025",
        },
    ]
    row = uploaded(client, csv_of(*rows), "breaks.csv")

    assert row.counts == {"new": 2}, preview(client, row)
    confirmed(client, row)
    one, two = Case.objects.order_by("pk")
    assert (str(one.person), one.person.roles) == ("Orxan Uydurmalı", ["journalist", "blogger"])
    assert sorted(two.events.values_list("kind", flat=True)) == ["release"]


def test_a_list_in_windows_1251_is_offered_to_be_read_so(browser):
    client = browser("entry")
    content = "Имя;Статья\nЛейла Курашдырма;126\n".encode("cp1251")
    row = brought(client, content, "spisok.csv")

    assert 'value="cp1251"' in preview(client, row)
    client.post(f"/admin/import/{row.pk}/encoding/", {"encoding": "cp1251"})
    row.refresh_from_db()
    row = settled(client, row)
    assert row.counts == {"new": 1}
    assert row.rows.get().name == "Лейла Курашдырма"


def test_pasted_cells_are_a_list_too(browser):
    client = browser("entry")
    answer = client.post("/admin/import/", {"pasted": "Name\tArticle\nOrxan Uydurmalı\t126\n"})

    assert answer.status_code == 302 and answer.url.endswith("/settle/")


def test_an_azerbaijani_list_by_headers_as_people_write_them(browser):
    client = browser("entry")
    content = csv_of(
        {"S/s": "1", "Adı, soyadı, atasının adı": "UYDURMALI ORXAN ƏLİ OĞLU", "Doğum tarixi": "1 yanvar 1981",
         "Fəaliyyət": "fəal", "Hökm": "təqsirli", "Müddət": "15 il", "Saxlandığı yer": "Uydurma türməsi"},
        {"S/s": "2", "Adı, soyadı, atasının adı": "Solmaz Uydurma qızı", "Doğum tarixi": "45 yaş",
         "Fəaliyyət": "jurnalist", "Hökm": "", "Müddət": "ömürlük", "Saxlandığı yer": ""},
    )  # fmt: skip
    row = uploaded(client, content, "siyahi.csv")

    assert fields_of(row) == {
        "S/s": "list_id", "Adı, soyadı, atasının adı": "name", "Doğum tarixi": "birth_date", "Fəaliyyət": "roles",
        "Hökm": "verdict", "Müddət": "term", "Saxlandığı yer": "held_at",
    }  # fmt: skip
    confirmed(client, row)
    one, two = Case.objects.order_by("pk")
    assert str(one.person) == "Uydurmalı Orxan Əli oğlu" and one.person.roles == ["civic_activist"]
    assert one.events.filter(kind="verdict_guilty").exists()
    assert (one.person.birth_date.text, two.person.birth_date.text) == ("1981-01-01", "1979/1980")


def test_a_charge_in_words_an_alias_after_aka_and_values_with_strokes(browser):
    client = browser("entry")
    content = csv_of(
        {"Case ID": "A-1", "Detainee": 'John Invented a.k.a. "Jo"', "Occupation": "Blogger", "Charges": "high treason"},
        {"Case ID": "A-2", "Detainee": "M. Fable", "Occupation": "Activist/Journalist", "Charges": "drug trafficking"},
    )  # fmt: skip
    row = uploaded(client, content, "list.csv")

    assert fields_of(row)["Case ID"] == "list_id" and read_by(row, "Occupation")["several"] == "/"
    assert "names no article" in row.rows.first().told["notes"][0]
    confirmed(client, row)
    one, two = Case.objects.order_by("pk")
    assert {each.text for each in one.person.names.all()} == {"John Invented", "Jo"}
    assert [(each.verbatim, each.category) for each in (one.charges.get(), two.charges.get())] == [
        ("high treason", "treason"),
        ("drug trafficking", "drugs"),
    ]
    assert two.person.roles == ["civic_activist", "journalist"]


def test_words_that_are_no_charge_are_no_article_either(browser):
    row = uploaded(browser("entry"), csv_of({"Name": "Mary Fable", "Charges": "no such article"}), "list.csv")

    [wrong] = row.rows.get().told["errors"]
    assert (row.counts, wrong["column"]) == ({"error": 1}, "Charges")


def test_a_source_that_is_an_address_and_initials_in_capitals(browser):
    client = browser("entry")
    content = csv_of(
        {
            "№": "1",
            "ФИО": "ВЫДУМАННЫЙ И.И.",
            "Где содержится": "Выдуманный изолятор",
            "Источник": "https://news.example/1",
        }
    )
    row = uploaded(client, content, "spisok.csv")

    assert fields_of(row)["Источник"] == "source_url" and fields_of(row)["Где содержится"] == "held_at"
    confirmed(client, row)
    case = Case.objects.get()
    assert str(case.person) == "Выдуманный И.И."
    assert "https://news.example/1" in {each.source.url for each in case.citations.all()}


def test_an_age_among_dates_is_an_age(browser):
    row = uploaded(
        browser("entry"),
        csv_of({"Name": "Mary Fable", "Born": "1970"}, {"Name": "Max Fable", "Born": "34 yaş"}),
        "l.csv",
    )

    assert read_by(row, "Born")["is_age"]
    assert row.counts == {"new": 2}


def test_a_town_is_not_the_prison_that_is_called_after_it(browser):
    Place.objects.create(name="Ganja Pre-trial Detention Facility", country="AZ", locality="Ganja")
    row = uploaded(browser("entry"), csv_of({"Name": "Mary Fable", "Place of arrest": "Gəncə"}), "list.csv")

    assert row.counts == {"new": 1}, row.rows.get().told


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Place of arrest", "place"),
        ("Place of residence", ""),
        ("Passport No", ""),
        ("Номер статьи", "articles"),
        ("Victim ID", "list_id"),
        ("Victim gender", "gender"),
        ("Имя и фамилия", "name"),
        ("Ata adı", ""),
    ],
)
def test_a_header_means_what_all_of_it_says(header, field, browser):
    row = brought(browser("entry"), csv_of({header: "x"}), "list.csv")

    assert fields_of(row).get(header, "") == field


@pytest.mark.parametrize("value", ["не виновен", "невиновен", "təqsirsiz", "unconvicted"])
def test_nobody_is_proposed_as_guilty_whose_list_says_the_opposite(value, browser):
    row = brought(browser("entry"), csv_of({"Name": "Mary Fable", "Verdict": value}), "list.csv")

    assert read_by(row, "Verdict")["values"] == {value: ""}


@pytest.mark.parametrize("header", ["Приговор", "Sentence", "Hökm"])
@pytest.mark.parametrize(
    ("cells", "field"),
    [
        (["12 лет 6 месяцев", "8 il 6 ay", "5 years", "life"], "term"),
        (["guilty", "verdict_acquittal", "təqsirli"], "verdict"),
    ],
)
def test_a_column_that_says_verdict_is_what_its_cells_say(header, cells, field, browser):
    rows = [
        {"Name": f"Mary Fable {letter}", header: cell} for letter, cell in zip("ABCD", cells, strict=False)
    ]
    row = brought(browser("entry"), csv_of(*rows), "list.csv")

    assert fields_of(row)[header] == field
    assert "" not in read_by(row, header)["values"].values()


def test_of_two_columns_of_terms_the_one_that_says_so_is_the_term(browser):
    rows = csv_of({"ФИО": "Мария Выдуманная", "Приговор": "5 лет", "Срок": "5 лет"})

    assert fields_of(brought(browser("entry"), rows, "list.csv")) == {"ФИО": "name", "Срок": "term"}


@pytest.mark.parametrize("header", ["Verdict date", "Hökmün tarixi", "Дата приговора"])
def test_a_list_with_days_of_verdicts_and_none_that_says_which_is_told_what_to_do(header, browser):
    client = browser("entry")
    content = csv_of(*({"Name": f"Mary Fable {at}", header: "3.10.2024", "Term": "5 years"} for at in "AB"))
    row = uploaded(client, content, "list.csv")

    assert fields_of(row) == {"Name": "name", header: "verdict_on", "Term": "term"}
    assert row.counts == {"error": 2} and row.mapping["constants"] == {}
    [told] = row.rows.first().told["errors"]
    assert told["field"] == "verdict" and "verdict = verdict_guilty" in told["reason"]
    row = settled(client, row, **{"whole-constants": "verdict = verdict_guilty"})
    assert row.counts == {"new": 2}


def test_a_row_without_a_verdict_in_a_list_that_says_them_is_only_asked_for_it(browser):
    rows = [{"Name": "Mary Fable", "Outcome": "guilty", "Verdict date": "3.10.2024"}]
    rows.append({"Name": "Max Fable", "Outcome": "", "Verdict date": "3.10.2024"})
    row = uploaded(browser("entry"), csv_of(*rows), "list.csv")

    assert row.rows.last().told["errors"][0]["reason"] == "Say which verdict."


@pytest.mark.parametrize("nothing", ["нет", "yoxdur", "no data", "unknown", "No"])
def test_words_for_nothing_in_a_column_of_dates_say_nothing(nothing, browser):
    client = browser("entry")
    rows = [{"Name": "Mary Fable", "Arrested": "3.10.2024", "Release date": nothing, "Verdict date": nothing}]
    row = uploaded(client, csv_of(*rows), "list.csv")

    assert fields_of(row)["Release date"] == "later_1_date"
    assert row.counts == {"new": 1}, row.rows.get().told
    confirmed(client, row)
    assert [each.kind for each in Case.objects.get().events.all()] == ["arrest"]


def test_several_roles_with_bars_between_them(browser):
    client = browser("entry")
    row = uploaded(client, csv_of({"Name": "Mary Fable", "Job": "journalist | blogger|lawyer"}), "list.csv")

    confirmed(client, row)
    assert Person.objects.get().roles == ["journalist", "blogger", "lawyer"]


def test_several_roles_with_a_stroke_between_them_are_told_to_take_commas(browser):
    row = uploaded(
        browser("entry"), csv_of({"name": "Mary Fable", "roles": "journalist/blogger"}), "list.csv"
    )

    assert "Put commas between several." in row.rows.get().told["errors"][0]["reason"]


def test_a_number_of_a_day_is_told_to_be_one(browser):
    row = uploaded(browser("entry"), csv_of({"Name": "Mary Fable", "Date of arrest": "45568"}), "list.csv")

    [told] = row.rows.get().told["errors"]
    assert told["column"] == "Date of arrest" and "a spreadsheet's number of a day" in told["reason"]


@pytest.mark.parametrize("cells", [{"birth_date": "35"}, {"name": "Mary Fable and Max Fable"}])
def test_a_list_with_our_columns_is_told_of_no_mapping(cells, browser):
    row = uploaded(browser("entry"), csv_of({"name": "Mary Fable", "birth_date": "", **cells}), "list.csv")

    [told] = row.rows.get().told["errors"]
    assert "mapping" not in told["reason"] and ("seems" in told["reason"] or "seem" in told["reason"])
