"""A file without a name that one thread fills while another reads behind it, and that is gone when both have left."""

import os
import tempfile
import threading
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

PIECE = 256 * 1024
FIRST_BYTES = 1024 * 1024
"""Room for so much is made beforehand, so that a full disk is known before anything is promised."""


class FileTooLarge(Exception):
    """More than a download may take of the disk: DOWNLOAD_CAP_MB is too small, or somebody copies too much."""


class Abandoned(Exception):
    """Said to the writer: nobody reads any more."""


class Spool:
    """`slot` is closed together with the file, and when there is no room for one (OSError).

    The writer ends with `finish` and the reader with `leave`, each once; the file closes after both, because neither
    may close it under the other.
    """

    def __init__(self, folder: Path, cap: int, slot: BinaryIO):
        self._cap = cap
        self._written = self._read = 0
        self._finished = self._abandoned = self._closed = False
        self._error: BaseException | None = None
        self._changed = threading.Condition()
        with ExitStack() as resources:
            resources.enter_context(slot)
            self._file = resources.enter_context(tempfile.TemporaryFile(buffering=0, dir=folder))
            os.posix_fallocate(self._file.fileno(), 0, FIRST_BYTES)
            self._resources = resources.pop_all()

    def write(self, data: bytes) -> None:
        """Raises FileTooLarge, Abandoned, or OSError if the disk is full."""
        if self._abandoned:
            raise Abandoned
        if self._written + len(data) > self._cap:
            raise FileTooLarge
        rest = memoryview(data)
        while rest:
            rest = rest[self._file.write(rest) :]
        with self._changed:
            self._written += len(data)
            self._changed.notify()

    def finish(self, error: BaseException | None = None) -> None:
        """Nothing more will be written: because that was all, or because of `error`."""
        with self._changed:
            self._finished, self._error = True, error
            self._close_after_both()
            self._changed.notify()

    def read(self, seconds: float) -> bytes:
        """The next piece as soon as there is one; nothing at the end.

        Raises the writer's error, also where not everything before it was read, and TimeoutError.
        """
        with self._changed:
            if not self._changed.wait_for(lambda: self._read < self._written or self._finished, seconds):
                raise TimeoutError
            if self._error is not None:
                raise self._error
            length = min(PIECE, self._written - self._read)
        piece = os.pread(self._file.fileno(), length, self._read)
        self._read += len(piece)
        return piece

    def leave(self) -> None:
        with self._changed:
            self._abandoned = True
            self._close_after_both()

    def _close_after_both(self) -> None:
        if self._finished and self._abandoned:
            self._resources.close()
