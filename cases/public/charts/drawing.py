"""Lays a chart out for its template: where every line, bar and text stands, in units of a picture 360 wide.

That is the width of a phone, where a unit is a pixel; a wider page shows the same larger. Numbers leave here as text,
so that no language's decimal comma gets into an attribute. Templates draw with presentation attributes alone, which
every policy and every program that shows SVG accepts.
"""

from dataclasses import dataclass
from textwrap import wrap

from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cases.public.answering.origin import LETTER, origin
from cases.public.charts.chart import Bar, Chart, Shape
from cases.text.xml_text import printable
from cases.wording.numbers import grouped

WIDTH = 360
MARGIN = 12
AXIS = 34
"""Room for the numbers beside the lines of a plot."""
PLOT_HEIGHT = 150
APART = 18
ROW = 32
MOST_TICKS = 6
LONGEST_LABEL = 46


@dataclass(frozen=True)
class Colours:
    paper: str
    ink: str
    soft: str
    line: str
    bar: str
    held: str


LIGHT = Colours("#ffffff", "#14201e", "#465451", "#cfd7d3", "#07505c", "#9d2418")
DARK = Colours("#161f1d", "#e4ebe8", "#a9b6b2", "#2f3c39", "#86cfda", "#ff9a88")
"""Those of `tokens.css`, which a picture cannot read."""


def draw(chart: Chart, search: str, colours: Colours, *, of_samples: str, address: str) -> str:
    """The chart as SVG; `search` says in words which cases it shows, `of_samples` how many of them are made up,
    `address` where the page is that it is from."""
    context = {
        "language": get_language(),
        "title": printable(f"{chart.title} · {search}"),
        "colours": colours,
    }
    return render_to_string(
        f"charts/{chart.shape}.svg", context | _layout(chart, search, of_samples, address)
    )


def size(chart: Chart, search: str, *, of_samples: str, address: str) -> tuple[str, str]:
    """Width and height of the picture, so that a page keeps room for it."""
    layout = _layout(chart, search, of_samples, address)
    return layout["width"], layout["height"]


def _layout(chart: Chart, search: str, of_samples: str, address: str) -> dict:
    head, y = _lines([(chart.title, 16, 2, False), (search, 12, 3, False), (chart.brief, 11, 3, True)], 8)
    plot, y = {Shape.COLUMNS: _columns, Shape.BAND: _band, Shape.BARS: _bars}[chart.shape](chart, y + 14)
    told = origin(address=address, of_samples=of_samples)
    foot, y = _lines([(text, 10, most, True) for text, most in told], y)
    return plot | {
        "width": str(WIDTH),
        "height": str(y + MARGIN),
        "margin": str(MARGIN),
        "lines": head + foot,
    }


def _lines(texts: list[tuple[str, int, int, bool]], y: int) -> tuple[list[dict], int]:
    """Texts given with size, most lines and whether they are soft, broken into lines below `y`; and where they end."""
    lines = []
    for text, size, most, soft in texts:
        letters = int((WIDTH - 2 * MARGIN) / (size * LETTER))
        for line in wrap(printable(text), letters, max_lines=most, placeholder=" …"):
            y += size + 4
            lines.append({"text": line, "size": str(size), "soft": soft, "y": str(y)})
    return lines, y


def _columns(chart: Chart, top: int) -> tuple[dict, int]:
    bars, scale = chart.bars, _scale(chart.most)
    base = top + PLOT_HEIGHT
    on_axis = [bar for bar in bars if not bar.apart]
    room = WIDTH - MARGIN - AXIS - (APART + 22 if len(on_axis) < len(bars) else 0)
    step = min(room / max(1, len(on_axis)), 40)
    columns = []
    for number, bar in enumerate(bars):
        x = WIDTH - MARGIN - 20 if bar.apart else AXIS + number * step + step * 0.1
        height = PLOT_HEIGHT * bar.count / scale[-1]
        columns.append(
            {
                "x": _n(x),
                "y": _n(base - height),
                "width": _n(20 if bar.apart else step * 0.8),
                "height": _n(height),
                "apart": bar.apart,
                "middle": _n(x + (10 if bar.apart else step * 0.4)),
            }
        )
    apart = [bar for bar in bars if bar.apart]
    plot = _axes(scale, top, _ticks([(AXIS + (at + 0.5) * step, bar) for at, bar in enumerate(on_axis)])) | {
        "columns": columns,
        "apart": [f"?: {bar.label}, {grouped(bar.count)}" for bar in apart],
        "apart_y": str(base + 34),
    }
    return plot, base + (42 if apart else 24)


