"""How often somebody may do something: a count all processes of this machine share, that needs no database.

    TRIES = Limit("login", most=10, seconds=900, fails_closed=True)

    answer = TRIES.take(reader_of(request))
    if answer.refused:
        … 429, with Retry-After: answer.seconds
    answer.slow_down()

`most` may come at once; then one more as often as they fit into `seconds` (10 in 900: one every 90 seconds). What was
refused is not counted, so waiting is all it takes. A reader who shares an address with others (`Reader.is_shared`) is
never refused: `seconds` then says how long to make them wait, and `slow_down()` does it.

Whom it counts is a `Reader` (forgotten with its day) or a text, as the name of an account (known until the limit's own
time is over). Neither can be read back from what is kept. `most=1` means: this only once within `seconds`.

Where the machine keeps nothing (no memory, no rights), a limit that `fails_closed` refuses everybody, shared readers
too, and any other lets everybody pass; the log says which. Each limit counts 65,536 at once: then those who had the
least left to wait are forgotten first, so a flood of strangers does not free who was counted most.
"""

import hashlib
import logging
import os
import struct
import threading
import time
from dataclasses import dataclass

from django.conf import settings

from tracker.readers import Reader
from tracker.shared_memory import locked

logger = logging.getLogger(__name__)

BUCKETS = 8192
PLACE = struct.Struct("=8sd")  # whom, and until when (seconds since 1970) what they did counts
PLACES = 8
BUCKET_SIZE = PLACE.size * PLACES

HAIR = 0.001
"""Seconds that are none: moments are sums of fractions."""

LONGEST_PAUSE = 5.0
"""Seconds `slow_down` waits at most."""

MOST_PAUSES = max(1, settings.WEB_THREADS // 4)
_pauses = threading.BoundedSemaphore(MOST_PAUSES)


@dataclass(frozen=True)
class Answer:
    """`refused`, or not; `seconds` until it would be allowed without waiting, 0 for who is within the limit."""

    refused: bool
    seconds: float = 0.0

    def slow_down(self) -> None:
        """Wait, for at most LONGEST_PAUSE, and while no more than a quarter of this process's threads do so."""
        if self.seconds > 0 and _pauses.acquire(blocking=False):
            try:
                time.sleep(min(self.seconds, LONGEST_PAUSE))
            finally:
                _pauses.release()


class Limit:
    def __init__(self, name: str, *, most: int, seconds: float, fails_closed: bool = False):
        """`name` is that of a file and no other limit's. `most` at once, and again within `seconds`."""
        self.name, self.most, self.seconds, self.fails_closed = name, most, float(seconds), fails_closed
        self._each = self.seconds / most

    def take(self, who: Reader | str, *, now: float | None = None) -> Answer:
        """Count one more, unless that is refused. `now` in seconds since 1970."""
        return self._move(who, self._each, now)

    def look(self, who: Reader | str, *, now: float | None = None) -> Answer:
        """What `take` would answer, with nothing counted."""
        return self._move(who, 0.0, now)

    def give_back(self, who: Reader | str, *, now: float | None = None) -> None:
        """Uncount one that was taken, as a login that succeeded."""
        self._move(who, -self._each, now)

    def _move(self, who: Reader | str, change: float, now: float | None) -> Answer:
        shared = isinstance(who, Reader) and who.is_shared
        now = time.time() if now is None else now
        try:
            with locked(f"{self.name}.limit") as descriptor:
                return self._count(descriptor, _mark(who), change, now, shared)
        except OSError as error:
            logger.error(
                "the limit %s cannot be kept, and %s",
                self.name,
                "refuses everybody" if self.fails_closed else "lets everybody pass",
                exc_info=error,
            )
            return Answer(True, 60.0) if self.fails_closed else Answer(False)

    def _count(self, descriptor: int, mark: bytes, change: float, now: float, shared: bool) -> Answer:
        """What somebody did counts `until` a moment: one thing moves it on by `seconds / most`, time catches up."""
        start = int.from_bytes(mark[:8], "big") % BUCKETS * BUCKET_SIZE
        kept = os.pread(descriptor, BUCKET_SIZE, start).ljust(BUCKET_SIZE, b"\0")
        places = list(PLACE.iter_unpack(kept))
        at = next((at for at, (whose, _until) in enumerate(places) if whose == mark[8:]), None)
        until = max(now, places[at][1]) if at is not None else now
        if until > now + self.seconds:
            until = now  # no limit reaches so far: the clock was set back
        too_many = 0.0 if change < 0 else until + self._each - now - self.seconds
        if too_many < HAIR:
            too_many = 0.0
        refused = too_many > 0 and not shared
        if change > 0 and not refused and at is None:
            at = min(range(PLACES), key=lambda place: places[place][1])
        if change and not refused and at is not None:
            moved = PLACE.pack(mark[8:], min(until + change, now + self.seconds))
            os.pwrite(descriptor, moved, start + at * PLACE.size)
        return Answer(refused, too_many)


def _mark(who: Reader | str) -> bytes:
    if isinstance(who, Reader):
        return who.key
    key = hashlib.blake2b(settings.SECRET_KEY.encode(), digest_size=32).digest()
    return hashlib.blake2b(who.encode(), key=key, digest_size=16).digest()
