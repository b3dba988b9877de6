"""The form by which readers tell us what is wrong, and the page that thanks them.

There is no cookie to protect the form with: it asks where the request comes from instead (`same_site.py`). Whatever
goes wrong, the page comes back with everything that was typed, and with the other way to reach us.
"""

import logging
import time
from http import HTTPStatus

from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cases.inbox.limits import STRAIGHT_FROM_A_READER, WAITED_FROM_A_READER
from cases.inbox.receiving import Closed, Full, KnownAlready, MustWait, can_receive, receive
from cases.public.answering.asking import asking
from cases.public.answering.entity_tags import tagged
from cases.public.answering.errors import bad_request
from cases.public.answering.site import absolute, page
from cases.public.corrections import waiting
from cases.public.corrections.form import SEEN, CorrectionForm
from cases.public.corrections.record_title import published_title
from cases.public.corrections.same_site import is_from_here
from cases.public.query.query import Query
from cases.text.references import find_reference
from tracker.limits import Limit
from tracker.readers import reader_of

logger = logging.getLogger(__name__)

STRAIGHT = Limit("corrections", most=STRAIGHT_FROM_A_READER, seconds=3600)
WAITED = Limit("corrections-waited", most=WAITED_FROM_A_READER, seconds=24 * 3600)


@require_http_methods(["GET", "HEAD", "POST"])
def correction(request: HttpRequest) -> HttpResponse:
    """The form, with `record` filled in from the query string; a form that is posted is received."""
    if request.method == "POST":
        if request.content_type != "application/x-www-form-urlencoded":
            return bad_request(request)
        return _receive(request)
    return _empty(request)


@asking(["record"], refused=bad_request)
def _empty(request: HttpRequest, query: Query) -> HttpResponse:
    record = find_reference(query.value("record"))
    if query.value("record") and not record:
        return bad_request(request)
    return _form(CorrectionForm(initial={"record": record}))


@require_safe
@tagged
def correction_received(request: HttpRequest) -> HttpResponse:
    """What happens next."""
    return page(
        "public/correction_received.html", {"canonical": absolute(reverse("public:correction_received"))}
    )


def _receive(request: HttpRequest) -> HttpResponse:
    form = CorrectionForm(request.POST)
    if not is_from_here(request):
        problem = _(
            "Your browser did not say that this form was sent from our own page, so we could not take it. This happens "
            "where an add-on or a setting hides it. What you wrote is still here."
        )
        return _form(form, problem=problem, status=HTTPStatus.FORBIDDEN)
    if not form.is_valid():
        return _form(form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        _keep(request, form)
    except KnownAlready:
        # Said as if it were new: nobody is to find out by trying what somebody has sent.
        pass
    except MustWait:
        return _come_back(form)
    except Full:
        problem = _(
            "So much has been sent to us that we have no room for more until some of it has been read. What you wrote "
            "is still here; please send it again at the beginning of the next hour, when the first messages are taken."
        )
        return _form(form, problem=problem, status=HTTPStatus.SERVICE_UNAVAILABLE, later=_until_next_hour())
    except (Closed, Error) as error:
        logger.error("a correction cannot be kept", exc_info=error)
        problem = _(
            "We could not keep this. What you wrote is still here; please send it again in a few minutes."
        )
        return _form(form, problem=problem, status=HTTPStatus.SERVICE_UNAVAILABLE, later=300)
    return redirect("public:correction_received")


def _keep(request: HttpRequest, form: CorrectionForm) -> None:
    """Into the inbox as it comes, while there are not too many; else into the second box, of who has waited."""
    sent = {name: form.cleaned_data[name] for name in SEEN} | {"language": get_language()}
    reader, token = reader_of(request), form.cleaned_data["waited"]
    try:
        return receive(**sent, straight=not STRAIGHT.take(reader).refused)
    except MustWait:
        if not waiting.use(token):
            raise
    try:
        if WAITED.take(reader).refused:
            raise Full
        receive(**sent, straight=False, waited=True, is_shared=reader.is_shared)
    except (Full, Closed, Error):
        waiting.give_back(token)
        raise


def _come_back(form: CorrectionForm) -> HttpResponse:
    """The form with all that was typed, and a token that will be good in a minute; or with the one it has."""
    token = form.cleaned_data["waited"]
    left = waiting.seconds_left(token)
    if left is None:
        token, left = waiting.token(), waiting.WAIT_SECONDS
        problem = _(
            "More has been sent to us within this hour than we can read at once. What you wrote is still here: please "
            "wait one minute, then press “Send” again, and it will be taken. Every form that comes in now has to "
            "wait; it keeps programs out, and says nothing about you."
        )
    else:
        problem = (
            ngettext(
                "The minute is not over. What you wrote is still here: please wait %d more second, then press “Send” "
                "again.",
                "The minute is not over. What you wrote is still here: please wait %d more seconds, then press “Send” "
                "again.",
                left,
            )
            % left
        )
    return _form(form, problem=problem, status=HTTPStatus.TOO_MANY_REQUESTS, later=left, token=token)


def _until_next_hour() -> int:
    return 3600 - int(time.time()) % 3600


def _form(
    form: CorrectionForm, *, problem: str = "", status: int = 200, later: int = 0, token: str | None = None
) -> HttpResponse:
    record = find_reference(form["record"].value() or "")
    fields = [form[name] for name in SEEN]
    response = page(
        "public/correction.html",
        {
            "here": "correction",
            "canonical": absolute(reverse("public:correction")),
            "form": form,
            "fields": fields,
            "problems": [problem] if problem else form.unseen_problems(),
            "wrong_fields": [field for field in fields if field.errors],
            "opened": form.opened_at(),
            "waited": form.data.get("waited", "") if token is None else token,
            "record": record,
            "record_title": published_title(record),
            "takes": _takes(),
        },
        status=status,
    )
    # With no-referrer a browser sends `Origin: null` for what is posted, and some send nothing else to go by.
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Cache-Control"] = "no-store"
    if later:
        response.headers["Retry-After"] = str(later)
    return response


def _takes() -> bool:
    """Whether there is an inbox to put anything into. Where not, the page gives the address alone."""
    try:
        return can_receive()
    except Error:
        return False
