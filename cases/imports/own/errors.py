"""What is wrong with a file of ours, said so that it can be put right."""

from dataclasses import dataclass

MOST_KEPT = 100
"""So many are kept to be shown; the report on file has them all."""
LONGEST_SHOWN = 80


@dataclass(frozen=True)
class Wrong:
    """`row` as a spreadsheet counts it, with the header as row 1, and in a file of documents the line. `column` may be
    empty, for the row as a whole."""

    row: int
    column: str
    value: str
    reason: str

    def __post_init__(self) -> None:
        # What is no character cannot be written into a report either.
        for name in ("value", "reason"):
            object.__setattr__(self, name, getattr(self, name).encode("utf-8", "replace").decode())

    def __str__(self) -> str:
        said = self.value if len(self.value) <= LONGEST_SHOWN else f"{self.value[:LONGEST_SHOWN]}…"
        where = f"row {self.row}" + (f", {self.column}" if self.column else "")
        return f"{where}: {self.reason}" + (f" ({said})" if said else "")


class Unfit(ValueError):
    """A value that cannot be taken. `column` is a column of the CSV, or the way to a key of a document."""

    def __init__(self, column: str, value: object, reason: str) -> None:
        self.column, self.value, self.reason = column, str(value), reason
        super().__init__(f"{column}: {reason}")


class NotRestored(Exception):
    """Nothing was restored. `errors` are the first of them, `count` is how many there are."""

    def __init__(self, *reasons: str, errors: list[Wrong] = (), count: int = 0) -> None:
        self.reasons, self.errors, self.count = list(reasons), list(errors), count
        super().__init__(" ".join(reasons))
