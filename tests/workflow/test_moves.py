"""The table of moves: who may take which step from where, and that the steps, the buttons and the groups keep to it."""

from datetime import timedelta
from itertools import product

import pytest
from django.db import transaction
from django.utils import timezone

from cases.models import State
from cases.workflow.anonymising import choose_day
from cases.workflow.editing import record_edit
from cases.workflow.errors import Refused
from cases.workflow.groups import GROUPS, codenames
from cases.workflow.moves import STEPS, is_open, may, open_steps
from cases.workflow.publishing import publish, remove_earlier_versions, withdraw
from cases.workflow.review import give_back, submit
from tests.factories import CampaignFactory, CaseFactory, UserFactory, take_to_review
from tests.workflow.anonymised import approved, hidden, reworded
from tests.workflow.desk import change

pytestmark = pytest.mark.django_db
FACTORIES = [CaseFactory, CampaignFactory]


def edited(record):
    record_edit(record, by=UserFactory(username="entry"))
    record.refresh_from_db()
    return record


def withdrawn(record, *, announced):
    withdraw(record, by=UserFactory(username="publisher"), reason="Safety.", announced=announced)
    record.refresh_from_db()
    return record


def marked(record):
    change(record.citations.first().source, title="Another title")
    record.refresh_from_db()
    return record


def submitted(record):
    take_to_review(record)
    return record


STANDINGS = {
    "a draft": (lambda make: make(), {"submit"}),
    "submitted": (lambda make: submitted(make()), {"return", "publish"}),
    "published": (lambda make: make(published=True), {"withdraw", "remove_earlier"}),
    "published, marked": (
        lambda make: marked(make(published=True)),
        {"submit", "withdraw", "remove_earlier"},
    ),
    "a correction": (lambda make: edited(make(published=True)), {"submit", "withdraw", "remove_earlier"}),
    "a submitted correction": (
        lambda make: submitted(make(published=True)),
        {"return", "publish", "withdraw", "remove_earlier"},
    ),
    "withdrawn": (lambda make: withdrawn(make(published=True), announced=True), {"submit", "silence"}),
    "withdrawn silently": (lambda make: withdrawn(make(published=True), announced=False), {"submit"}),
    "withdrawn and edited": (
        lambda make: edited(withdrawn(make(published=True), announced=True)),
        {"submit", "silence"},
    ),
    "withdrawn and submitted": (
        lambda make: submitted(withdrawn(make(published=True), announced=True)),
        {"return", "publish", "silence"},
    ),
    "withdrawn silently and edited": (
        lambda make: edited(withdrawn(make(published=True), announced=False)),
        {"submit"},
    ),
}
WAITING = {
    "anonymised": (lambda make: hidden(make(published=True)), {"submit", "choose_day"}),
    "anonymised and submitted": (
        lambda make: submitted(reworded(hidden(make(published=True)))),
        {"return", "approve", "choose_day"},
    ),
    "anonymised and approved": (
        lambda make: approved(reworded(hidden(make(published=True)))),
        {"return", "choose_day"},
    ),
}
"""Only a case waits for its day."""
EVERY_STEP = (
    "submit",
    "return",
    "publish",
    "approve",
    "choose_day",
    "withdraw",
    "silence",
    "remove_earlier",
)
ALLOWED = {
    "entry": {"submit"},
    "reviewer": {"submit", "return"},
    "publisher": {*EVERY_STEP},
    "admin": {*EVERY_STEP},
}
TAKE = {
    "submit": lambda record, by: submit(record, by=by, edit_version=record.edit_version),
    "return": lambda record, by: give_back(record, by=by, reason="Why?"),
    "publish": lambda record, by: publish(record, by=by, edit_version=record.edit_version),
    "approve": lambda record, by: publish(record, by=by, edit_version=record.edit_version),
    "choose_day": lambda record, by: choose_day(
        record, by=by, day=timezone.localdate() + timedelta(days=5), reason="A hearing nears."
    ),
    "withdraw": lambda record, by: withdraw(record, by=by, reason="Safety.", announced=True),
    "silence": lambda record, by: withdraw(record, by=by, reason="Safety.", announced=False),
    "remove_earlier": lambda record, by: remove_earlier_versions(record, by=by, reason="Named a child."),
}


def test_every_step_is_tried_here():
    assert STEPS.keys() == TAKE.keys()
    assert ALLOWED.keys() == set(GROUPS)


@pytest.mark.parametrize("make", FACTORIES)
@pytest.mark.parametrize("standing", STANDINGS)
def test_the_table_says_what_is_open_from_where(standing, make):
    build, expected = STANDINGS[standing]

    record = build(make)

    assert {step for step in STEPS if is_open(record, step)} == expected


@pytest.mark.parametrize("standing", WAITING)
def test_the_table_says_what_is_open_for_a_case_that_waits_for_its_day(standing):
    build, expected = WAITING[standing]

    record = build(CaseFactory)

    assert {step for step in STEPS if is_open(record, step)} == expected


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("make", FACTORIES)
def test_the_table_says_who_may(make, group):
    record, person = make(), UserFactory(username=group)

    assert {step for step in STEPS if may(person, step, record)} == ALLOWED[group]


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_has_the_permissions_of_its_steps_and_no_others(group):
    verbs = {step.permission for step in STEPS.values()}
    named = {f"{verb}_{model}" for verb in verbs for model in ("case", "campaign")}

    expected = {
        f"{STEPS[step].permission}_{model}" for step in ALLOWED[group] for model in ("case", "campaign")
    }
    assert codenames(group) & named == expected


@pytest.mark.parametrize(
    ("standing", "make"),
    [*product(STANDINGS, FACTORIES), *product(WAITING, [CaseFactory])],
)
def test_every_step_keeps_to_the_table_whoever_takes_it(standing, make):
    """Each step by each group from each standing: it is taken where the table opens it, and else nothing changes."""
    record = (STANDINGS | WAITING)[standing][0](make)
    told = {}
    for group in GROUPS:
        person = UserFactory(username=f"{group}-two")
        for step, take in TAKE.items():
            # A silent withdrawal of what is public is the step `withdraw`.
            known_as = "withdraw" if step == "silence" and record.is_public else step
            if step in ("publish", "approve"):
                known_as = "approve" if is_open(record, "approve") else "publish"
            before = type(record).objects.filter(pk=record.pk).values().get()
            expected = known_as in open_steps(record, person)
            try:
                with transaction.atomic():
                    take(record, person)
                    after = type(record).objects.get(pk=record.pk)
                    told[group, step] = expected, True
                    assert after.state == (STEPS[known_as].end or before["state"])
                    transaction.set_rollback(True)
            except Refused:
                told[group, step] = expected, False
                assert type(record).objects.filter(pk=record.pk).values().get() == before

    assert {key for key, (expected, taken) in told.items() if expected != taken} == set()
    assert any(taken for _, taken in told.values())


@pytest.mark.parametrize("step", STEPS)
def test_from_elsewhere_a_step_says_why_it_cannot_be_taken(step):
    closed = [state for state in State if state not in STEPS[step].start]

    assert all(STEPS[step].refusals.get(state, STEPS[step].refusal) for state in closed)
