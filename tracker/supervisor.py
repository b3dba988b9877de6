"""Runs the product: the database, then what has to be prepared, then the web server and beside it what every day asks
for; and stops them in reverse.

On INT (Ctrl-C), TERM and HUP (a closed terminal) it stops the web server, then the database, and nothing that it did
not start. When one of them ends by itself, it stops the other and fails. When the supervisor itself is killed with -9,
the kernel tells both to end, and what still remains is cleared by the next start.
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

from django.conf import settings

from tracker import shared_memory
from tracker.child_processes import dies_with_parent
from tracker.daily import DailyWork
from tracker.embedded_database import DatabaseBusy

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


@contextmanager
def stop_signals():
    """In the block the first INT, TERM or HUP raises Stopped; later ones are ignored, not to cut the cleaning short."""
    numbers = [signal.SIGINT, signal.SIGTERM]
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # nohup means: outlive the terminal
        numbers.append(signal.SIGHUP)

    def stop(number, frame):
        ignore_stop_signals()
        raise Stopped(number)

    def ignore_stop_signals():
        for number in numbers:
            signal.signal(number, signal.SIG_IGN)

    before = {number: signal.signal(number, stop) for number in numbers}
    try:
        yield ignore_stop_signals
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def serve(
    prepare: Callable[[], None] | None = None, *, announce_database: Callable[[], None] | None = None
) -> int:
    """Run everything until a signal comes; returns the exit code.

    `announce_database` is called before the database is started, `prepare` when it runs.
    """
    serving = False
    with stop_signals() as ignore_stop_signals:
        try:
            with reserved_port() as listener, database_of_our_own(announce_database):
                try:
                    if prepare:
                        prepare()
                    web, daily = start_web_server(listener), DailyWork(say)
                    serving = True
                    try:
                        wait_until_answering(web)
                        say(f"\n{settings.SITE_NAME} runs at {settings.SITE_URL}/")
                        say(f"The desk, for staff, is at {settings.SITE_URL}/admin/")
                        say("Ctrl-C stops it; the data stays.")
                        watch(web, daily)
                    finally:
                        ignore_stop_signals()
                        daily.close()
                        stop_web_server(web)
                        shared_memory.forget()
                finally:
                    ignore_stop_signals()
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


def start_web_server(listener: socket.socket) -> subprocess.Popen:
    command = [sys.executable, "-m", "gunicorn", "tracker.wsgi", "--preload", "--no-control-socket"]
    command += ["--bind", f"fd://{listener.fileno()}", "--logger-class", "tracker.logs.WebServerLogger"]
    command += ["--worker-class", "tracker.serving.worker.Worker", "--graceful-timeout", str(GRACE)]
    command += ["--log-level", "warning"]
    command += ["--workers", str(settings.WEB_WORKERS), "--threads", str(settings.WEB_THREADS)]
    if os.access("/dev/shm", os.W_OK):
        command += ["--worker-tmp-dir", "/dev/shm"]  # its heartbeat file must not wait for a slow disk
    return subprocess.Popen(
        command,
        cwd=settings.BASE_DIR,
        stdin=subprocess.DEVNULL,
        pass_fds=[listener.fileno()],
        start_new_session=True,  # Ctrl-C in a terminal is for the supervisor, which stops things in order
        preexec_fn=dies_with_parent(signal.SIGQUIT),  # at once, so that the port is free for the next start
    )


def wait_until_answering(web: subprocess.Popen) -> None:
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(settings.BIND, settings.BIND)
    host = f"[{host}]" if ":" in host and not host.startswith("[") else host
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        check_alive(web)
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


def watch(web: subprocess.Popen, daily: DailyWork) -> None:
    """Returns never: ends by a signal, or by an error when a part ends by itself."""
    while True:
        check_alive(web)
        daily.look()
        if make_was_told_to_stop():
            raise Stopped(signal.SIGINT)
        time.sleep(0.25)


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


def check_alive(web: subprocess.Popen) -> None:
    database = settings.EMBEDDED_DATABASE
    if database is not None and not database.alive():
        raise SupervisorError(
            f"The database ended by itself. Its log is {database.folder / 'log'}; start again."
        )
    if web.poll() is not None:
        raise SupervisorError(
            f"The web server ended by itself (exit code {web.returncode}). Its messages are above."
        )


def stop_web_server(web: subprocess.Popen) -> None:
    if web.poll() is None:
        web.terminate()
        with suppress(subprocess.TimeoutExpired):
            web.wait(GRACE + 5)
    with suppress(ProcessLookupError):
        os.killpg(web.pid, signal.SIGKILL)  # its session: workers that did not end with it
    web.wait()