def _band(chart: Chart, top: int) -> tuple[dict, int]:
    bars, scale = chart.bars, _scale(chart.most)
    base = top + PLOT_HEIGHT
    first = bars[0].at if bars else 0
    step = (WIDTH - MARGIN - AXIS) / max(1, bars[-1].at - first if bars else 1)
    places = [(AXIS + (bar.at - first) * step, bar) for bar in bars]

    def area(numbers: list[int]) -> str:
        points = [
            f"{_n(x)},{_n(base - PLOT_HEIGHT * number / scale[-1])}"
            for (x, _b), number in zip(places, numbers, strict=True)
        ]
        return " ".join([f"{AXIS},{base}", *points, f"{_n(places[-1][0])},{base}"]) if places else ""

    plot = _axes(scale, top, _ticks(places)) | {
        "possible": area([bar.count for bar in bars]),
        "certain": area([bar.certain or 0 for bar in bars]),
        "legend_y": str(base + 28),
        "legend_text_y": str(base + 37),
        "at_least": _("at least"),
        "at_most": _("at most"),
    }
    return plot, base + 42


def _bars(chart: Chart, top: int) -> tuple[dict, int]:
    rows, titles, y = [], [], top
    most = max(1, chart.most)
    for part in chart.parts:
        if part.title:
            titles.append({"text": printable(part.title), "y": str(y + 8)})
            y += 16
        for bar in part.bars:
            label = printable(bar.label)
            rows.append(
                {
                    "label": label
                    if len(label) <= LONGEST_LABEL
                    else f"{label[: LONGEST_LABEL - 1].rstrip()}…",
                    "count": grouped(bar.count),
                    "text_y": str(y + 12),
                    "y": str(y + 16),
                    "width": _n((WIDTH - 2 * MARGIN) * bar.count / most),
                }
            )
            y += ROW
        y += 10 if part.title else 0
    return {
        "rows": rows,
        "titles": titles,
        "right": str(WIDTH - MARGIN),
        "room": str(WIDTH - 2 * MARGIN),
    }, max(y, top + 20)


def _axes(scale: list[int], top: int, ticks: list[dict]) -> dict:
    base = top + PLOT_HEIGHT
    return {
        "grid": [
            {
                "text": grouped(number),
                "y": _n(base - PLOT_HEIGHT * number / scale[-1]),
                "text_y": _n(base - PLOT_HEIGHT * number / scale[-1] + 3),
            }
            for number in scale
        ],
        "axis": str(AXIS),
        "number_x": str(AXIS - 5),
        "right": str(WIDTH - MARGIN),
        "base": str(base),
        "tick_y": str(base + 14),
        "ticks": ticks,
    }


def _scale(most: int) -> list[int]:
    """Whole numbers for the lines of a plot, from 0 to the highest or a little above."""
    step = next(
        base * 10**power for power in range(12) for base in (1, 2, 5) if 4 * base * 10**power >= max(most, 1)
    )
    return list(range(0, max(most, 1) + step, step))


def _ticks(places: list[tuple[float, Bar]]) -> list[dict]:
    """A few of the texts below the axis: each once, and no two upon each other."""
    named: list[tuple[float, str]] = []
    for x, bar in places:
        if bar.tick and (not named or named[-1][1] != bar.tick):
            named.append((x, bar.tick))
    if not named and places:
        named = [(x, bar.label) for x, bar in (places[0], places[-1])[: len(places)]]
        named[0] = (max(named[0][0], AXIS + 30), named[0][1])
    every = -(-len(named) // MOST_TICKS)
    return [{"x": _n(min(x, WIDTH - MARGIN - 12)), "text": text} for x, text in named[:: max(1, every)]]


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
