"""How a public page is put together: its template, its context, and what every page says about the site.

Pages are rendered without context processors, so that nothing of a session, a user or a message can reach them.
"""

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string


def site_facts() -> dict:
    return {
        "name": settings.SITE_NAME,
        "licence": settings.DATA_LICENCE,
        "contact": settings.CONTACT_ADDRESS,
        "demo": settings.DEMO,
    }


def page(template: str, context: dict | None = None, *, status: int = 200) -> HttpResponse:
    """A public page as a response; `context` wins over nothing but adds to the site's own facts."""
    return HttpResponse(render_to_string(template, {"site": site_facts(), **(context or {})}), status=status)


def absolute(path: str) -> str:
    """The address of a path as others should cite it: under SITE_URL, whatever host the request named."""
    return f"{settings.SITE_URL.rstrip('/')}{path}"
