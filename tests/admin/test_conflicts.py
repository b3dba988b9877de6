"""Two people open one record; the second to save loses nothing, and neither does the first."""

from threading import Thread

import pytest
from django.db import connection

from cases.models import Case, Person
from tests.admin.forms import record_form
from tests.factories import CampaignFactory, CaseFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(browser):
    """Two people with the same case open: (client, form) each, and the case."""
    case = CaseFactory(title="First title", summary="Summary.")
    case.violations.create(kind="torture")
    address = f"/admin/cases/case/{case.pk}/whole/"
    one, other = browser("entry-one"), browser("entry-two")
    return case, address, (one, record_form(one.get(address))), (other, record_form(other.get(address)))


def test_the_second_sees_both_texts_and_nothing_is_saved(two):
    case, address, (one, first), (other, second) = two
    one.post(address, first.set("title", "Title of one").data())

    answer = other.post(address, second.set("title", "Title of two").data())

    page = answer.content.decode()
    case.refresh_from_db()
    assert case.title == "Title of one"
    assert "entry-one saved this record" in page
    assert "Saved by entry-one meanwhile: Title of one" in page
    assert record_form(answer)["title"] == "Title of two"


def test_saving_again_after_looking_keeps_the_second_text(two):
    case, address, (one, first), (other, second) = two
    one.post(address, first.set("title", "Title of one").data())
    answer = other.post(address, second.set("title", "Title of two").data())

    again = other.post(address, record_form(answer).data())

    case.refresh_from_db()
    assert again.status_code == 302
    assert case.title == "Title of two"


def test_a_row_added_meanwhile_appears_and_stays(two):
    case, address, (one, first), (other, second) = two
    first.add("violations", kind="raid")
    one.post(address, first.data())
    second.add("violations", kind="threat")

    answer = other.post(address, second.data())
    other.post(address, record_form(answer).data())

    assert "Added by entry-one meanwhile." in answer.content.decode()
    assert sorted(case.violations.values_list("kind", flat=True)) == [
        "detention",
        "raid",
        "threat",
        "torture",
    ]


def test_a_row_deleted_meanwhile_stays_as_typed_until_decided(two):
    case, address, (one, first), (other, second) = two
    one.post(address, first.set("violations-1-DELETE", True).data())

    answer = other.post(address, second.set("violations-1-assessor", "a court").data())
    other.post(address, record_form(answer).data())

    assert "Deleted by entry-one meanwhile" in answer.content.decode()
    assert case.violations.get(kind="torture").assessor == "a court"


def test_a_field_of_a_row_tells_what_was_saved(two):
    _, address, (one, first), (other, second) = two
    one.post(address, first.set("violations-1-date_0", "2024-05").data())

    answer = other.post(address, second.set("violations-1-date_0", "2024-06").data())

    assert "Saved by entry-one meanwhile: 2024-05" in answer.content.decode()
    assert record_form(answer)["violations-1-date_0"] == "2024-06"


def test_fields_the_second_left_alone_take_what_was_saved(two):
    case, address, (one, first), (other, second) = two
    first.fill(summary="Summary of one.", methods=["direct.assault"], destination="RU", start_date_0="2024")
    first.set("violations-1-assessor", "a court").set("violations-0-is_primary", False)
    first.set("violations-1-is_primary", True)
    one.post(address, first.data())

    answer = other.post(address, second.fill(title="Title of two", is_restricted=True).data())
    again = other.post(address, record_form(answer).data())

    case.refresh_from_db()
    assert "meanwhile:" not in answer.content.decode()
    assert again.status_code == 302
    assert (case.title, case.summary, case.is_restricted) == ("Title of two", "Summary of one.", True)
    assert (case.methods, case.destination, case.start_date.text) == (["direct.assault"], ["RU"], "2024")
    assert case.violations.get(assessor="a court").is_primary


def test_a_box_unticked_meanwhile_stays_unticked(browser):
    case = CaseFactory(is_restricted=True)
    address = f"/admin/cases/case/{case.pk}/whole/"
    one, other = browser("entry-one"), browser("entry-two")
    first, second = record_form(one.get(address)), record_form(other.get(address))
    one.post(address, first.set("is_restricted", False).data())

    answer = other.post(address, second.set("title", "Title of two").data())
    other.post(address, record_form(answer).data())

    assert Case.objects.get().is_restricted is False


