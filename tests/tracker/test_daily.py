"""What every day asks for runs beside the web server: at the start, when a day begins, again after a failure."""

import time
import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from cases.models import DeskSession
from tests.factories import UserFactory
from tests.tracker.processes import manage, site, var_folder
from tracker import daily
from tracker.daily import FROM_HOUR, TO_HOUR, Appearing, Calendar, DailyWork
from tracker.embedded_database import EmbeddedDatabase

NOON = datetime(2026, 6, 30, 12, tzinfo=UTC)


@pytest.fixture
def said():
    return []


@pytest.fixture
def work(said, monkeypatch):
    """With a command that needs no database, as all of these do."""
    monkeypatch.setattr(daily, "COMMAND", "version")
    monkeypatch.setattr(timezone, "now", lambda: NOON)
    work = DailyWork(said.append)
    yield work
    work.close()


def runs_of(work: DailyWork, looks: int = 20) -> int:
    """How often it was started while somebody looked for a while, each run to its end."""
    started, running = 0, None
    for _ in range(looks):
        work.look()
        if work._process is not None and work._process is not running:
            started, running = started + 1, work._process
            running.wait(60)
    return started


def test_it_runs_at_the_start_and_not_again_on_the_same_day(work):
    assert runs_of(work) == 1


def test_it_runs_at_the_beginning_of_every_day_of_the_site(work, monkeypatch, settings):
    settings.TIME_ZONE = "Asia/Baku"
    timezone.get_default_timezone.cache_clear()
    try:
        runs_of(work)
        monkeypatch.setattr(timezone, "now", lambda: NOON + timedelta(hours=7, minutes=59))
        same_day = runs_of(work)
        monkeypatch.setattr(timezone, "now", lambda: NOON + timedelta(hours=8))

        assert (same_day, runs_of(work)) == (0, 1)
    finally:
        timezone.get_default_timezone.cache_clear()


@pytest.fixture
def appearing(said, monkeypatch, settings):
    """The same, of what appears by itself; on a day that has just begun."""
    monkeypatch.setattr(daily, "APPEARING", "version")
    monkeypatch.setattr(timezone, "now", lambda: DAY_BEGINS)
    work = Appearing(said.append)
    yield work
    work.close()


DAY_BEGINS = datetime(2026, 6, 30, tzinfo=UTC)


def test_what_appears_by_itself_is_published_once_a_day_and_in_working_hours(appearing, monkeypatch):
    started = []
    for minute in range(0, 24 * 60, 5):
        monkeypatch.setattr(timezone, "now", lambda minute=minute: DAY_BEGINS + timedelta(minutes=minute))
        if runs_of(appearing, looks=2):
            started.append(minute / 60)

    [hour] = started
    assert FROM_HOUR <= hour <= TO_HOUR + 5 / 60


def test_the_hour_at_which_something_appears_is_drawn_anew_every_day(appearing, monkeypatch):
    moments = set()
    for day in range(20):
        monkeypatch.setattr(timezone, "now", lambda day=day: DAY_BEGINS + timedelta(days=day))
        appearing._is_due()
        moments.add(appearing._moment.time())

    # Twenty seconds of 28,800, all different in all but one of 150 runs; two alike are no fault.
    assert len(moments) >= 18


def test_a_failure_to_publish_what_is_due_is_tried_again_the_same_day(appearing, said, monkeypatch):
    monkeypatch.setattr(daily, "APPEARING", "-nonsense")
    monkeypatch.setattr(timezone, "now", lambda: DAY_BEGINS + timedelta(hours=TO_HOUR))
    at_once = runs_of(appearing)
    later = time.monotonic() + daily.AGAIN_MINUTES * 60
    monkeypatch.setattr(time, "monotonic", lambda: later)

    assert (at_once, runs_of(appearing)) == (1, 1)
    assert len(said) == 2


@pytest.mark.django_db
def test_sessions_that_are_over_are_thrown_away_daily():
    now = timezone.now()
    entry = UserFactory(username="entry")
    for key, ends, user in (
        ("over", -1, None),
        ("old", -25, entry),
        ("ended", -23, entry),
        ("open", 1, entry),
    ):
        DeskSession.objects.create(
            session_key=key,
            user=user,
            expire_date=now + timedelta(hours=ends),
            number=uuid.uuid4(),
            started_at=now,
            seen_at=now,
        )

    [forgetting] = [work for work in Calendar(print)._works if work.command == "clearsessions"]
    call_command(forgetting.command)

    assert {session.session_key for session in DeskSession.objects.all()} == {"ended", "open"}


def test_one_that_fails_is_said_and_tried_again_after_some_minutes(work, said, monkeypatch):
    monkeypatch.setattr(daily, "COMMAND", "-nonsense")
    at_once = runs_of(work)
    later = time.monotonic() + daily.AGAIN_MINUTES * 60
    monkeypatch.setattr(time, "monotonic", lambda: later)

    assert (at_once, runs_of(work)) == (1, 1)
    assert len(said) == 2 and "-nonsense failed" in said[0]


def test_one_that_hangs_is_ended(work, said, monkeypatch):
    monkeypatch.setattr(daily, "COMMAND", "check")
    monkeypatch.setattr(daily, "LONGEST_HOURS", 0)
    work.look()
    work.look()
    assert work._process.wait(60) != 0
    work.look()

    assert "check failed" in said[0]


@pytest.mark.slow
def test_the_site_runs_it_when_it_starts_and_leaves_nothing_running():
    with var_folder() as var:
        assert manage(var, "migrate").returncode == 0
        with site(var):
            database = EmbeddedDatabase(var)
            deadline = time.monotonic() + 60
            while time.monotonic() < deadline:
                with database._connect("tracker") as connection:
                    if connection.execute("SELECT ended_at FROM cases_cleanup").fetchone():
                        break
                time.sleep(0.5)
            else:
                pytest.fail("it did not run within a minute")
