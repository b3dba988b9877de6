"""A case with one proceeding never names it; a case with several always does."""

import pytest

from cases.models import Case, Event
from tests.admin.forms import record_form
from tests.factories import CaseFactory

pytestmark = pytest.mark.django_db

TREASON = {"verbatim": "treason charges", "category": "treason"}


@pytest.fixture
def post(browser):
    """`post(case, fill)`: open the case's form, let `fill` type into it, save; returns the answer."""
    client = browser("entry")

    def open_and_save(case, fill):
        address = f"/admin/cases/case/{case.pk}/whole/"
        form = record_form(client.get(address))
        fill(form)
        return client.post(address, form.data())

    return open_and_save


def error_beside(answer, prefix, row):
    formset = next(
        each.formset for each in answer.context["inline_admin_formsets"] if each.formset.prefix == prefix
    )
    return formset.forms[row].errors.get("proceeding_number", [])


def test_a_charge_makes_the_first_proceeding_itself(post):
    case = CaseFactory(location=["RU"], origin=["AZ"])

    post(case, lambda form: form.add("charges", **TREASON))

    proceeding = case.proceedings.get()
    assert (proceeding.number, proceeding.kind, proceeding.jurisdiction) == (1, "criminal", "RU")
    assert case.charges.get().proceeding == proceeding


def test_charge_sentence_and_event_share_the_one_that_was_made(post):
    case = CaseFactory()

    def fill(form):
        form.add("charges", **TREASON)
        form.add("sentences", kind="imprisonment", printed_term="15")
        form.add("events", kind="verdict_guilty")

    post(case, fill)

    proceeding = case.proceedings.get()
    assert case.sentences.get().proceeding == case.events.get().proceeding == proceeding


def test_no_jurisdiction_is_guessed_where_none_is_stated(post):
    case = CaseFactory(location=["AZ", "RU"], origin=["not_stated"])

    post(case, lambda form: form.add("charges", **TREASON))

    assert case.proceedings.get().jurisdiction == ""


def test_an_event_makes_no_proceeding(post):
    case = CaseFactory()

    post(case, lambda form: form.add("events", kind="detained"))

    assert not case.proceedings.exists()
    assert case.events.get().proceeding is None


def test_events_join_the_proceeding_that_comes_later(post):
    case = CaseFactory()
    Event.objects.create(case=case, kind="arrest")

    post(case, lambda form: form.add("charges", **TREASON))

    assert case.events.get().proceeding == case.proceedings.get()


def test_a_blank_number_means_the_proceeding_typed_in_the_same_form(browser):
    client = browser("entry")
    form = record_form(client.get("/admin/cases/case/add/")).fill(title="New")
    form.add("proceedings", kind="extradition", jurisdiction="Türkiyə")
    form.add("charges", **TREASON)

    client.post("/admin/cases/case/add/", form.data())

    assert Case.objects.get().charges.get().proceeding.kind == "extradition"


def test_with_several_a_blank_number_is_an_error_that_lists_them(post):
    case = CaseFactory()
    case.proceedings.create(number=1, kind="criminal")

    def fill(form):
        form.add("proceedings", kind="extradition")
        form.add("charges", **TREASON)
        form.add("events", kind="wgad_opinion")

    answer = post(case, fill)

    assert error_beside(answer, "charges", 0) == ["Which proceeding? The case has 1, 2."]
    assert error_beside(answer, "events", 0) == []
    assert case.proceedings.count() == 1


def test_a_number_names_a_proceeding_typed_in_the_same_form(post):
    case = CaseFactory()
    case.proceedings.create(number=1, kind="criminal")

    def fill(form):
        form.add("proceedings", kind="extradition")
        form.add("charges", **TREASON, proceeding_number=2)

    post(case, fill)

    assert case.charges.get().proceeding.kind == "extradition"


def test_a_number_that_is_none_is_an_error(post):
    case = CaseFactory()
    case.proceedings.create(number=1, kind="criminal")

    answer = post(case, lambda form: form.add("charges", **TREASON, proceeding_number=5))

    assert error_beside(answer, "charges", 0) == ["There is no proceeding 5. The case has 1."]


def test_a_proceeding_with_charges_is_not_deleted_over_their_heads(post):
    case = CaseFactory()
    proceeding = case.proceedings.create(number=1, kind="criminal")
    case.charges.create(proceeding=proceeding, **TREASON)

    answer = post(case, lambda form: form.set("proceedings-0-DELETE", True))

    assert error_beside(answer, "charges", 0)
    assert case.charges.count() == 1


def test_a_proceeding_and_its_charges_go_together(post):
    case = CaseFactory()
    proceeding = case.proceedings.create(number=1, kind="criminal")
    case.charges.create(proceeding=proceeding, **TREASON)

    post(case, lambda form: form.set("proceedings-0-DELETE", True).set("charges-0-DELETE", True))

    assert not case.proceedings.exists()
    assert not case.charges.exists()


def test_a_proceeding_given_another_number_keeps_its_charges(post):
    case = CaseFactory()
    proceeding = case.proceedings.create(number=1, kind="criminal")
    case.charges.create(proceeding=proceeding, **TREASON)

    answer = post(case, lambda form: form.set("proceedings-0-number", 4))

    assert answer.status_code == 302
    assert case.charges.get().proceeding.number == 4
