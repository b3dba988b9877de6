"""The calendar alone narrows: a consent that has run out takes its cases out, whoever is at the desk."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from cases.models import Action, Case, Person, PublishedCase, State, Tombstone
from cases.register.check import check
from tests.factories import CaseFactory, PersonFactory

pytestmark = pytest.mark.django_db


def yesterday():
    return timezone.localdate() - timedelta(days=1)


def narrow_expired():
    said = StringIO()
    call_command("narrow_expired", stdout=said)
    return said.getvalue().strip()


def case_with_consent(holder, *, ends):
    """A public case whose person or case was consented to until a day."""
    consent = {"consent": "publish_named", "consent_by": "self"}
    person = PersonFactory(**consent if holder == "person" else {})
    case = CaseFactory(person=person, published=True, **consent if holder == "case" else {})
    record = person if holder == "person" else case
    type(record).objects.filter(pk=record.pk).update(consent_expires_date=ends)
    return case


@pytest.mark.parametrize("holder", ["person", "case"])
def test_a_consent_that_has_run_out_takes_the_case_out(holder):
    case = case_with_consent(holder, ends=yesterday())
    CaseFactory(published=True)

    said = narrow_expired()

    case.refresh_from_db()
    assert said == "1 withdrawn, 0 published with less."
    assert case.state == State.WITHDRAWN
    assert Tombstone.objects.filter(reference=case.reference).exists()
    assert PublishedCase.objects.count() == 1
    assert check() == []


def test_the_last_day_of_a_consent_still_counts():
    case_with_consent("person", ends=timezone.localdate())

    assert narrow_expired() == "0 withdrawn, 0 published with less."
    assert PublishedCase.objects.exists()


def test_nobody_is_named_as_having_decided_it():
    case = case_with_consent("case", ends=yesterday())

    narrow_expired()

    review = case.reviews.get(action=Action.WITHDRAWN)
    assert review.by is None
    assert "consent has run out" in review.reason


def test_a_second_run_changes_nothing():
    case_with_consent("person", ends=yesterday())
    narrow_expired()

    assert narrow_expired() == "0 withdrawn, 0 published with less."


def test_the_familys_consent_that_has_run_out_gives_way_to_the_persons_own():
    person = PersonFactory(consent="publish_named", consent_by="self")
    case = CaseFactory(person=person, consent="publish_named", consent_by="family", published=True)
    Case.objects.filter(pk=case.pk).update(consent_expires_date=yesterday())

    narrow_expired()

    assert PublishedCase.objects.exists()


def test_the_familys_consent_does_not_stand_in_for_the_persons_own_that_has_run_out():
    person = PersonFactory(consent="publish_named", consent_by="self")
    CaseFactory(person=person, consent="publish_named", consent_by="family", published=True)
    Person.objects.filter(pk=person.pk).update(consent_expires_date=yesterday())

    narrow_expired()

    assert not PublishedCase.objects.exists()
