"""The font of the figures on a map's picture. One place, so that it can be pointed at the file that pictures share."""

from functools import cache
from pathlib import Path

PLACES = (
    Path(__file__).parents[1] / "charts" / "font" / "DejaVuSans.ttf",
    Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
)


@cache
def font_files() -> list[str]:
    """Path of the first that is there. Without any, the key of a picture stays without figures."""
    return [str(place) for place in PLACES if place.exists()][:1]
