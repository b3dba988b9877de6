"""Draws in which few values are frequent and many rare, as codes, words and names are in real records."""

import random
from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate


class Skew:
    """Zipf's law: the value of rank r is drawn with a weight of 1 / r ** steepness; the first is the most frequent."""

    def __init__(self, values: Sequence, steepness: float = 1.0):
        self.values = list(values)
        self._sums = list(accumulate(rank**-steepness for rank in range(1, len(self.values) + 1)))

    def draw(self, chance: random.Random):
        return self.values[bisect(self._sums, chance.random() * self._sums[-1])]

    def draw_several(self, chance: random.Random, number: int) -> list:
        """So many draws; a frequent value may come more than once."""
        return chance.choices(self.values, cum_weights=self._sums, k=number)
