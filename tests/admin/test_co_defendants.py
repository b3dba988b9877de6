"""Cases tried together are stated in the form of either, and stand in the forms of both."""

import pytest

from cases.models import Relation, Review
from tests.admin.forms import record_form
from tests.factories import CaseFactory, SourceFactory

pytestmark = pytest.mark.django_db

ROWS = "relations_from"


@pytest.fixture
def entry(browser):
    return browser("entry")


@pytest.fixture
def cases():
    return CaseFactory(title="One"), CaseFactory(title="Other")


def address(case):
    return f"/admin/cases/case/{case.pk}/change/"


def form_of(client, case):
    return record_form(client.get(address(case)))


def errors_of(answer):
    formset = next(
        each.formset for each in answer.context["inline_admin_formsets"] if each.formset.prefix == ROWS
    )
    return [form.errors for form in formset.forms]


def test_what_one_case_states_stands_in_the_forms_of_both_with_its_source(entry, cases):
    one, other = cases
    source = SourceFactory()
    form = form_of(entry, one)
    form.add(ROWS, to_case=other.pk, source=source.pk)

    entry.post(address(one), form.data())

    relation = Relation.objects.get()
    assert (relation.kind, relation.from_case, relation.to_case, relation.source) == (
        "tried_with",
        one,
        other,
        source,
    )
    assert form_of(entry, one)[f"{ROWS}-0-to_case"] == str(other.pk)
    assert form_of(entry, other)[f"{ROWS}-0-to_case"] == str(one.pk)
    assert set(Review.objects.filter(action="edited").values_list("case", flat=True)) == {one.pk, other.pk}


def test_the_other_can_change_and_delete_it(entry, cases):
    one, other = cases
    third = CaseFactory(title="Third")
    Relation.objects.create(from_case=one, kind="tried_with", to_case=other)

    entry.post(address(other), form_of(entry, other).set(f"{ROWS}-0-to_case", third.pk).data())

    relation = Relation.objects.get()
    assert {relation.from_case, relation.to_case} == {other, third}
    edited = set(Review.objects.filter(action="edited").values_list("case", flat=True))
    assert edited == {one.pk, other.pk, third.pk}

    entry.post(address(third), form_of(entry, third).set(f"{ROWS}-0-DELETE", True).data())

    assert not Relation.objects.exists()


def test_saving_the_other_without_a_change_turns_nothing_round(entry, cases):
    one, other = cases
    Relation.objects.create(from_case=one, kind="tried_with", to_case=other)

    entry.post(address(other), form_of(entry, other).fill(title="Another title").data())

    relation = Relation.objects.get()
    assert (relation.from_case, relation.to_case) == (one, other)


def test_relations_of_other_kinds_do_not_stand_there(entry, cases):
    one, other = cases
    Relation.objects.create(from_case=one, kind="follows", to_case=other)

    assert form_of(entry, one)[f"{ROWS}-INITIAL_FORMS"] == "0"


@pytest.mark.parametrize("twice", [False, True])
def test_a_case_is_not_tried_with_itself_nor_listed_twice(entry, cases, twice):
    one, other = cases
    form = form_of(entry, one)
    for case in (other, other) if twice else (one,):
        form.add(ROWS, to_case=case.pk)

    answer = entry.post(address(one), form.data())

    assert "to_case" in errors_of(answer)[-1]
    assert not Relation.objects.exists()
