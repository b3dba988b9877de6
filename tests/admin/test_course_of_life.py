"""The desk shows how often and how long a person was held over all their cases, drafts too, as far as one may know."""

import pytest

from cases.models import Circle, CircleRecord
from tests.admin.forms import record_form
from tests.factories import CaseFactory, PersonFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    """Somebody who was held for three days, says a draft."""
    made = PersonFactory(name="Aydan Ulduzlu")
    case = CaseFactory(title="Let go", person=made)
    case.events.create(kind="detained", date="2024-05-01")
    case.events.create(kind="release", date="2024-05-03")
    return made


def page_of(client, person):
    return client.get(f"/admin/cases/person/{person.pk}/change/")


def test_drafts_count(browser, person):
    page = page_of(browser("entry"), person)

    assert "Held 1 time, 3 days in all." in page.content.decode()
    assert record_form(page)["names-0-text"] == "Aydan Ulduzlu"


def test_what_a_circle_keeps_does_not_count_for_others(browser, person):
    circle = Circle.objects.create(name="Four")
    circle.members.set([UserFactory(username="reviewer")])
    CircleRecord.objects.create(circle=circle, case=person.cases.get())

    assert "In custody, over all cases" not in page_of(browser("entry"), person).content.decode()
    assert "Held 1 time" in page_of(browser("reviewer"), person).content.decode()


def test_of_somebody_without_a_case_nothing_is_said(browser):
    assert "In custody, over all cases" not in page_of(browser("entry"), PersonFactory()).content.decode()
