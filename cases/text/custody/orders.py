"""Which order the steps came in, where their dates allow several.

The order counts in which each step was possible when it happened and that follows the usual order of proceedings; a
stated order goes before both. Orders that leave a person alike are followed once, so that a dozen undated steps
need no million orders.
"""

from dataclasses import dataclass

from cases.text.custody.applying import apply
from cases.text.custody.days import certainly_before
from cases.text.custody.effects import HELD
from cases.text.custody.person import Person
from cases.text.custody.steps import OF_NONE, Step

MOST_KEPT, FEWEST_KEPT = 400, 8
"""So many ways of having taken the first steps are followed at once; the least contradictory ones go on."""
MOST_TRIED = 16_000
"""So many steps are tried in all, about a second's work: of many steps without any date fewer ways are followed."""


@dataclass(frozen=True, slots=True)
class _Way:
    """Steps taken so far, by index, with what contradicts possibility and usage in them."""

    path: tuple[int, ...]
    inversions: int
    person: Person

    @property
    def cost(self) -> tuple:
        return self.person.impossible, self.inversions, self.path


@dataclass(frozen=True, slots=True)
class Order:
    """The order that counts, and the statuses that others, as good, lead to beside its own."""

    steps: tuple[Step, ...]
    other_statuses: tuple[str, ...] = ()


def best_order(start: Person, steps: list[Step]) -> Order:
    """The order of some steps for a person who has taken none; `steps` sorted by their content."""
    before = _predecessors(steps)
    ways: dict = {(0, start.state()): _Way((), 0, start)}
    most = max(FEWEST_KEPT, min(MOST_KEPT, MOST_TRIED // max(1, len(steps)) ** 2))
    for _ in steps:
        ways = _one_further(ways, steps, before, most)
    least = min(way.cost[:2] for way in ways.values())
    best = sorted((way for way in ways.values() if way.cost[:2] == least), key=lambda way: way.cost)
    # A person who may be held is shown as held.
    chosen = next((way for way in best if way.person.status in HELD), best[0])
    others = {way.person.status for way in best} - {chosen.person.status}
    return Order(tuple(steps[i] for i in chosen.path), tuple(sorted(others)))


def _one_further(ways: dict, steps: list[Step], before: list[int], most: int) -> dict:
    further: dict = {}
    for (taken, _state), way in ways.items():
        open_steps = [i for i in range(len(steps)) if not taken >> i & 1 and before[i] & ~taken == 0]
        for i in open_steps:
            person = way.person.copy()
            apply(person, steps[i])
            inversions = way.inversions + _passed_over(steps, i, taken)
            new = _Way((*way.path, i), inversions, person)
            key = (taken | 1 << i, person.state())
            if key not in further or new.cost < further[key].cost:
                further[key] = new
    if len(further) <= most:
        return further
    return dict(sorted(further.items(), key=lambda item: item[1].cost)[:most])


def _passed_over(steps: list[Step], i: int, taken: int) -> int:
    """How many steps not yet taken come before this one as a rule."""
    step = steps[i]
    if not step.effect.rank:
        return 0
    return sum(
        1
        for j, other in enumerate(steps)
        if not taken >> j & 1
        and 0 < other.effect.rank < step.effect.rank
        and (other.owner == step.owner or OF_NONE in (other.owner, step.owner))
        and not is_ordered(step, other)
    )


def _predecessors(steps: list[Step]) -> list[int]:
    """For each step the set, as bits, of those that must come before it: by date, by stated order, as one act."""
    before = [0] * len(steps)
    for i, earlier in enumerate(steps):
        for j, later in enumerate(steps):
            if certainly_before(earlier.last, later.first) or (later.act and later.act.key == earlier.key):
                before[j] |= 1 << i
    for i, earlier in enumerate(steps):
        for j, later in enumerate(steps):
            if is_ordered(earlier, later) and earlier.order < later.order and not _comes_before(before, j, i):
                before[j] |= 1 << i
    return before


def is_ordered(a: Step, b: Step) -> bool:
    """Whether somebody states which of two came first; a step without date has to be given a place of its own."""
    if a.order == b.order:
        return False
    return bool(a.order and b.order) or None not in (a.first or a.last, b.first or b.last)


def _comes_before(before: list[int], i: int, j: int) -> bool:
    """Whether step i comes before step j through any number of others."""
    seen, open_ = 0, before[j]
    while open_:
        k = (open_ & -open_).bit_length() - 1
        if k == i:
            return True
        seen |= 1 << k
        open_ = (open_ | before[k]) & ~seen
    return False
