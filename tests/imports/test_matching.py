"""Which case a row is about, what it changes there, and what no list brings back."""

import pghistory
import pytest

from cases.imports.receiving import forget_old
from cases.models import Case, ExternalId, ListImport, Person, State
from cases.workflow.circles import give
from tests.factories import CaseFactory, PersonFactory, SourceFactory, UserFactory
from tests.imports.lists import brought, confirmed, csv_of, preview, uploaded
from tests.imports.test_short_list import ROW
from tests.workflow.anonymised import hidden

pytestmark = pytest.mark.django_db


def imported(client, *rows, **given):
    return confirmed(client, uploaded(client, csv_of(*rows), "list.csv", **given))


def test_a_corrected_row_changes_that_fact_and_nothing_else(browser):
    client = browser("entry")
    imported(client, ROW)
    before = facts(Case.objects.get())

    row = uploaded(client, csv_of({**ROW, "arrested_on": "4.10.2024"}), "list.csv")
    assert row.counts == {"changed": 1}, preview(client, row)
    changes = row.rows.get().told["changes"]
    assert [each[1:] for each in changes] == [
        ["2024-10-03", "2024-10-04", True]
    ] * 2  # the violation and the event
    assert facts(Case.objects.get()) == before
    confirmed(client, row)

    after = facts(Case.objects.get())
    assert {key for key in after if after[key] != before[key]} == {"violations", "arrest"}
    assert (Case.objects.count(), Case.objects.get().edit_version) == (1, 3)


def facts(case):
    found = {event.kind: (event.date.text, event.until.text) for event in case.events.all()}
    found["violations"] = [each.date.text for each in case.violations.all()]
    found["charges"] = sorted(str(each.provision) for each in case.charges.all())
    found["term"] = [(each.years, each.months) for each in case.sentences.all()]
    found["person"] = (str(case.person), case.person.birth_date.text, case.person.gender)
    found["cited"] = case.citations.count()
    return found


def test_what_staff_wrote_is_told_and_stays(browser):
    client = browser("entry")
    imported(client, ROW)
    case = Case.objects.get()
    with pghistory.context(user=case.edited_by_id):
        case.summary = "Written at the desk."
        case.save()

    row = uploaded(client, csv_of({**ROW, "summary": "Another text of the list."}), "list.csv")

    assert row.counts == {"same": 1}
    assert "Written at the desk." in preview(client, row)
    assert row.rows.get().told["changes"][0][3] is False


def test_an_external_id_is_of_its_list(browser):
    client = browser("entry")
    imported(client, ROW)
    other = {**ROW, "name": "Leyla Quraşdırma", "birth_date": "1990"}

    row = uploaded(client, csv_of(other), "list.csv", new_source="Another list")

    assert row.counts == {"new": 1}
    assert ExternalId.objects.get().list_name == "An invented list"


def test_by_our_reference(browser):
    case = CaseFactory()
    row = uploaded(
        browser("entry"), csv_of({"reference": case.reference, "court": "An invented court"}), "list.csv"
    )

    assert row.counts == {"changed": 1}, row.rows.get().told
    assert row.rows.get().told["case"] == case.pk


def test_a_case_can_be_chosen_on_screen(browser):
    client, case = browser("entry"), CaseFactory(person__name="Orxan Uydurmalı")
    row = uploaded(client, csv_of({"name": "Orxan Uydurmalı", "court": "An invented court"}), "list.csv")
    assert f'value="case:{case.pk}"' in preview(client, row)

    client.post(f"/admin/import/{row.pk}/answers/", {"answer:name:Orxan Uydurmalı": f"case:{case.pk}"})

    row.refresh_from_db()
    assert row.counts == {"changed": 1}
    confirmed(client, row)
    assert case.proceedings.get().court == "An invented court"


def test_withdrawn_and_erased_cases_do_not_come_back(browser):
    client = browser("entry")
    imported(client, ROW)
    case = Case.objects.get()
    Case.objects.filter(pk=case.pk).update(state=State.WITHDRAWN)
    for given in ({"reference": case.reference}, {}):
        row = uploaded(client, csv_of({**ROW, **given}), "list.csv")
        assert row.counts == {"error": 1}
        assert "No list brings it back" in row.rows.get().told["errors"][0]["reason"]

    case.delete()
    row = uploaded(client, csv_of(ROW), "list.csv")
    assert row.counts == {"error": 1}


def test_of_a_case_in_a_circle_nothing_is_said_but_whom_to_ask(browser, django_user_model):
    from cases.models import Circle

    client, keeper = browser("entry"), UserFactory(username="publisher")
    case = CaseFactory(person__name="Məxfi Uydurmalı")
    circle = Circle.objects.create(name="Four")
    circle.members.add(keeper)
    give(case, circle=circle, by=keeper)

    row = uploaded(client, csv_of({"reference": case.reference, "name": "Somebody Else"}), "list.csv")

    told = row.rows.get().told
    assert [each["reason"] for each in told["errors"]] == ["Ask an administrator."]
    assert "Məxfi" not in preview(client, row)


def test_what_changed_since_the_preview_is_told_and_nothing_is_imported(browser):
    client = browser("entry")
    row = uploaded(client, csv_of({**ROW, "birth_date": ""}), "list.csv")
    assert row.counts == {"new": 1}
    PersonFactory(name="Orxan Uydurmalı")

    client.post(f"/admin/import/{row.pk}/confirm/")

    row.refresh_from_db()
    assert (row.stage, row.counts, Case.objects.count()) == ("checked", {"question": 1}, 0)
    assert "since the preview" in row.told[0]


