"""A chart or a map as PNG, from the very SVG, with the font that lies beside this module and no other."""

from pathlib import Path
from threading import BoundedSemaphore, Lock

import resvg_py

FONT = Path(__file__).parent / "font" / "DejaVuSans.ttf"
"""DejaVu Sans, cut down to Latin, Cyrillic, Arabic, Armenian and Georgian; its licence stands beside it."""
WIDTH = 1080
"""Of a picture, in pixels."""
PAPER = "#ffffff"
PATIENCE = 3
"""Seconds to wait for the picture before."""

_one_at_a_time = Lock()
_waiting = BoundedSemaphore(2)
"""One is being made, one waits: more would park the threads that pages need."""


class Busy(Exception):
    """Another picture is being made and did not get ready in time."""


def png(svg: str) -> bytes:
    """Rendering takes a processor for a tenth of a second, so that each process does one at a time. Raises Busy."""
    if not _waiting.acquire(blocking=False):
        raise Busy
    try:
        if not _one_at_a_time.acquire(timeout=PATIENCE):
            raise Busy
        try:
            return _rendered(svg)
        finally:
            _one_at_a_time.release()
    finally:
        _waiting.release()


def _rendered(svg: str) -> bytes:
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            width=WIDTH,
            background=PAPER,
            skip_system_fonts=True,
            font_files=[str(FONT)],
            font_family="DejaVu Sans",
            sans_serif_family="DejaVu Sans",
        )
    )
