"""Strings of bits hold the rows of a bitmap, whatever shape the bitmap has inside."""

import random

import pytest
from pyroaring import BitMap

from cases.register.bit_string import BLOCK, bit_string

LAST = 3 * BLOCK + 100
SOME = random.Random(1)


def in_runs(numbers) -> BitMap:
    rows = BitMap(numbers)
    rows.run_optimize()
    return rows


@pytest.mark.parametrize(
    "rows",
    [
        BitMap([0]),
        BitMap([LAST]),
        BitMap([BLOCK - 1, BLOCK, 2 * BLOCK - 1]),
        BitMap(SOME.sample(range(LAST), 500)),
        BitMap(SOME.sample(range(LAST), 40_000)),
        BitMap(SOME.sample(range(LAST), LAST - 500)),
        BitMap(range(LAST)),
        BitMap(range(0, LAST, 2)),
        BitMap(range(1, LAST, 2)),
        in_runs(number for number in range(LAST) if number % 64 < 20),
        in_runs([*range(BLOCK), 5 * BLOCK // 2]),
    ],
    ids=["first", "last", "edges", "few", "some", "most", "all", "even", "odd", "runs", "full_block"],
)
def test_exactly_the_bits_of_the_rows_are_set(rows):
    size = rows.max() + 1

    bits = bit_string(rows, size)

    assert len(bits) == (size + 7) // 8
    assert BitMap(n for n in range(8 * len(bits)) if bits[n // 8] >> n % 8 & 1) == rows


def test_no_rows_are_no_bits():
    assert bit_string(BitMap(), 12) == bytes(2)
