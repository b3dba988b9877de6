"""What the calendar asks for, and what takes long, carried out beside the web server, each a process of its own.

`manage.py narrow_expired` runs when the site starts, whatever happened while it was down; at the beginning of every day
of the site; and a few times in between, for what was entered meanwhile with a day that is over. When it fails it is
tried again, and the desk says so where it has not ended well for a day (`cases/models/clean_up.py`).

`manage.py clearsessions` runs as often: sessions of the desk that are over say when somebody worked, and on what.

`manage.py work_on_imports` runs all the time: it checks and imports the lists that staff brought.

`manage.py publish_due` runs once a day, at a moment of the working day that is drawn anew every day: what appears by
itself must not be told from what somebody published by the hour at which it does.
"""

import math
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta
from datetime import time as time_of_day

from django.conf import settings
from django.utils import timezone

from tracker.child_processes import dies_with_parent

COMMAND = "narrow_expired"
BETWEEN_HOURS, AGAIN_MINUTES, LONGEST_HOURS = 6, 5, 3
"""From one run to the next on the same day, after one that failed, and until one that hangs is ended."""

FORGETTING = "clearsessions"
APPEARING = "publish_due"
IMPORTING = "work_on_imports"
FROM_HOUR, TO_HOUR = 9, 17
"""Of the site's own day: between them it is run."""


class Calendar:
    """All of it, to be looked at often, and closed at the end."""

    def __init__(self, say: Callable[[str], None]):
        self._works = (DailyWork(say), Forgetting(say), Appearing(say), Importing(say))

    def look(self) -> None:
        for work in self._works:
            work.look()

    def close(self) -> None:
        for work in self._works:
            work.close()


class DailyWork:
    """To be looked at often, and closed at the end."""

    def __init__(self, say: Callable[[str], None]):
        self._say = say
        self._process: subprocess.Popen | None = None
        self._day: date | None = None
        self._next = self._deadline = 0.0

    def look(self) -> None:
        """Start it where it is due, and note how it ended."""
        if self._process is None:
            if self._is_due():
                self._start()
        elif (code := self._process.poll()) is not None:
            self._ended(code)
        elif time.monotonic() >= self._deadline:
            self._process.kill()

    def close(self) -> None:
        """End it if it runs: what it did is done, what it was doing is undone, and the next start does it."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(5)
            self._process.kill()
            self._process.wait()

    @property
    def command(self) -> str:
        return COMMAND

    def _is_due(self) -> bool:
        return timezone.localdate() != self._day or time.monotonic() >= self._next

    def _start(self) -> None:
        self._day = timezone.localdate()
        self._deadline = time.monotonic() + LONGEST_HOURS * 3600
        self._process = subprocess.Popen(
            [sys.executable, str(settings.BASE_DIR / "manage.py"), self.command],
            cwd=settings.BASE_DIR,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C in a terminal is for the supervisor, which stops things in order
            preexec_fn=dies_with_parent(signal.SIGTERM),
        )

    def _ended(self, code: int) -> None:
        self._process = None
        if code:
            self._say(
                f"{self.command} failed (exit code {code}); it is tried again in {AGAIN_MINUTES} minutes."
            )
        self._next = time.monotonic() + (AGAIN_MINUTES * 60 if code else BETWEEN_HOURS * 3600)


class Forgetting(DailyWork):
    @property
    def command(self) -> str:
        return FORGETTING


class Appearing(DailyWork):
    """Once a day, and again only after a failure."""

    def __init__(self, say: Callable[[str], None]):
        super().__init__(say)
        self._moment: datetime | None = None
        self._failed = False

    @property
    def command(self) -> str:
        return APPEARING

    def _is_due(self) -> bool:
        now = timezone.localtime()
        if self._moment is None or self._moment.date() != now.date():
            start = datetime.combine(now.date(), time_of_day(FROM_HOUR), now.tzinfo)
            self._moment = start + timedelta(seconds=secrets.randbelow((TO_HOUR - FROM_HOUR) * 3600))
        if self._day != now.date():
            return now >= self._moment
        return self._failed and time.monotonic() >= self._next

    def _ended(self, code: int) -> None:
        super()._ended(code)
        self._failed = bool(code)


class Importing(DailyWork):
    """Without an end; begun again whenever it ends by itself, at once where it had run for a while."""

    PAUSE, A_WHILE = 10, 60  # seconds

    @property
    def command(self) -> str:
        return IMPORTING

    def _is_due(self) -> bool:
        return time.monotonic() >= self._next

    def _start(self) -> None:
        super()._start()
        self._began = time.monotonic()
        self._deadline = math.inf

    def _ended(self, code: int) -> None:
        self._process = None
        ran_for_a_while = time.monotonic() - self._began > self.A_WHILE
        self._say(f"{self.command} ended by itself (exit code {code}); starting it again.")
        self._next = time.monotonic() + (0 if ran_for_a_while else self.PAUSE)
