"""Countries in classes by their number of cases, each filled more strongly than the one before."""

from dataclasses import dataclass

from cases.wording.numbers import grouped

OPACITIES = (0.2, 0.38, 0.56, 0.77, 1)
"""How strongly a class is filled, the fewest first."""


@dataclass(frozen=True)
class Class:
    """Countries with at least `least` cases and at most `most`."""

    least: int
    most: int
    opacity: float

    def holds(self, number: int) -> bool:
        return self.least <= number <= self.most

    @property
    def words(self) -> str:
        return (
            grouped(self.least) if self.least == self.most else f"{grouped(self.least)}–{grouped(self.most)}"
        )


def classes_of(countries: dict[str, int]) -> list[Class]:
    """Up to five classes at round numbers (1, 2, 5, 10, 20, 50 …), the last as far as the highest count.

    Those without a country are left out; where all have the same number, that is the one class.
    """
    highest = max(countries.values(), default=0)
    if len({*countries.values()}) == 1:
        return [Class(highest, highest, OPACITIES[2])]
    steps = [step * 10**power for power in range(len(str(highest))) for step in (1, 2, 5)]
    bounds = [step for step in steps if step <= highest][-len(OPACITIES) :]
    if not bounds:
        return []
    bounds[0] = 1
    mosts = [bound - 1 for bound in bounds[1:]] + [highest]
    classes = [Class(*each) for each in zip(bounds, mosts, OPACITIES[-len(bounds) :], strict=True)]
    return [each for each in classes if any(map(each.holds, countries.values()))]
