"""Whoever was public by name and is hidden: the name goes from everybody else's public texts, in whatever spelling."""

import pytest

from cases.models import PublishedCampaign, PublishedCase
from cases.register.check import check
from cases.workflow.publishing import withdraw
from tests.factories import CampaignFactory, CaseFactory, PersonFactory, UserFactory
from tests.workflow.desk import change, everything_public

pytestmark = pytest.mark.django_db
NAME = "Zarema Kayanova"
MASK = "[name withheld]"


def public_person(**values):
    person = PersonFactory(name=NAME)
    return person, CaseFactory(person=person, published=True, **values)


HIDING = {
    "initials": lambda person, case: change(person, identity="initials"),
    "withheld": lambda person, case: change(person, identity="withheld"),
    "consent": lambda person, case: change(person, consent="withdrawn", consent_by="self"),
    "withdrawal": lambda person, case: withdraw(
        case, by=UserFactory(username="publisher"), reason="For safety.", announced=False
    ),
}


@pytest.mark.parametrize("hide", HIDING.values(), ids=HIDING)
@pytest.mark.parametrize("make", [CaseFactory, CampaignFactory])
def test_the_name_is_masked_wherever_it_stood(hide, make):
    person, case = public_person()
    other = make(title=f"{NAME} and others", summary=f"Among them {NAME}.", published=True)

    outcome = hide(person, case)

    other.refresh_from_db()
    published = (PublishedCase if make is CaseFactory else PublishedCampaign).objects.get(
        reference=other.reference
    )
    assert published.title == f"{MASK} and others"
    assert published.summary == f"Among them {MASK}."
    assert "Kayanova" not in everything_public()
    assert other in outcome.masked
    assert "Reword it" in other.review_wanted
    assert check() == []
