"""Places for downloads: a few for the whole machine, and who gives way when somebody waits for one.

Each place is the lock of a small file, which the kernel takes back when its process dies, however it dies. What all
processes must know of the readers lies in the machine's memory (`tracker/shared_memory.py`): who they are for today,
since when, and how quickly they read.

1. While a place is free nobody is cut off, however slowly they read.
2. When all are taken and somebody comes, one gives way at once: the youngest further download of a reader who has
   several; else the slowest who read less than SLOW_RATE over the last minute; else who has had more than
   DOWNLOAD_MINUTES. While others wait nobody is given a second place.
3. Where nobody has to give way, whoever came is told when to come again, and has a claim on a place until shortly
   after: free places go to those who wait longest, not to who asks most often.

Where many readers share one address they count as one who may have several.
"""

import fcntl
import math
import os
import struct
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic, sleep
from typing import BinaryIO

from django.conf import settings

from cases.public.downloads.pace import A_MINUTE
from tracker.readers import Reader
from tracker.shared_memory import locked

MOST_AT_ONCE = 4
SLOW_RATE = 64 * 1024
"""Bytes a second."""
CLAIM_SECONDS = 20
"""After the moment somebody was told to come again, until which they have a claim."""
LEAVING_SECONDS = 5
"""Within which a place must be free that somebody was told to leave."""
MOST_CLAIMS = 64

NOBODY = bytes(16)
UNKNOWN = -1.0


class NoPlace(Exception):
    """All places are taken. `seconds` until it is worth asking again; `own` if the reader has one."""

    def __init__(self, seconds: float, *, own: bool = False):
        super().__init__(seconds)
        self.seconds, self.own = max(1, math.ceil(seconds)), own


@dataclass(frozen=True)
class Holder:
    """What all processes know of a place. Times are seconds since the machine started."""

    key: bytes = NOBODY
    is_shared: bool = False
    since: float = 0.0
    rate: float = UNKNOWN
    """Bytes a second over the last minute."""
    claimed_by: bytes = NOBODY
    """For whom its reader was told to leave."""
    claimed_until: float = 0.0

    FORMAT = struct.Struct("=16s?dd16sd")

    def pack(self) -> bytes:
        return self.FORMAT.pack(
            self.key, self.is_shared, self.since, self.rate, self.claimed_by, self.claimed_until
        )


@dataclass(frozen=True)
class Claim:
    """Somebody waits `since` then and will be back by `until`."""

    key: bytes
    since: float
    until: float

    FORMAT = struct.Struct("=16sdd")


@dataclass
class Board:
    """What lies in the shared memory."""

    holders: list[Holder]
    claims: list[Claim]
    """Those who wait, longest first."""

    @classmethod
    def read(cls, descriptor: int, now: float) -> "Board":
        size = Holder.FORMAT.size * MOST_AT_ONCE
        kept = os.pread(descriptor, size + Claim.FORMAT.size * MOST_CLAIMS, 0)
        holders = [Holder(*values) for values in Holder.FORMAT.iter_unpack(kept[:size])] if kept else []
        claims = [Claim(*values) for values in Claim.FORMAT.iter_unpack(kept[size:])]
        return cls(
            holders or [Holder()] * MOST_AT_ONCE,
            [claim for claim in claims if claim.until > now],
        )

    def write(self, descriptor: int) -> None:
        claims = b"".join(
            Claim.FORMAT.pack(claim.key, claim.since, claim.until) for claim in self.claims[:MOST_CLAIMS]
        )
        os.pwrite(descriptor, b"".join(holder.pack() for holder in self.holders) + claims, 0)
        os.ftruncate(descriptor, Holder.FORMAT.size * MOST_AT_ONCE + len(claims))


class Place:
    """A place that was taken, to be closed at the end of the download."""

    def __init__(self, number: int, file: BinaryIO):
        self._number, self._file = number, file

    def __enter__(self) -> "Place":
        return self

    def __exit__(self, *_error) -> None:
        self.close()

    def close(self) -> None:
        self._file.close()

    def note(self, rate: float) -> bool:
        """Tell the others how quickly it is read; whether somebody else needs the place."""
        now = monotonic()
        with locked("downloads") as descriptor:
            if self._file.closed:  # somebody else may have it by now
                return True
            board = Board.read(descriptor, now)
            holder = board.holders[self._number]
            board.holders[self._number] = replace(holder, rate=rate)
            board.write(descriptor)
        return holder.claimed_until > now


