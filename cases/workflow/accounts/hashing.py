"""Passwords are hashed a few at a time on this machine, so that those who read are never behind those who log in.

Argon2 takes a tenth of a second and a hundred megabytes on purpose. Half the processors may be busy with it, in all
processes together; two requests of a process may wait for that, and whoever comes then is told to come again.
"""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher

from tracker.shared_memory import locked

PLACES = max(1, (os.cpu_count() or 2) // 2)
WAITING = max(1, min(2, settings.WEB_THREADS // 4))
LONGEST_WAIT = 3.0
RETRY_SECONDS = 2

_waiting = threading.BoundedSemaphore(WAITING)


class TooBusy(Exception):
    """Others log in right now; again in RETRY_SECONDS."""


@contextmanager
def place() -> Iterator[None]:
    """One of the PLACES, for the time of one hash. TooBusy if too many wait for one, or none gets free in time."""
    if not _waiting.acquire(blocking=False):
        raise TooBusy
    try:
        with ExitStack() as kept:
            _take_place(kept)
            yield
    finally:
        _waiting.release()


def _take_place(kept: ExitStack) -> None:
    deadline = time.monotonic() + LONGEST_WAIT
    while True:
        for number in range(PLACES):
            try:
                kept.enter_context(locked(f"hashing-{number}", wait=False))
                return
            except BlockingIOError:
                continue
        if time.monotonic() > deadline:
            raise TooBusy
        time.sleep(0.02)


class QueuedArgon2PasswordHasher(Argon2PasswordHasher):
    """Django's, in a place of its own, and on one processor: the others are for readers."""

    parallelism = 1

    def encode(self, password: str, salt: str) -> str:
        with place():
            return super().encode(password, salt)

    def verify(self, password: str, encoded: str) -> bool:
        with place():
            return super().verify(password, encoded)
