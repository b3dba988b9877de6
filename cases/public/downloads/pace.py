"""How quickly somebody reads a file."""

from collections import deque

A_MINUTE = 60.0


class Pace:
    """Over the last minute in which there was something to read: a database that is slow makes no reader slow."""

    def __init__(self):
        self._seconds = 0.0  # in which there was something to read
        self._samples = deque([(0.0, 0)])

    def note(self, seconds: float, taken: int, *, waited: bool) -> None:
        """So many seconds later `taken` bytes have been read altogether; or the reader `waited` for us."""
        if not waited:
            self._seconds += seconds
        self._samples.append((self._seconds, taken))
        while len(self._samples) > 1 and self._samples[1][0] <= self._seconds - A_MINUTE:
            self._samples.popleft()

    @property
    def rate(self) -> float | None:
        """Bytes a second; None before a minute is over."""
        (begun, before), (_now, taken) = self._samples[0], self._samples[-1]
        seconds = self._seconds - begun
        return None if seconds < A_MINUTE else (taken - before) / seconds
