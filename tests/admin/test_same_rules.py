"""A form of the desk and plain values are judged by the same rules, in the same words, and make the same record."""

import inspect

import pytest

from cases import loading
from cases.loading import sample_records, starter_records
from cases.models import Case, Charge, Event, Person, Proceeding, Sentence, Violation
from cases.workflow.document import document_of
from cases.workflow.entering.entry import PARTS, Entry
from cases.workflow.entering.saving import enter
from tests.admin.forms import record_form
from tests.factories import PersonFactory, SourceFactory, UserFactory

pytestmark = pytest.mark.django_db

TREASON = {"verbatim": "treason charges", "category": "treason"}
DATES = ("date", "start_date", "end_date", "until", "birth_date", "death_date")

WRONG = {
    "codes": (Case, {"origin": "Azerbajan", "transit": "qqqqq"}, {}),
    "one record's constraints": (
        Case,
        {
            "kind": "pattern",
            "count_min": "3",
            "host": "not stated, AZ",
            "start_date": "2024-05",
            "end_date": "2024-04",
            "custody_override": "imprisoned",
        },
        {},
    ),
    "rows": (
        Case,
        {},
        {
            "violations": [
                {"kind": "arbitrary_detention"},
                {"kind": "raid", "date": "2024", "end_date": "2023"},
            ],
            "charges": [{"category": "treason"}, {"verbatim": "treason"}],
            "events": [{"kind": "remand", "date": "2024-05-02", "until": "2024-05-01"}],
        },
    ),
    "two primary": (
        Case,
        {},
        {"violations": [{"kind": kind, "is_primary": True} for kind in ("detention", "torture")]},
    ),
    "which proceeding": (
        Case,
        {},
        {"proceedings": [{"jurisdiction": "AZ"}, {"kind": "extradition"}], "charges": [TREASON]},
    ),
    "no such proceeding": (Case, {}, {"charges": [{**TREASON, "proceeding_number": "4"}]}),
    "two of one number": (
        Case,
        {},
        {"proceedings": [{"kind": kind, "number": "1"} for kind in ("criminal", "extradition")]},
    ),
    "dates of a life": (
        Person,
        {"birth_date": "1980", "death_date": "1979"},
        {"names": [{"text": "Aydan"}, {"text": "Aydan"}]},
    ),
    "no name": (Person, {}, {}),
    "articles and terms that cannot be read": (
        Case,
        {},
        {
            "charges": [{"printed_article": "28", **TREASON}],
            "sentences": [
                {"kind": "imprisonment", "printed_term": "up to 7 years"},
                {"kind": "imprisonment", "amount": "5"},
                {"printed_term": "5"},
            ],
        },
    ),
    "a date that is none": (Case, {}, {"events": [{"kind": "arrest", "date": "soonish"}]}),
}


def typed(values):
    """The same values under the names of the form's inputs."""
    return {f"{name}_0" if name in DATES else name: value for name, value in values.items()}


def posted(client, model, values, parts):
    address = f"/admin/cases/{model._meta.model_name}/add/"
    form = record_form(client.get(address)).fill(**typed(values))
    for part, rows in parts.items():
        for row in rows:
            form.add(part, **typed(row))
    return client.post(address, form.data())


def told_by_form(answer):
    form = answer.context["adminform"].form
    found = {("", 0, name, message) for name, messages in form.errors.items() for message in messages}
    for formset in (each.formset for each in answer.context["inline_admin_formsets"]):
        found |= {(formset.prefix, 0, "", message) for message in formset.non_form_errors()}
        for number, errors in enumerate(formset.errors, start=1):
            found |= {
                (formset.prefix, number, name, message)
                for name, messages in errors.items()
                for message in messages
            }
    return found


@pytest.mark.parametrize("name", WRONG)
def test_the_same_mistake_is_told_in_the_same_place_in_the_same_words(name, browser):
    model, values, parts = WRONG[name]

    answer = posted(browser("entry"), model, values, parts)
    entry = Entry(model, values, **parts)

    assert answer.status_code == 200
    told = {(wrong.part, wrong.row, wrong.field, wrong.message) for wrong in entry.errors}
    assert told == told_by_form(answer)
    assert told


def test_the_same_values_make_the_same_document(browser):
    person, source = PersonFactory(), SourceFactory()
    values = {
        "title": "Somebody sentenced",
        "origin": "Azerbaijan",
        "location": "RU, Türkiyə",
        "start_date": "3.10.2024",
    }
    parts = {
        "violations": [{"kind": "detention", "date": "around May 2024"}, {"kind": "torture"}],
        "charges": [{**TREASON, "status": "convicted"}],
        "sentences": [{"kind": "imprisonment", "printed_term": "15 il"}],
        "events": [{"kind": "arrest", "date": "2024-10-03"}, {"kind": "verdict_guilty", "date": "2025-02"}],
    }

    def cited(key):
        return {part: [{**row, "cited_source": key} for row in rows] for part, rows in parts.items()}

    answer = posted(browser("entry"), Case, {**values, "person": person.pk}, cited(source.pk))
    assert answer.status_code == 302
    typed_in = Case.objects.get()
    given = enter(
        Entry(Case, {**values, "person": person}, **cited(source)), by=UserFactory(username="entry")
    )

    documents = [document_of(case).content for case in (typed_in, given)]
    for content in documents:
        assert content.pop("reference")
    assert documents[0] == documents[1]
    assert (typed_in.state, typed_in.edited_by) == (given.state, given.edited_by)


def test_our_own_records_are_entered_by_the_same_rules():
    """Nothing that has rules of entry is made in another way there."""
    models = {Case, Person, Charge, Event, Sentence, Proceeding, Violation, *PARTS}
    source = "".join(inspect.getsource(module) for module in (loading, sample_records, starter_records))

    assert "enter(" in source
    assert [model.__name__ for model in models if f"{model.__name__}.objects.create" in source] == []
    assert [model.__name__ for model in models if f"{model.__name__}(" in source] == []
