"""What the pages of accounts share: how they are dressed, and where one goes from them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext, ngettext

from cases.admin.desk import desk
from cases.workflow.accounts.guessing import PutOff
from cases.workflow.accounts.hashing import RETRY_SECONDS, TooBusy


def page(
    request: HttpRequest, template: str, *, status: int = 200, retry_after: int = 0, **context: Any
) -> HttpResponse:
    """A page of `templates/admin/accounts/`, which no cache keeps. `retry_after` in seconds, 0 for never mind."""
    request.current_app = desk.name
    answer = TemplateResponse(
        request,
        f"admin/accounts/{template}.html",
        {**desk.each_context(request), **context},
        status=status,
    )
    if retry_after:
        answer.headers["Retry-After"] = str(retry_after)
    add_never_cache_headers(answer)
    return answer


class PutsOff:
    """Mixin for forms in which something is guessed: `put_off` says what is not looked at, and for how long.

    `status` and `retry_after` are those of the page that shows the form again.
    """

    status, retry_after = 200, 0

    def put_off(self, reason: PutOff | TooBusy) -> ValidationError:
        if isinstance(reason, TooBusy):
            self.status, self.retry_after = 503, RETRY_SECONDS
            return ValidationError(gettext("Others are logging in right now. Try again in a moment."))
        self.status, self.retry_after = 429, reason.seconds
        minutes = -(-reason.seconds // 60)
        return ValidationError(
            ngettext(
                "Too many were wrong, so nothing was looked at. Try again in %(count)s minute.",
                "Too many were wrong, so nothing was looked at. Try again in %(count)s minutes.",
                minutes,
            )
            % {"count": minutes}
        )


def way_on(request: HttpRequest) -> str:
    """The address of the desk that was asked for before this page was (`next`), else the desk's front."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    front = reverse("admin:index")
    if wanted.startswith(front) and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        return wanted
    return front