def take_place(reader: Reader) -> Place:
    """A place for this reader, if need be one that another has to leave. Raises NoPlace."""
    deadline = monotonic() + LEAVING_SECONDS
    while (place := _take(reader)) is None:
        if monotonic() > deadline:
            raise NoPlace(LEAVING_SECONDS)
        sleep(0.05)
    return place


def _take(reader: Reader) -> Place | None:
    """A place; or None where one is about to be free, on which the reader then has a claim."""
    now = monotonic()
    with locked("downloads") as descriptor:
        board = Board.read(descriptor, now)
        free = _free_places()
        try:
            return _decide(board, free, reader, now)
        finally:
            board.write(descriptor)
            for file in free.values():
                file.close()


def _decide(board: Board, free: dict[int, BinaryIO], reader: Reader, now: float) -> Place | None:
    """Changes the board, and takes what it gives out of `free`."""
    held = {number: board.holders[number] for number in range(places()) if number not in free}
    own = [holder for holder in held.values() if holder.key == reader.key and not reader.is_shared]
    ahead = _ahead(board, reader)
    if own and any(claim.key != reader.key for claim in board.claims):
        raise NoPlace(A_MINUTE, own=True)
    for number in sorted(free):
        holder = board.holders[number]
        is_claimed = holder.claimed_until > now
        if holder.claimed_by == reader.key if is_claimed else len(free) > len(ahead):
            board.holders[number] = Holder(reader.key, reader.is_shared, now)
            board.claims = [claim for claim in board.claims if claim.key != reader.key]
            return Place(number, free.pop(number))
    leaving = [holder for holder in board.holders if holder.claimed_until > now]
    if any(holder.claimed_by == reader.key for holder in leaving):
        return None
    if not free and not own and (number := _who_gives_way(held, now)) is not None:
        board.holders[number] = replace(
            held[number], claimed_by=reader.key, claimed_until=now + LEAVING_SECONDS
        )
        return None
    wait = _seconds_to_wait(held, now)
    if not own:
        _claim(board, reader, now, wait)
    raise NoPlace(wait, own=bool(own))


def _ahead(board: Board, reader: Reader) -> list[Claim]:
    """Others who wait, and longer than this reader does."""
    since = next((claim.since for claim in board.claims if claim.key == reader.key), math.inf)
    return [claim for claim in board.claims if claim.key != reader.key and claim.since < since]


def _claim(board: Board, reader: Reader, now: float, wait: float) -> None:
    """Who comes again keeps their turn."""
    before = next((claim.since for claim in board.claims if claim.key == reader.key), now)
    others = [claim for claim in board.claims if claim.key != reader.key]
    board.claims = sorted([*others, Claim(reader.key, before, now + wait + CLAIM_SECONDS)], key=_since)


def _since(claim: Claim) -> float:
    return claim.since


def _who_gives_way(held: dict[int, Holder], now: float) -> int | None:
    """The place whose reader has to leave, of those nobody was told to leave yet."""
    open_to = {number: holder for number, holder in held.items() if holder.claimed_until <= now}
    further = [number for number, holder in open_to.items() if _has_several(holder, held)]
    if further:
        return max(further, key=lambda number: open_to[number].since)
    slow = [number for number, holder in open_to.items() if UNKNOWN < holder.rate < SLOW_RATE]
    if slow:
        return min(slow, key=lambda number: open_to[number].rate)
    long = [n for n, holder in open_to.items() if now - holder.since > settings.DOWNLOAD_MINUTES * 60]
    return min(long, key=lambda number: open_to[number].since, default=None)


def _has_several(holder: Holder, held: dict[int, Holder]) -> bool:
    return not holder.is_shared and sum(other.key == holder.key for other in held.values()) > 1


def _seconds_to_wait(held: dict[int, Holder], now: float) -> float:
    """Until the first who may turn out to be slow has been watched for a minute."""
    young = [A_MINUTE - (now - holder.since) for holder in held.values() if holder.rate == UNKNOWN]
    return min([seconds for seconds in young if seconds > 0], default=A_MINUTE)


def places() -> int:
    """No more than half the threads of one worker, to which chance may give all of them: the pages have the rest."""
    return max(1, min(MOST_AT_ONCE, settings.WEB_THREADS // 2))


def _free_places() -> dict[int, BinaryIO]:
    """The files of the places nobody has, locked."""
    free = {}
    for number in range(places()):
        file = (folder() / f"slot-{number + 1}").open("ab")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
        else:
            free[number] = file
    return free


def folder() -> Path:
    """Where the places lie and the files are spooled: on the disk, since temporary folders often are memory."""
    folder = settings.VAR / "downloads"
    folder.mkdir(exist_ok=True)
    return folder
