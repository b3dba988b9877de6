"""Where the names of countries stand on a map: of those that have cases, as many as have room."""

from cases.public.map.extents import WIDTH, Extent
from cases.public.map.shapes import centre_of, paths
from cases.text.xml_text import printable
from cases.vocabularies.places import STATES
from cases.wording.words import label

SIZE = 20
LETTER = 0.6
"""How wide a letter is, in parts of the height of the font."""
LEAST_SEEN = 120
"""Units across, of a country whose middle lies beside the sheet."""


def names_on(extent: Extent, countries: dict[str, int]) -> list[dict]:
    """Position and text of each name, for countries with the most cases first; one that would lie on another, or
    beside the sheet, is left out: the table has it."""
    placed: list[tuple[float, float, float, float]] = []
    names, shapes = [], dict(paths(extent))
    for code in countries:
        centre = centre_of(code)
        point = (
            extent.on_sheet(centre) if centre and centre in extent else _middle(shapes.get(code, ""), extent)
        )
        if point is None:
            continue
        text = printable(label(STATES, code))
        x, y = point
        half = len(text) * SIZE * LETTER / 2
        right = extent.on_sheet((extent.east, extent.south))[0]
        x = min(max(x, half + 4), right - half - 4)
        box = (x - half, y - SIZE, x + half, y + SIZE / 3)
        if box[1] < 0 or box[3] > extent.height or any(_overlap(box, other) for other in placed):
            continue
        placed.append(box)
        names.append({"x": round(x), "y": round(y), "text": text, "size": SIZE})
    return names


def _middle(path: str, extent: Extent) -> tuple[float, float] | None:
    """Within what is seen of a country whose middle lies beside the sheet: where it is widest, halfway down its largest
    part; None where hardly anything is seen of it."""
    parts = [_points(part) for part in path.split("M") if part]
    if not parts:
        return None
    largest = max(parts, key=lambda part: max(y for _x, y in part) - min(y for _x, y in part))
    heights = [min(max(y, 0), extent.height) for _x, y in largest]
    y = (min(heights) + max(heights)) / 2
    crossings = sorted(
        x1 + (x2 - x1) * (y - y1) / (y2 - y1)
        for (x1, y1), (x2, y2) in zip(largest, [*largest[1:], largest[0]], strict=True)
        if (y1 <= y) != (y2 <= y)
    )
    spans = [
        (max(west, 0), min(east, WIDTH)) for west, east in zip(crossings[::2], crossings[1::2], strict=True)
    ]
    west, east = max(spans, key=lambda span: span[1] - span[0], default=(0, 0))
    return ((west + east) / 2, y) if east - west >= LEAST_SEEN else None


def _points(part: str) -> list[tuple[int, int]]:
    """The corners of a part of a path, as `shapes.py` writes it."""
    first, _l, ways = part.removesuffix("z").partition("l")
    x, y = map(int, first.split(","))
    points = [(x, y)]
    for way in ways.split():
        across, down = map(int, way.split(","))
        x, y = x + across, y + down
        points.append((x, y))
    return points


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
