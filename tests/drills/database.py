"""The database is killed with -9 while somebody writes and somebody reads; its connections are cut."""

import os
import signal
import threading
import time
from contextlib import suppress
from pathlib import Path

import psycopg

from tests.drills.site import Watch, drilled_site, folder, say
from tracker.embedded_database import EmbeddedDatabase

TIMES = 5


def drill() -> None:
    say(
        "The database ends, while a reader asks for pages and somebody writes (before: the site ended with it)"
    )
    var = folder("site")
    with drilled_site(var) as site:
        for what, strike in STRIKES.items():
            say(f"  {what}, {TIMES} times")
            say(f"    {under(var, site.port, strike)}")


def under(var: Path, port: int, strike) -> str:
    with Writer(var) as writer, Watch(port) as watch:
        away, back = [], []
        for _ in range(TIMES):
            time.sleep(1.5)
            struck = time.monotonic()
            strike(var)
            up = accepts(var)
            back.append(max(0.0, watch.wait_for(200, up) if up > struck else 0.0))
            away.append(up - struck)
        time.sleep(1)
    lost = writer.lost()
    return (
        f"answers {watch.statuses()}; the database was away for {max(away):.2f} s at most; the first page "
        f"{max(back):.2f} s after it at most; writes acknowledged {writer.acknowledged}, lost {lost}"
    )


def postmaster(var: Path) -> int:
    with suppress(OSError, IndexError):
        return int((EmbeddedDatabase(var)._data() / "postmaster.pid").read_text().split()[0])
    return 0


def kill(var: Path) -> None:
    before = postmaster(var)
    os.kill(before, signal.SIGKILL)
    while postmaster(var) in (0, before):
        time.sleep(0.01)


def kill_one(var: Path) -> None:
    """As the kernel does when memory runs out: PostgreSQL then ends all of its processes, and starts them again. A
    connection of our own tells when it has ended them; before, it may still take new ones."""
    own, victim = (EmbeddedDatabase(var)._connect("tracker") for _ in range(2))
    os.kill(victim.info.backend_pid, signal.SIGKILL)
    with suppress(psycopg.Error):
        while True:
            own.execute("SELECT 1")
            time.sleep(0.01)


def cut(var: Path) -> None:
    with EmbeddedDatabase(var)._connect("tracker") as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
        )


def accepts(var: Path) -> float:
    """The moment from which the database takes connections."""
    while True:
        with suppress(psycopg.Error):
            EmbeddedDatabase(var)._connect("tracker").close()
            return time.monotonic()
        time.sleep(0.01)


class Writer:
    """Commits one row after the other, and remembers each that was acknowledged."""

    def __init__(self, var: Path):
        self._database = EmbeddedDatabase(var)
        self.acknowledged = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._write, daemon=True)

    def __enter__(self) -> "Writer":
        with self._database._connect("tracker") as connection:
            connection.execute("DROP TABLE IF EXISTS drill")
            connection.execute("CREATE TABLE drill (number int)")
        self._thread.start()
        return self

    def __exit__(self, *_error) -> None:
        self._over.set()
        self._thread.join()

    def _write(self) -> None:
        while not self._over.is_set():
            with suppress(psycopg.Error), self._database._connect("tracker") as connection:
                while not self._over.wait(0.005):
                    connection.execute("INSERT INTO drill VALUES (%s)", [self.acknowledged + 1])
                    self.acknowledged += 1
            self._over.wait(0.05)

    def lost(self) -> int:
        with self._database._connect("tracker") as connection:
            [kept] = connection.execute(
                "SELECT count(DISTINCT number) FROM drill WHERE number <= %s", [self.acknowledged]
            ).fetchone()
            connection.execute("DROP TABLE drill")
        return self.acknowledged - kept


STRIKES = {"killed with -9": kill, "a process of it killed with -9": kill_one, "connections cut": cut}
