"""503: the site cannot answer now, why, and when to ask again. None of these answers asks the database anything.

A page is told in the site's own words, a file or a program in plain ones; no cache keeps them.
"""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import TemplateDoesNotExist
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cases.public.answering.site import page

PLAIN = "text/plain; charset=utf-8"


@dataclass(frozen=True)
class Reason:
    heading: str | Promise
    words: str | Promise
    seconds: int
    """After which to ask again."""


NOT_NOW = Reason(
    _("The site cannot answer at the moment"),
    _("Our database does not answer. Nothing is lost; please try again in a few seconds."),
    5,
)
BEING_PREPARED = Reason(
    _("The site is being prepared"),
    _("A new version of this site is being set up. Nothing is lost; please come back in some minutes."),
    60,
)
TOOK_TOO_LONG = Reason(
    _("This search takes too long"),
    _(
        "Searching for exactly these words would keep everybody else waiting, so it was given up. Leave out a common "
        "word, add a rarer one, or take the quotation marks away."
    ),
    5,
)
NOT_KEPT = Reason(
    _("The site cannot answer at the moment"),
    _(
        "What you sent may not have been kept: our database does not answer, or has no room. Go back, where your "
        "browser still has what you typed; look whether it was kept, and send it again in a minute."
    ),
    60,
)


def later(request: HttpRequest, reason: Reason) -> HttpResponse:
    response = _answer(request, reason)
    response.headers["Retry-After"] = str(reason.seconds)
    response.headers["Cache-Control"] = "no-store"
    return response


def _answer(request: HttpRequest, reason: Reason) -> HttpResponse:
    is_file = "." in request.path_info.rpartition("/")[2]
    wanted = request.get_preferred_type(["text/html", "application/json", "text/plain"])
    if wanted == "application/json":
        return JsonResponse({"error": str(reason.heading), "reason": str(reason.words)}, status=503)
    if not is_file and wanted != "text/plain":
        try:
            return page("public/later.html", {"reason": reason}, status=503)
        except (TemplateDoesNotExist, ValueError):
            pass  # a missing template or an unhashed file must not turn this into another error
    return HttpResponse(f"{reason.heading}\n{reason.words}\n", status=503, content_type=PLAIN)
