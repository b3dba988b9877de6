"""Lists as organisations keep them (all names invented): what is proposed for them, and what comes of their rows."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cases.imports.mapping import Mapping, Reading, from_json
from cases.models import Case, ListMapping, Person, Place
from tests.imports.lists import brought, confirmed, csv_of, preview, settled, uploaded

pytestmark = pytest.mark.django_db


def fields_of(row):
    return {each["column"]: each["field"] for each in row.mapping["columns"] if each["field"]}


def read_by(row, column):
    return next(each for each in row.mapping["columns"] if each["column"] == column)


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


def test_a_mapping_is_kept_under_a_name_and_as_a_file(browser):
    client = browser("entry")
    content = csv_of({"Who": "Orxan Uydurmalı", "Why": "126"})
    row = brought(client, content, "strange.csv")
    chosen = {"c0-field": "name", "c1-field": "articles", "whole-save_as": "Theirs", "same_name": "one"}
    row = settled(client, row, **chosen)

    assert row.counts == {"new": 1}
    assert (ListMapping.objects.get().name, ListMapping.objects.get().content["same_name"]) == (
        "Theirs",
        "one",
    )
    text = client.post(f"/admin/import/{row.pk}/settle/", {"_take_out": "1", **chosen}).content
    assert [each["field"] for each in json.loads(text)["columns"]] == ["name", "articles"]

    other = brought(client, content, "strange.csv")
    settled(client, other, **{"_load": "1", "whole-load": ListMapping.objects.get().pk})
    assert fields_of(other) == {"Who": "name", "Why": "articles"}


@pytest.mark.parametrize("way", ["by name", "from a file"])
def test_a_mapping_is_loaded_before_anything_else_is_said(way, browser):
    client = browser("entry")
    row = brought(client, csv_of({"Who": "Orxan Uydurmalı", "Why": "126"}), "strange.csv")
    kept = Mapping([Reading("Who", "name"), Reading("Why", "articles")], {"gender": "male"}, same_name="one")
    by_name = ListMapping.objects.create(name="Theirs", content=kept.as_dict(), by=row.by)
    file = SimpleUploadedFile("mapping.json", kept.as_json().encode())
    load = {"whole-load": by_name.pk} if way == "by name" else {"whole-load_file": file}
    unfinished = {"as_of": "2025-06-01", "c0-field": "name", "c1-values": "a line without the sign"}

    client.post(f"/admin/import/{row.pk}/settle/", {"_load": "1", **unfinished, **load})

    row.refresh_from_db()
    assert fields_of(row) == {"Who": "name", "Why": "articles"}
    assert (row.mapping["constants"], row.mapping["same_name"]) == ({"gender": "male"}, "one")
    assert row.shared["as_of"] == "2025-06-01"
    assert settled(client, row, same_name="one").counts == {"new": 1}


def test_the_mapping_on_the_screen_goes_out_as_a_file_whatever_else_is_missing(browser):
    client = browser("entry")
    row = brought(client, csv_of({"Who": "Orxan Uydurmalı", "Sex": "x"}), "Their list.csv")
    chosen = {
        "c0-field": "name",
        "c1-field": "gender",
        "c1-values": "x = male",
        "whole-constants": "roles = lawyer",
    }

    answer = client.post(f"/admin/import/{row.pk}/settle/", {"_take_out": "1", "same_name": "many", **chosen})

    assert answer.headers["Content-Disposition"] == 'attachment; filename="mapping-their-list.json"'
    told = from_json(answer.content)
    assert [each.field for each in told.columns] == ["name", "gender"]
    assert (told.columns[1].values, told.constants, told.same_name) == (
        {"x": "male"},
        {"roles": "lawyer"},
        "many",
    )
    row.refresh_from_db()
    assert (row.stage, fields_of(row)) == ("uploaded", {"Sex": "gender"})


def test_a_table_that_cannot_be_read_does_not_go_out(browser):
    client = browser("entry")
    row = brought(client, csv_of({"Name": "Orxan Uydurmalı", "Sex": "x"}), "list.csv")
    chosen = {"c0-field": "name", "c1-field": "gender", "c1-values": "no sign"}

    page = client.post(f"/admin/import/{row.pk}/settle/", {"_take_out": "1", **chosen}).content.decode()

    assert "Sex: Write each line as their value" in page and "give the title of a new source" not in page


def test_a_file_that_is_no_mapping_is_told_and_changes_nothing(browser):
    client = browser("entry")
    row = brought(client, csv_of({"Who": "Orxan Uydurmalı"}), "strange.csv")
    file = SimpleUploadedFile("mapping.json", b"{}")

    page = client.post(f"/admin/import/{row.pk}/settle/", {"_load": "1", "whole-load_file": file})

    assert "This is no file of a mapping." in page.content.decode()
    assert "give the title of a new source" not in page.content.decode()
    row.refresh_from_db()
    assert fields_of(row) == {}


def test_a_kept_mapping_reads_new_values_as_they_would_be_proposed(browser):
    client = browser("entry")
    content = csv_of(
        {"Name": "Orxan Uydurmalı", "Sex": "m", "Job": "blogger"},
        {"Name": "Leyla Quraşdırma", "Sex": "F", "Job": "educator; adviser"},
        {"Name": "Mary Fable", "Sex": "?f", "Job": "bloggr"},
    )
    row = brought(client, content, "edition 2.csv")
    columns = [Reading("Name", "name"), Reading("Sex", "gender", values={"m": "female"})]
    columns.append(Reading("Job", "roles", values={"adviser": "lawyer"}))
    kept = ListMapping.objects.create(name="Theirs", content=Mapping(columns).as_dict(), by=row.by)

    client.post(f"/admin/import/{row.pk}/settle/", {"_load": "1", "whole-load": kept.pk})

    row.refresh_from_db()
    assert read_by(row, "Sex")["values"] == {"m": "female", "f": "female", "?f": ""}
    assert read_by(row, "Job")["values"] == {"adviser": "lawyer", "educator": "", "bloggr": "blogger"}
    page = client.get(f"/admin/import/{row.pk}/settle/").content.decode()
    assert "bloggr = blogger" in page and "f = female" in page
    assert settled(client, row).counts == {"new": 3}


def test_the_values_of_a_field_that_was_chosen_are_proposed_when_the_columns_are_shown_anew(browser):
    client = browser("entry")
    row = brought(client, csv_of({"Name": "Mary Fable", "What": "bloggr", "Sex": "M"}), "list.csv")

    chosen = {"c0-field": "name", "c1-field": "roles", "c2-field": "gender", "c2-values": ""}
    client.post(f"/admin/import/{row.pk}/settle/", {"_load": "1", **chosen})

    row.refresh_from_db()
    assert read_by(row, "What")["values"] == {"bloggr": "blogger"}
    assert (
        read_by(row, "Sex")["values"] == {}
    )  # of a field that was not chosen anew, a line that was deleted stays so


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


def test_what_the_mapping_leaves_out_is_told(browser):
    row = uploaded(browser("entry"), csv_of({"Name": "Mary Fable", "Verdict": "no idea"}), "list.csv")

    assert row.counts == {"new": 1}
    assert row.rows.get().told["notes"] == ["Left out, as the mapping says: no idea (Verdict)."]


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


def test_a_table_proposed_for_another_field_is_not_obeyed(browser):
    client = browser("entry")
    content = csv_of(
        {"Name": "Mary Fable", "Outcome": "5 years"},
        {"Name": "Max Fable", "Outcome": "see the notes"},
        {"Name": "Moll Fable", "Outcome": "unclear"},
    )
    row = brought(client, content, "list.csv")
    assert read_by(row, "Outcome")["values"] == {"5 years": "", "see the notes": "", "unclear": ""}

    row = settled(client, row, **{"c1-field": "term"})

    assert read_by(row, "Outcome")["values"] == {}
    assert row.counts == {"new": 1, "error": 2}


def test_lines_that_somebody_wrote_stay_in_the_table_of_another_field(browser):
    client = browser("entry")
    row = brought(client, csv_of({"Name": "Mary Fable", "Outcome": "arrested"}), "list.csv")
    assert read_by(row, "Outcome")["values"] == {"arrested": ""}

    row = settled(client, row, **{"c1-field": "taken", "c1-values": "arrested =\nheld = detained"})

    assert read_by(row, "Outcome")["values"] == {"held": "detained"}


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


def test_what_the_page_did_not_ask_of_a_column_of_names_is_as_for_any(browser):
    client = browser("entry")
    row = brought(client, csv_of({"Who": "Orxan Uydurmalı (Orxan bəy)"}), "list.csv")
    row = settled(client, row, **{"c0-field": "name"})

    assert row.rows.get().name == "Orxan Uydurmalı"
