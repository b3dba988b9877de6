"""Times of one operation and what is said of them."""

import math
import statistics
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Timing:
    """What single runs took, in milliseconds, each with what was asked."""

    samples: list[tuple[float, str]] = field(default_factory=list)
    queries: int | None = None
    """SQL queries of one request, the most of those looked at."""
    failures: list[str] = field(default_factory=list)
    """What was asked and not answered with 200, as when a reader's query is stopped; its time counts."""

    def add(self, seconds: float, asked: str) -> None:
        self.samples.append((seconds * 1000, asked))

    @property
    def milliseconds(self) -> list[float]:
        return [taken for taken, _asked in self.samples]

    @property
    def median(self) -> float:
        return statistics.median(self.milliseconds)

    @property
    def p95(self) -> float:
        """The time that 95 of 100 runs did not exceed: always one that was measured."""
        return percentile(self.milliseconds, 95)

    def slowest(self, number: int = 3) -> list[tuple[float, str]]:
        return sorted(self.samples, reverse=True)[:number]

    def only(self, asked: Iterable[str]) -> "Timing":
        """The runs that asked one of these."""
        wanted = set(asked)
        return Timing([sample for sample in self.samples if sample[1] in wanted], self.queries)

    def as_json(self) -> dict:
        return {
            "median_ms": round(self.median, 2),
            "p95_ms": round(self.p95, 2),
            "queries": self.queries,
            "n": len(self.samples),
            "failed": len(self.failures),
        }


def percentile(values: list[float], share: float) -> float:
    """By nearest rank."""
    return sorted(values)[max(0, math.ceil(len(values) * share / 100) - 1)]
