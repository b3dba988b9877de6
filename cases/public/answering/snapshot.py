"""How a public page reads the register: one snapshot for the whole page, nothing sent twice, and no query without end.

A page's address and the moment of the register it shows make its `ETag`, so that a browser or a cache that has the
page is told so (304) at the price of one small query, by whichever worker process answers.
"""

import logging
from collections.abc import Callable
from functools import wraps
from hashlib import sha256

from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from django.utils.translation import get_language
from psycopg.errors import QueryCanceled

from cases.public.answering.errors import being_prepared, not_now, took_too_long
from cases.register.snapshot import NotReady, Snapshot, take_snapshot
from tracker.build import build

View = Callable[..., HttpResponse]

PRINTED = ("SITE_NAME", "SITE_URL", "DATA_LICENCE", "CONTACT_ADDRESS", "DEMO")
"""Settings that stand on pages and in files."""

_PASSING = (None, "08", "53", "57")
"""Classes of SQLSTATE that pass by themselves: no connection, no room, being shut down or started."""

logger = logging.getLogger(__name__)


def with_snapshot(view: View) -> View:
    """The view gets the snapshot after the request. Its 200 and 304 carry an ETag; no answer is to be kept unasked."""

    @wraps(view)
    def answer(request: HttpRequest, **arguments) -> HttpResponse:
        try:
            with take_snapshot() as snapshot:
                tag = entity_tag(request, snapshot)
                if not settings.DEBUG and tag in parse_etags(request.headers.get("If-None-Match", "")):
                    response = HttpResponseNotModified()
                else:
                    response = view(request, snapshot, **arguments)
        except NotReady:
            response = being_prepared()
        except OperationalError as error:
            state = getattr(error.__cause__, "sqlstate", None)
            if isinstance(error.__cause__, QueryCanceled):
                response = took_too_long()
            elif (state and state[:2]) in _PASSING:
                logger.error("the register cannot be read", exc_info=error)
                response = not_now()
            else:
                raise
        if response.status_code in (200, 304) and not settings.DEBUG:
            response.headers["ETag"] = tag
            # Said by the 304 as well, which no compression passes.
            patch_vary_headers(response, ["Accept-Encoding"])
        response.headers["Cache-Control"] = "no-cache"
        return response

    return answer


def entity_tag(request: HttpRequest, snapshot: Snapshot) -> str:
    """Weak, since compression may change the bytes; opaque, so that it does not tell how often the register moved."""
    parts = [
        *map(str, snapshot.moment),
        build(),
        *(str(getattr(settings, name)) for name in PRINTED),
        get_language() or "",
        request.get_full_path(),
        timezone.now().date().isoformat(),
    ]
    digest = sha256("\0".join(parts).encode()).hexdigest()
    return f'W/"{digest[:32]}"'
