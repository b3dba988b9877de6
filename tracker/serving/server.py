"""The connections of one process, kept within bounds."""

import socket
import time
from collections import deque
from collections.abc import Callable

from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.server import TcpWSGIServer
from waitress.task import ThreadedTaskDispatcher

from tracker.serving import bounds
from tracker.serving.connection import Connection

SETTINGS = {
    "asyncore_use_poll": True,
    "channel_timeout": 86_400,  # connections have closer limits of their own
    "cleanup_interval": 1,
    "clear_untrusted_proxy_headers": False,  # whose word counts the application decides
    "connection_limit": bounds.CONNECTIONS + 10,  # reached only while all of them are being answered
    "ident": None,
    "inbuf_overflow": bounds.IN_MEMORY_BYTES,
    "log_socket_errors": False,
    "max_request_body_size": bounds.BODY_BYTES,
    "max_request_header_size": bounds.HEADER_BYTES,
    "outbuf_high_watermark": bounds.ANSWER_BYTES,
    "outbuf_overflow": bounds.IN_MEMORY_BYTES,
    "recv_bytes": 64 * 1024,
}
"""Of waitress."""


class Server(TcpWSGIServer):
    """Listens on a bound socket, and makes answers with so many threads. Nothing happens but in `turn`."""

    channel_class = Connection

    def __init__(self, application: Callable, listener: socket.socket, threads: int):
        self._threads = ThreadedTaskDispatcher()
        self._threads.queue_logger.setLevel("ERROR")  # says each time that an answer has to wait for a thread
        self._threads.set_thread_count(threads)
        self._held: deque[Connection] = deque()
        super().__init__(
            application,
            _sock=listener,
            dispatcher=self._threads,
            adj=Adjustments(server_name=listener.getsockname()[0], **SETTINGS),
            sockinfo=(listener.family, listener.type, 0, None),
            bind_socket=False,
        )

    def turn(self, seconds: float) -> None:
        """Read, send and close what there is to, and wait no longer than `seconds` for it."""
        for _ in range(len(self._held)):
            connection = self._held.popleft()
            if connection.connected and (connection.total_outbufs_len or self._threads.queue):
                self._held.append(connection)
            else:
                super().add_task(connection)
        wasyncore.poll2(seconds, self._map)

    def stop(self) -> None:
        """Let the threads end that make no answer; the others end with the process."""
        self._threads.shutdown(timeout=1)

    def add_task(self, connection: Connection) -> None:
        """Have a request answered. One that was sent along with another waits until the answer to that has been
        read and nobody else waits: a connection may send a hundred at once, and shall keep nobody waiting."""
        if connection.connected and connection.answers_several:
            self._held.append(connection)
        else:
            super().add_task(connection)

    def handle_accept(self) -> None:
        if len(self.active_channels) >= bounds.CONNECTIONS:
            self._make_room()
        super().handle_accept()

    def maintenance(self, _now: float) -> None:
        """Every second: close who is late, and who takes most where all together take too much."""
        now = time.monotonic()
        for connection in list(self.active_channels.values()):
            connection.close_if_late(now)
        buffered = sorted(self.active_channels.values(), key=lambda connection: connection.buffered)
        total = sum(connection.buffered for connection in buffered)
        while total > bounds.BUFFERED_BYTES:
            largest = buffered.pop()
            total -= largest.buffered
            largest.handle_close()

    def look_now(self) -> None:
        """From any thread: let the loop do its maintenance at once."""
        self.next_channel_cleanup = 0
        self.pull_trigger()

    def stop_accepting(self) -> None:
        self.accepting = False

    def close_idle(self) -> bool:
        """Close whom nothing is owed; whether that were all."""
        for connection in list(self.active_channels.values()):
            if connection.asks_nothing:
                connection.handle_close()
        return not self.active_channels

    def _make_room(self) -> None:
        unheard = [connection for connection in self.active_channels.values() if connection.asks_nothing]
        if unheard:
            min(unheard, key=lambda connection: connection.waiting_since).close_unheard()
