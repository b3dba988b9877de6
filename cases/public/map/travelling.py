"""What a map says beside its sheet where it is a file of its own: which cases, counted how, what the colours mean,
whose it is, of which day, under which licence, and where it comes from."""

from dataclasses import dataclass
from textwrap import wrap

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.public.answering.origin import LETTER, origin
from cases.public.map.classes import Class
from cases.public.map.extents import WIDTH
from cases.public.map.figures import PlaceFigures
from cases.public.map.table import largest_circle
from cases.text.xml_text import printable
from cases.wording.numbers import grouped

MARGIN = 20
KEY_STEP, KEY_HEIGHT = 150, 44


@dataclass(frozen=True)
class Surroundings:
    """Lines of text above and below the sheet, which begins at `top`; the key below it; how high all of it is."""

    lines: list[dict]
    key: list[dict]
    top: int
    height: int


def surroundings(
    classes: list[Class], figures: PlaceFigures, height: int, *, title: str, address: str, of_samples: str
) -> Surroundings:
    """`height` is that of the sheet."""
    head, top = _lines([(title, 26, 3, False), (_rule(), 15, 4, True)], 6)
    top += 14
    words, below = _lines([(_("Cases by country:"), 17, 1, False)], top + height + 6)
    key, below = _key(classes, figures, below + 12)
    foot, end = _lines(
        [(text, 14, most, True) for text, most in origin(address=address, of_samples=of_samples)], below
    )
    return Surroundings(head + words + foot, key, top, end + MARGIN)


def _rule() -> str:
    return _(
        "Where it happened, as far as sources say. A case that happened in several countries counts in each of them; "
        "one whose region is not stated counts in its country alone."
    )


def _key(classes: list[Class], figures: PlaceFigures, y: int) -> tuple[list[dict], int]:
    """Swatches with their figures, in as many rows as they need, and the largest circle with its number."""
    entries = [{"opacity": each.opacity, "words": each.words} for each in classes]
    key = [{"x": MARGIN + KEY_STEP * at, "y": y, **each} for at, each in enumerate(entries)]
    largest = largest_circle(figures)
    if largest:
        words = ngettext("%(written)s case", "%(written)s cases", largest["cases"])
        told = words % {"written": grouped(largest["cases"])}
        y += 34 if key else 0
        key.append({"x": MARGIN, "y": y, "words": printable(f"{largest['name']}: {told}")})
    return key, y + (KEY_HEIGHT - 14 if key else 0)


def _lines(texts: list[tuple[str, int, int, bool]], y: int) -> tuple[list[dict], int]:
    """Texts given with size, most lines and whether they are soft, broken into lines below `y`; and where they end."""
    lines = []
    for text, size, most, soft in texts:
        letters = int((WIDTH - 2 * MARGIN) / (size * LETTER))
        for line in wrap(printable(text), letters, max_lines=most, placeholder=" …"):
            y += size + 6
            lines.append({"text": line, "size": size, "soft": soft, "y": y})
    return lines, y
