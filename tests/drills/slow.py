"""Forty connections that send, or read, as slowly as they can, and what a reader sees of the site meanwhile."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from tests.drills.site import PAGE, drilled_site, figures, folder, look, say, threads_that_read
from tests.tracker.lines import Line

CONNECTIONS = 40
PAUSE = 1.5  # seconds between two pieces
LOOKS = 5

BEGIN = "POST /corrections/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n"
KINDS = {
    "nothing else": None,
    "a header every 1.5 s": (BEGIN, "X-More: 1\r\n"),
    "a byte of a body every 1.5 s": (f"{BEGIN}\r\n", "x"),
    "long pages asked for and not read": ("GET /methodology/ HTTP/1.1\r\nHost: localhost\r\n\r\n" * 100, ""),
    "connections that say nothing": ("", ""),
}


def drill() -> None:
    say(f"{CONNECTIONS} slow connections, and a reader who asks for {PAGE}")
    with drilled_site(folder("site")) as site, threads_that_read(folder("site")) as before:
        for kind, words in KINDS.items():
            say(f"  {kind}")
            for server, port in (("before", before), ("now", site.port)):
                say(f"    {server:6} {figures(under(words, port))}")


def under(words: tuple[str, str] | None, port: int) -> list[tuple[int, float]]:
    if words is None:
        return [look(port) for _ in range(LOOKS)]
    with attack(port, *words):
        time.sleep(2 * PAUSE)
        return [look(port) for _ in range(LOOKS)]


@contextmanager
def attack(port: int, begin: str, more: str) -> Iterator[None]:
    """In the block each connection is kept busy; one that was closed is opened anew."""
    over = threading.Event()

    def keep(line: Line | None = None) -> None:
        while not over.wait(PAUSE if line else 0):
            with suppress(OSError):
                if line is None:
                    line = Line(port, small=True).send(begin)
                line.send(more)
                if more == "" or line.is_open():
                    continue
            line = None

    threads = [threading.Thread(target=keep, daemon=True) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
