"""Small files that all processes of this machine share, in its memory where it has such a folder.

They hold what is known of readers for a day (`readers.py`, `limits.py`): nothing of it should reach a disk. A machine
without `/dev/shm` keeps them in the folder of the data. Nothing here outlives the site.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings


@contextmanager
def locked(name: str, *, wait: bool = True) -> Iterator[int]:
    """The descriptor of the file of this name, made where there is none; nobody else has it meanwhile.

    Raises OSError where that cannot be; BlockingIOError if somebody has it, and we do not `wait`. Whoever holds what
    others wait for must be done within a moment: threads of this process wait too. A process that dies leaves the lock
    free, and what it has written.
    """
    descriptor = os.open(_folder() / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield descriptor
    finally:
        os.close(descriptor)


def forget() -> None:
    """Empty it, when the site stops."""
    shutil.rmtree(settings.SHARED_MEMORY, ignore_errors=True)


def _folder() -> Path:
    """Ours alone: anybody may make a folder in the machine's memory, by this name too."""
    folder = settings.SHARED_MEMORY
    try:
        facts = folder.lstat()
    except FileNotFoundError:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        facts = folder.lstat()
    if facts.st_uid != os.geteuid() or facts.st_mode & 0o170077 != 0o040000:
        raise PermissionError(f"{folder} must be a folder of this user that nobody else can enter")
    return folder
