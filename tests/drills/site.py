"""The site that drills are done to: with fictional records, in a folder of its own, and readers who look how it is."""

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

from django.conf import settings

from tests.tracker import processes
from tracker.embedded_database import EmbeddedDatabase

PATIENCE = 10  # seconds a reader waits for an answer
PAGE = "/cases/"


@contextmanager
def drilled_site(name: str, **environment: str) -> Iterator[processes.Site]:
    """The site as `make run` starts it, in `var`/`name`."""
    with processes.site(settings.VAR / name, "--prepare", DEMO="1", WEB_WORKERS="2", **environment) as site:
        yield site


@contextmanager
def threads_that_read(name: str) -> Iterator[int]:
    """The port of what served the site before: gunicorn's threads, each reading its own requests, on the same data."""
    facts = EmbeddedDatabase(settings.VAR / name).django_settings()
    who = f"{facts['USER']}:{quote(facts['PASSWORD'], safe='')}"
    url = f"postgres://{who}@{quote(facts['HOST'], safe='')}/{facts['NAME']}"
    options = "--no-control-socket --worker-class gthread --workers 2 --threads 8 --log-level critical"
    with processes.reserved_port() as port:
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "tracker.wsgi", f"--bind=127.0.0.1:{port}", *options.split()],
            cwd=processes.ROOT,
            env=os.environ
            | {"DATABASE_URL": url, "TRACKER_VAR": str(settings.VAR / name), "SECRET_KEY": "x" * 50},
        )
        try:
            wait_for(port)
            yield port
        finally:
            server.terminate()
            server.wait()


def wait_for(port: int) -> None:
    deadline = time.monotonic() + 60
    while look(port, "/healthz")[0] != 200:
        if time.monotonic() > deadline:
            raise SystemExit("The server of the drill did not start; its messages are above.")
        time.sleep(0.1)


def look(port: int, path: str = PAGE) -> tuple[int, float]:
    """Status of a page and seconds until it was read; status 0 where there was no answer within PATIENCE."""
    begun = time.monotonic()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        response.read()
        return response.status, time.monotonic() - begun
    except (OSError, http.client.HTTPException):
        return 0, time.monotonic() - begun
    finally:
        connection.close()


def figures(looks: list[tuple[int, float]]) -> str:
    """How many pages of those asked for were answered, and how long they took."""
    seconds = sorted(took for status, took in looks if status == 200)
    answered = f"{len(seconds)} of {len(looks)} pages"
    if not seconds:
        return f"{answered}"
    return f"{answered}, median {seconds[len(seconds) // 2]:.2f} s, slowest {seconds[-1]:.2f} s"


def say(text: str = "") -> None:
    print(text, flush=True)
