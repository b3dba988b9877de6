"""A process of the web server: gunicorn starts and watches it, waitress speaks HTTP in it."""

import os
import resource
import time

from gunicorn.workers import base

from tracker.serving import bounds
from tracker.serving.server import Server

LOOK_SECONDS = 0.5
"""How soon a signal is noticed."""


class Worker(base.Worker):
    """One loop that reads and sends, and threads that make answers."""

    def run(self) -> None:
        allow_files(4 * bounds.CONNECTIONS)
        [listener] = self.sockets
        server = Server(self.wsgi, listener.sock, self.cfg.threads)
        while self.alive and self.ppid == os.getppid():
            self._turn(server)
        server.stop_accepting()
        deadline = time.monotonic() + self.cfg.graceful_timeout
        while not server.close_idle() and time.monotonic() < deadline:
            self._turn(server)
        server.stop()

    def _turn(self, server: Server) -> None:
        self.notify()
        server.turn(LOOK_SECONDS)


def allow_files(most: int) -> None:
    """A connection holds up to three files; many systems allow 1,024 unless asked."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < most:
        highest = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, highest), hard))
