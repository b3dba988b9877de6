"""The site that drills are done to: its starter records in a folder of its own; and readers who look how it is."""

import http.client
import os
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlencode

from django.conf import settings

from tests.tracker import processes
from tracker.embedded_database import EmbeddedDatabase

PATIENCE = 10  # seconds a reader waits for an answer
PAGE = "/cases/"
PASSWORD = "a password for the drill alone"


def folder(name: str) -> Path:
    return settings.VAR / name


@contextmanager
def drilled_site(var: Path, **environment: str) -> Iterator[processes.Site]:
    """The site as `make run DEMO=0` starts it."""
    usual = {"DEMO_PASSWORD": PASSWORD, "WEB_WORKERS": "2"}
    with processes.site(var, "--prepare", **usual | environment) as site:
        yield site


@contextmanager
def threads_that_read(var: Path) -> Iterator[int]:
    """The port of what served the site before: gunicorn's threads, each reading its own requests, on the same data."""
    facts = EmbeddedDatabase(var).django_settings()
    who = f"{facts['USER']}:{quote(facts['PASSWORD'], safe='')}"
    url = f"postgres://{who}@{quote(facts['HOST'], safe='')}/{facts['NAME']}"
    options = "--no-control-socket --worker-class gthread --workers 2 --threads 8 --log-level critical"
    with processes.reserved_port() as port:
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "tracker.wsgi", f"--bind=127.0.0.1:{port}", *options.split()],
            cwd=processes.ROOT,
            env=os.environ | {"DATABASE_URL": url, "TRACKER_VAR": str(var), "SECRET_KEY": "x" * 50},
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


def log_in(port: int, *, name: str = "entry", password: str = PASSWORD, address: str = "127.0.0.1") -> int:
    """The status that a login is answered with, 302 where the password is right; 0 where there was no answer.
    `address` is what a trusted proxy says of where it comes from."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    forwarded = {"X-Forwarded-For": address}
    try:
        connection.request("GET", "/admin/login/", headers=forwarded)
        response = connection.getresponse()
        page = response.read().decode()
        if response.status != 200:
            return response.status
        cookies = "; ".join(
            value.partition(";")[0] for key, value in response.getheaders() if key.lower() == "set-cookie"
        )
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
        body = urlencode({"username": name, "password": password, "csrfmiddlewaretoken": token})
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": cookies,
            "Origin": f"http://127.0.0.1:{port}",
        }
        connection.request("POST", "/admin/login/?next=/admin/", body, headers | forwarded)
        response = connection.getresponse()
        response.read()
        return response.status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        connection.close()


class Watch:
    """A reader who asks for a page all the time, in a thread, and notes each answer with the moment it came."""

    def __init__(self, port: int, path: str = PAGE):
        self.port, self.path = port, path
        self.answers: list[tuple[float, int]] = []
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._ask, daemon=True)

    def _ask(self) -> None:
        while not self._over.wait(0.02):
            status, _seconds = look(self.port, self.path)
            self.answers.append((time.monotonic(), status))

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, *_error) -> None:
        self._over.set()
        self._thread.join()

    def statuses(self) -> str:
        return counted(status for _moment, status in self.answers)

    def wait_for(self, status: int, since: float, seconds: float = 120) -> float:
        """Seconds from a moment until the first such answer after it; infinite if it does not come."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for moment, found in list(self.answers):
                if moment > since and found == status:
                    return moment - since
            time.sleep(0.01)
        return float("inf")


def counted(statuses) -> str:
    """`200: 12, 503: 3`, in words where there was no answer."""
    names = {0: "no answer"}
    return ", ".join(f"{names.get(status, status)}: {n}" for status, n in sorted(Counter(statuses).items()))


def figures(looks: list[tuple[int, float]]) -> str:
    """How many pages of those asked for were answered, and how long they took."""
    seconds = sorted(took for status, took in looks if status == 200)
    answered = f"{len(seconds)} of {len(looks)} pages"
    if not seconds:
        return answered
    return f"{answered}, median {seconds[len(seconds) // 2]:.2f} s, slowest {seconds[-1]:.2f} s"


def say(text: str = "") -> None:
    print(text, flush=True)
