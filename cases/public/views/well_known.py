"""Small files that programs ask for by their well-known names: robots.txt, security.txt, favicon.ico."""

from datetime import timedelta
from functools import cache

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.public.answering.entity_tags import tagged
from cases.public.answering.site import absolute, contact_link, file_path

PLAIN = "text/plain; charset=utf-8"
DAYS_VALID = 180
"""RFC 9116 advises less than a year. The day moves on by itself, and stops when the site does."""


@require_safe
@tagged
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be visited. Earlier versions say themselves that they are not to be listed: a crawler that
    may not visit them would never learn that."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        f"Sitemap: {absolute(file_path('sitemap'))}",
    ]
    return _text(lines)


@require_safe
@tagged
def security_txt(request: HttpRequest) -> HttpResponse:
    """RFC 9116; 404 where there is no address to write to."""
    contact = contact_link()
    if not contact:
        raise Http404
    expires = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=DAYS_VALID)
    lines = [
        f"Contact: {contact}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        f"Preferred-Languages: {', '.join(code for code, _name in settings.LANGUAGES)}",
        f"Canonical: {absolute(file_path('security_txt'))}",
    ]
    return _text(lines)


@require_safe
@tagged
def favicon(request: HttpRequest) -> HttpResponse:
    """For programs that ask for it without reading a page. Pages name the drawing it was made from."""
    response = HttpResponse(_icon(), content_type="image/x-icon")
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response


@cache
def _icon() -> bytes:
    return (settings.BASE_DIR / "static" / "img" / "favicon.ico").read_bytes()


def _text(lines: list[str]) -> HttpResponse:
    return HttpResponse("\n".join(lines) + "\n", content_type=PLAIN)
