"""How often Python looks for rings of objects that nobody needs any more, while rows come and go by the thousand."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_NEW_OBJECTS, _GENERATIONS = 50_000, 20


def collect_seldom() -> None:
    """What the program itself consists of is not looked through again, and new objects by batches of rows.

    Nearly all of what a row is made of goes without that, as soon as nothing names it. With Python's own 700 objects
    two fifths of the time goes into looking.
    """
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS, _GENERATIONS, _GENERATIONS)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    before = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
