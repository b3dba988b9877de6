"""Which proceeding a row belongs to, from numbers alone."""

import pytest

from cases.models import Case, Event
from cases.workflow.entering.proceedings import (
    first_proceeding,
    is_a_step,
    join_the_only_proceeding,
    jurisdiction_of,
    numbered,
    wrong_number,
)
from tests.factories import CaseFactory


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ([], []),
        ([None], [1]),
        ([None, None], [1, 2]),
        ([3, None], [3, 4]),
        ([None, 5], [6, 5]),
        ([2, 2], [2, 2]),
    ],
)
def test_what_has_no_number_gets_the_next_that_is_free(said, given):
    assert numbered(said) == given


@pytest.mark.parametrize(
    ("number", "known", "several", "told"),
    [
        (None, [], False, ""),
        (None, [1], False, ""),
        (2, [1, 2], True, ""),
        (None, [1, 2], True, "Which proceeding? The case has 1, 2."),
        (5, [2, 1], True, "There is no proceeding 5. The case has 1, 2."),
        (5, [], False, "There is no proceeding 5. Leave this empty and one is made."),
    ],
)
def test_a_number_is_wrong_when_there_is_none_such_or_several_to_choose_from(number, known, several, told):
    assert wrong_number(number, known=known, several=several) == told


def test_only_steps_of_a_proceeding_must_say_which():
    assert is_a_step("verdict_guilty")
    assert not is_a_step("wgad_opinion")
    assert not is_a_step("")


@pytest.mark.parametrize(
    ("location", "origin", "country"),
    [
        (["RU"], ["AZ"], "RU"),
        (["AZ", "RU"], ["AZ"], "AZ"),
        (["not_stated"], ["AZ"], "AZ"),
        (["AZ", "RU"], ["not_stated"], ""),
        ([], [], ""),
    ],
)
def test_a_jurisdiction_is_taken_from_the_only_country_or_not_at_all(location, origin, country):
    assert jurisdiction_of(Case(location=location, origin=origin)) == country


@pytest.mark.django_db
def test_events_join_the_only_proceeding_and_none_of_several():
    case, other = CaseFactory(), CaseFactory()
    only = first_proceeding(case)
    for each in (case, other):
        Event.objects.create(case=each, kind="arrest")
    other.proceedings.create(number=1)
    other.proceedings.create(number=2)

    join_the_only_proceeding(case)
    join_the_only_proceeding(other)

    assert (only.number, only.kind, only.jurisdiction) == (1, "criminal", "AZ")
    assert case.events.get().proceeding == only
    assert other.events.get().proceeding is None
