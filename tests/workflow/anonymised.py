"""What tests of anonymised cases do: hide, say in other words, approve, and let a day come."""

from datetime import UTC, datetime, time

from cases.workflow.editing import record_edit
from cases.workflow.publishing import publish
from tests.factories import UserFactory, take_to_review
from tests.workflow.desk import change


def begin_day(monkeypatch, day):
    """Noon UTC of a day, for everything that asks for the time."""
    moment = datetime.combine(day, time(12), UTC)
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)


def hidden(case, identity="withheld"):
    """The case of a person who is hidden from now on, as it stands at the desk."""
    change(case.person, identity=identity)
    case.refresh_from_db()
    return case


def reworded(case, *, title="A person of the press held", summary="Stopped while travelling.", **values):
    for name, value in {"title": title, "summary": summary, **values}.items():
        setattr(case, name, value)
    case.save()
    record_edit(case, by=UserFactory(username="entry"))
    return case


def approved(case):
    """As `entry` submits and `publisher` approves; the case as it stands then."""
    take_to_review(case)
    publish(case, by=UserFactory(username="publisher"), edit_version=case.edit_version)
    case.refresh_from_db()
    return case


def day_of(case):
    """The day on which the case may appear."""
    return type(case).objects.get(pk=case.pk).anonymisation.appears_on
