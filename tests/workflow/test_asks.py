"""What contradicts stands against publishing, until it is mended or somebody says why it is so."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases.models import AnsweredAsk
from cases.text.custody.asks import ASKS
from cases.workflow.answering import answer
from cases.workflow.asks import asks_of, open_asks
from cases.workflow.completeness import problems
from cases.workflow.errors import Refused
from tests.factories import CaseFactory, UserFactory, take_to_public
from tests.workflow.desk import everything_public

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    """Released without ever having been held, as far as the file says."""
    case = CaseFactory(risk_review_outcome="clear", risk_review_date=timezone.localdate())
    case.events.create(kind="release", date="2024-05-01")
    return case


def say(case, reason, *, by="entry", **other):
    [ask] = open_asks(case)
    given = {"code": ask.code, "about": ask.about} | other
    answer(case, **given, reason=reason, by=UserFactory(username=by))


def test_a_contradiction_names_its_event_and_stands_against_publishing(case):
    [ask] = open_asks(case)

    assert (ask.code, ask.events) == ("release_of_nobody_held", {case.events.get().pk})
    assert ask.message.startswith("Release 2024-05-01: Let go, though nothing on file says")
    assert [problem.message for problem in problems(case)] == [ask.message]


def test_a_reason_answers_it_and_stays_with_the_record(case):
    seen = case.edit_version

    say(case, " The detention is in another archive. ")

    case.refresh_from_db()
    assert (open_asks(case), problems(case), case.edit_version) == ([], [], seen + 1)
    [ask] = asks_of(case)
    assert (ask.reason, str(ask.answered_by)) == ("The detention is in another archive.", "entry")


def test_the_reason_is_never_public(case):
    say(case, "Gizlireason")

    take_to_public(case)

    assert "Gizlireason" not in everything_public()


def test_another_event_of_the_same_kind_is_asked_about_by_itself(case):
    say(case, "Another archive")
    case.events.create(kind="release", date="2024-06-01")

    assert [ask.events for ask in open_asks(case)] == [{case.events.last().pk}]


def test_an_event_that_changed_is_asked_about_anew(case):
    say(case, "Another archive")

    case.events.update(date="2024-06-01", date_earliest="2024-06-01", date_latest="2024-06-01")

    assert [ask.code for ask in open_asks(case)] == ["release_of_nobody_held"]


def test_a_question_about_many_events_is_answered_too():
    case = CaseFactory()
    for number in range(60):
        case.events.create(kind="arrest", date=f"2024-{number % 12 + 1:02}")
    for ask in open_asks(case):
        answer(case, code=ask.code, about=ask.about, reason="All of them", by=UserFactory(username="entry"))

    assert open_asks(case) == []


def test_mending_it_needs_no_reason(case):
    case.events.create(kind="arrest", date="2024-04-01")

    assert open_asks(case) == []


@pytest.mark.parametrize(
    ("reason", "other", "why"),
    [
        ("  ", {}, "Say why"),
        ("So", {"code": "orders"}, "not asked"),
        ("So", {"about": "event 0"}, "not asked"),
    ],
)
def test_only_what_is_asked_is_answered_and_with_a_reason(case, reason, other, why):
    with pytest.raises(Refused, match=why):
        say(case, reason, **other)

    assert not AnsweredAsk.objects.exists()


def test_nobody_without_the_right_to_change_the_case_answers(case):
    visitor = UserFactory(username="entry-visitor")
    visitor.groups.clear()
    [ask] = open_asks(case)

    with pytest.raises(Refused, match="permission"):
        answer(case, code=ask.code, about=ask.about, reason="Because", by=visitor)


def test_what_lies_ahead_cannot_be_answered_away():
    case = CaseFactory()
    case.events.create(kind="arrest", date=(timezone.localdate() + timedelta(days=30)).isoformat())
    [ask] = open_asks(case)

    assert ask.code == "ahead"
    with pytest.raises(Refused, match="not asked"):
        say(case, "It will happen")


def test_a_second_case_of_the_person_with_the_same_event_is_asked_about():
    first = CaseFactory()
    first.events.create(kind="arrest", date="2024-05-01")
    second = CaseFactory(person=first.person)
    second.events.create(kind="arrest", date="2024-05-01")
    second.events.create(kind="remand", date="2024-05-02")

    assert [ask.code for ask in open_asks(second)] == ["second_case"]


def test_what_is_asked_does_not_take_out_what_is_public(case):
    from cases.models import PublishedCase
    from tests.factories import SourceFactory
    from tests.workflow.desk import change

    hidden = SourceFactory()
    case.citations.create(source=hidden)
    say(case, "Another archive")
    take_to_public(case)
    case.events.create(kind="confirmed_still_held", date="2024-07-01")
    assert open_asks(case)

    change(hidden, is_public=False)

    row = PublishedCase.objects.get()
    assert (row.version, row.source_count) == (2, 1)


def test_every_question_has_a_sentence():
    assert all(sentence.endswith((".", "?")) for sentence in ASKS.values())
