"""Downloads under way: who reads slowly, leaves, or finds all places taken, and copies that fail.

A web server of its own, with several workers, reads what the tests publish; raw sockets see every byte it sends.
"""

import fcntl
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from psycopg import sql

from cases.public.downloads.download import Copy, Download, DownloadBroken
from cases.public.downloads.places import MOST_AT_ONCE, take_place
from cases.public.downloads.spool import FileTooLarge
from cases.register.fields import CSV_COLUMNS
from cases.register.published_cells import PublishedCells
from tracker.readers import UNTOLD

HEADER = (",".join(CSV_COLUMNS) + "\n").encode()
END = b"0\r\n\r\n"
MEGABYTE = 1024 * 1024


# -- the body of the response ------------------------------------------------------------------------------------------


@pytest.fixture
def download(transactional_db, settings, tmp_path):
    settings.VAR = tmp_path

    def download(query: str) -> Download:
        return Download(Copy(b"opening\n", lambda: sql.SQL(f"COPY ({query}) TO STDOUT")))

    yield download
    # The database takes a moment to notice that a connection is closed, longer on a busy machine.
    deadline = time.monotonic() + 5
    while (left := leftovers()) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert left == set()
    for place in [take_place(UNTOLD) for _ in range(MOST_AT_ONCE)]:
        place.close()


