"""The font of figures on pictures. One place, so that all pictures can be pointed at one bundled file."""

from functools import cache
from pathlib import Path

from django.conf import settings

PLACES = (
    Path(settings.BASE_DIR) / "static" / "fonts" / "DejaVuSans.ttf",
    Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
)


@cache
def font_file() -> str:
    """Path of the first that is there; a FileNotFoundError if none is."""
    found = next((place for place in PLACES if place.exists()), None)
    if found is None:
        raise FileNotFoundError(f"no font at {', '.join(map(str, PLACES))}")
    return str(found)
