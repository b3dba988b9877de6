"""Runs the product: the database, then what has to be prepared, then the web server and beside it what every day asks
for; and stops them in reverse.

On INT (Ctrl-C), TERM and HUP (a closed terminal) it stops the web server, then the database, and nothing that it did
not start. When one of them ends by itself once the site runs, it is started again: at once, and after longer and
longer pauses while it keeps ending; pages answer 503 meanwhile. When the supervisor itself is killed with -9,
the kernel tells all to end, and what still remains is cleared by the next start.
"""

import errno
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import contextmanager, suppress

import psycopg
from django.conf import settings

from tracker import shared_memory
from tracker.child_processes import dies_with_parent
from tracker.daily import Calendar
from tracker.embedded_database import DatabaseBusy
from tracker.server_user import EmbeddedDatabaseError

GRACE = 10  # seconds for answers under way when the web server is told to stop


class SupervisorError(Exception):
    """Something that should run does not; the text says what and what to do."""


class Stopped(BaseException):
    """A signal asked us to stop. Not an Exception, so that nothing on the way swallows it."""

    def __init__(self, signal_number: int):
        super().__init__(signal.Signals(signal_number).name)
        self.exit_code = 128 + signal_number


def say(text: str) -> None:
    """Print at once; a terminal that is gone is no reason to stop halfway through stopping."""
    with suppress(OSError, ValueError):
        print(text, flush=True)


class StopSignals:
    """In the block the first INT, TERM or HUP raises Stopped; later ones are ignored, not to cut the cleaning short."""

    def __init__(self):
        self._asked: int | None = None
        self._before: dict = {}

    def __enter__(self) -> "StopSignals":
        numbers = [signal.SIGINT, signal.SIGTERM]
        if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # nohup means: outlive the terminal
            numbers.append(signal.SIGHUP)
        self._before = {number: signal.signal(number, self._stop) for number in numbers}
        return self

    def __exit__(self, *_error) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def ignore(self) -> None:
        for number in self._before:
            signal.signal(number, signal.SIG_IGN)

    def check(self) -> None:
        """Raise again what was raised where Python lets nothing through, as in what it runs around a fork."""
        if self._asked is not None:
            raise Stopped(self._asked)

    def _stop(self, number: int, _frame) -> None:
        self._asked = number
        self.ignore()
        raise Stopped(number)


def serve(
    prepare: Callable[[], None] | None = None, *, announce_database: Callable[[], None] | None = None
) -> int:
    """Run everything until a signal comes; returns the exit code.

    `announce_database` is called before the database is started, `prepare` when it runs.
    """
    serving = False
    with StopSignals() as signals:
        try:
            with reserved_port() as listener, database_of_our_own(announce_database):
                try:
                    if prepare:
                        prepare()
                    web, daily = WebServer(listener), Calendar(say)
                    serving = True
                    try:
                        wait_until_answering(web)
                        say(f"\n{settings.SITE_NAME} runs at {settings.SITE_URL}/")
                        say(f"The desk, for staff, is at {settings.SITE_URL}/admin/")
                        say("Ctrl-C stops it; the data stays.")
                        watch(signals, web, daily)
                    finally:
                        signals.ignore()
                        daily.close()
                        web.stop()
                        shared_memory.forget()
                finally:
                    signals.ignore()
        except Stopped as stopped:
            say(
                "\nStopped: web server, then database."
                if serving
                else "\nStopped before it was ready; nothing is left running."
            )
            return 0 if serving else stopped.exit_code


@contextmanager
def reserved_port():
    """The bound socket that the web server will listen on: taken first, so that a port in use is known at once."""
    family = socket.AF_INET6 if ":" in settings.BIND else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((settings.BIND, settings.PORT))
        except OSError as error:
            what = f"Port {settings.PORT} on {settings.BIND}"
            other = settings.PORT + 1 if 1024 <= settings.PORT < 65535 else 8001
            if error.errno == errno.EADDRINUSE:
                reason = f"{what} is in use by another program. Stop that, or take another port: make run PORT={other}"
            elif error.errno == errno.EACCES:
                reason = f"{what} needs privileges. Take a port from 1024 on: make run PORT={other}"
            else:
                reason = f"{what} cannot be used: {error.strerror}. Check BIND and PORT."
            raise SupervisorError(reason) from None
        yield listener


@contextmanager
def database_of_our_own(announce: Callable[[], None] | None):
    if announce:
        announce()
    if settings.EMBEDDED_DATABASE is None:
        yield
        return
    try:
        with settings.EMBEDDED_DATABASE.owned("the web site", say):
            yield
    except DatabaseBusy as error:
        raise SupervisorError(
            f"{error} End that first; one process at a time may own the database."
        ) from None


