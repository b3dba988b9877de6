"""A form that is posted when its session has run out, or from a page older than the last login: what was typed is kept.

The row of a session that ran out stays on file for a day (`models/desk_session.py`), so that it is known whose text it
is. Nothing posted is shown to whoever is there now: they log in, and the form is back for the account that typed it.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import get_resolver, reverse
from django.utils import timezone
from django.utils.translation import gettext

from cases.admin.accounts.proof import is_proved, may_have_proved
from cases.admin.drafts import RESTORE, keep_posted, told_of
from cases.models import DeskDraft
from cases.models.need_to_know import reading_as
from cases.workflow.drafts import TooLong
from tracker.middleware import is_desk


class EndedSessionMiddleware:
    """Stands inside those that check the token of a form and say who is signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if request.method != "POST" or not is_desk(request) or request.user.is_authenticated:
            return None
        account = _whose_session_ran_out(request)
        if account is None or not is_from_here(request):
            return None
        with reading_as(account):
            draft = _kept(request, account)
        if draft is None:
            return None
        if _is_by_the_script(request):
            return JsonResponse({"told": told_of(draft), "ended": True})
        query = {"next": f"{request.path}?{urlencode({RESTORE: draft.sheet})}"}
        return HttpResponseRedirect(f"{reverse('admin:login')}?{urlencode(query)}")


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The token of the form is not that of the browser: its page is from before another login, or not ours at all.

    The number of the page, signed for the account that is logged in now, tells the two apart.
    """
    user = request.user
    if request.method == "POST" and isinstance(user, User) and is_proved(request) and is_from_here(request):
        draft = _kept(request, user)
        if draft is not None and _is_by_the_script(request):
            return JsonResponse({"told": told_of(draft)})
        if draft is not None:
            messages.warning(
                request,
                gettext(
                    "You have logged in anew since this page was opened, so nothing was saved yet. What you typed is "
                    "here; save it again."
                ),
            )
            return HttpResponseRedirect(f"{request.path}?{urlencode({RESTORE: draft.sheet})}")
    refusal: Callable[..., HttpResponse] = get_resolver().resolve_error_handler(403)
    return refusal(request, None)


def _whose_session_ran_out(request: HttpRequest) -> User | None:
    """Whose session the cookie names, if it has run out by the clock and had been given all that is asked of them."""
    request.session.get("")  # reads it
    ended = request.session.ended
    if ended is None or not may_have_proved(ended.get_decoded()):
        return None
    account = ended.user
    return account if account.is_active and account.is_staff else None


def is_from_here(request: HttpRequest) -> bool:
    """Whether a browser says that it posts from a page of this site. One that says nothing is not believed."""
    here = request.get_host()
    origin = request.headers.get("origin")
    if origin is not None:
        return origin == f"{request.scheme}://{here}"
    return urlsplit(request.headers.get("referer", "")).netloc == here


def _is_by_the_script(request: HttpRequest) -> bool:
    return request.path == reverse("admin:keep_draft")


def _kept(request: HttpRequest, account: User) -> DeskDraft | None:
    by_script = _is_by_the_script(request)
    request.is_passive = by_script
    address = request.GET.get("address", "") if by_script else request.path
    try:
        return keep_posted(request.POST, account=account, address=address)
    except TooLong:
        return None


def session_view(request: HttpRequest) -> HttpResponse:
    """How long the session lasts, in seconds. To ask does not prolong it; to say `stay` does."""
    if "stay" in request.GET:
        ends = request.session.get_expiry_date()
    else:
        request.is_passive = True
        ends = request.session.stored_end()
    return JsonResponse({"seconds": max(0, int((ends - timezone.now()).total_seconds()))})
