"""Consent, embargo, age and risk decide whether and how a case may show."""

from datetime import date, timedelta

import pytest

from cases.models import Event, PublishedCase, Tombstone
from cases.text.partial_dates import PartialDate
from cases.workflow.completeness import problems
from cases.workflow.document import document_of
from cases.workflow.editing import record_edit
from cases.workflow.permission import consent_of, identity_of
from tests.factories import CaseFactory, PersonFactory, UserFactory, take_to_public
from tests.workflow.desk import change

pytestmark = pytest.mark.django_db
TODAY = date(2025, 6, 1)


def objections(case):
    return " ".join(problem.message for problem in problems(case, today=TODAY))


@pytest.mark.parametrize("consent", ["refused", "withdrawn", "internal_only", "share_partners"])
@pytest.mark.parametrize("holder", ["person", "case"])
def test_such_consent_refuses_publication(consent, holder):
    case = CaseFactory()
    target = case.person if holder == "person" else case
    target.consent, target.consent_by = consent, "family"
    target.save()

    assert "Consent does not allow it" in objections(case)


def test_the_strictest_consent_wins():
    person = PersonFactory(consent="publish_named", consent_by="family")
    case = CaseFactory(person=person, consent="publish_anonymised", consent_by="lawyer")

    assert consent_of(case, TODAY) == "publish_anonymised"
    assert identity_of(case, TODAY) == "withheld"


def test_what_the_person_says_overrides_the_family():
    person = PersonFactory(consent="publish_named", consent_by="self")
    case = CaseFactory(person=person, consent="refused", consent_by="family")

    assert consent_of(case, TODAY) == "publish_named"


def test_silence_of_the_person_does_not_override_the_family():
    """“None, from a public source” is nobody's word, whoever is entered beside it."""
    person = PersonFactory(consent="none_public_source", consent_by="self")
    case = CaseFactory(person=person, consent="refused", consent_by="family")

    assert consent_of(case, TODAY) == "refused"
    assert "Consent does not allow it" in objections(case)


def test_consent_counts_again_when_somebody_else_turns_out_to_have_given_it():
    person = PersonFactory(consent="publish_named", consent_by="self")
    CaseFactory(person=person, consent="refused", consent_by="family", published=True)

    outcome = change(person, consent_by="family")

    assert len(outcome.withdrawn) == 1
    assert not PublishedCase.objects.exists()


def test_a_refusal_that_ran_out_is_still_a_refusal():
    case = CaseFactory(consent="refused", consent_by="self", consent_expires_date=TODAY - timedelta(days=1))

    assert consent_of(case, TODAY) == "refused"


def test_consent_that_ran_out_refuses():
    case = CaseFactory(
        consent="publish_named", consent_by="self", consent_expires_date=TODAY - timedelta(days=1)
    )

    assert "run out" in objections(case)


def test_an_embargo_holds_until_its_day():
    case = CaseFactory(publish_embargo_until=TODAY + timedelta(days=1))

    assert "Embargo" in objections(case)
    assert problems(case, today=TODAY + timedelta(days=1)) == []


def test_restricted_cases_are_never_published():
    assert "never published" in objections(CaseFactory(is_restricted=True))


def test_a_release_asks_for_a_fresh_risk_review():
    case = CaseFactory(risk_review_date=date(2025, 1, 1), risk_review_outcome="clear")
    Event.objects.create(case=case, kind="remand", date=PartialDate("2024-12-01"))
    Event.objects.create(case=case, kind="release", date=PartialDate("2025-03-01"))
    assert "risk review" in objections(case)

    case.risk_review_date = date(2025, 4, 1)
    case.save()

    assert problems(case, today=TODAY) == []


def test_a_release_in_some_part_of_a_year_asks_for_a_review_after_the_whole_of_it():
    case = CaseFactory(risk_review_date=date(2024, 12, 30), risk_review_outcome="clear")
    Event.objects.create(case=case, kind="arrest", date=PartialDate("2023-01-01"))
    Event.objects.create(case=case, kind="release", date=PartialDate("2024"))
    assert "risk review" in objections(case)

    case.risk_review_date = date(2025, 1, 1)
    case.save()

    assert problems(case, today=TODAY) == []


@pytest.mark.parametrize("kind", ["release", "bail", "located_free", "exile_order"])
def test_every_way_out_of_custody_asks_for_a_risk_review(kind):
    case = CaseFactory()
    Event.objects.create(case=case, kind="arrest", date=PartialDate("2024-01-01"))
    Event.objects.create(case=case, kind=kind, date=PartialDate("2024-06-01"))

    assert "risk review" in objections(case)


def test_a_person_who_was_never_held_needs_no_risk_review():
    case = CaseFactory()
    Event.objects.create(case=case, kind="located_free", date=PartialDate("2024-06-01"))

    assert problems(case, today=TODAY) == []


def test_a_release_on_file_does_not_take_down_what_is_public():
    """A tombstone on the day of a release would tell."""
    case = CaseFactory()
    Event.objects.create(case=case, kind="arrest", date=PartialDate("2024-01-01"))
    take_to_public(case)
    Event.objects.create(case=case, kind="release", date=PartialDate("2024-06-01"))

    outcome = record_edit(case, by=UserFactory(username="entry"))

    assert not outcome
    assert PublishedCase.objects.get().custody_status == "police_custody"


