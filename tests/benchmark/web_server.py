"""The production server with one worker, on a free port of this machine, and what memory its worker holds."""

import re
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.benchmark import BenchmarkError
from tests.benchmark.client import Client
from tracker import supervisor

PATIENCE = 120  # seconds until the server must answer


class WebServer:
    """The web server as `manage.py serve` starts it."""

    def __init__(self):
        self.port = 0
        self._server: supervisor.WebServer | None = None

    def start(self) -> float:
        """Seconds from the start of the process until it says that it is well."""
        with socket.socket() as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(("127.0.0.1", self.port))
            self.port = listener.getsockname()[1]
            begun = time.perf_counter()
            self._server = supervisor.WebServer(listener)
            wait_until_answering(self._server.process, self.port, "/healthz")
        return time.perf_counter() - begun

    def stop(self) -> None:
        if self._server is not None:
            self._server.stop()
            self._server = None

    def client(self) -> Client:
        return Client(self.port)

    def memory(self) -> int:
        """Bytes of the workers, memory they share with others counted by its share."""
        keeper = self._server.process.pid
        children = Path(f"/proc/{keeper}/task/{keeper}/children").read_text().split()
        return sum(map(_proportional_size, children))

    @contextmanager
    def watched_memory(self) -> Iterator[list[int]]:
        """Measures all through the block; the list holds what it was before, then what it was at most."""
        sizes = [self.memory()] * 2
        over = threading.Event()

        def watch():
            while not over.wait(0.1):
                with suppress(OSError):
                    sizes[1] = max(sizes[1], self.memory())

        watcher = threading.Thread(target=watch, daemon=True)
        watcher.start()
        try:
            yield sizes
        finally:
            over.set()
            watcher.join()


def wait_until_answering(process: subprocess.Popen, port: int, path: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise BenchmarkError(f"The server ended by itself (exit code {process.returncode}).")
        client = Client(port, patience=60)
        with suppress(OSError):
            if client.get(path).status == 200:
                return
        client.close()
        time.sleep(0.02)
    raise BenchmarkError(f"The server did not answer within {PATIENCE} seconds.")


def _proportional_size(process: str) -> int:
    account = Path(f"/proc/{process}/smaps_rollup").read_text()
    return int(re.search(r"^Pss: +(\d+) kB", account, re.MULTILINE)[1]) * 1024
