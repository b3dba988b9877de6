"""Real processes for the tests of this folder: a `manage.py` with a var folder and a port of its own."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


@contextmanager
def var_folder():
    """A deep folder (its path longer than a socket's may be) that a system user can reach, removed afterwards."""
    top = Path(tempfile.mkdtemp(prefix="tracker test "))
    top.chmod(0o755)
    folder = top / ("a folder whose name takes room " * 2) / ("and another one inside it " * 2) / "var"
    try:
        yield folder
    finally:
        shutil.rmtree(top)


def environment(var: Path, **more: str) -> dict:
    left_out = ("DATABASE_URL", "PYTEST_VERSION", "DEBUG", "SECRET_KEY", "SITE_URL", "PORT", "DEMO")
    return {name: value for name, value in os.environ.items() if name not in left_out} | {
        "TRACKER_VAR": str(var),
        **more,
    }


def manage(var: Path, *words: str, **more: str) -> subprocess.CompletedProcess:
    return run_python(var, str(ROOT / "manage.py"), *words, **more)


def run_python(var: Path, *words: str, **more: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=environment(var, **more),
        capture_output=True,
        text=True,
        timeout=300,  # a guard against waiting for ever, and no measure
    )


@contextmanager
def reserved_port():
    """A port of this machine that nobody else is given in the block; the site, and it alone, can still listen on it.

    A bound socket that does not listen keeps it: whoever names it may bind it too, as both reuse addresses.
    """
    with socket.socket() as holder:
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        holder.bind(("127.0.0.1", 0))
        yield holder.getsockname()[1]


def heed_hangups() -> None:
    """Under nohup SIGHUP is ignored, and so it is in every child, which a site rightly takes for a wish."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


class Site:
    """`manage.py serve` as a process."""

    def __init__(self, var: Path, port: int, *words: str, **more: str):
        self.port = port
        self.process = subprocess.Popen(
            [sys.executable, str(ROOT / "manage.py"), "serve", *words],
            env=environment(var, **{"PORT": str(port), "WEB_WORKERS": "1"} | more),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            preexec_fn=heed_hangups,
        )
        self.output = ""
        self._listener = threading.Thread(target=self._listen, daemon=True)

    def wait_until_ready(self) -> None:
        for line in self.process.stdout:
            self.output += line
            if "Ctrl-C" in line:
                # Whoever says much would wait for ever for somebody to read it.
                self._listener.start()
                return
        raise AssertionError(f"it did not start: {self.output}")

    def _listen(self) -> None:
        for line in self.process.stdout:
            self.output += line

    def get(self, path: str) -> int:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as response:
                return response.status
        except urllib.error.HTTPError as error:
            return error.code

    def end(self, number: int) -> int:
        """Send the signal and wait; returns the exit code."""
        self.process.send_signal(number)
        code = self.process.wait(timeout=60)
        if self._listener.ident:
            self._listener.join()
        return code


@contextmanager
def site(var: Path, *words: str, **more: str):
    """The site while the block lasts; `words` of the command, and `more` of its environment."""
    with reserved_port() as port:
        running = Site(var, port, *words, **more)
        try:
            running.wait_until_ready()
            yield running
        finally:
            if running.process.poll() is None:
                running.end(signal.SIGTERM)


def processes_of(var: Path) -> list[str]:
    """Command lines of the database processes on this folder, and of the web server in this environment."""
    own = web_servers(var)
    return [
        words.replace(b"\0", b" ").decode(errors="replace")
        for process, words in command_lines()
        if str(var).encode() in words or process in own
    ]


def web_servers(var: Path) -> list[int]:
    """The process that keeps the workers, and the workers."""
    found = []
    for process, words in command_lines():
        with suppress(OSError):
            variables = Path(f"/proc/{process}/environ").read_bytes()
            if b"gunicorn" in words and f"TRACKER_VAR={var}".encode() in variables:
                found.append(process)
    return found


def parent(process: int) -> int:
    return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])


def command_lines() -> Iterator[tuple[int, bytes]]:
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            yield int(entry.name), (entry / "cmdline").read_bytes()


def wait_until_gone(var: Path, seconds: float = 15) -> list[str]:
    deadline = time.monotonic() + seconds
    while (left := processes_of(var)) and time.monotonic() < deadline:
        time.sleep(0.1)
    return left
