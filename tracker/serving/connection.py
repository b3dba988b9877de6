"""One connection: when it is late, and what the code that makes an answer may ask of it.

That code finds it in the environment of its request, as `tracker.connection`.
"""

import array
import copy
import fcntl
import logging
import re
import select
import socket
import struct
import termios
import time
from contextlib import suppress

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.task import ErrorTask, WSGITask
from waitress.utilities import logger

from tracker.serving import bounds

PLAIN = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'",
    "Content-Type": "text/plain; charset=utf-8",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Headers of what the server itself answers, to requests that reach no page."""
LATE = b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\nCache-Control: no-store\r\n\r\n"


class WithoutAddresses(logging.LoggerAdapter):
    """waitress's messages, less the address that was asked for."""

    def process(self, message, options):
        return re.sub(r"(?<=while serving ).*", "[left out]", str(message), flags=re.DOTALL), options


class Request(HTTPRequestParser):
    """A request that is being read."""

    def parse_header(self, header_plus: bytes) -> None:
        """Letters in the address may come as they are typed, as `curl` sends them."""
        line, end, headers = header_plus.partition(b"\r\n")
        line = re.sub(rb"[\x80-\xff]", lambda letter: b"%%%02X" % ord(letter[0]), line)
        try:
            super().parse_header(line + end + headers)
        except ValueError as error:  # an address that begins like http://[
            raise ParsingError("The address cannot be read") from error
        if not (self.path == "/admin" or self.path.startswith("/admin/")):
            self.adj = copy.copy(self.adj)
            self.adj.max_request_body_size = bounds.PUBLIC_BODY_BYTES


class Answer(WSGITask):
    """An answer that the application makes."""

    def get_environment(self) -> dict:
        environment = super().get_environment()
        environment["tracker.connection"] = self.channel
        return environment

    def finish(self) -> None:
        if not self.wrote_header:
            self.write(b"")
        if self.request.command != "HEAD":  # whose body is not sent, and no end of it
            super().finish()


class Refusal(ErrorTask):
    """The server's own answer to what is no request, or one too large."""

    def execute(self) -> None:
        error = self.request.error
        body = f"{error.reason}\n".encode()
        self.status = f"{error.code} {error.reason}"
        self.response_headers.extend(PLAIN.items())
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Connection(HTTPChannel):
    """All but what stands first below is for the loop that reads and sends."""

    parser_class, task_class, error_task_class = Request, Answer, Refusal
    logger = WithoutAddresses(logger, None)

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.waiting_since = time.monotonic()  # for a request, or for the next piece of its body or headers
        self._body_since: float | None = None
        self._sent = 0  # bytes, of all answers
        self._answer_since: float | None = None
        self._taken_before = 0
        self._follows = self._is_broken_off = False
        self.answers_several = False

    # -- for whoever makes an answer -------------------------------------------------------------------------------

    def follow(self) -> None:
        """From now on this answer is a download: it says itself when its reader is too slow."""
        self._follows = True
        self.adj = copy.copy(self.adj)
        self.adj.outbuf_high_watermark = bounds.FOLLOWED_BYTES

    @property
    def taken(self) -> int:
        """Bytes that the reader's machine has confirmed, since the connection began."""
        return self._sent - self._under_way

    @property
    def has_taken_all(self) -> bool:
        """Whether it waits for us."""
        return not self.total_outbufs_len and not self._under_way

    @property
    def _under_way(self) -> int:
        unconfirmed, line = array.array("i", [0]), self.socket
        with suppress(OSError, ValueError):  # closed meanwhile
            if line is not None:
                fcntl.ioctl(line, termios.TIOCOUTQ, unconfirmed)
        return unconfirmed[0]

    @property
    def is_gone(self) -> bool:
        """Whether the reader has left. While there is nothing to send, nothing that is sent would tell."""
        line = self.socket
        if not self.connected or line is None or line.fileno() < 0:
            return True
        poll = select.poll()
        poll.register(line, select.POLLRDHUP)
        return bool(poll.poll(0))

    def break_off(self) -> None:
        """Reset the connection: without chunks, as HTTP/1.0 has it, an end in good order looks whole."""
        line = self.socket
        with suppress(OSError):  # closed meanwhile
            if line is not None:
                line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._is_broken_off = True
        self.server.look_now()

    # -- in the loop -----------------------------------------------------------------------------------------------

    def received(self, data: bytes) -> bool:
        before = self.request
        taken = super().received(data)
        if self.request is not before:
            self.waiting_since, self._body_since = time.monotonic(), None
        if self.request is not None and self.request.headers_finished and self._body_since is None:
            self._body_since = time.monotonic()
        return taken

    def send(self, data: bytes, do_close: bool = True) -> int:
        sent = super().send(data, do_close=do_close)
        self._sent += sent
        return sent

    def service(self) -> None:
        self.answers_several = True  # to whom a further request is added meanwhile
        try:
            super().service()
        finally:
            self.answers_several = False
            self.waiting_since = time.monotonic()
            self._follows = False

    def handle_error(self) -> None:
        self.logger.error("a connection failed", exc_info=True)
        self.handle_close()

    @property
    def asks_nothing(self) -> bool:
        """Whether no answer of it is made or sent: what it waits for is its own doing."""
        return not self.requests and not self.total_outbufs_len

    @property
    def buffered(self) -> int:
        """Bytes kept for it, that lie nowhere else."""
        received = self.request.body_bytes_received if self.request is not None else 0
        return received + (0 if self._follows else self.total_outbufs_len)

    def close_if_late(self, now: float) -> None:
        if self._is_broken_off or self._answer_is_late(now):
            self.handle_close()
        elif self.asks_nothing and self._request_is_late(now):
            self.close_unheard()

    def close_unheard(self) -> None:
        """Close a connection that has not asked; half a request is told that it came too slowly."""
        if self.request is not None:
            with suppress(OSError):
                self.socket.send(LATE)
        self.handle_close()

    def _request_is_late(self, now: float) -> bool:
        if self.request is None:
            return now - self.waiting_since > bounds.IDLE_SECONDS
        if self._body_since is None:
            return now - self.waiting_since > bounds.HEADER_SECONDS
        return bounds.overdue(
            now - self._body_since, self.request.body_bytes_received, bounds.BODY_SECONDS, bounds.BODY_RATE
        )

    def _answer_is_late(self, now: float) -> bool:
        if self._follows or not self.total_outbufs_len:
            self._answer_since = None
            return False
        if self._answer_since is None:
            self._answer_since, self._taken_before = now, self.taken
        return bounds.overdue(
            now - self._answer_since,
            self.taken - self._taken_before,
            bounds.ANSWER_SECONDS,
            bounds.ANSWER_RATE,
        )
