"""Four readers take a large file at 6 KB/s each, and come back whenever they are cut off; a partner wants the file."""

import http.client
import socket
import threading
import time
from contextlib import suppress
from pathlib import Path

from tests.drills.site import drilled_site, folder, say
from tracker.embedded_database import EmbeddedDatabase

SLOW_RATE = 6 * 1024  # bytes a second
SECONDS = 200
FILE_MB = 60


def drill() -> None:
    say(f"Four readers at {SLOW_RATE // 1024} KB/s, and a partner who wants a file of {FILE_MB} MB")
    var = folder("readers")
    with drilled_site(var, TRUSTED_PROXIES="127.0.0.1") as site:
        make_large(var)
        over, cut = threading.Event(), [0] * 4
        for number in range(4):
            threading.Thread(target=read_slowly, args=(site.port, number, over, cut), daemon=True).start()
        time.sleep(3)
        say("  before: 503 for an hour, and again")
        said = partner(site.port)
        over.set()
        time.sleep(2)
        say(f"  now: {said}; slow readers cut off {sum(cut)} times")


def make_large(var: Path) -> None:
    with EmbeddedDatabase(var)._connect("tracker") as connection:
        connection.execute(
            "UPDATE cases_publishedcells SET summary = "
            "repeat('x', %s / (SELECT count(*)::int FROM cases_publishedcells))",
            [FILE_MB * 1_000_000],
        )


def read_slowly(port: int, number: int, over: threading.Event, cut: list[int]) -> None:
    while not over.wait(0.1):
        with suppress(OSError), socket.socket() as line:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16 * 1024)
            line.settimeout(30)
            line.connect(("127.0.0.1", port))
            line.sendall(
                f"GET /cases.csv HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 192.0.2.{number + 1}\r\n\r\n".encode()
            )
            if line.recv(12) != b"HTTP/1.1 200":
                continue
            cut[number] += 1  # unless it goes on until the end
            while not over.wait(0.5):
                if not line.recv(SLOW_RATE // 2):
                    break
            else:
                cut[number] -= 1


def partner(port: int) -> str:
    """Asks, and comes again when told to, as a program would; what it took to get the file three times."""
    begun, said = time.monotonic(), []
    for _turn in range(3):
        while time.monotonic() - begun < SECONDS:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            connection.request("GET", "/cases.csv", headers={"X-Forwarded-For": "198.51.100.7"})
            response = connection.getresponse()
            body = response.read()
            connection.close()
            if response.status == 200:
                said.append(f"{len(body) / 1e6:.0f} MB after {time.monotonic() - begun:.0f} s")
                break
            wait = int(response.headers["Retry-After"])
            said.append(f"{response.status}, come again in {wait} s")
            time.sleep(wait)
        time.sleep(2)
    return "; ".join(said)
