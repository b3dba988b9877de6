"""How a list is read, on the page that asks: proposed, corrected, kept, taken out as a file (all names invented)."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cases.imports.mapping import Mapping, Reading, from_json
from cases.models import ListMapping
from tests.imports.lists import brought, csv_of, settled, uploaded

pytestmark = pytest.mark.django_db


def fields_of(row):
    return {each["column"]: each["field"] for each in row.mapping["columns"] if each["field"]}


def read_by(row, column):
    return next(each for each in row.mapping["columns"] if each["column"] == column)


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


def test_what_the_mapping_leaves_out_is_told(browser):
    row = uploaded(browser("entry"), csv_of({"Name": "Mary Fable", "Verdict": "no idea"}), "list.csv")

    assert row.counts == {"new": 1}
    assert row.rows.get().told["notes"] == ["Left out, as the mapping says: no idea (Verdict)."]


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


def test_what_the_page_did_not_ask_of_a_column_of_names_is_as_for_any(browser):
    client = browser("entry")
    row = brought(client, csv_of({"Who": "Orxan Uydurmalı (Orxan bəy)"}), "list.csv")
    row = settled(client, row, **{"c0-field": "name"})

    assert row.rows.get().name == "Orxan Uydurmalı"
