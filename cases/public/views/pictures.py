"""A drawing as a picture to be kept, or a word to wait where others are being made."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from cases.public.answering.errors import PLAIN
from cases.public.charts.png import Busy, png


def to_be_framed(drawing: HttpResponse) -> HttpResponse:
    """A page in somebody's frame is of no origin to a browser, and shows this drawing all the same."""
    drawing.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return drawing


def as_picture(drawing: HttpResponse, name: str) -> HttpResponse:
    """The answer with an SVG as one with a PNG to be saved under this name; any other answer as it is.

    Made after the snapshot of the register has ended. 503 while the processor is taken by other pictures.
    """
    if drawing.status_code != 200:
        return drawing
    try:
        drawing.content = png(drawing.content.decode())
    except Busy:
        words = _("Other pictures are being made. Please try again in a few seconds.")
        return HttpResponse(f"{words}\n", status=503, content_type=PLAIN, headers={"Retry-After": "5"})
    drawing.headers["Content-Type"] = "image/png"
    drawing.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return drawing
