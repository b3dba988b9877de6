"""What is derived anew tells those who publish whose status became another, and writes no version."""

import pytest

from cases.models import LedgerText, PublishedCase, StatusChange
from cases.register.register import put
from cases.workflow.derivation import Derived, derive_anew, mark_seen
from tests.factories import CaseFactory, EventFactory, UserFactory, take_to_public
from tests.register.documents import case_document

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    """Public as in police custody; an earlier program had derived other things from the same text."""
    case = CaseFactory()
    EventFactory(case=case, kind="arrest", date="2024-05-06")
    take_to_public(case)
    assert PublishedCase.objects.get().custody_status == "police_custody"
    PublishedCase.objects.update(custody_status="released", procedural_stage=["charged"])
    return case


def test_a_status_that_became_another_is_noted_with_before_and_after(case):
    CaseFactory(published=True, title="Another, as it was")

    assert derive_anew() == Derived(cases=2, changed=1)

    [change] = StatusChange.objects.unseen()
    assert change.case == case
    assert (change.custody_before, change.custody_after) == ("released", "police_custody")
    assert (change.stages_before, change.stages_after) == (["charged"], [])
    assert change.words == [("Released", "Police custody"), ("Charged", "–")]


def test_no_version_is_written_and_nothing_is_noted_twice(case):
    derive_anew()

    assert derive_anew() == Derived(cases=1, changed=0)
    assert LedgerText.objects.filter(reference=case.reference).count() == 1
    assert StatusChange.objects.count() == 1


def test_what_was_never_at_this_desk_is_counted_and_not_noted():
    put(case_document())
    PublishedCase.objects.update(custody_status="released")

    assert derive_anew() == Derived(cases=1, changed=1)
    assert not StatusChange.objects.exists()


def test_who_looked_first_is_who_has_seen_it(case):
    derive_anew()
    first, second = UserFactory(username="publisher"), UserFactory(username="publisher-2")

    assert mark_seen(StatusChange.objects.all(), by=first) == 1
    assert mark_seen(StatusChange.objects.all(), by=second) == 0

    change = StatusChange.objects.get()
    assert change.seen_by == first
    assert change.seen_at is not None
    assert not StatusChange.objects.unseen().exists()
