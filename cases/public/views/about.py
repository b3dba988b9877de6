"""Pages of plain text: who we are, what we keep, how to report a weakness. They ask the database nothing."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from cases.public.answering.entity_tags import tagged
from cases.public.answering.site import absolute, page


@require_safe
@tagged
def about(request: HttpRequest) -> HttpResponse:
    return _text("public/about.html", "about")


@require_safe
@tagged
def privacy(request: HttpRequest) -> HttpResponse:
    return _text("public/privacy.html", "privacy")


@require_safe
@tagged
def security(request: HttpRequest) -> HttpResponse:
    return _text("public/security.html", "security")


def _text(template: str, name: str) -> HttpResponse:
    return page(template, {"here": name, "canonical": absolute(reverse(f"public:{name}"))})
