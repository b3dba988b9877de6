"""*Revert to this*: what would be other is shown first, then it is an edit like any other."""

import re
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.test import Client

from cases.models import Case, Person
from cases.workflow.hiding import hide
from tests.admin.forms import forms_of, record_form
from tests.admin.test_drafts import at, change
from tests.factories import CaseFactory, UserFactory

pytestmark = pytest.mark.django_db
IN_TIME = pytest.mark.django_db(transaction=True)
"""The history takes the moment of the transaction, so that a test of earlier and later needs several."""


@pytest.fixture
def entry(db):
    user = UserFactory(username="entry")
    client = Client()
    client.force_login(user)
    client.user = user
    return client


def public_case(client, **values):
    """Its making sets the password anew, which ends the session."""
    case = CaseFactory(published=True, **values)
    client.force_login(User.objects.get(username="entry"))
    return case


def edit(client, record, fill):
    form = record_form(client.get(change(record)))
    fill(form)
    answer = client.post(change(record), form.data())
    assert answer.status_code == 302, re.findall(r"errorlist.*?<li>(.*?)</li>", answer.content.decode())


def links(client, record):
    """Every way back the history offers, newest first."""
    page = client.get(at(record, "history")).content.decode()
    found = re.findall(r'href="([^"]*/revert/[^"]*)"', page)
    return [each.replace("&amp;", "&") for each in found]


def confirm(client, address):
    """The preview, and what comes of confirming it."""
    preview = client.get(address)
    form = next(each for each in forms_of(preview) if "of" in each.fields)
    return preview.content.decode(), client.post(address.partition("?")[0], form.data(button=None))


def row_links(client, record, kind):
    return [each for each in links(client, record) if f"of={kind}-" in each]


@IN_TIME
def test_a_row_goes_back_to_what_it_was(entry):
    case = CaseFactory()
    edit(entry, case, lambda form: form.set("violations-0-assessor", "a court"))
    edit(entry, case, lambda form: form.set("violations-0-assessor", "nobody").set("title", "Another title"))
    version = Case.objects.get().edit_version

    preview, answer = confirm(entry, row_links(entry, case, "violation")[1])

    case.refresh_from_db()
    assert "<del>nobody</del>" in preview and "<ins>a court</ins>" in preview
    assert "Another title" not in preview.partition("<table>")[2].partition("</table>")[0]
    assert (answer.status_code, answer.headers["Location"]) == (302, at(case, "change"))
    assert (case.violations.get().assessor, case.title) == ("a court", "Another title")
    assert (case.edit_version, case.edited_by, case.state) == (version + 1, entry.user, "draft")


@IN_TIME
def test_the_whole_record_goes_back_rows_and_all(entry):
    case = CaseFactory(title="First title")
    edit(entry, case, lambda form: form.add("violations", kind="torture", assessor="a court"))

    def fill(form):
        form.fill(title="Second title", summary="Other.")
        form.set("violations-1-DELETE", True)
        form.add("violations", kind="raid")

    edit(entry, case, fill)
    [after_first, *_] = [each for each in links(entry, case) if "of=record" in each]
    preview, answer = confirm(entry, after_first)

    case.refresh_from_db()
    assert answer.status_code == 302
    assert "<ins>First title</ins>" in preview and "deleted since" in preview
    assert (case.title, case.summary) == ("First title", "Detained at the border.")
    assert sorted(case.violations.values_list("kind", "assessor")) == [
        ("detention", ""),
        ("torture", "a court"),
    ]


def test_a_deleted_row_comes_back(entry):
    case = CaseFactory()
    edit(entry, case, lambda form: form.add("violations", kind="torture", assessor="a court"))
    edit(entry, case, lambda form: form.set("violations-1-DELETE", True))

    _, answer = confirm(entry, row_links(entry, case, "violation")[0])

    assert answer.status_code == 302
    assert case.violations.get(kind="torture").assessor == "a court"


def test_what_cannot_be_saved_is_said_with_the_reason_and_nothing_is_written(entry):
    case, gone = CaseFactory(title="First title"), Case.objects.create(kind="group", group_description="x")
    edit(entry, case, lambda form: form.set("part_of", gone.pk))
    edit(entry, case, lambda form: form.set("part_of", "").set("title", "Second title"))
    gone.delete()

    _, answer = confirm(entry, row_links(entry, case, "case")[1])

    case.refresh_from_db()
    assert answer.status_code == 200 and "Select a valid choice" in answer.content.decode()
    assert (case.title, case.part_of) == ("Second title", None)


def test_a_colleague_who_saved_meanwhile_is_met(entry, browser):
    case, other = CaseFactory(title="First title"), browser("publisher")
    edit(entry, case, lambda form: form.set("title", "Second title"))
    address = row_links(entry, case, "case")[-1]
    form = next(each for each in forms_of(entry.get(address)) if "of" in each.fields)
    edit(other, case, lambda form: form.set("title", "Theirs"))

    answer = entry.post(address.partition("?")[0], form.data(button=None))

    assert "Saved by publisher meanwhile: Theirs" in answer.content.decode()
    assert Case.objects.get().title == "Theirs"


@IN_TIME
def test_nothing_comes_back_of_the_time_before_it_was_hidden(entry):
    case = public_case(entry)
    edit(entry, case, lambda form: form.set("title", "Second title"))
    before = row_links(entry, case, "case")[-1]
    hide(case, by=entry.user)

    answer = entry.get(before, follow=True)

    assert "does not come back by this" in answer.content.decode()
    case.refresh_from_db()
    assert case.title == "Second title"


@IN_TIME
def test_nothing_comes_back_of_the_time_before_it_was_anonymised(entry):
    case = public_case(entry, title="Told with the name")
    before = row_links(entry, case, "case")[-1]
    violation = row_links(entry, case, "violation")[-1]
    person = Person.objects.get()
    edit(entry, person, lambda form: form.set("identity", "withheld"))
    edit(entry, case, lambda form: form.set("title", "Told without"))

    answers = [entry.get(each, follow=True).content.decode() for each in (before, violation)]

    assert all("does not come back by this" in each for each in answers)


@IN_TIME
def test_who_a_record_may_be_shown_to_stays_as_it_is(entry):
    case = CaseFactory(is_restricted=False, title="First title")
    edit(entry, case, lambda form: form.set("is_restricted", True).set("title", "Second title"))
    edit(entry, case, lambda form: form.set("last_checked_date", date(2024, 5, 1)))

    _, answer = confirm(entry, [each for each in links(entry, case) if "of=record" in each][-1])

    case.refresh_from_db()
    assert answer.status_code == 302
    assert (case.title, case.is_restricted) == ("First title", True)


@pytest.mark.parametrize(
    "asked",
    ["of=record&at=never", "of=violation-999999", "of=session-1", "of=violation-x", "", "of=record"],
)
def test_what_is_no_change_of_this_record_is_not_found(entry, asked):
    case = CaseFactory()

    assert entry.get(f"{at(case, 'revert')}?{asked}").status_code == 404
