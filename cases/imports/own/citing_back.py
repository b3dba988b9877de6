"""Which citation of a document belongs to which of its facts.

A document lists its citations with the kind of fact each is for, and with each fact the numbers of the sources it rests
on. That says enough to tie them so that the same document comes of it.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

WHOLE = ("case", "campaign")


@dataclass
class Fact:
    """`numbers` are those of its sources. `beside`: whether it can name one itself. `openly`: whether it shows only
    with a citation of its own."""

    kind: str
    key: int
    numbers: list[int]
    beside: bool = False
    openly: bool = False


def own_source(fact_numbers: list[int], kind: str, citations: Iterable[dict[str, Any]]) -> int | None:
    """The number of the source a fact names itself, rather than by a citation: the first that none of its kind cites,
    else the first there is; None if it rests on nothing."""
    cited = {each["source"] for each in citations if each["target"] == kind}
    return next((number for number in fact_numbers if number not in cited), next(iter(fact_numbers), None))


def tied(facts: list[Fact], citations: list[dict[str, Any]]) -> list[int | None]:
    """For each citation the key of the fact it is tied to; None for the whole record."""
    whole = sorted({each["source"] for each in citations if each["target"] in WHOLE})
    free: dict[tuple[str, int], list[int]] = defaultdict(list)
    for position, each in enumerate(citations):
        if each["target"] not in WHOLE:
            free[each["target"], each["source"]].append(position)
    owner: list[int | None] = [None] * len(citations)
    resting = [each for each in facts if each.openly or each.beside or sorted(each.numbers) != whole]
    for fact in resting:
        for number in fact.numbers:
            if free[fact.kind, number]:
                owner[free[fact.kind, number].pop(0)] = fact.key
    for fact in facts:
        if fact not in resting and all(free[fact.kind, number] for number in fact.numbers):
            for number in fact.numbers:
                owner[free[fact.kind, number].pop(0)] = fact.key
    for (kind, number), left in free.items():
        # Several of one source for one fact, each for another place in it.
        with_it = [each.key for each in facts if each.kind == kind and number in each.numbers]
        citing = {key for key, each in zip(owner, citations, strict=True) if each["source"] == number}
        with_it.sort(key=lambda key: key not in citing)
        for position in left:
            owner[position] = with_it[0] if with_it else None
    return owner
