"""The short list layout: previewed, imported whole or not at all, and every fact cites the list."""

import pytest
from django.core.management import CommandError, call_command

from cases.imports.mapping import Mapping, Reading
from cases.imports.templates import template_csv, template_xlsx
from cases.models import Case, ImportedCase, ListImport, Person, Source
from cases.models.history import history_of
from tests.factories import PersonFactory, UserFactory
from tests.imports.lists import brought, confirmed, csv_of, preview, uploaded

pytestmark = pytest.mark.django_db

ROW = {
    "list_id": "17",
    "name": "Orxan Uydurmalı",
    "other_names": "Orkhan Uydurmaly",
    "birth_date": "1985",
    "gender": "kişi",
    "roles": "journalist",
    "articles": "234.4.3, 28-228.1",
    "arrested_on": "3.10.2024",
    "place": "Uydurma",
    "court": "An invented district court",
    "verdict": "verdict_guilty",
    "verdict_on": "20.1.2025",
    "term": "8 il 6 ay",
    "later_1_what": "release",
    "later_1_date": "4.2.2025",
    "summary": "An invented journalist was convicted.",
}


def test_the_template_is_itself_a_list_that_can_be_imported(browser):
    for content, name in ((template_csv(), "list.csv"), (template_xlsx(), "list.xlsx")):
        ListImport.objects.all().delete()
        row = uploaded(browser("entry"), content, name)

        assert (row.stage, row.counts) == ("checked", {"new": 1}), row.told


def test_a_row_becomes_a_draft_with_all_it_says_and_cites_the_list_by_row(browser):
    client = browser("entry")
    row = uploaded(client, csv_of(ROW), "list.csv", new_source="An invented list")

    assert Case.objects.count() == 0
    confirmed(client, row)

    case = Case.objects.get()
    assert (case.state, case.edited_by.username, case.edit_version) == ("draft", "entry", 2)
    assert {name.text for name in case.person.names.all()} == {"Orxan Uydurmalı", "Orkhan Uydurmaly"}
    assert (case.person.gender, case.person.birth_date.text) == ("male", "1985")
    assert sorted(case.events.values_list("kind", flat=True)) == ["arrest", "release", "verdict_guilty"]
    assert [str(each.provision.article) for each in case.charges.all()] == ["234.4.3", "228.1"]
    assert (case.sentences.get().years, case.sentences.get().months) == (8, 6)
    assert {(each.source.title, each.pinpoint) for each in case.citations.all()} == {
        ("An invented list", "row 2")
    }
    facts = ("violations", "charges", "sentences", "events")
    assert case.citations.count() == sum(getattr(case, each).count() for each in facts)
    assert case.external_ids.get().value == "17"
    history = client.get(f"/admin/cases/case/{case.pk}/history/").content.decode()
    assert f"list.csv, row 2 (SHA-256 {row.short_hash}" in history
    context = history_of(Case).get(id=case.pk, pgh_label="added").pgh_context.metadata
    assert (context["import"], context["file"], context["user"]) == (row.pk, row.file_hash, case.edited_by_id)


def test_what_is_saved_together_is_what_the_desk_saves_one_by_one(browser):
    """The bulk way makes the same rows as `enter_listed`."""
    from cases.imports.importing import judged_by
    from cases.imports.receiving import settled_of
    from cases.workflow.entering.listed import enter_listed

    client = browser("entry")
    row = uploaded(client, csv_of({**ROW, "list_id": ""}), "list.csv")
    settled = settled_of(row)
    judged = next(judged_by(bytes(row.content), "list.csv", settled, by=row.by, encoding="utf-8"))
    one = enter_listed(judged.listed, by=row.by)
    said = [facts_of(one)]
    Case.objects.all().delete()
    Person.objects.all().delete()
    Source.objects.all().delete()

    confirmed(client, row)

    assert [facts_of(Case.objects.get())] == said


def facts_of(case):
    parts = ("violations", "proceedings", "charges", "sentences", "events", "citations")
    facts = {"title": case.title, "summary": case.summary, "state": case.state, "version": case.edit_version}
    for part in parts:
        facts[part] = sorted(
            str(
                [
                    str(getattr(row, field.attname))
                    for field in row._meta.concrete_fields
                    if not field.primary_key and not field.is_relation and field.name != "pinpoint"
                ]
            )
            for row in getattr(case, part).all()
        )
    facts["steps"] = list(case.reviews.values_list("action", flat=True))
    facts["in proceedings"] = case.events.filter(proceeding=None).count()
    return facts


def test_an_error_names_row_column_value_and_reason_and_nothing_is_imported(browser):
    client = browser("entry")
    wrong = {
        **ROW,
        "list_id": "18",
        "name": "Leyla Quraşdırma",
        "roles": "jurnalistt",
        "arrested_on": "99.99.2024",
    }
    row = uploaded(client, csv_of(ROW, wrong), "list.csv")

    assert row.counts == {"new": 1, "error": 1}
    page = preview(client, row, verdict="error")
    assert "jurnalistt" in page and "99.99.2024" in page and "arrested_on" in page
    assert not row.can_be_confirmed
    client.post(f"/admin/import/{row.pk}/confirm/")
    assert Case.objects.count() == 0

    corrected = client.get(f"/admin/import/{row.pk}/errors.csv")
    lines = b"".join(corrected.streaming_content).decode("utf-8-sig").splitlines()
    assert lines[0].startswith("reasons,list_id,name") and len(lines) == 2
    text = "\n".join(lines).replace("jurnalistt", "journalist").replace("99.99.2024", "9.9.2024")
    again = uploaded(client, text.encode(), "errors.csv")
    assert again.counts == {"new": 1}


