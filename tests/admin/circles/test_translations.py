"""Texts in other languages of what is known to a circle alone are known to it alone, also when they are gone."""

import pytest

from cases.models import Citation, Event, Translation
from tests.admin.circles.conftest import TOKEN
from tests.factories import SourceFactory, TranslationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def fact(open_world, keep):
    """An event of an open case that is known from a source of the circle alone, with its text in Azerbaijani."""
    source = SourceFactory(title="An interview", confidential=True)
    keep(source)
    event = Event.objects.create(case=open_world.case, kind="released", date="2024-06-01")
    Citation.objects.create(case=open_world.case, source=source, event=event)
    TranslationFactory(
        case=open_world.case, field="description", event=event, text=TOKEN, translated_by=TOKEN
    )
    return event


def telling(client, case):
    pages = ("change", "history", "texts", "explain")
    return [
        page for page in pages if TOKEN in client.get(f"/admin/cases/case/{case.pk}/{page}/").content.decode()
    ]


def test_they_are_on_no_page_of_who_is_not_in_the_circle(fact, browser):
    assert telling(browser("reviewer"), fact.case) == []
    assert telling(browser("entry"), fact.case) == ["change", "history"]


def test_once_the_event_is_gone_its_history_tells_none_of_them(fact, browser):
    case = fact.case
    Translation.objects.all().delete()
    fact.delete()

    assert telling(browser("reviewer"), case) == []
    assert telling(browser("entry"), case) == ["history"]