class WebServer:
    """The processes that answer, all of one session."""

    def __init__(self, listener: socket.socket):
        self._listener = listener
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "gunicorn", "tracker.wsgi", "--preload", "--no-control-socket"]
        command += [
            "--bind",
            f"fd://{self._listener.fileno()}",
            "--logger-class",
            "tracker.logs.WebServerLogger",
        ]
        command += ["--worker-class", "tracker.serving.worker.Worker", "--graceful-timeout", str(GRACE)]
        command += ["--log-level", "warning"]
        command += ["--workers", str(settings.WEB_WORKERS), "--threads", str(settings.WEB_THREADS)]
        if os.access("/dev/shm", os.W_OK):
            command += ["--worker-tmp-dir", "/dev/shm"]  # its heartbeat file must not wait for a slow disk
        self.process = subprocess.Popen(
            command,
            cwd=settings.BASE_DIR,
            stdin=subprocess.DEVNULL,
            pass_fds=[self._listener.fileno()],
            start_new_session=True,  # Ctrl-C in a terminal is for the supervisor, which stops things in order
            preexec_fn=dies_with_parent(
                signal.SIGQUIT
            ),  # at once, so that the port is free for the next start
        )

    @property
    def exit_code(self) -> int | None:
        """None while it runs."""
        return self.process.poll()

    def stop(self) -> None:
        if self.exit_code is None:
            self.process.terminate()
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(GRACE + 5)
        self.clear()
        self.process.wait()

    def clear(self) -> None:
        """End what is left of its session: workers that did not end with it."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)


def wait_until_answering(web: WebServer) -> None:
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(settings.BIND, settings.BIND)
    host = f"[{host}]" if ":" in host and not host.startswith("[") else host
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if web.exit_code is not None:
            raise SupervisorError(
                f"The web server ended by itself (exit code {web.exit_code}). Its messages are above."
            )
        try:
            opener.open(f"http://{host}:{settings.PORT}/healthz", timeout=5).close()
            return
        except urllib.error.HTTPError:
            return  # an answer, if not a good one
        except OSError:
            time.sleep(0.1)
    raise SupervisorError(
        "The web server started but did not answer within a minute. Its messages are above."
    )


def watch(signals: StopSignals, web: WebServer, daily: Calendar) -> None:
    """Returns never: ends by a signal. What ends by itself is started again."""
    web_again, database_again = Again("The web server"), Again("The database")
    while True:
        signals.check()
        if make_was_told_to_stop():
            raise Stopped(signal.SIGINT)
        database = settings.EMBEDDED_DATABASE
        if database is not None and not database.alive() and database_again.is_due():
            with database_again.told():
                database.start_again()
        if web.exit_code is not None and web_again.is_due():
            with web_again.told():
                web.clear()
                web.start()
        daily.look()
        time.sleep(0.25)


class Again:
    """When a part that ended by itself is started again."""

    PAUSES = (0, 1, 2, 5, 10, 30)  # seconds: the first after it had run for a while
    A_WHILE = 60  # seconds

    def __init__(self, part: str):
        self._part = part
        self._tries = 0
        self._last = 0.0

    def is_due(self) -> bool:
        now = time.monotonic()
        if now - self._last > self.A_WHILE:
            self._tries = 0
        return now - self._last >= self.PAUSES[min(self._tries, len(self.PAUSES) - 1)]

    @contextmanager
    def told(self):
        """Around a start: what goes wrong is said, and it is tried again later."""
        self._tries += 1
        say(f"{self._part} ended by itself; starting it again.")
        try:
            yield
        except (EmbeddedDatabaseError, OSError, subprocess.SubprocessError, psycopg.Error) as error:
            say(f"{self._part} cannot be started: {error}")
        self._last = time.monotonic()


def make_was_told_to_stop() -> bool:
    """GNU make that gets INT or HUP for itself alone waits for its commands without telling them.

    From then on it no longer catches that signal, which the kernel's account of the process shows.
    """
    try:
        with open(f"/proc/{os.getppid()}/status") as file:
            facts = dict(line.rstrip("\n").split(":\t", 1) for line in file if ":\t" in line)
        handled = int(facts["SigCgt"], 16) | int(facts["SigIgn"], 16)
    except (OSError, KeyError, ValueError):
        return False
    wanted = [1 << (number - 1) for number in (signal.SIGINT, signal.SIGHUP)]
    return facts.get("Name") == "make" and not all(handled & bit for bit in wanted)
