"""Which item of a list became which of another: changed in its place, new, or gone."""

from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest


def aligned(before: Sequence[Hashable], after: Sequence[Hashable]) -> Iterator[tuple[int | None, int | None]]:
    """Pairs of positions that say something else than before; None before for what is new, None after for what is gone.
    Later positions come first where something goes, so that the others keep theirs."""
    for change, start, end, from_, to in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if change != "equal":
            yield from zip_longest(range(start, end), range(from_, to))
