"""To whoever is not in the circle, a record of it is not there: nowhere at the desk, whatever is asked."""

import inspect
import pkgutil
from importlib import import_module

import pytest
from django.apps import apps
from django.test import Client
from django.urls import resolve

import cases.workflow
from cases.admin.desk import desk
from cases.admin.known import KnownOnly
from cases.models.need_to_know import FOLLOWS, GIVEN, LINKS, KnownManager, whole_record
from tests.admin.circles.conftest import TOKEN, hide_a_world
from tests.admin.circles.walking import NOBODY, addresses, pages_of, read, routes
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def everything_open(world):
    return [*vars(world).values(), world.public.person]


def test_nothing_at_the_desk_changes_for_who_is_not_in_the_circle(open_world, keep, superuser):
    """Two worlds, one with the hidden records and one without: what an outsider is answered is the same."""
    asked = addresses(rows=everything_open(open_world), terms=[TOKEN])
    # Whoever may most opens everything, the others one page of each kind.
    walks = [(signed_in(superuser), asked)]
    of_each_kind = list({resolve(each).route: each for each in asked if "?" not in each}.values())
    for name in ("reviewer", "admin"):
        walks.append((signed_in(UserFactory(username=name)), of_each_kind))
    without = [[read(client, address) for address in walk] for client, walk in walks]

    hide_a_world(open_world, keep)
    within = [[read(client, address) for address in walk] for client, walk in walks]

    assert len(asked) > 200
    assert sum(status == 200 for status, _, _ in without[0]) > 180
    for (_, walk), one, two in zip(walks, without, within, strict=True):
        assert [
            address for address, *answers in zip(walk, one, two, strict=True) if answers[0] != answers[1]
        ] == []


def test_a_member_finds_all_of_it(open_world, keep):
    """The control: the walk above would see what it looks for."""
    hidden = hide_a_world(open_world, keep)
    client = signed_in(UserFactory(username="publisher"))

    asked = addresses(rows=[*everything_open(open_world), *vars(hidden).values()], terms=[TOKEN])
    telling = [address for address in asked if TOKEN in read(client, address)[2].replace(f"q={TOKEN}", "")]

    kinds = {"case", "person", "source", "event", "intervention", "relation", "statuschange"}
    assert {address.split("/")[3] for address in telling if address.count("/") > 3} >= kinds
    assert len(telling) > 60


def test_no_page_of_a_hidden_record_differs_from_that_of_a_key_that_never_was(open_world, keep, superuser):
    hidden = hide_a_world(open_world, keep)
    rows = [*vars(hidden).values(), hidden.case.events.get(), hidden.case.interventions.get()]
    for client in (signed_in(UserFactory(username="reviewer")), signed_in(superuser)):
        for row in rows:
            info = f"cases_{type(row).__name__.lower()}"
            pairs = zip(pages_of(info, [row.pk]), pages_of(info, [NOBODY]), strict=True)
            for there, nowhere in pairs:
                for posted in ({}, {"title": "x"}, {"post": "yes"}):
                    status, *said = read(client, there, **posted)
                    other, *wanted = read(client, nowhere, **posted)
                    assert status == other, there
                    assert [without(text, row.pk) for text in said] == [
                        without(text, NOBODY) for text in wanted
                    ], there
                    assert status in (403, 404, 405), there


def without(text, key):
    return text.replace(f"/{key}/", "/")


def test_every_table_of_the_desk_keeps_to_it():
    assert [each for each in desk._registry.values() if not isinstance(each, KnownOnly)] == []
    assert "view_on_site" not in routes()


def private_models():
    return [
        model
        for model in apps.get_app_config("cases").get_models(include_auto_created=False)
        if model.__module__.startswith("cases.models.") and not hasattr(model, "pgh_tracked_model")
    ]


def test_every_relation_to_what_may_be_hidden_is_said_to_follow_it_or_to_lead_to_it():
    for model in private_models():
        name = model._meta.model_name
        leading = {
            field.name
            for field in model._meta.fields
            if field.is_relation and field.related_model._meta.model_name in FOLLOWS
        }
        said = {*FOLLOWS.get(name, ()), *LINKS.get(name, ())} - {"circle"}
        assert leading == said, name


def test_every_model_that_follows_is_asked_for_by_the_manager_that_knows():
    models = {model._meta.model_name: model for model in private_models()}

    assert set(GIVEN) <= set(FOLLOWS) <= set(models)
    for name in FOLLOWS:
        assert isinstance(models[name]._default_manager, KnownManager), name


ASKS_ITSELF = {
    "confirm_still_held": "judges what its reader sees, and records the edit by a step that sees all",
    "answer": "answers what its reader was asked, and records the edit by a step that sees all",
    "enter": "makes a new record",
    "enter_listed": "makes a new record, of what its reader may choose",
    "copy_for": "makes a new record, of the facts its reader sees",
    "give_to_several": "gives to cases its reader sees, and records the edit by a step that sees all",
    "enter_many": "makes new records, of what their reader may choose",
    "save_listed": "makes new records, of what its reader may choose",
    "keep_texts": "keeps texts its reader ticked, and records the edit by a step that sees all",
    "handle": "touches what readers sent alone",
    "mark_seen": "marks the rows it is given",
    "hindrances": "says what its reader may know",
}


WITHIN_A_STEP = {
    "log",
    "take_out",
    "mark",
    "follow",
    "narrow_if_needed",
    "has_worked_on",
    "may",
    "open_steps",
    "may_decide",
    "may_hide",
    "may_show",
    "hides_many",
    "asked_by_same",
    "check_may",
}
"""Called by steps, or asking nothing of the record."""


def test_every_step_of_the_workflow_sees_the_whole_record():
    """What is public must not depend on what the one who pressed the button may know."""
    steps = {}
    modules = [found.name for found in pkgutil.walk_packages(cases.workflow.__path__, "cases.workflow.")]
    # Accounts are no records.
    for module in (import_module(name) for name in modules if ".accounts" not in name):
        for name, function in inspect.getmembers(module, inspect.isfunction):
            own = function.__module__ == module.__name__ and not name.startswith("_")
            if own and "by" in inspect.signature(function).parameters:
                steps[name] = function

    partial = {name for name, function in steps.items() if not sees_all(function)}

    assert len(steps) > 10
    assert partial == {name for name in steps if name in ASKS_ITSELF or name in WITHIN_A_STEP}


def sees_all(function):
    while function is not None:
        held = [cell.cell_contents for cell in function.__closure__ or ()]
        if any(getattr(each, "func", None) is whole_record.__wrapped__ for each in held):
            return True
        function = getattr(function, "__wrapped__", None)
    return False
