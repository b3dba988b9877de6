"""Taking a record out: silently after all, together with what names it, and no more than that."""

import pytest

from cases.models import Action, LedgerText, Place, PublishedCase, Tombstone
from cases.register.check import check
from cases.workflow.editing import record_edit
from cases.workflow.errors import Refused
from cases.workflow.publishing import withdraw
from tests.factories import CaseFactory, SourceFactory, UserFactory, take_to_public
from tests.workflow.desk import change, everything_public

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher():
    return UserFactory(username="publisher")


def test_an_announced_withdrawal_can_become_a_silent_one(publisher):
    case = CaseFactory(published=True)
    withdraw(case, by=publisher, reason="A mistake", announced=True)

    withdraw(case, by=publisher, reason="Risk to the family", announced=False)

    assert not Tombstone.objects.exists()
    assert not LedgerText.objects.filter(reference=case.reference).exists()
    assert list(case.reviews.filter(action=Action.WITHDRAWN).values_list("is_announced", flat=True)) == [
        False,
        True,
    ]
    assert check() == []


@pytest.mark.parametrize("announced", [True, False])
def test_a_silent_withdrawal_is_the_last_word(publisher, announced):
    case = CaseFactory(published=True)
    withdraw(case, by=publisher, reason="Risk to the family", announced=False)

    with pytest.raises(Refused, match="not public"):
        withdraw(case, by=publisher, reason="Again", announced=announced)


def test_a_silent_withdrawal_leaves_the_cases_that_named_it(publisher):
    whole, part = CaseFactory(published=True), CaseFactory(group=True)
    part.part_of = whole
    part.save()
    take_to_public(part)
    part.summary = "Not reviewed yet."
    part.save()
    record_edit(part, by=UserFactory(username="entry"))

    withdraw(whole, by=publisher, reason="Risk to the family", announced=False)

    row = PublishedCase.objects.get()
    assert (row.reference, row.summary) == (part.reference, "Detained at the border.")
    assert row.document["part_of"] == ""
    assert not Tombstone.objects.exists()
    assert check() == []


def test_a_case_that_is_marked_for_review_is_narrowed_and_not_withdrawn():
    place, hidden = Place.objects.create(name="Göydağ", country="AZ"), SourceFactory()
    case = CaseFactory(place=place)
    case.citations.create(source=hidden)
    take_to_public(case)
    change(place, spellings=["Goydagh"])

    outcome = change(hidden, is_public=False)

    case.refresh_from_db()
    assert [each.pk for each in outcome.republished] == [case.pk]
    assert outcome.withdrawn == []
    assert "Göydağ" in case.review_wanted


def test_a_silent_withdrawal_leaves_earlier_versions_that_named_it(publisher):
    whole, part, other = CaseFactory(published=True), CaseFactory(group=True), CaseFactory(published=True)
    part.part_of = whole
    part.save()
    take_to_public(part)
    part.part_of = None
    part.save()
    record_edit(part, by=UserFactory(username="entry"))
    take_to_public(part)
    version = PublishedCase.objects.get(reference=part.reference).version

    withdraw(whole, by=publisher, reason="Risk to the family", announced=False)

    assert whole.reference not in everything_public()
    assert list(LedgerText.objects.of(part.reference).values_list("version", flat=True)) == [version]
    assert PublishedCase.objects.get(reference=part.reference).version == version
    assert part.reviews.filter(action=Action.NARROWED).count() == 1
    assert LedgerText.objects.of(other.reference).count() == 1
    assert check() == []
