"""A chart or a map as PNG, from the very SVG, with the font that lies beside this module and no other."""

from pathlib import Path
from threading import Lock

import resvg_py

FONT = Path(__file__).parent / "font" / "DejaVuSans.ttf"
"""DejaVu Sans, cut down to Latin, Cyrillic, Arabic, Armenian and Georgian; its licence stands beside it."""
WIDTH = 1080
"""Of a picture, in pixels."""
PAPER = "#ffffff"
PATIENCE = 3
"""Seconds to wait for another picture."""

_one_at_a_time = Lock()


class Busy(Exception):
    """Another picture is being made and did not get ready in time."""


def png(svg: str) -> bytes:
    """Rendering takes a processor for a tenth of a second, so that each process does one at a time. Raises Busy."""
    if not _one_at_a_time.acquire(timeout=PATIENCE):
        raise Busy
    try:
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
    finally:
        _one_at_a_time.release()
