"""A server in this process, over an application of the test's own."""

import socket
import threading
from contextlib import contextmanager

import pytest

from tests.tracker.lines import Line
from tracker.serving import bounds
from tracker.serving.server import Server


@pytest.fixture
def serve():
    """`serve(application, threads=2)`: the port where it answers until the test ends; `serve.connections` it has."""
    running = []

    @contextmanager
    def turning(application, threads):
        with socket.create_server(("127.0.0.1", 0)) as listener:
            server = Server(application, listener, threads)
            over = threading.Event()

            def turn():
                while not over.is_set():
                    server.turn(0.05)

            loop = threading.Thread(target=turn)
            loop.start()
            serve.connections = server.active_channels
            try:
                yield listener.getsockname()[1]
            finally:
                over.set()
                loop.join()
                server.close_idle()
                server.stop()

    def serve(application, threads=2):
        running.append(turning(application, threads))
        return running[-1].__enter__()

    yield serve
    for one in running:
        one.__exit__(None, None, None)


@pytest.fixture
def limit(monkeypatch):
    """`limit(HEADER_SECONDS=1)`: other bounds for this test."""
    return lambda **values: [monkeypatch.setattr(bounds, name, value) for name, value in values.items()]


def hello(environment, start_response):
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "5")])
    return [b"hello"]


def ask(port: int, path: str = "/", method: str = "GET") -> bytes:
    return Line(port).send(f"{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").answer()
