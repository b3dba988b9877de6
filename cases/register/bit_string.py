"""Row numbers as a string of bits, so that a query over many rows can ask of each whether it is chosen (`get_bit`).

Roaring bitmaps are stored in blocks of 65,536 numbers, and a block with more than 4,096 of them, if not in runs, is
stored as just such a string (https://github.com/RoaringBitmap/RoaringFormatSpec). So every block is brought into that
shape twice: its even numbers with all odd ones added, its odd ones with all even ones. What both have was there.
"""

from functools import lru_cache

from pyroaring import BitMap

BLOCK = 65_536
_BYTES = BLOCK // 8
_HEAD = 8  # bytes of the stored bitmap, and as many for each block


def bit_string(rows: BitMap, size: int) -> bytes:
    """`size` bits or a few more, the one of each row number set, in the order of PostgreSQL's `get_bit`.

    All of `rows` are below `size`.
    """
    blocks = -(-size // BLOCK)
    even, odd = _halves(blocks)
    bits = _stored_bits((rows & even) | odd, blocks) & _stored_bits((rows & odd) | even, blocks)
    return bits.to_bytes(blocks * _BYTES, "little")[: -(-size // 8)]


@lru_cache(maxsize=4)
def _halves(blocks: int) -> tuple[BitMap, BitMap]:
    """The even and the odd numbers of so many blocks."""
    return BitMap(range(0, blocks * BLOCK, 2)), BitMap(range(1, blocks * BLOCK, 2))


def _stored_bits(rows: BitMap, blocks: int) -> int:
    """The bits of a bitmap whose blocks are all there and all stored as bits; the first is the lowest."""
    stored = rows.serialize()
    if len(stored) != _HEAD + blocks * (_HEAD + _BYTES):
        raise ValueError("a block of the bitmap is not stored as bits")
    return int.from_bytes(stored[_HEAD * (1 + blocks) :], "little")
