"""Raw connections to a server of this machine: they send what they are told, when they are told."""

import socket
import time
from contextlib import suppress

PATIENCE = 20  # seconds until a test fails that waits for something: a guard, and no measure


class Line:
    """A connection that sends what it is told and knows what came back."""

    def __init__(self, port: int, *, small: bool = False):
        """A `small` one has hardly any room for what it does not read."""
        self.socket = socket.socket()
        if small:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.socket.settimeout(PATIENCE)
        self.socket.connect(("127.0.0.1", port))

    def send(self, text: str | bytes) -> "Line":
        self.socket.sendall(text.encode() if isinstance(text, str) else text)
        return self

    def answer(self, seconds: float = PATIENCE) -> bytes:
        """All that comes until the other side closes, or says nothing for so long."""
        received = bytearray()
        self.socket.settimeout(seconds)
        with suppress(ConnectionResetError, TimeoutError):
            while piece := self.socket.recv(1 << 16):
                received += piece
        return bytes(received)

    def is_open(self) -> bool:
        return self._waiting() != b""

    def has_received(self) -> bool:
        return bool(self._waiting())

    def _waiting(self) -> bytes | None:
        """What can be read without waiting: None when there is nothing yet, no bytes when the other side has closed."""
        self.socket.setblocking(False)
        try:
            return self.socket.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return None
        except ConnectionError:
            return b""
        finally:
            self.socket.settimeout(PATIENCE)


def eventually(question, seconds: float = PATIENCE):
    """The answer as soon as it is true; fails when it never is."""
    deadline = time.monotonic() + seconds
    while not (answer := question()):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return answer
