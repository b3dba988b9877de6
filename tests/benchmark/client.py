"""A reader that asks one thing after the other over one connection, and keeps nothing of it but cookies."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from tests.benchmark import BenchmarkError

PIECE = 1 << 18


@dataclass(frozen=True)
class Answer:
    """Seconds to the last byte, and to the first: when the answer began."""

    seconds: float
    first_byte: float
    status: int
    body: bytes

    @property
    def content(self) -> bytes:
        """What a response of Django calls its body."""
        return self.body


@dataclass(frozen=True)
class Download:
    """Seconds to the first byte of the body and to the last that was read; how often the mark stood in it."""

    first_byte: float
    seconds: float
    size: int
    marks: int
    complete: bool


class Client:
    def __init__(self, port: int, patience: float = 900):
        self._connection = HTTPConnection("127.0.0.1", port, timeout=patience)
        self.cookies: dict[str, str] = {}

    def connect(self) -> None:
        """A new connection, so that none that was kept too long breaks under a measurement."""
        self._connection.close()
        self._connection.connect()

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Ask, and read to the end."""
        return self._answered("GET", path, None, {**(headers or {})})

    def post(self, path: str, fields: Mapping[str, object]) -> Answer:
        """Send a form, and read what it is answered with; a redirection is not followed."""
        sent = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._answered("POST", path, urlencode(fields, doseq=True).encode(), sent)

    def _answered(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        begun = time.perf_counter()
        self._connection.request(method, path, body, headers)
        response = self._connection.getresponse()
        first_byte = time.perf_counter() - begun
        read = response.read()
        taken = time.perf_counter() - begun
        for line in response.headers.get_all("Set-Cookie", []):
            self.cookies.update({name: each.value for name, each in SimpleCookie(line).items()})
        return Answer(taken, first_byte, response.status, read)

    def download(self, path: str, mark: bytes, *, seconds: float | None = None) -> Download:
        """Read a file as it comes, with `seconds` no longer than that, and close the connection.

        Raises BenchmarkError if it is refused.
        """
        begun = time.perf_counter()
        response = self._ask(path)
        if response.status != 200:
            raise BenchmarkError(f"{path} was answered with {response.status}: {response.read(500)!r}")
        first, size, marks, tail = 0.0, 0, 0, b""
        complete = False
        while not (seconds and time.perf_counter() - begun > seconds):
            piece = response.read1(PIECE)
            if not piece:
                complete = True
                break
            first = first or time.perf_counter() - begun
            size += len(piece)
            # A mark may lie across two pieces.
            marks += (tail + piece).count(mark)
            tail = piece[-(len(mark) - 1) :] if len(mark) > 1 else b""
        taken = time.perf_counter() - begun
        self._connection.close()
        return Download(first, taken, size, marks, complete)

    def close(self) -> None:
        self._connection.close()

    def _ask(self, path: str) -> HTTPResponse:
        self._connection.request("GET", path)
        return self._connection.getresponse()
