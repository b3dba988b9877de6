"""How many downloads run at once: a few for the whole machine, each of them holding the lock of one small file.

Worker processes share the files, and the kernel takes a lock back when its process dies, however it dies.
"""

import fcntl
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

MOST_AT_ONCE = 4


class NoSlot(Exception):
    """As many downloads run as may."""


def take_slot() -> BinaryIO:
    """A slot to be closed at the end of the download. Raises NoSlot."""
    for number in range(slots()):
        file = (folder() / f"slot-{number + 1}").open("ab")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
        else:
            return file
    raise NoSlot


def slots() -> int:
    """No more than half the threads of one worker, to which chance may give all of them: the pages have the rest."""
    return max(1, min(MOST_AT_ONCE, settings.WEB_THREADS // 2))


def folder() -> Path:
    """Where the slots lie and the files are spooled: on the disk, since temporary folders often are memory."""
    folder = settings.VAR / "downloads"
    folder.mkdir(exist_ok=True)
    return folder