@pytest.mark.parametrize("waiting", [{"risk_review_outcome": "hold"}, {"publish_embargo_until": date.max}])
def test_what_holds_back_the_next_version_leaves_the_public_one(waiting):
    case = CaseFactory(published=True)
    for name, value in waiting.items():
        setattr(case, name, value)
    case.save()

    record_edit(case, by=UserFactory(username="entry"))

    assert PublishedCase.objects.exists()
    assert not Tombstone.objects.exists()


@pytest.mark.parametrize("forbidding", [{"risk_review_outcome": "refuse"}, {"is_restricted": True}])
def test_what_forbids_a_case_takes_the_public_version_down(forbidding):
    case = CaseFactory(published=True)
    for name, value in forbidding.items():
        setattr(case, name, value)
    case.save()

    record_edit(case, by=UserFactory(username="entry"))

    assert not PublishedCase.objects.exists()


@pytest.mark.parametrize("outcome", ["hold", "refuse"])
def test_a_risk_review_that_says_no_holds_the_case_back(outcome):
    assert "risk review" in objections(CaseFactory(risk_review_outcome=outcome))


def test_a_minor_is_withheld_without_consent_to_name_them():
    child = PersonFactory(birth_date=PartialDate("2010"))
    case = CaseFactory(person=child, start_date=PartialDate("2024-05"))
    assert identity_of(case, TODAY) == "withheld"

    child.consent, child.consent_by = "publish_named", "family"

    assert identity_of(case, TODAY) == "named"


def test_an_adult_is_named():
    person = PersonFactory(birth_date=PartialDate("1980-02-29"))

    assert identity_of(CaseFactory(person=person), TODAY) == "named"


def test_a_birth_date_that_makes_somebody_a_minor_hides_them_at_once():
    person = PersonFactory(name="Zarema Kayanova")
    CaseFactory(person=person, start_date=PartialDate("2024-05-01"), published=True)

    outcome = change(person, birth_date=PartialDate("2012"))

    assert len(outcome.anonymised) == 1
    assert not PublishedCase.objects.exists()


ORIENTATION = {
    "affected_groups": ["sexual_orientation_gender"],
    "published_groups": ["sexual_orientation_gender"],
}


@pytest.mark.parametrize(
    "consent",
    [
        {},
        {"consent": "publish_named", "consent_by": "family"},
        {"consent": "publish_named", "consent_by": "lawyer"},
    ],
    ids=["nobody", "family", "lawyer"],
)
def test_orientation_shows_on_nobody_elses_word(consent):
    case = CaseFactory(person=PersonFactory(**ORIENTATION, **consent))

    assert "Orientation" in objections(case)


@pytest.mark.parametrize("holder", ["person", "case"])
@pytest.mark.parametrize("consent", ["publish_named", "publish_anonymised"])
def test_orientation_may_show_with_the_persons_own_consent(holder, consent):
    own = {"consent": consent, "consent_by": "self"}
    person = PersonFactory(**ORIENTATION, **own if holder == "person" else {})
    case = CaseFactory(person=person, **own if holder == "case" else {})

    assert objections(case) == ""


def test_orientation_for_the_desk_alone_asks_for_nothing():
    person = PersonFactory(affected_groups=["sexual_orientation_gender"])

    assert problems(CaseFactory(person=person), today=TODAY) == []


def test_own_consent_that_was_withdrawn_takes_orientation_down():
    person = PersonFactory(**ORIENTATION, consent="publish_named", consent_by="self")
    CaseFactory(person=person, published=True)

    change(person, consent="none_public_source")

    assert not PublishedCase.objects.exists()


def test_a_group_that_agreed_to_anonymised_text_is_withheld():
    """No exact day, no place, no sources by title: what would tell who the group is."""
    case = CaseFactory(
        group=True,
        consent="publish_anonymised",
        consent_by="lawyer",
        start_date=PartialDate("2024-05-17", "on the seventeenth"),
    )

    content = document_of(case, today=TODAY).content

    assert content["identity"] == "withheld"
    assert (content["start"]["text"], content["start"]["words"]) == ("2024-05", "")
    assert "title" not in content["sources"][0] and "url" not in content["sources"][0]


def test_a_group_has_nobody_to_name():
    case = CaseFactory(group=True, start_date=PartialDate("2024-05-17"))

    content = document_of(case, today=TODAY).content

    assert (content["identity"], content["person"]) == ("", None)
    assert content["start"]["text"] == "2024-05-17"


def test_a_group_that_is_anonymised_later_shows_less_at_once():
    case = CaseFactory(group=True, start_date=PartialDate("2024-05-17"), published=True)
    case.consent, case.consent_by = "publish_anonymised", "lawyer"
    case.save()

    record_edit(case, by=UserFactory(username="entry"))

    assert not PublishedCase.objects.exists()
    shown = document_of(case).content
    assert (shown["identity"], shown["start"]["text"]) == ("withheld", "2024-05")
    assert "title" not in shown["sources"][0]