def test_undo_takes_everything_back_while_nobody_touched_it(browser):
    client, case = browser("entry"), CaseFactory()
    row = imported(client, ROW, {"reference": case.reference, "court": "An invented court"}, list_id="")

    client.post(f"/admin/import/{row.pk}/undo/")

    row.refresh_from_db()
    assert (row.stage, row.told) == ("undone", [])
    assert list(Case.objects.all()) == [case] and case.proceedings.count() == 0
    assert Person.objects.count() == 1 and ExternalId.objects.count() == 0
    assert uploaded(client, csv_of(ROW), "list.csv").counts == {"new": 1}


def test_undo_asks_before_and_says_afterwards_what_it_did(browser):
    client, case = browser("entry"), CaseFactory()
    row = imported(client, ROW, {"reference": case.reference, "court": "An invented court"}, list_id="")
    assert f'href="/admin/import/{row.pk}/undo/"' in preview(client, row)

    page = client.get(f"/admin/import/{row.pk}/undo/").content.decode()

    assert "1 new case: deleted" in page and "1 changed case: as before" in page
    row.refresh_from_db()
    assert (row.stage, Case.objects.count()) == ("done", 2)
    page = client.post(f"/admin/import/{row.pk}/undo/", follow=True).content.decode()
    assert "The whole import was undone" in page and "1 new case: deleted" in page
    assert client.get(f"/admin/import/{row.pk}/undo/").status_code == 302


def test_undo_says_what_was_edited_since(browser):
    from cases.workflow.editing import record_edit

    client = browser("entry")
    row = imported(client, ROW)
    case = Case.objects.get()
    record_edit(case, by=UserFactory(username="entry-other"))

    answer = client.post(f"/admin/import/{row.pk}/undo/", follow=True)

    assert case.reference in answer.content.decode()
    row.refresh_from_db()
    assert (row.stage, Case.objects.count()) == ("done", 1)


def test_rows_of_different_cases_that_say_the_same_change_each_of_them(browser):
    cases = [CaseFactory(person=PersonFactory(name=name)) for name in ("Bir Uydurma", "İki Uydurma")]
    client = browser("entry")

    row = uploaded(
        client, csv_of(*({"reference": each.reference, "gender": "male"} for each in cases)), "l.csv"
    )

    assert row.counts == {"changed": 2}
    confirmed(client, row)
    assert {Case.objects.get(pk=each.pk).person.gender for each in cases} == {"male"}


@pytest.mark.parametrize(
    ("second", "counts"), [("1990", {"changed": 2}), ("1991", {"changed": 1, "error": 1})]
)
def test_rows_of_cases_of_one_person_say_the_same_of_them(browser, second, counts):
    person = PersonFactory(name="Orxan Uydurmalı")
    one, other = CaseFactory(person=person), CaseFactory(person=person)
    client = browser("entry")
    file = csv_of(
        {"reference": one.reference, "birth_date": "1990"},
        {"reference": other.reference, "birth_date": second},
    )

    row = uploaded(client, file, "list.csv")

    assert row.counts == counts
    if "error" in counts:
        [error] = row.rows.get(verdict="error").told["errors"]
        assert "Row 2 is of the same case or person, and says something else" in error["reason"]
    else:
        confirmed(client, row)
        person.refresh_from_db()
        assert person.birth_date.text == "1990"


def test_a_row_may_name_a_source_that_is_on_file(browser):
    source = SourceFactory(title="An invented report", url="https://report.example/")

    row = uploaded(browser("entry"), csv_of({**ROW, "source_url": source.url}), "list.csv")
    confirmed(browser("entry"), row)

    assert {each.source for each in Case.objects.get().citations.all()} == {source}


def test_no_list_keeps_the_name_of_somebody_who_was_anonymised(browser, django_capture_on_commit_callbacks):
    case = CaseFactory(person=PersonFactory(name="Orxan Uydurmalı"), published=True)
    client = browser("entry")
    done = imported(client, {"reference": case.reference, "gender": "male"})
    waiting = uploaded(client, csv_of({"reference": case.reference, "roles": "journalist"}), "again.csv")
    by_name_alone = uploaded(client, csv_of({"name": "Orxan Uydurmalı", "person": "new"}), "other.csv")
    of_others = uploaded(client, csv_of({"name": "Kimsə Başqası"}), "others.csv")
    unread = brought(client, csv_of({"who": "Orxan Uydurmalı", "what": "arrested"}), "unread.csv")
    assert unread.stage == "uploaded"
    assert [done.rows.count(), waiting.rows.count(), by_name_alone.rows.count()] == [1, 1, 1]

    of_others.answers = {"name:Orxan Uydurmalı": "new", "name:O. U.": f"case:{case.pk}", "place:Bakı": "new"}
    of_others.save()

    with django_capture_on_commit_callbacks(execute=True):
        hidden(case)
    forget_old()

    done.refresh_from_db()
    assert (done.content, done.rows.count(), done.cases.get().case) == (None, 0, case)
    assert not ListImport.objects.filter(pk__in=[waiting.pk, by_name_alone.pk, unread.pk]).exists()
    of_others.refresh_from_db()
    assert of_others.content is not None
    assert of_others.rows.count() == 1
    assert of_others.answers == {"place:Bakı": "new"}
