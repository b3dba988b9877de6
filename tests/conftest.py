"""What all tests share: a PostgreSQL of their own, quick passwords, and the rule that CI skips no browser test."""

import os
from itertools import count

import pytest
from django.conf import settings
from django.test import Client, TransactionTestCase

from tests.emptying import empty_tables
from tracker.embedded_database import EmbeddedDatabase
from tracker.translations import compile_translations


def pytest_configure(config):
    if not hasattr(config, "workerinput"):  # the one process that starts the workers, before it does
        compile_translations()
    # Argon2 is slow on purpose; a test of it names it.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_collection_finish():
    """Python looks for rings of objects that nobody needs, in all that thousands of collected tests consist of, again
    and again: a tenth of the time and more."""
    from cases.imports.collecting import collect_seldom

    collect_seldom()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    """Without DATABASE_URL: a cluster in var/postgres-test, which a running site does not notice. It gives up
    durability for speed, and lives until the last test that needs a database.

    Workers of one run share the cluster: the first starts it, the others join, and it stops when all have left. Each
    has a database of its own in it, by the suffix that pytest-django gives to its name."""
    if settings.EMBEDDED_DATABASE is None:
        yield
        return
    from django.db import connections

    cluster = EmbeddedDatabase(settings.VAR, "postgres-test", durable=False)
    with cluster.running("the tests", say=lambda text: print(text, flush=True)):
        connections["default"].settings_dict.update(cluster.django_settings())
        yield
        connections.close_all()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The groups stand there from the start: nearly every test has somebody who belongs to one."""
    from cases.workflow.groups import ensure_groups

    with django_db_blocker.unblock():
        ensure_groups()


@pytest.fixture(scope="session", autouse=True)
def few_rows_are_deleted():
    """Django empties all tables after a test with transactions of its own, and fills those of content types and
    permissions again. Nearly all of them are empty, and those two are left as they were."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda test_case: empty_tables())
        yield


@pytest.fixture(autouse=True)
def shared_memory(tmp_path_factory):
    """What the machine knows of readers and of limits begins empty in each test; made when it is first asked for."""
    settings.SHARED_MEMORY = tmp_path_factory.getbasetemp() / f"memory-{next(_numbers)}"
    return settings.SHARED_MEMORY


_numbers = count()


@pytest.fixture(autouse=True)
def forced_logins_are_whole(monkeypatch):
    """`client.force_login(user)` stands for a whole login: the second factor was given too, just now. Half a login is
    what the page to log in on leads to."""
    from cases.admin.accounts.proof import note_proof

    forced = Client.force_login

    def force_login(client, user, backend=None):
        forced(client, user, backend)
        session = client.session
        note_proof(session)
        session.save()

    monkeypatch.setattr(Client, "force_login", force_login)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """On a developer's machine without Chromium a browser test is skipped. In CI that would be a hole: it fails."""
    outcome = yield
    report = outcome.get_result()
    if report.skipped and item.get_closest_marker("browser") and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, where every browser test must run: {report.longrepr}"
