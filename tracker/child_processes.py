"""Processes that must not outlive the one that started them, and what to do when one did."""

import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True)


class RemainsError(Exception):
    """A process left over from before does not end."""


def dies_with_parent(signal_number: int) -> Callable[[], None]:
    """For `preexec_fn`: the kernel sends the child this signal when its parent is gone, kill -9 included."""
    parent = os.getpid()

    def ask() -> None:
        if sys.platform == "linux":
            _libc.prctl(_PR_SET_PDEATHSIG, signal_number, 0, 0, 0)
            if os.getppid() != parent:
                os._exit(1)

    return ask


def clear_remains(data: Path, label: str, socket_files: list[Path]) -> None:
    """End the server that a killed owner left running on `data`, and forget the process ids it left in files.

    PostgreSQL trusts those ids, which by now may belong to anything. The caller holds the lock, so a server on this
    data can only be a remainder, and it is known by its command line and its user, not by a number in a file.
    """
    for signal_number, seconds in ((signal.SIGINT, 30), (signal.SIGKILL, 10)):
        deadline = time.monotonic() + seconds
        for process in _servers(data, label):
            with suppress(ProcessLookupError):
                os.kill(process, signal_number)
        while (left := _servers(data, label)) and time.monotonic() < deadline:
            time.sleep(0.1)
    if left:
        raise RemainsError(f"A PostgreSQL on {data} does not end: stop the processes {left}.")
    if sys.platform == "linux":  # elsewhere there is no /proc to look at, and PostgreSQL decides
        for file in (data / "postmaster.pid", *socket_files):
            with suppress(FileNotFoundError, NotADirectoryError):
                file.unlink()


def data_is_used(data: Path, label: str) -> bool:
    return bool(_servers(data, label))


def _servers(data: Path, label: str) -> list[int]:
    """The processes of a PostgreSQL on `data`: the first by its arguments, the others by the label in their titles."""
    owner = data.stat().st_uid
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            words = (entry / "cmdline").read_bytes().split(b"\0")
            first = os.path.basename(words[0]) == b"postgres" and words[1:3] == [b"-D", os.fsencode(data)]
            other = words[0].startswith(b"postgres: " + os.fsencode(label) + b": ")
            if entry.stat().st_uid == owner and (first or other):
                found.append(int(entry.name))
    return found
