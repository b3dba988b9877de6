"""The error of a query that cannot be meant: what is wrong with which parameter, and what would do."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

LONGEST_SHOWN = 80
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]")


class BadParameter(Exception):
    """A parameter or value that cannot be answered. `hint` says what would do; `suggestion` is the nearest known."""

    def __init__(
        self, parameter: str, value: str = "", *, problem: str, hint: str = "", suggestion: str = ""
    ):
        super().__init__(problem)
        self.parameter, self.value = _shown(parameter), _shown(value)
        self.problem, self.hint, self.suggestion = problem, hint, suggestion


def nearest(wanted: str, known: Iterable[str]) -> str:
    """The known word that looks most like the wanted one; empty if none does."""
    by_folded = {word.casefold(): word for word in known}
    matches = get_close_matches(wanted[:LONGEST_SHOWN].casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[matches[0]] if matches else ""


def _shown(text: str) -> str:
    """Short enough to print and without characters that do not print."""
    text = UNPRINTABLE.sub("\ufffd", text)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
