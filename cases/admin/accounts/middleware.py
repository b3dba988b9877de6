"""The desk's gate: until a session has given a second factor, no address of the desk answers but those that take it.

Denied by default: an address that is added later, or that there is none, is behind the gate.
"""

from collections.abc import Callable
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext

from cases.admin.accounts.proof import is_proved
from cases.workflow.accounts.hashing import RETRY_SECONDS, TooBusy
from tracker.middleware import is_desk

BEFORE_THE_GATE = (
    "admin:login",
    "admin:logout",
    "admin:set_language",
    "account:second_factor",
    "account:set_up",
    "account:passkey_options",
    "account:new_passkey_options",
)


class SecondFactorMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not is_desk(request) or not request.user.is_authenticated or is_proved(request):
            return self.get_response(request)
        if request.path_info in {reverse(name) for name in BEFORE_THE_GATE}:
            return self.get_response(request)
        asked = request.get_full_path() if request.method == "GET" else reverse("admin:index")
        return HttpResponseRedirect(f"{reverse('account:second_factor')}?{urlencode({'next': asked})}")

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        """A password could not be hashed now, where no form says so by itself: setting one."""
        if not isinstance(exception, TooBusy):
            return None
        words = gettext("Others are logging in right now. Try again in a moment.")
        answer = HttpResponse(f"{words}\n", status=503, content_type="text/plain; charset=utf-8")
        answer.headers["Retry-After"] = str(RETRY_SECONDS)
        return answer
