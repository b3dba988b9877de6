"""How a public page is put together: its template, its context, and what every page says about the site.

Pages are rendered without context processors, so that nothing of a session, a user or a message can reach them.
"""

import re

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language

from tracker.languages import in_language, untranslated


def site_facts() -> dict:
    return {
        "name": settings.SITE_NAME,
        "licence": settings.DATA_LICENCE,
        "contact": settings.CONTACT_ADDRESS,
        "run_by": settings.RUN_BY,
        "run_by_seat": settings.RUN_BY_SEAT,
        "contact_link": contact_link(),
        "demo": settings.DEMO,
        "second_person": not settings.SELF_PUBLISHING,
        "preview": absolute(static("img/preview.png")),
    }


def contact_link() -> str:
    """CONTACT_ADDRESS as something a browser can open: itself, or a mailto: address. Empty if it is plain words."""
    address = settings.CONTACT_ADDRESS
    if address.startswith(("https://", "http://", "mailto:")):
        return address
    return f"mailto:{address}" if re.fullmatch(r"[^\s@:/?#]+@[^\s@:/?#]+", address) else ""


def page(template: str, context: dict | None = None, *, status: int = 200) -> HttpResponse:
    """A public page as a response; `context` wins over nothing but adds to the site's own facts.

    `canonical`, the page's own address, also gives the addresses of the page in the other languages.
    """
    context = context or {}
    path = context.get("canonical", "").removeprefix(settings.SITE_URL) or "/"
    facts = {"site": site_facts(), "languages": languages(path)}
    return HttpResponse(render_to_string(template, facts | context), status=status)


def languages(path: str) -> list[dict]:
    """This page in every language: `code`, `name` in the language itself, `path`, `address`, and which is `now`."""
    now = get_language()
    return [
        {
            "code": code,
            "name": name,
            "path": (there := in_language(path, code)),
            "address": absolute(there),
            "now": code == now,
        }
        for code, name in settings.LANGUAGES
    ]


def file_path(route: str, *arguments) -> str:
    """The path of a file of the public side, which is the same for every language."""
    return untranslated(reverse(f"public:{route}", args=arguments))


def absolute(path: str) -> str:
    """The address of a path as others should cite it: under SITE_URL, whatever host the request named."""
    return f"{settings.SITE_URL.rstrip('/')}{path}"
