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
    return f"/admin/cases/case/{case.pk}/whole/"


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


def pairs():
    return {frozenset(pair) for pair in Relation.objects.values_list("from_case", "to_case")}


def keys(*cases):
    return {frozenset((one.pk, other.pk)) for one in cases for other in cases if one != other}


@pytest.fixture
def five():
    return [CaseFactory(title=f"Case {number}") for number in range(5)]


def test_a_whole_group_is_stated_in_one_row_every_two_of_it(entry, five):
    first, *others = five
    source = SourceFactory()
    form = form_of(entry, first)
    form.add(ROWS, group=[case.pk for case in five], source=source.pk)

    answer = entry.post(address(first), form.data(), follow=True)

    assert pairs() == keys(*five)
    assert Relation.objects.count() == 10
    assert set(Relation.objects.values_list("source", flat=True)) == {source.pk}
    assert "10 pairs of cases tried together were stated" in answer.content.decode()
    edited = set(Review.objects.filter(action="edited").values_list("case", flat=True))
    assert edited == {case.pk for case in five}
    for case in others:
        assert form_of(entry, case)[f"{ROWS}-INITIAL_FORMS"] == "4"


def test_a_group_named_again_with_one_more_adds_only_what_is_missing(entry, five):
    first, second, third, fourth, _fifth = five
    Relation.objects.create(from_case=second, kind="tried_with", to_case=first)
    Relation.objects.create(from_case=third, kind="tried_with", to_case=second)
    form = form_of(entry, first)
    form.taken.add((ROWS, 0))
    form.add(ROWS, group=[second.pk, third.pk, fourth.pk])

    entry.post(address(first), form.data())

    assert pairs() == keys(first, second, third, fourth)
    assert Relation.objects.count() == 6


def test_a_group_that_stands_there_already_is_no_second_one(entry, cases):
    one, other = cases
    Relation.objects.create(from_case=one, kind="tried_with", to_case=other)
    form = form_of(entry, one)
    form.taken.add((ROWS, 0))
    form.add(ROWS, group=[other.pk])

    answer = entry.post(address(one), form.data())

    assert "group" in errors_of(answer)[-1]
    assert Relation.objects.count() == 1


def test_a_row_that_names_nobody_is_told(entry, cases):
    one, _other = cases
    form = form_of(entry, one)
    form.add(ROWS, source=SourceFactory().pk)

    answer = entry.post(address(one), form.data())

    assert "to_case" in errors_of(answer)[-1]


def test_more_than_one_trial_can_have_had_is_refused(entry, cases):
    one, _other = cases
    form = form_of(entry, one)
    form.add(ROWS, group=[CaseFactory().pk for _ in range(31)])

    answer = entry.post(address(one), form.data())

    assert "At most 30 cases" in str(errors_of(answer)[-1]["group"])
    assert not Relation.objects.exists()


@pytest.mark.parametrize("from_all", [False, True])
def test_taking_one_off_says_what_goes(entry, five, from_all):
    first, second, *_rest = five
    for at, one in enumerate(five):
        for other in five[at + 1 :]:
            Relation.objects.create(from_case=one, kind="tried_with", to_case=other)
    form = form_of(entry, first).set(f"{ROWS}-0-DELETE", True).set(f"{ROWS}-0-from_all", from_all)

    answer = entry.post(address(first), form.data(), follow=True)

    rest = [case for case in five if case != second]
    assert pairs() == (keys(*rest) if from_all else keys(*five) - keys(first, second))
    gone = "Case 0; Case 2; Case 3; Case 4" if from_all else "Case 0"
    assert f"Not stated as tried together any more: Case 1 with {gone}." in answer.content.decode()
    edited = set(Review.objects.filter(action="edited").values_list("case", flat=True))
    assert edited == ({case.pk for case in five} if from_all else {first.pk, second.pk})
