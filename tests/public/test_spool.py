"""The file between a copy and its reader."""

import os
import resource
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from cases.public.downloads.spool import FIRST_BYTES, PIECE, Abandoned, FileTooLarge, Spool

MEGABYTE = 1024 * 1024


@pytest.fixture
def spool(tmp_path):
    return Spool(tmp_path, 10 * MEGABYTE, (tmp_path / "slot").open("ab"))


def test_a_reader_follows_behind_the_writer(spool):
    def fill():
        for number in range(50):
            spool.write(bytes([number]) * 10_000)
            time.sleep(0.001)
        spool.finish()

    writer = threading.Thread(target=fill)
    writer.start()
    pieces = []
    while piece := spool.read(5):
        pieces.append(piece)
    writer.join()
    spool.leave()

    assert b"".join(pieces) == b"".join(bytes([number]) * 10_000 for number in range(50))
    assert max(map(len, pieces)) <= PIECE


def test_a_reader_waits_only_so_long(spool):
    with pytest.raises(TimeoutError):
        spool.read(0.01)


def test_a_reader_is_told_of_the_writers_error_and_not_that_the_file_ended(spool):
    spool.write(b"half a file")
    spool.finish(OSError("the disk is full"))

    with pytest.raises(OSError, match="full"):
        spool.read(1)


def test_a_writer_is_told_that_nobody_reads_any_more_and_where_the_limit_is(spool):
    spool.write(bytes(9 * MEGABYTE))
    with pytest.raises(FileTooLarge):
        spool.write(bytes(2 * MEGABYTE))

    spool.leave()
    with pytest.raises(Abandoned):
        spool.write(b"x")


def open_files(folder: Path) -> int:
    """How many files of the folder this process has open, nameless ones too."""
    found = []
    for descriptor in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):
            found.append(os.readlink(descriptor))
    return sum(name.startswith(str(folder)) for name in found)


@pytest.mark.parametrize("order", [("finish", "leave"), ("leave", "finish")])
def test_file_and_slot_are_given_back_when_both_have_left(tmp_path, order):
    slot = (tmp_path / "slot").open("ab")
    assert open_files(tmp_path) == 1
    spool = Spool(tmp_path, MEGABYTE, slot)
    spool.write(b"something")
    assert [path.name for path in tmp_path.iterdir()] == ["slot"]
    assert open_files(tmp_path) == 2

    getattr(spool, order[0])()
    assert not slot.closed
    getattr(spool, order[1])()

    assert slot.closed
    assert open_files(tmp_path) == 0


def test_a_full_disk_is_known_before_anything_is_sent_and_gives_the_slot_back(tmp_path):
    slot = (tmp_path / "slot").open("ab")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (FIRST_BYTES // 2, before[1]))
    try:
        with pytest.raises(OSError):
            Spool(tmp_path, MEGABYTE, slot)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert slot.closed
    assert open_files(tmp_path) == 0
