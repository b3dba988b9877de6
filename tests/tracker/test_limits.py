"""How often somebody may do something: counted across threads and processes, and closed or open where it cannot be."""

import multiprocessing
import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from tracker import limits
from tracker.limits import Limit
from tracker.readers import Reader

NOW = 1_800_000_000.0
SOMEBODY, ANOTHER = Reader(os.urandom(16), False), Reader(os.urandom(16), False)
EVERYBODY = Reader(os.urandom(16), True)


def limit(**changes):
    return Limit("test", **{"most": 3, "seconds": 60, **changes})


def test_takes_so_many_at_once_and_then_one_as_time_goes():
    tries = limit()

    assert [tries.take(SOMEBODY, now=NOW).refused for _ in range(4)] == [False, False, False, True]
    assert tries.take(SOMEBODY, now=NOW).seconds == pytest.approx(20)
    assert tries.take(SOMEBODY, now=NOW + 19).refused
    assert not tries.take(SOMEBODY, now=NOW + 20).refused
    assert tries.take(SOMEBODY, now=NOW + 20).refused
    assert [tries.take(SOMEBODY, now=NOW + 500).refused for _ in range(4)] == [False, False, False, True]


def test_counts_each_for_themselves_and_each_limit_for_itself():
    for _ in range(3):
        limit().take(SOMEBODY, now=NOW)

    assert limit().take(SOMEBODY, now=NOW).refused
    assert not limit().take(ANOTHER, now=NOW).refused
    assert not limit().take("somebody", now=NOW).refused
    assert not Limit("other", most=3, seconds=60).take(SOMEBODY, now=NOW).refused


def test_who_shares_an_address_is_slowed_down_and_never_refused():
    tries = limit()

    answers = [tries.take(EVERYBODY, now=NOW) for _ in range(1000)]

    assert not any(answer.refused for answer in answers)
    assert [answer.seconds for answer in answers[:3]] == [0, 0, 0]
    assert all(0 < answer.seconds <= 20.001 for answer in answers[3:])
    assert tries.take(EVERYBODY, now=NOW + 61).seconds == 0


def test_slowing_down_is_short_and_holds_few_threads(monkeypatch):
    waited = []
    monkeypatch.setattr(limits.time, "sleep", lambda seconds: waited.append(seconds) or pause())

    def pause():
        if len(waited) < 20:
            limits.Answer(False, 3600).slow_down()

    limits.Answer(False, 3600).slow_down()
    limits.Answer(False).slow_down()

    assert waited == [limits.LONGEST_PAUSE] * limits.MOST_PAUSES


def test_looking_counts_nothing_and_what_is_given_back_is_not_counted():
    tries = limit(most=1)

    assert not tries.look("name", now=NOW).refused
    assert not tries.take("name", now=NOW).refused
    assert tries.look("name", now=NOW).refused
    tries.give_back("name", now=NOW)
    assert not tries.take("name", now=NOW).refused
    tries.give_back("nobody we know", now=NOW)


def test_a_clock_set_back_locks_nobody_out():
    tries = limit(most=1)
    tries.take(SOMEBODY, now=NOW + 1_000_000)

    assert not tries.take(SOMEBODY, now=NOW).refused


def take_some(folder, number):
    from django.conf import settings

    settings.SHARED_MEMORY = folder
    tries = limit(most=50)
    with ThreadPoolExecutor(4) as pool:
        return sum(pool.map(lambda _: not tries.take("all", now=NOW).refused, range(number)))


def test_processes_and_threads_count_together(shared_memory):
    with multiprocessing.get_context("fork").Pool(3) as pool:
        taken = pool.starmap(take_some, [(shared_memory, 40)] * 3)

    assert sum(taken) == 50


def test_a_flood_of_strangers_frees_nobody_who_was_counted_more(shared_memory, monkeypatch):
    monkeypatch.setattr(limits, "BUCKETS", 4)
    tries = limit()
    for _ in range(3):
        tries.take("watched", now=NOW)

    for number in range(2000):
        tries.take(f"stranger {number}", now=NOW)

    assert tries.take("watched", now=NOW).refused
    assert (shared_memory / "test.limit").stat().st_size <= 4 * limits.BUCKET_SIZE


@pytest.mark.parametrize("who", [SOMEBODY, EVERYBODY, "name"])
def test_where_nothing_can_be_kept_it_is_closed_or_open_as_it_was_asked(shared_memory, who, caplog):
    shared_memory.write_text("not a folder")

    assert limit(fails_closed=True).take(who).refused
    assert not limit().take(who).refused
    assert "the limit test cannot be kept, and refuses everybody" in caplog.text


def test_nothing_that_was_counted_can_be_read_back(shared_memory):
    limit().take("a.name@mail.example")

    assert b"name" not in (shared_memory / "test.limit").read_bytes()
