"""Answers to requests that cannot be met. None of them asks the database anything."""

from django.http import HttpRequest, HttpResponse
from django.template import TemplateDoesNotExist
from django.utils.translation import gettext as _

from cases.public.answering.site import page
from cases.public.query.bad_parameter import BadParameter

PLAIN = "text/plain; charset=utf-8"


def bad_request(request: HttpRequest, exception=None) -> HttpResponse:
    return _page("400.html", 400)


def permission_denied(request: HttpRequest, exception=None, reason: str = "") -> HttpResponse:
    """Also the answer to a form that was sent without its token (`reason`)."""
    return _page("403.html", 403)


def page_not_found(request: HttpRequest, exception=None) -> HttpResponse:
    """Says the same for what was withdrawn in silence and for what never was."""
    return _page("404.html", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    return _page("500.html", 500)


def not_now() -> HttpResponse:
    """The database does not answer; it may in a moment."""
    return _later("public/not_now.html", seconds=5)


def being_prepared() -> HttpResponse:
    """The program was renewed and what it reads is still being made anew."""
    return _later("public/being_prepared.html", seconds=60)


def took_too_long() -> HttpResponse:
    """A search that would keep everybody else waiting was given up."""
    return _later("public/took_too_long.html", seconds=5)


def bad_parameter(request: HttpRequest, error: BadParameter) -> HttpResponse:
    """The list's answer to a query it cannot mean: what is wrong, and no rows."""
    return page("public/bad_parameter.html", {"error": error, "here": "cases"}, status=400)


def bad_parameter_text(request: HttpRequest, error: BadParameter) -> HttpResponse:
    """The same for files: plain words."""
    lines = [f"{error.parameter}={error.value}", str(error.problem)]
    if error.suggestion:
        lines.append(_("Did you mean: %(suggestion)s?") % {"suggestion": error.suggestion})
    if error.hint:
        lines.append(str(error.hint))
    return HttpResponse("\n".join(lines) + "\n", status=400, content_type=PLAIN)


def _later(template: str, *, seconds: int) -> HttpResponse:
    response = _page(template, 503)
    response.headers["Retry-After"] = str(seconds)
    return response


def _page(template: str, status: int) -> HttpResponse:
    try:
        return page(template, status=status)
    except (TemplateDoesNotExist, ValueError):
        # A missing template or an unhashed file must not turn an error page into another error.
        return HttpResponse(f"{status}\n", status=status, content_type=PLAIN)