def leftovers() -> set[str]:
    """Threads of downloads in this process, and statements of downloads in the database."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT state || ': ' || query FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid() "
            "AND (query ~ '^COPY' OR query ~ 'statement_timeout' OR state ~ 'transaction')"
        )
        running = {row[0] for row in cursor.fetchall()}
    return running | {thread.name for thread in threading.enumerate() if thread.name == "download"}


def test_a_download_is_its_opening_and_what_the_copy_gives(download):
    body = download("SELECT n FROM generate_series(1, 100000) n")

    assert b"".join(body) == b"opening\n" + b"".join(b"%d\n" % n for n in range(1, 100_001))


@pytest.mark.parametrize(
    "query",
    [
        "SELECT repeat('x', 1000) FROM generate_series(1, 100000000)",
        "SELECT pg_sleep(60)",
        "SELECT n, pg_sleep(CASE n WHEN 9999 THEN 60 ELSE 0 END) FROM generate_series(1, 10000) n",
    ],
)
def test_a_download_that_is_closed_stops_at_once(download, query):
    body = download(query)
    assert next(body) == b"opening\n"
    time.sleep(0.1)

    begun = time.monotonic()
    body.close()

    assert time.monotonic() - begun < 5
    assert list(body) == []


def test_a_download_that_was_never_begun_gives_its_slot_back(download):
    download("SELECT 1").close()


@pytest.mark.parametrize(
    ("query", "changes", "cause"),
    [
        ("SELECT 1 / (90000 - n) FROM generate_series(1, 100000) n", {}, psycopg.errors.DivisionByZero),
        ("SELECT no_such_column", {}, psycopg.errors.UndefinedColumn),
        ("SELECT repeat('x', 1000) FROM generate_series(1, 5000)", {"DOWNLOAD_CAP_MB": 1}, FileTooLarge),
        ("SELECT pg_sleep(60)", {"DOWNLOAD_MINUTES": 0}, (TimeoutError, psycopg.errors.QueryCanceled)),
    ],
)
def test_a_copy_that_fails_is_an_error_and_no_end(download, settings, query, changes, cause):
    for name, value in changes.items():
        setattr(settings, name, value)
    body = download(query)
    next(body)

    with pytest.raises(DownloadBroken) as broken:
        list(body)

    reason = broken.value.__cause__
    assert isinstance(reason, cause) or isinstance(reason.__cause__, cause)


# -- the whole server --------------------------------------------------------------------------------------------------


class Reader:
    """A raw connection that asks for an address and reads no more than it is told."""

    def __init__(self, port: int, path: str, *, version: str = "1.1"):
        self.socket = socket.socket()
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 64 * 1024)
        self.socket.settimeout(30)
        self.socket.connect(("127.0.0.1", port))
        self.socket.sendall(
            f"GET {path} HTTP/{version}\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode()
        )
        self.received = b""

    def until(self, words: bytes) -> "Reader":
        while words not in self.received:
            piece = self.socket.recv(1024)
            assert piece, self.received[-2000:]
            self.received += piece
        return self

    def rest(self) -> bytes:
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 * MEGABYTE)
        while piece := self.socket.recv(MEGABYTE):
            self.received += piece
        self.socket.close()
        return self.received

    @property
    def status(self) -> int:
        return int(self.until(b"\r\n\r\n").received.split()[1])


class Server:
    def __init__(self, port: int, process: subprocess.Popen, var: Path):
        self.port, self.process, self.var = port, process, var

    def read(self, path: str = "/cases.csv", **options) -> Reader:
        return Reader(self.port, path, **options)

    def workers(self) -> list[str]:
        return Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()

    def held(self) -> dict[str, int]:
        """Slots that are taken and nameless files that are open."""
        taken = 0
        for path in (self.var / "downloads").glob("slot-*"):
            with path.open("ab") as file:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    taken += 1
        files = []
        for link in (link for worker in self.workers() for link in Path(f"/proc/{worker}/fd").iterdir()):
            with suppress(FileNotFoundError):  # closed meanwhile
                files += re.findall(r"downloads/.*\(deleted\)", os.readlink(link))
        return {"slots": taken, "files": len(files)}


def database_url() -> str:
    facts = connection.settings_dict
    user = f"{facts['USER']}:{quote(facts['PASSWORD'], safe='')}" if facts["PASSWORD"] else facts["USER"]
    port = f":{facts['PORT']}" if facts["PORT"] else ""
    return f"postgres://{user}@{quote(facts['HOST'], safe='')}{port}/{facts['NAME']}"


@pytest.fixture
def server(transactional_db, tmp_path, publish):
    """gunicorn with two workers over a register of eight cases that make a file of 32 MB."""
    for number in range(8):
        publish(f"Person {number}")
    PublishedCells.objects.update(summary="x" * 4 * MEGABYTE)
    with socket.socket() as listener, (tmp_path / "messages").open("wb") as messages:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        process = subprocess.Popen(
            (
                f"{sys.executable} -m gunicorn tracker.wsgi --bind fd://{listener.fileno()} --no-control-socket "
                "--worker-class tracker.serving.worker.Worker --workers 2 --threads 8 "
                "--graceful-timeout 1 --log-level warning"
            ).split(),
            cwd=settings.BASE_DIR,
            env=os.environ
            | {"DATABASE_URL": database_url(), "TRACKER_VAR": str(tmp_path), "WEB_THREADS": "8"},
            pass_fds=[listener.fileno()],
            stdout=messages,
            stderr=messages,
        )
        port = listener.getsockname()[1]
    server = Server(port, process, tmp_path)
    try:
        assert server.read("/healthz").status == 200
        yield server
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


@contextmanager
def table_locked():
    """Nobody can read the lines: a copy has begun and gets no further."""
    with psycopg.connect(database_url()) as other:
        other.execute("LOCK TABLE cases_publishedcells IN ACCESS EXCLUSIVE MODE")
        yield
        other.rollback()


def eventually(ask, expected, seconds: float = 10):
    deadline = time.monotonic() + seconds
    while (answer := ask()) != expected and time.monotonic() < deadline:
        time.sleep(0.05)
    assert answer == expected


@pytest.mark.slow
def test_slow_readers_hold_no_transaction_and_pages_go_on_and_a_fifth_is_asked_to_wait(server):
    readers = [server.read() for _ in range(10)]
    assert sorted(reader.status for reader in readers) == [200] * MOST_AT_ONCE + [503] * 6
    slow = [reader for reader in readers if reader.status == 200]
    [refused, *_others] = [reader.rest().decode() for reader in readers if reader.status == 503]

    eventually(leftovers, set())
    assert server.held() == {"slots": MOST_AT_ONCE, "files": MOST_AT_ONCE}
    for path in ("/healthz", "/cases/", "/data/") * 4:
        begun = time.monotonic()
        assert server.read(path).status == 200
        assert time.monotonic() - begun < 2
    assert 1 <= int(re.search(r"\r\nRetry-After: (\d+)\r\n", refused)[1]) <= 60
    assert "4 files are being downloaded" in refused

    whole = slow.pop().rest()
    assert whole.endswith(END)
    assert whole.count(b"x" * 1000) >= 8 * 4000
    eventually(server.held, {"slots": 3, "files": 3})
    again = server.read()
    assert again.status == 200
    for reader in [*slow, again]:
        reader.socket.close()
    eventually(server.held, {"slots": 0, "files": 0})


def test_who_leaves_in_the_middle_leaves_nothing_behind(server):
    threads = {worker: len(os.listdir(f"/proc/{worker}/task")) for worker in server.workers()}
    for _ in range(8):
        server.read().until(b"reference,url").socket.close()
        eventually(server.held, {"slots": 0, "files": 0})

    eventually(leftovers, set())
    for worker, before in threads.items():
        # The server keeps up to eight threads of its own; none of ours is among them.
        assert len(os.listdir(f"/proc/{worker}/task")) <= before + 8


def test_the_first_line_comes_before_the_query_has_run_and_who_leaves_then_frees_everything_too(server):
    with table_locked():
        reader = server.read().until(HEADER)
        eventually(lambda: server.held()["slots"], 1)

        reader.socket.close()

        eventually(server.held, {"slots": 0, "files": 0}, seconds=8)


def test_a_copy_that_fails_breaks_the_connection(server):
    with table_locked():
        readers = [server.read(version=version).until(HEADER) for version in ("1.1", "1.0")]
        eventually(lambda: len(copying()), 2)
        for backend in copying():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_terminate_backend(%s)", [backend])
        for reader in readers:
            # Without chunks nothing but a reset tells an end in good order from this one.
            with suppress(ConnectionResetError):
                received = reader.rest()
                assert b"Transfer-Encoding: chunked" in received
                assert not received.endswith(END)
    eventually(server.held, {"slots": 0, "files": 0})


def copying() -> list[int]:
    """Processes of the database that copy."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_stat_activity "
            "WHERE datname = current_database() AND state = 'active' AND query ~ '^COPY'"
        )
        return [row[0] for row in cursor.fetchall()]


def test_a_worker_that_dies_gives_its_slots_back(server):
    readers = [server.read() for _ in range(MOST_AT_ONCE)]
    assert [reader.status for reader in readers] == [200] * MOST_AT_ONCE

    for worker in server.workers():
        os.kill(int(worker), signal.SIGKILL)

    eventually(lambda: server.held()["slots"], 0)
