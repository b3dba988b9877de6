"""Rows of a query kept in a file of their own, so that a transaction lasts no longer than the reading of them."""

import pickle
import tempfile
import zlib
from collections.abc import Iterable, Iterator

from django.conf import settings

_LENGTH = 4


class Spooled:
    """What an iterable gave, to be gone through later and as often as wanted. The file has no name and goes with it."""

    def __init__(self, rows: Iterable):
        self._file = tempfile.TemporaryFile(dir=settings.VAR)  # noqa: SIM115 – it lives as long as this does
        for row in rows:
            packed = zlib.compress(pickle.dumps(row), 1)
            self._file.write(len(packed).to_bytes(_LENGTH, "big") + packed)

    def __iter__(self) -> Iterator:
        self._file.seek(0)
        while length := self._file.read(_LENGTH):
            yield pickle.loads(zlib.decompress(self._file.read(int.from_bytes(length, "big"))))
