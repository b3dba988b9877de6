"""Who has a place for a download, who gives way to whom, and who is asked to come again when."""

import threading
import time
from itertools import count

import pytest

from cases.public.downloads import places
from cases.public.downloads.places import MOST_AT_ONCE, UNKNOWN, NoPlace, take_place
from tracker.readers import Reader

SLOW, FAST = 6_000.0, 1_000_000.0
_names = count(1)


def reader(*, is_shared: bool = False) -> Reader:
    return Reader(next(_names).to_bytes(16, "big"), is_shared)


class Clock:
    def __init__(self):
        self.ahead = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self.ahead

    def pass_by(self, seconds: float) -> None:
        self.ahead += seconds


@pytest.fixture
def clock(settings, tmp_path, monkeypatch):
    settings.VAR = tmp_path
    clock = Clock()
    monkeypatch.setattr(places, "monotonic", clock)
    return clock


class Download:
    """Holds a place until it is told to leave, and says how quickly it is read."""

    def __init__(self, who: Reader, rate: float = UNKNOWN):
        self.rate, self.has_left, self._over = rate, False, threading.Event()
        self._place = take_place(who)
        self._noted = threading.Event()
        self._thread = threading.Thread(target=self._hold)
        self._thread.start()
        assert self._noted.wait(60)

    def _hold(self) -> None:
        while not self._over.wait(0.02):
            if self._place.note(self.rate):
                self.has_left = True
                break
            self._noted.set()
        self._noted.set()
        self._place.close()

    def end(self) -> None:
        self._over.set()
        self._thread.join()


@pytest.fixture
def begin(clock):
    """`begin(reader, rate)`: a download that runs until the test ends."""
    running = []

    def begin(who: Reader | None = None, rate: float = UNKNOWN) -> Download:
        running.append(Download(who or reader(), rate))
        return running[-1]

    yield begin
    for download in running:
        download.end()


def left(downloads: list[Download]) -> list[int]:
    return [number for number, download in enumerate(downloads) if download.has_left]


def refusal(who: Reader) -> NoPlace:
    with pytest.raises(NoPlace) as refused:
        take_place(who)
    return refused.value


def test_there_are_four_places_and_one_given_back_is_taken_again(begin):
    downloads = [begin() for _ in range(MOST_AT_ONCE)]
    last = reader()
    assert not refusal(last).own

    downloads[1].end()

    begin(last)
    assert left(downloads) == []


@pytest.mark.parametrize(("threads", "expected"), [(1, 1), (2, 1), (4, 2), (8, 4), (64, 4)])
def test_downloads_never_hold_more_than_half_the_threads_of_a_worker(settings, threads, expected):
    settings.WEB_THREADS = threads

    assert places.places() == expected


def test_while_a_place_is_free_nobody_is_cut_off_however_slow_and_long(begin, clock):
    downloads = [begin(rate=0.0) for _ in range(MOST_AT_ONCE - 1)]
    clock.pass_by(7200)

    downloads.append(begin())

    time.sleep(0.2)
    assert left(downloads) == []


def test_the_slowest_gives_way_to_whoever_comes(begin, clock):
    downloads = [begin(rate=rate) for rate in (FAST, SLOW, SLOW / 2, FAST)]
    clock.pass_by(61)

    begin()
    begin()

    assert left(downloads) == [1, 2]
    refusal(reader())


def test_who_is_not_slow_stays_and_whoever_comes_is_told_a_minute(begin, clock):
    downloads = [begin(rate=places.SLOW_RATE) for _ in range(MOST_AT_ONCE)]
    clock.pass_by(600)

    assert refusal(reader()).seconds == 60
    assert left(downloads) == []


def test_who_was_not_watched_for_a_minute_stays_and_whoever_comes_is_told_when_that_is_over(begin, clock):
    downloads = [begin() for _ in range(MOST_AT_ONCE)]
    clock.pass_by(45)

    assert 10 <= refusal(reader()).seconds <= 15
    assert left(downloads) == []


def test_who_has_had_a_place_for_too_long_gives_way_however_quick(begin, clock, settings):
    settings.DOWNLOAD_MINUTES = 60
    downloads = [begin(rate=FAST)]
    clock.pass_by(1000)
    downloads += [begin(rate=FAST) for _ in range(MOST_AT_ONCE - 1)]
    clock.pass_by(2700)

    begin()

    assert left(downloads) == [0]


def test_of_a_reader_with_several_the_youngest_gives_way_until_one_is_left(begin):
    many = reader()
    downloads = [begin(many, FAST) for _ in range(MOST_AT_ONCE)]

    for _ in range(MOST_AT_ONCE - 1):
        begin(rate=FAST)

    assert left(downloads) == [1, 2, 3]
    refusal(reader())


def test_while_others_wait_nobody_has_a_second_place(begin):
    many = reader()
    [first, *_others] = [begin(rate=FAST) for _ in range(MOST_AT_ONCE - 1)]
    begin(many, FAST)
    waits = reader()
    refusal(waits)

    first.end()

    assert refusal(many).own
    begin(waits)


def test_readers_of_one_shared_address_may_have_several_and_give_way_only_when_slow(begin, clock):
    everybody = reader(is_shared=True)
    downloads = [begin(everybody, rate) for rate in (FAST, FAST, SLOW, FAST)]
    clock.pass_by(61)

    begin(everybody, FAST)

    assert left(downloads) == [2]
    refusal(everybody)


def test_a_free_place_goes_to_who_waits_longest_and_not_to_who_asks_next(begin, clock):
    [first, second, *_others] = [begin(rate=FAST) for _ in range(MOST_AT_ONCE)]
    waits, hurries = reader(), reader()
    refusal(waits)
    refusal(hurries)
    first.end()

    refusal(hurries)
    begin(waits)

    second.end()
    begin(hurries)


def test_a_place_is_kept_for_who_waits_no_longer_than_they_were_told_and_a_little(begin, clock):
    [first, *_others] = [begin(rate=FAST) for _ in range(MOST_AT_ONCE)]
    wait = refusal(reader()).seconds
    first.end()
    refusal(reader())

    clock.pass_by(wait + places.CLAIM_SECONDS + places.A_MINUTE)

    begin()


def test_a_thousand_who_ask_once_leave_no_more_than_a_few_claims(begin, shared_memory):
    for _ in range(MOST_AT_ONCE):
        begin(rate=FAST)
    for _ in range(1000):
        refusal(reader())

    assert (shared_memory / "downloads").stat().st_size < 4096
