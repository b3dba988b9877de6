"""What sets the desk (everything under /admin/) apart from the public side, request by request.

A public page knows no session, user or cookie: cookies are dropped before anything can look at them, so that no answer
can vary with who asks. The desk's sessions, sign-in and messages work under /admin/ only.
"""

import time
from ipaddress import ip_address

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpResponseForbidden
from django.middleware.csrf import CsrfViewMiddleware
from django.middleware.gzip import GZipMiddleware
from django.utils.http import http_date
from django.utils.translation import gettext as _
from pghistory.middleware import HistoryMiddleware

from tracker import content_policy


def is_desk(request) -> bool:
    return request.path_info == "/admin" or request.path_info.startswith("/admin/")


class TwoSidesMiddleware:
    """Outermost: drops cookies sent to public pages and adds headers that every answer carries, errors included."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        desk = is_desk(request)
        if not desk:
            request.META.pop("HTTP_COOKIE", None)
        response = self.get_response(request)
        if request.method == "HEAD" and not response.streaming:
            # The length is that of the page, which itself is not sent.
            response.headers.setdefault("Content-Length", str(len(response.content)))
            response.content = b""
        if desk:
            # With no-referrer a browser sends `Origin: null`, and every form of the desk would be refused.
            response.headers["Referrer-Policy"] = "same-origin"
        else:
            response.headers.setdefault("Referrer-Policy", "no-referrer")
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        if not getattr(response, "xframe_options_exempt", False):
            response.headers.setdefault("X-Frame-Options", "DENY")
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        response.headers.setdefault("Cross-Origin-Resource-Policy", _who_may_load(request))
        return response


def _who_may_load(request) -> str:
    """A page in somebody's frame is of no origin to a browser, and needs its style sheets all the same."""
    return "cross-origin" if request.path_info.startswith(f"{settings.STATIC_URL}css/") else "same-origin"


class ContentPolicyMiddleware(CSPMiddleware):
    """django-csp with the public policy of the settings, and the desk's under /admin/."""

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if is_desk(request) and not report_only and parts.config is None:
            parts.config = content_policy.DESK
        return parts


class DemonstrationMiddleware:
    """A demonstration asks for no second factor, so it answers nobody from another machine, as when another server than
    ours listens, and nobody whom a proxy or tunnel brings from elsewhere."""

    FORWARDED = (
        "HTTP_FORWARDED",
        "HTTP_X_FORWARDED",
        "HTTP_X_ORIGINAL_FORWARDED",
        "HTTP_X_REAL_IP",
        "HTTP_X_CLIENT_IP",
        "HTTP_TRUE_CLIENT_IP",
        "HTTP_VIA",
        "HTTP_CF_",
    )
    """How the name of a header begins that a proxy adds."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if settings.DEMO and self._is_from_elsewhere(request):
            words = _(
                "This is a demonstration, for the machine it runs on alone. To serve others, set DEMO=0."
            )
            return HttpResponseForbidden(f"{words}\n", content_type="text/plain; charset=utf-8")
        return self.get_response(request)

    def _is_from_elsewhere(self, request) -> bool:
        peer = request.META.get("REMOTE_ADDR", "")  # empty for a Unix socket
        is_near = not peer or ip_address(peer).is_loopback
        return not is_near or any(name.startswith(self.FORWARDED) for name in request.META)


class PageCompressionMiddleware(GZipMiddleware):
    """Public pages go out compressed. The desk's hold secrets beside what was typed, which compression can betray
    (BREACH); files are measured in megabytes, and whoever serves the site to the world compresses those."""

    def process_response(self, request, response):
        is_page = response.headers.get("Content-Type", "").startswith(
            ("text/html", "image/svg", "application/atom")
        )
        if is_desk(request) or response.streaming or not is_page:
            return response
        return super().process_response(request, response)


class DeskOnly:
    """Mixin: the middleware works under /admin/, and public requests pass it by."""

    def __call__(self, request):
        if is_desk(request):
            return super().__call__(request)
        return self.get_response(request)


class DeskSessionMiddleware(DeskOnly, SessionMiddleware):
    """A request that no person made (`is_passive`) does not prolong the session. Its cookie outlives it, so that it is
    known to whom a text belongs that is posted when the session has run out."""

    def process_response(self, request, response):
        if getattr(request, "is_passive", False):
            return response
        response = super().process_response(request, response)
        cookie = response.cookies.get(settings.SESSION_COOKIE_NAME)
        if cookie is not None and cookie.value:
            cookie["max-age"] = settings.SESSION_COOKIE_KEPT
            cookie["expires"] = http_date(time.time() + settings.SESSION_COOKIE_KEPT)
        elif cookie is not None and getattr(request.session, "ended", None) is not None:
            del response.cookies[settings.SESSION_COOKIE_NAME]
        return response


class DeskCsrfMiddleware(CsrfViewMiddleware):
    """Django's check of a token, which needs a cookie, for the forms of the desk. The one public form asks where it was
    sent from instead, and every other public address takes nothing that is sent."""

    def process_view(self, request, callback, callback_args, callback_kwargs):
        if not is_desk(request):
            return None
        return super().process_view(request, callback, callback_args, callback_kwargs)


class RefusedMethodMiddleware:
    """Public pages and files alike say in plain words that a method is not for them; Django says nothing."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code == 405 and not is_desk(request):
            words = _("This address answers only these methods: %s.") % response.headers["Allow"]
            response.content = f"{words}\n"
            response.headers["Content-Type"] = "text/plain; charset=utf-8"
        return response


class DeskAuthenticationMiddleware(DeskOnly, AuthenticationMiddleware):
    pass


class DeskMessageMiddleware(DeskOnly, MessageMiddleware):
    pass


class DeskHistoryMiddleware(DeskOnly, HistoryMiddleware):
    """Notes who changes what. Public pages change nothing, and their addresses are nobody's business."""
