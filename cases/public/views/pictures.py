"""A drawing as a picture to be kept, or a word to wait where others are being made."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from cases.public.charts.png import Busy, png
from cases.public.views.errors import PLAIN


def picture(svg: str, name: str) -> HttpResponse:
    """The SVG as PNG, to be saved under this name; 503 while the processor is taken by other pictures."""
    try:
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(png(svg), content_type="image/png", headers=headers)
    except Busy:
        words = _("Other pictures are being made. Please try again in a few seconds.")
        return HttpResponse(f"{words}\n", status=503, content_type=PLAIN, headers={"Retry-After": "5"})