def test_a_campaign_linked_meanwhile_is_told(two):
    _, address, (one, first), (other, second) = two
    one.post(address, first.set("campaigns", [CampaignFactory(title="Crackdown").pk]).data())

    answer = other.post(address, second.set("title", "Title of two").data())

    assert "Saved by entry-one meanwhile: Crackdown" in answer.content.decode()


def test_being_submitted_meanwhile_is_no_conflict(two):
    case, address, (one, _), (other, second) = two
    one.post(f"/admin/cases/case/{case.pk}/submit/", {"edit_version": case.edit_version})

    answer = other.post(address, second.set("title", "Title of two").data())

    assert answer.status_code == 302
    assert Case.objects.get().state == "draft"


def test_saving_without_a_change_keeps_version_and_state(browser):
    case = CaseFactory(submitted=True)
    client = browser("entry")
    address = f"/admin/cases/case/{case.pk}/whole/"

    client.post(address, record_form(client.get(address)).data())

    after = Case.objects.get()
    assert (after.state, after.edit_version) == ("submitted", case.edit_version)


def test_editing_a_submitted_case_returns_it_to_draft(browser):
    case = CaseFactory(submitted=True)
    client = browser("reviewer")
    address = f"/admin/cases/case/{case.pk}/whole/"
    form = record_form(client.get(address)).set("violations-0-date_0", "2024")

    client.post(address, form.data())

    after = Case.objects.get()
    assert (after.state, after.edit_version) == ("draft", case.edit_version + 1)
    assert after.edited_by.username == "reviewer"


def test_a_person_saved_meanwhile_is_told_as_well(browser):
    person = PersonFactory()
    address = f"/admin/cases/person/{person.pk}/change/"
    one, other = browser("entry-one"), browser("entry-two")
    first, second = record_form(one.get(address)), record_form(other.get(address))
    one.post(address, first.set("birth_date_0", "1980").data())

    answer = other.post(address, second.set("birth_date_0", "1981").data())

    assert "Saved by entry-one meanwhile: 1980" in answer.content.decode()
    assert Person.objects.get().birth_date.text == "1980"


def just_before(read, do):
    """A wrapper for queries: does something, once, in another connection, just before the nth read of a row of `table`.

    `read` is (table, n); n counts from 1.
    """
    table, nth = read
    seen = []

    def wrapper(execute, sql, params, many, context):
        if sql.startswith("SELECT") and f'FROM "{table}" WHERE' in sql:
            seen.append(sql)
            if len(seen) == nth:
                meanwhile = Thread(target=do)
                meanwhile.start()
                meanwhile.join()
        return execute(sql, params, many, context)

    wrapper.seen = seen
    return wrapper


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "read",
    [("cases_case", 1), ("cases_case", 2), ("cases_violation", 1), ("cases_event", 1), ("cases_case", 3)],
    ids=str,
)
def test_who_saves_while_a_form_is_being_made_is_met_as_a_conflict_or_shown(read, browser):
    case = CaseFactory(title="First title", summary="Summary.")
    address = f"/admin/cases/case/{case.pk}/whole/"
    colleague, other = browser("entry-one"), browser("entry-two")
    theirs = record_form(colleague.get(address)).set("summary", "Summary of a colleague.")
    theirs.add("violations", kind="raid")

    def save():
        assert colleague.post(address, theirs.data()).status_code == 302
        connection.close()

    wrapper = just_before(read, save)
    with connection.execute_wrapper(wrapper):
        form = record_form(other.get(address))
    answer = other.post(address, form.set("title", "Title of another").data())
    if answer.status_code == 200:
        answer = other.post(address, record_form(answer).data())

    case.refresh_from_db()
    assert len(wrapper.seen) >= read[1]
    assert answer.status_code == 302
    assert (case.title, case.summary) == ("Title of another", "Summary of a colleague.")
    assert sorted(case.violations.values_list("kind", flat=True)) == ["detention", "raid"]
