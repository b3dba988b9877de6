"""Answers to requests that cannot be met. None of them asks the database anything."""

import logging
import sys
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.template import TemplateDoesNotExist
from django.utils.translation import gettext as _

from cases.public.answering.later import NOT_KEPT, NOT_NOW, PLAIN, TOOK_TOO_LONG, later
from cases.public.answering.site import page
from cases.public.query.bad_parameter import BadParameter
from tracker.middleware import is_desk
from tracker.passing_faults import is_passing, kind_of, took_too_long

logger = logging.getLogger(__name__)


def bad_request(request: HttpRequest, exception=None) -> HttpResponse:
    """Django also takes it for this that a session could not be kept, whatever the reason."""
    return passing_fault(request, exception) or _page("400.html", 400)


def permission_denied(request: HttpRequest, exception=None, reason: str = "") -> HttpResponse:
    """Also the answer to a form that was sent without its token (`reason`)."""
    return _page("403.html", 403)


def page_not_found(request: HttpRequest, exception=None) -> HttpResponse:
    """Says the same for what was withdrawn in silence and for what never was."""
    return _page("404.html", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    return passing_fault(request, sys.exc_info()[1]) or _page("500.html", 500)


def passing_fault(request: HttpRequest, error: BaseException | None) -> HttpResponse | None:
    """503, where this is no fault of the program and passes by itself."""
    if not is_passing(error):
        return None
    logger.error("cannot answer now: %s", kind_of(error))
    if request.method not in ("GET", "HEAD"):
        return later(request, NOT_KEPT)
    return later(request, TOOK_TOO_LONG if took_too_long(error) and not is_desk(request) else NOT_NOW)


class PassingFaultMiddleware:
    """Every view, of the desk too. What middleware itself runs into comes to `server_error` and `bad_request`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return passing_fault(request, exception)


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


def _page(template: str, status: int) -> HttpResponse:
    try:
        return page(template, status=status)
    except (TemplateDoesNotExist, ValueError):
        # A missing template or an unhashed file must not turn an error page into another error.
        return HttpResponse(f"{status}\n", status=status, content_type=PLAIN)
