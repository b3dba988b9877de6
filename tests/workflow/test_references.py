"""A record that shows less of its person than the public last knew never keeps its reference."""

import pytest

from cases.models import PublishedCase
from cases.register.check import check
from cases.workflow.appearing import publish_due
from cases.workflow.editing import record_edit
from cases.workflow.publishing import withdraw
from tests.factories import CaseFactory, PersonFactory, UserFactory, take_to_public
from tests.workflow.anonymised import approved, begin_day, day_of, hidden, reworded
from tests.workflow.desk import change, everything_public

pytestmark = pytest.mark.django_db


def hidden_by_identity(case):
    hidden(case)


def consent_of_the_case(case):
    case.consent, case.consent_by = "publish_anonymised", "self"
    case.save()
    record_edit(case, by=UserFactory(username="entry"))


def withdrawn_in_between(case):
    withdraw(case, by=UserFactory(username="publisher"), reason="Asked to", announced=True)
    hidden(case)


def hidden_behind_the_desk(case):
    """As a case that was withdrawn and hidden before the desk knew of anonymising."""
    withdraw(case, by=UserFactory(username="publisher"), reason="Asked to", announced=True)
    type(case.person).objects.filter(pk=case.person.pk).update(identity="withheld")
    case.former_texts.all().delete()


@pytest.mark.parametrize(
    "anonymise", [hidden_by_identity, consent_of_the_case, withdrawn_in_between, hidden_behind_the_desk]
)
def test_an_anonymised_case_comes_back_under_a_new_reference(anonymise, monkeypatch):
    case = CaseFactory(person=PersonFactory(name="Zarema Kayanova"), published=True)
    old = case.reference

    anonymise(case)
    case.refresh_from_db()
    approved(reworded(case))
    begin_day(monkeypatch, day_of(case))
    publish_due()

    case.refresh_from_db()
    row = PublishedCase.objects.get()
    assert (row.identity, row.reference) == ("withheld", case.reference)
    assert row.reference != old
    assert old not in str(row.document) and "Kayanova" not in everything_public()
    assert check() == []


@pytest.mark.parametrize(("before", "after"), [("named", "initials"), ("initials", "withheld")])
def test_every_step_down_gives_a_new_reference(before, after):
    person = PersonFactory(identity=before)
    case = CaseFactory(person=person, published=True)
    old = case.reference

    hidden(case, after)

    assert case.reference != old
    assert not PublishedCase.objects.exists()


def test_a_person_who_is_named_after_all_keeps_the_reference():
    person = PersonFactory(identity="withheld")
    case = CaseFactory(person=person, published=True)
    old = case.reference
    change(person, identity="named")
    case.refresh_from_db()

    take_to_public(case)

    row = PublishedCase.objects.get()
    assert (row.identity, row.reference) == ("named", old)


def test_a_withdrawal_alone_keeps_the_reference():
    case = CaseFactory(published=True)
    old = case.reference
    withdraw(case, by=UserFactory(username="publisher"), reason="A mistake", announced=True)
    case.refresh_from_db()

    take_to_public(case)

    assert PublishedCase.objects.get().reference == old


def test_the_cases_of_an_anonymised_person_can_no_longer_be_joined_by_the_old_references():
    person = PersonFactory(name="Zarema Kayanova")
    cases = [CaseFactory(person=person, published=True) for _ in range(2)]
    old = {person.reference, *[case.reference for case in cases]}

    change(person, identity="withheld")

    for case in cases:
        case.refresh_from_db()
    assert old.isdisjoint({person.reference, *[case.reference for case in cases]})
    assert everything_public() == ""
