"""The list of what is left to narrow: it ends, each record stands on it once, and what is gone is not marked."""

import pytest

from cases.models import Action, PublishedCase, Relation, State
from cases.register.check import check
from cases.workflow.publishing import withdraw
from tests.factories import (
    CampaignFactory,
    CaseFactory,
    PersonFactory,
    SourceFactory,
    UserFactory,
    take_to_public,
)
from tests.workflow.desk import change, everything_public

pytestmark = pytest.mark.django_db
NAME = "Zarema Kayanova"


def test_a_record_that_names_several_anonymised_ones_is_narrowed_once():
    person = PersonFactory(name=NAME)
    named = [CaseFactory(person=person, published=True) for _ in range(3)]
    group = CaseFactory(group=True)
    group.overlaps_with.set(named)
    take_to_public(group)
    before = PublishedCase.objects.get(reference=group.reference).version

    outcome = change(person, identity="withheld")

    row = PublishedCase.objects.get(reference=group.reference)
    assert outcome.anonymised == named
    assert outcome.republished == [group]
    assert row.version == before + 1
    assert group.reviews.filter(action=Action.NARROWED).count() == 1
    assert not any(each.reference in str(row.document) for each in named)
    assert check() == []


def test_cases_that_name_each_other_are_anonymised_and_it_ends():
    person = PersonFactory(name=NAME)
    first, second = CaseFactory(person=person, published=True), CaseFactory(person=person, published=True)
    first.part_of = second
    first.save()
    take_to_public(first)
    second.part_of = first
    second.save()
    take_to_public(second)
    old = first.reference, second.reference

    outcome = change(person, identity="initials")

    assert outcome.anonymised == [first, second]
    assert not any(reference in everything_public() for reference in (*old, "Kayanova"))
    assert check() == []


def test_a_chain_of_withdrawals_stays_silent_to_its_end():
    """What only made sense with the record that goes, and goes with it, is not announced where that was not."""
    publisher, source = UserFactory(username="publisher"), SourceFactory()
    whole = CaseFactory(source=source, published=True)
    part = CaseFactory(group=True, source=source, part_of=whole)
    take_to_public(part)
    # Restricted behind the desk's back, so that nothing of it may be public when it is next touched.
    type(part).objects.filter(pk=part.pk).update(is_restricted=True)

    outcome = withdraw(whole, by=publisher, reason="Risk to the family", announced=False)

    part.refresh_from_db()
    assert outcome.withdrawn == [part]
    assert part.state == State.WITHDRAWN
    assert part.reviews.filter(action=Action.WITHDRAWN).get().is_announced is False
    assert part.reference not in everything_public()
    assert check() == []


def test_what_was_withdrawn_on_the_way_is_not_marked_for_review():
    """A case that goes because it names one that was anonymised awaits no look for the person they share."""
    person = PersonFactory(name=NAME)
    whole = CaseFactory(person=person, published=True)
    part = CaseFactory(person=PersonFactory(identity="initials"), targeted_because_of=person)
    Relation.objects.create(from_case=part, kind="follows", to_case=whole)
    take_to_public(part)
    type(part).objects.filter(pk=part.pk).update(risk_review_outcome="hold")

    outcome = change(person, identity="withheld")

    part.refresh_from_db()
    assert (part.state, part.review_wanted) == (State.WITHDRAWN, "")
    assert part not in outcome.marked
    assert "Kayanova" not in everything_public()


def test_a_campaign_that_goes_is_taken_out_of_each_of_its_cases_once():
    campaign = CampaignFactory(published=True)
    cases = [CaseFactory(), CaseFactory()]
    for case in cases:
        case.campaigns.add(campaign)
        take_to_public(case)

    outcome = withdraw(campaign, by=UserFactory(username="publisher"), reason="Wrong", announced=True)

    assert outcome.republished == cases
    assert [row.campaigns for row in PublishedCase.objects.all()] == [[], []]
    assert check() == []
