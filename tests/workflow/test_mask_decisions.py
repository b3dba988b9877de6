"""A second person lifts a wrong mask, or decides whom a surname means; never who hid the person."""

import pytest

from cases.models import Action, MaskState, NameMask, PublishedCase
from cases.register.check import check
from cases.workflow.errors import Refused
from cases.workflow.mask_decisions import confirm, leave, lift
from tests.factories import CaseFactory, PersonFactory, UserFactory, take_to_public
from tests.workflow.desk import change, everything_public

pytestmark = pytest.mark.django_db
NAME = "Zarema Kayanova"


@pytest.fixture
def person():
    person = PersonFactory(name=NAME)
    CaseFactory(person=person, published=True)
    return person


def hide(person, *, by="publisher-two"):
    change(person, by=by, identity="withheld")


def test_a_wrong_mask_is_lifted_and_history_keeps_who_and_why(person):
    other = CaseFactory(summary=f"Another {NAME} spoke.", published=True)
    hide(person)
    mask = NameMask.objects.standing().get()

    lift(mask, by=UserFactory(username="publisher"), reason="Her namesake, a minister.")

    mask.refresh_from_db()
    other.refresh_from_db()
    assert PublishedCase.objects.get(reference=other.reference).summary == f"Another {NAME} spoke."
    assert (mask.state, mask.reason) == (MaskState.LIFTED, "Her namesake, a minister.")
    assert other.reviews.filter(action=Action.UNMASKED, reason="Her namesake, a minister.").exists()
    assert mask.history.count() == 2
    assert other.review_wanted == ""
    assert check() == []


def test_what_was_lifted_stays_when_the_person_is_hidden_again(person):
    other = CaseFactory(summary=f"Another {NAME} spoke.", published=True)
    hide(person)
    lift(NameMask.objects.standing().get(), by=UserFactory(username="publisher"), reason="A namesake.")

    person.names.create(text="Zara Kayan")
    change(person, gender="female")

    assert PublishedCase.objects.get(reference=other.reference).summary == f"Another {NAME} spoke."


def test_who_hid_the_person_lifts_nothing(person):
    CaseFactory(summary=f"Another {NAME} spoke.", published=True)
    hide(person, by="publisher")

    with pytest.raises(Refused, match="colleague"):
        lift(NameMask.objects.standing().get(), by=UserFactory(username="publisher"), reason="A namesake.")


@pytest.mark.parametrize(
    ("by", "reason", "said"), [("publisher", " ", "why"), ("entry", "So.", "permission")]
)
def test_lifting_takes_a_reason_and_the_right_to_publish(person, by, reason, said):
    CaseFactory(summary=f"Another {NAME} spoke.", published=True)
    hide(person)

    with pytest.raises(Refused, match=said):
        lift(NameMask.objects.standing().get(), by=UserFactory(username=by), reason=reason)


def test_a_surname_in_another_record_waits_and_nothing_public_changes(person):
    other = CaseFactory(summary="Kayanova spoke of it.", published=True)
    before = PublishedCase.objects.values().get(reference=other.reference)

    hide(person)

    assert PublishedCase.objects.values().get(reference=other.reference) == before
    other.refresh_from_db()
    assert (other.review_wanted, other.published_version) == ("", 1)
    waiting = NameMask.objects.waiting().get()
    assert (waiting.case, waiting.before, waiting.after) == (
        other,
        "Kayanova spoke of it.",
        "[name withheld] spoke of it.",
    )


def test_a_surname_that_waits_is_masked_by_a_second_person(person):
    other = CaseFactory(summary="Kayanova spoke of it.", published=True)
    hide(person)

    with pytest.raises(Refused):
        confirm(NameMask.objects.waiting().get(), by=UserFactory(username="publisher-two"))
    confirm(NameMask.objects.waiting().get(), by=UserFactory(username="publisher"))

    other.refresh_from_db()
    assert "Kayanova" not in everything_public()
    assert "Reword it" in other.review_wanted
    assert check() == []


def test_a_surname_that_waits_may_be_left_with_a_reason(person):
    CaseFactory(summary="Kayanova spoke of it.", published=True)
    hide(person)
    before = everything_public()

    leave(NameMask.objects.waiting().get(), by=UserFactory(username="publisher"), reason="A street.")

    assert everything_public() == before
    assert NameMask.objects.get().state == MaskState.LEFT


def test_a_text_that_was_published_anew_cannot_be_put_back(person):
    other = CaseFactory(summary=f"Another {NAME} spoke.", published=True)
    hide(person)
    mask = NameMask.objects.standing().get()
    other.refresh_from_db()
    other.summary = "Somebody spoke."
    other.save()
    take_to_public(other)

    with pytest.raises(Refused, match="decided already"):
        lift(mask, by=UserFactory(username="publisher"), reason="A namesake.")
