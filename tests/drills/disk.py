"""The disk is full under the whole site, and gets room again. Needs root, to mount a small disk of memory."""

import os
import subprocess
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg

from tests.drills.site import counted, drilled_site, folder, log_in, look, say
from tracker.embedded_database import EmbeddedDatabase

SIZE_MB = 500
ROUNDS = 20
PATHS = ("/cases/", "/statistics/", "/cases.csv", "/cases.atom", "/corrections/")


def drill() -> None:
    if os.geteuid() != 0:
        say("The disk is full: left out, only root can mount a disk for it")
        return
    say(f"The disk is full, all {SIZE_MB} MB of it")
    with small_disk(folder("full")) as var, drilled_site(var) as site:
        say(f"  with room:    {answers(site.port)}")
        filler = var / "filler"
        fill(filler)
        write_until_refused(var)
        fill(filler)
        say(f"  without room: {answers(site.port)}")
        filler.unlink()
        begun = time.monotonic()
        while look(site.port)[0] != 200 or log_in(site.port) not in (200, 302):
            time.sleep(0.1)
        say(
            f"  with room again, pages and the login after {time.monotonic() - begun:.1f} s: {answers(site.port)}"
        )


@contextmanager
def small_disk(place: Path):
    place.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE_MB}m,mode=755", "tmpfs", place], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


def fill(file: Path) -> None:
    """To the last byte."""
    with suppress(OSError), file.open("ab", buffering=0) as filler:
        while True:
            filler.write(b"x" * 65_536)
    with suppress(OSError), file.open("ab", buffering=0) as filler:
        while True:
            filler.write(b"x")


def write_until_refused(var: Path) -> None:
    """What the database still has room for, in the files it keeps, is used up too."""
    for statement in (
        "INSERT INTO drill SELECT repeat(md5(random()::text), 200)",
        "INSERT INTO cases_desksession SELECT (jsonb_populate_record(session, jsonb_build_object("
        "'session_key', md5(random()::text)))).* FROM cases_desksession session LIMIT 1",
    ):
        with suppress(psycopg.Error), EmbeddedDatabase(var)._connect("tracker") as connection:
            connection.execute("CREATE TABLE IF NOT EXISTS drill (text text)")
            for _ in range(20_000):
                connection.execute(statement)


def answers(port: int) -> str:
    pages = counted(look(port, path)[0] for _ in range(ROUNDS // 4) for path in PATHS)
    logins = counted(log_in(port) for _ in range(ROUNDS // 4))
    return f"pages and files {pages}; logins {logins}"
