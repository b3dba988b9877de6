"""Row numbers as a string of bits, so that a query over many rows can ask of each whether it is chosen (`get_bit`)."""

import numpy
from pyroaring import BitMap


def bit_string(rows: BitMap, size: int) -> bytes:
    """`size` bits or a few more, the one of each row number set, in the order of PostgreSQL's `get_bit`."""
    flags = numpy.zeros(size, dtype=numpy.uint8)
    flags[numpy.frombuffer(rows.to_array(), dtype=numpy.uint32)] = 1
    return numpy.packbits(flags, bitorder="little").tobytes()
