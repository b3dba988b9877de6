"""A row deleted and pointed at in one save: told beside the field, before anything is written."""

import pytest
from django.db import connection

from cases.admin.forms import GOING
from cases.models import Attribution, Charge, Citation, Intervention, OfficialPosition, Proceeding, Sentence
from tests.admin.forms import form_address, record_form
from tests.factories import CampaignFactory, CaseFactory, EventFactory, SourceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def save(browser):
    """Change a case through its form; True if it was saved, False if GOING stands on the page."""

    def saved(record, change):
        client = browser("entry")
        address = form_address(record)
        form = record_form(client.get(address))
        change(form)
        answer = client.post(address, form.data())
        connection.check_constraints()
        if answer.status_code == 302:
            return True
        assert str(GOING) in answer.content.decode()
        return False

    return saved


def row_of(form, prefix, name, value):
    """The start of the names of the row whose field holds the value."""
    rows = range(int(form[f"{prefix}-TOTAL_FORMS"]))
    return next(f"{prefix}-{row}" for row in rows if form[f"{prefix}-{row}-{name}"] == value)


@pytest.fixture
def event():
    return EventFactory(case=CaseFactory(), date="2024-01-02")


@pytest.fixture
def on_file(event):
    Citation.objects.create(case=event.case, source=SourceFactory(), event=event)
    return event.case


def test_the_changed_citation_of_a_deleted_event_is_told(on_file, event, save):
    def change(form):
        form.set("events-0-DELETE", True)
        row = row_of(form, "citations", "target", f"event:{event.pk}")
        form.set(f"{row}-remark", "typed")

    assert not save(on_file, change)
    assert on_file.events.count() == 1
    assert event.citations.count() == 1


def test_the_untouched_citation_of_a_deleted_event_goes_with_it(on_file, save):
    assert save(on_file, lambda form: form.set("events-0-DELETE", True))
    assert on_file.events.count() == 0
    assert on_file.citations.exclude(event=None).count() == 0


def test_a_citation_moved_off_a_deleted_event_stays(on_file, event, save):
    def change(form):
        form.set("events-0-DELETE", True)
        row = row_of(form, "citations", "target", f"event:{event.pk}")
        form.set(f"{row}-target", "").set(f"{row}-remark", "typed")

    assert save(on_file, change)
    assert on_file.citations.get(remark="typed").target == Citation(case=on_file).target


def test_a_citation_deleted_with_its_event_is_no_error(on_file, event, save):
    def change(form):
        form.set("events-0-DELETE", True)
        row = row_of(form, "citations", "target", f"event:{event.pk}")
        form.set(f"{row}-DELETE", True)

    assert save(on_file, change)


@pytest.mark.parametrize("factory", [CaseFactory, CampaignFactory])
def test_a_new_citation_of_a_deleted_event_is_told(factory, save):
    record = factory()
    event = EventFactory(**{"case": None, record._meta.model_name: record}, date="2024-01-02")

    def change(form):
        form.set("events-0-DELETE", True)
        form.add("citations", source=SourceFactory().pk, target=f"event:{event.pk}")

    assert not save(record, change)
    assert record.events.count() == 1


def test_a_new_attribution_of_a_deleted_violation_is_told(save):
    case = CaseFactory()
    violation = case.violations.create(kind="torture")

    def change(form):
        form.set(f"{row_of(form, 'violations', 'kind', 'torture')}-DELETE", True)
        form.add(
            "attributions",
            attributed_to="police",
            attributed_by="a lawyer",
            source=SourceFactory().pk,
            violation=violation.pk,
        )

    assert not save(case, change)
    assert case.violations.count() == 2


def test_a_charge_replaced_by_a_deleted_one_is_told(save):
    case = CaseFactory()
    proceeding = Proceeding.objects.create(case=case, number=1, kind="criminal", jurisdiction="AZ")
    for words in ("a", "b"):
        case.charges.create(proceeding=proceeding, verbatim=words, category="treason")
    going = Charge.objects.get(verbatim="a")

    def change(form):
        form.set(f"{row_of(form, 'charges', 'verbatim', 'a')}-DELETE", True)
        row = row_of(form, "charges", "verbatim", "b")
        form.set(f"{row}-replaced_by", going.pk).set(f"{row}-status", "reclassified")

    assert not save(case, change)
    assert case.charges.count() == 2


def test_a_sentence_superseding_a_deleted_one_is_told(save):
    case = CaseFactory()
    proceeding = Proceeding.objects.create(case=case, number=1, kind="criminal", jurisdiction="AZ")
    first = Sentence.objects.create(case=case, proceeding=proceeding, kind="imprisonment")

    def change(form):
        form.set("sentences-0-DELETE", True)
        form.add("sentences", kind="imprisonment", supersedes=first.pk)

    assert not save(case, change)


@pytest.mark.parametrize("name", ["event", "attribution"])
def test_a_changed_official_position_on_a_deleted_row_is_told(name, event, save):
    case = event.case
    attribution = Attribution.objects.create(
        case=case, attributed_to="police", attributed_by="a lawyer", source=SourceFactory()
    )
    facts = {"event": event, "attribution": attribution}
    OfficialPosition.objects.create(case=case, position="denied", stated_by="x", **{name: facts[name]})

    def change(form):
        form.set(f"{name}s-0-DELETE", True).set("official_positions-0-stated_by", "typed")

    assert not save(case, change)
    assert case.official_positions.count() == 1


def test_a_changed_answer_to_a_deleted_intervention_is_told_until_it_is_emptied(save):
    case = CaseFactory()
    asked = Intervention.objects.create(case=case, kind="petition", actor="Congress")
    Intervention.objects.create(case=case, kind="petition", actor="Ministry", response_to=asked)

    def change(form):
        form.set(f"{row_of(form, 'interventions', 'actor', 'Congress')}-DELETE", True)
        form.set(f"{row_of(form, 'interventions', 'actor', 'Ministry')}-impact", "none")

    def emptied(form):
        change(form)
        form.set(f"{row_of(form, 'interventions', 'actor', 'Ministry')}-response_to", "")

    assert not save(case, change)
    assert save(case, emptied)
    assert case.interventions.get().response_to is None