def test_all_that_is_wrong_of_how_a_list_is_read_is_said_at_once(browser):
    client = browser("entry")
    row = brought(client, csv_of(ROW), "list.csv")
    wrong = {"country": "Atlantis", "as_of": "the other day", "new_source": "", "same_name": "ask"}

    answer = client.post(f"/admin/import/{row.pk}/settle/", wrong)
    page = answer.content.decode()

    for told in ("Atlantis", "the other day", "give the title of a new source"):
        assert told in page
    assert {"country", "as_of"} <= answer.context["form"].errors.keys()
    row.refresh_from_db()
    assert row.stage == "uploaded"


def test_somebody_on_file_is_asked_about_in_any_script_and_the_choice_is_remembered(browser):
    person, client = PersonFactory(name="Орхан Уйдурмалы"), browser("entry")
    row = uploaded(client, csv_of({**ROW, "birth_date": ""}), "list.csv")

    assert row.counts == {"question": 1}
    page = preview(client, row)
    key = "answer:name:Orxan Uydurmalı"
    assert f'name="{key}" value="person:{person.pk}"' in page
    client.post(f"/admin/import/{row.pk}/answers/", {key: f"person:{person.pk}"})
    row.refresh_from_db()
    assert row.counts == {"new": 1}
    confirmed(client, row)
    assert Case.objects.get().person == person

    other = uploaded(client, csv_of({**ROW, "birth_date": "", "list_id": "19"}), "list.csv")
    assert other.counts == {"new": 1}


def test_the_same_file_twice_changes_nothing(browser):
    client = browser("entry")
    for number in range(2):
        row = uploaded(client, csv_of(ROW, {**ROW, "list_id": "", "name": "Leyla Quraşdırma"}), "list.csv")
        confirmed(client, row)

        assert row.counts == ({"new": 2} if number == 0 else {"same": 2})
        assert (Case.objects.count(), Person.objects.count(), ImportedCase.objects.count()) == (2, 2, 2)


def test_a_reference_that_is_not_on_file_is_an_error(browser):
    row = uploaded(browser("entry"), csv_of({**ROW, "reference": "C-0000-0000-0000"}), "list.csv")

    assert row.counts == {"error": 1}


def test_the_command_runs_the_same_and_prints_every_error(tmp_path, capsys):
    UserFactory(username="entry")
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_bytes(csv_of(ROW))
    bad.write_bytes(csv_of({**ROW, "gender": "malé"}, {**ROW, "list_id": "3", "articles": "nothing"}))

    with pytest.raises(CommandError, match="2 rows"):
        call_command("import_cases", bad, by="entry", country="AZ", report=tmp_path / "report.csv")
    assert Case.objects.count() == 0
    assert (tmp_path / "report.csv").read_text("utf-8-sig").count("\n") == 3

    call_command("import_cases", good, by="entry", country="AZ", dry_run=True)
    assert Case.objects.count() == 0
    call_command("import_cases", good, by="entry", country="AZ", source="A list", submit=True)
    assert Case.objects.get().state == "submitted"
    assert Case.objects.get().citations.first().source.title == "A list"
    assert "Imported 1 case as import" in capsys.readouterr().out


@pytest.mark.parametrize("answer", ["new", "the one on file"])
def test_the_command_reads_our_columns_that_say_who_is_meant_whatever_the_mapping_names(answer, tmp_path):
    person = PersonFactory(name="Orxan Uydurmalı")
    UserFactory(username="entry")
    file, mapping = tmp_path / "list.csv", tmp_path / "mapping.json"
    mapping.write_text(Mapping([Reading("Who", "name"), Reading("Why", "articles")]).as_json())
    how = {"by": "entry", "country": "AZ", "mapping": mapping}
    file.write_bytes(csv_of({"Who": "Orxan Uydurmalı", "Why": "126"}))
    with pytest.raises(CommandError, match="1 row has"):
        call_command("import_cases", file, **how)

    said = answer if answer == "new" else person.reference
    file.write_bytes(csv_of({"Who": "Orxan Uydurmalı", "Why": "126", "person": said}))
    call_command("import_cases", file, **how)

    assert (Case.objects.get().person == person) is (answer != "new")


def test_who_may_not_enter_cases_may_not_import(browser, client):
    assert client.get("/admin/import/").status_code == 302
    row = uploaded(browser("entry"), csv_of(ROW), "list.csv")

    assert browser("entry-other").get(f"/admin/import/{row.pk}/").status_code == 404
    assert browser("admin").get(f"/admin/import/{row.pk}/").status_code == 200


def test_after_a_thousand_bad_rows_each_is_still_named(browser):
    bad = {"name": "Mary Fable", "gender": "maybe", "verdict_on": "1.1.2020"}
    row = uploaded(browser("entry"), csv_of(*[bad] * 1_004), "list.csv")

    first, last = row.rows.order_by("number").first(), row.rows.order_by("number").last()
    assert row.counts == {"error": 1_004}
    # A verdict that is not said is a matter of the rules, which the last are not tried by.
    assert [each["field"] for each in first.told["errors"]] == ["gender", "verdict"]
    assert [each["field"] for each in last.told["errors"]] == ["gender"]
