"""The inbox at the desk: read, handled, never edited, thrown away by those who may."""

from datetime import UTC, datetime

import pytest

from cases.models import Correction
from tests.admin.forms import forms_of, record_form
from tests.factories import CaseFactory, UserFactory

pytestmark = pytest.mark.django_db

LIST = "/admin/cases/correction/"


@pytest.fixture
def correction():
    return sent("The trial began in March.")


def sent(wrong, **changes):
    values = {"record": "", "contact": "somebody@mail.example", "language": "az"} | changes
    return Correction.objects.create(
        wrong=wrong, received_at=datetime(2026, 11, 3, 14, tzinfo=UTC), digest=wrong.encode(), **values
    )


def address_of(correction, step="change"):
    return f"{LIST}{correction.pk}/{step}/"


def test_the_front_page_says_how_many_are_new(browser, correction):
    page = browser("entry").get("/admin/")

    assert page.context["inbox"].count == 1
    assert "The trial began in March." in page.content.decode()
    assert address_of(correction) in page.content.decode()


def test_the_front_page_tells_nothing_to_who_may_not_see_the_inbox(client, correction):
    user = UserFactory(username="entry")
    user.groups.clear()
    client.force_login(user)

    assert client.get("/admin/").context["inbox"] is None
    assert client.get(LIST).status_code == 403


def test_lists_by_state_and_finds_by_words(browser, correction):
    other = sent("Another name", state="done", record="C-7K3F-9Q2M-T4XW")
    client = browser("entry")

    def found(query):
        return set(client.get(LIST + query).context["cl"].queryset)

    assert found("") == {correction, other}
    assert found("?state__exact=new") == {correction}
    assert found("?q=trial") == {correction}
    assert found("?q=C-7K3F-9Q2M-T4XW") == {other}
    assert found("?q=somebody@mail.example&state__exact=done") == {other}


def test_the_second_box_is_shown_apart(browser, correction):
    flooded = [sent(f"Flood {number}", second_box=True) for number in range(2)]
    client = browser("entry")

    front = client.get("/admin/")

    def found(query):
        return set(client.get(LIST + query).context["cl"].queryset)

    assert front.context["inbox"].count == 1 and front.context["second_box"].count == 2
    assert f"{LIST}?box=second" in front.content.decode()
    assert "Flood 1" not in front.content.decode()
    assert found("") == {correction}
    assert found("?box=second") == set(flooded)
    assert found("?box=both") == {correction, *flooded}
    assert found("?box=both&q=Flood+1") == {flooded[1]}


def test_what_is_handled_moves_to_the_inbox(browser):
    flooded = sent("A real one among the flood", second_box=True)
    client = browser("entry")
    form = record_form(client.get(address_of(flooded)))

    client.post(address_of(flooded), form.fill(state="in_work").data())

    flooded.refresh_from_db()
    assert (flooded.state, flooded.second_box) == ("in_work", False)


def test_spam_is_deleted_from_the_second_box_alone(browser, correction):
    flooded = [sent(f"Flood {number}", second_box=True) for number in range(3)]
    asked = {
        "action": "delete_selected",
        "_selected_action": [str(each.pk) for each in flooded],
        "post": "yes",
    }

    browser("publisher").post(f"{LIST}?box=second", asked)

    assert list(Correction.objects.all()) == [correction]


def test_leads_to_the_record_it_is_about(browser):
    case = CaseFactory(title="A teacher detained")
    about, unknown = sent("A", record=case.reference), sent("B", record="C-7K3F-9Q2M-T4XW")
    client = browser("entry")

    assert f"/admin/cases/case/{case.pk}/change/" in client.get(address_of(about)).content.decode()
    assert "C-7K3F-9Q2M-T4XW" in client.get(address_of(unknown)).content.decode()
    assert f"/admin/cases/case/{case.pk}/change/" in client.get(LIST).content.decode()


def test_handling_it_keeps_state_note_and_who(browser, correction):
    client = browser("entry")
    form = record_form(client.get(address_of(correction)))

    client.post(address_of(correction), form.fill(state="done", note="Checked with the verdict.").data())

    correction.refresh_from_db()
    assert (correction.state, correction.note) == ("done", "Checked with the verdict.")
    assert correction.handled_by.username == "entry" and correction.handled_at
    history = client.get(address_of(correction, "history")).content.decode()
    assert "Checked with the verdict." in history and "Done" in history


def test_what_the_reader_wrote_cannot_be_changed(browser, correction):
    client = browser("admin")
    form = record_form(client.get(address_of(correction)))
    before = Correction.objects.values("wrong", "contact", "record", "received_at", "language").get()

    client.post(
        address_of(correction),
        {**form.fill(state="in_work").data(), "wrong": ["Mine"], "contact": ["mine"], "record": ["mine"]},
    )

    assert {"wrong", "proposal", "contact", "record", "language", "received_at"}.isdisjoint(form.offered)
    assert Correction.objects.values(*before).get() == before
    assert Correction.objects.get().state == "in_work"


def test_nobody_adds_one_at_the_desk(browser):
    assert browser("admin").get(f"{LIST}add/").status_code == 403


def test_who_saves_over_a_colleague_is_shown_both(browser, correction):
    first, second = browser("entry"), browser("reviewer")
    opened = record_form(second.get(address_of(correction)))
    form = record_form(first.get(address_of(correction)))
    first.post(address_of(correction), form.fill(note="I am on it").data())

    answer = second.post(address_of(correction), opened.fill(note="Mine").data())

    assert answer.status_code == 200
    assert "I am on it" in answer.content.decode() and "Mine" in answer.content.decode()
    correction.refresh_from_db()
    assert correction.note == "I am on it"


def test_spam_goes_for_good_with_its_history(browser, correction):
    kept = sent("Something real")
    client = browser("publisher")
    form = record_form(client.get(address_of(correction)))
    client.post(address_of(correction), form.fill(note="Buy now, they say").data())
    asked = {"action": "delete_selected", "_selected_action": [str(correction.pk)]}

    question = client.post(LIST, asked)
    client.post(LIST, {**asked, "post": "yes"})

    assert question.status_code == 200 and "Delete spam" in client.get(LIST).content.decode()
    assert list(Correction.objects.all()) == [kept]
    (history,) = Correction.pgh_event_models.values()
    assert not history.objects.exists()


def test_one_is_deleted_from_its_page(browser, correction):
    client = browser("publisher")
    confirm = forms_of(client.get(address_of(correction, "delete")))[-1]

    client.post(address_of(correction, "delete"), confirm.data(button=None))

    assert not Correction.objects.exists()


def test_who_may_not_delete_is_not_offered_to(browser, correction):
    client = browser("entry")

    client.post(LIST, {"action": "delete_selected", "_selected_action": [str(correction.pk)], "post": "yes"})

    assert "Delete spam" not in client.get(LIST).content.decode()
    assert client.get(address_of(correction, "delete")).status_code == 403
    assert Correction.objects.count() == 1
