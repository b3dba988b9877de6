"""“Confirmed still held” takes a day on which the events on file have the person in custody."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from cases.models import State
from cases.workflow.checking import confirm_still_held
from cases.workflow.document import document_of
from cases.workflow.errors import Refused
from tests.factories import CaseFactory, SourceFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    """Arrested at the start of 2024, released in the middle of 2025."""
    case = CaseFactory()
    case.events.create(kind="arrest", date="2024-01-01")
    case.events.create(kind="release", date="2025-06-01")
    return case


def confirm(case, day, *, by="entry", **details):
    return confirm_still_held(case, by=UserFactory(username=by), date=day, source=SourceFactory(**details))


def test_it_becomes_an_event_with_its_source(case):
    event = confirm(case, date(2025, 1, 5))

    case.refresh_from_db()
    assert (event.kind, event.date.text) == ("confirmed_still_held", "2025-01-05")
    assert event.citations.get().case == case
    assert case.last_checked_date == date(2025, 1, 5)


@pytest.mark.parametrize(
    "day", [date(2023, 12, 31), date(2025, 6, 2)], ids=["before arrest", "after release"]
)
def test_nobody_is_confirmed_held_on_a_day_outside_custody(case, day):
    with pytest.raises(Refused, match="in custody"):
        confirm(case, day)

    assert not case.events.filter(kind="confirmed_still_held").exists()


def test_nobody_is_confirmed_held_on_a_day_to_come():
    case = CaseFactory()
    case.events.create(kind="arrest", date="2024-01-01")

    with pytest.raises(Refused, match="not come yet"):
        confirm(case, timezone.localdate() + timedelta(days=1))

    assert case.events.count() == 1


def test_nobody_is_confirmed_held_who_never_was():
    with pytest.raises(Refused, match="enter the event itself"):
        confirm(CaseFactory(), date(2025, 1, 5))


def test_an_earlier_day_leaves_the_last_check_alone(case):
    confirm(case, date(2025, 1, 5))

    confirm(case, date(2024, 3, 1))

    case.refresh_from_db()
    assert case.last_checked_date == date(2025, 1, 5)


def test_a_confidential_source_leaves_the_last_check_alone(case):
    confirm(case, date(2025, 1, 5), confidential=True)

    case.refresh_from_db()
    assert case.last_checked_date is None


def test_an_event_entered_by_hand_confirms_and_is_no_check_of_ours(case):
    case.events.filter(kind="release").delete()
    case.events.create(kind="confirmed_still_held", date="2025-01-05")

    content = document_of(case).content
    assert content["custody"]["confirmed"]["text"] == "2025-01-05"
    assert content["last_checked"] == ""


def test_it_is_an_edit_like_any_other():
    case = CaseFactory()
    case.events.create(kind="arrest", date="2024-01-01")
    seen = case.edit_version

    confirm(case, date(2025, 1, 5))

    case.refresh_from_db()
    assert (case.state, case.edit_version) == (State.DRAFT, seen + 1)


def test_it_needs_the_permission_to_change_a_case(case, django_user_model):
    visitor = django_user_model.objects.create(username="visitor")

    with pytest.raises(Refused, match="no permission"):
        confirm_still_held(case, by=visitor, date=date(2025, 1, 5), source=SourceFactory())
