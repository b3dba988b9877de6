"""Consent, embargo, age and risk decide whether and how a case may show."""

from datetime import date, timedelta

import pytest

from cases.models import Event
from cases.text.partial_dates import PartialDate
from cases.workflow.completeness import problems
from cases.workflow.permission import consent_of, identity_of
from tests.factories import CaseFactory, PersonFactory

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
