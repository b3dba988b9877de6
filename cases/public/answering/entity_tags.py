"""Nothing is sent twice: an answer carries an `ETag`, and who has that answer already is told so (304).

The tag is made of what an answer depends on, not of its bytes, so that it is known before anything is made, by
whichever worker process answers, and is the same for GET and HEAD.
"""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from django.utils.translation import get_language

from tracker.build import build

PRINTED = (
    "SITE_NAME",
    "SITE_URL",
    "DATA_LICENCE",
    "CONTACT_ADDRESS",
    "RUN_BY",
    "RUN_BY_SEAT",
    "DEMO",
    "SELF_PUBLISHING",
)
"""Settings that stand on pages and in files."""


def tagged(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For a view that reads nothing of the register: its answer is another with another build, setting or day."""

    @wraps(view)
    def answer(request: HttpRequest, **arguments) -> HttpResponse:
        response = once(request, (), lambda: view(request, **arguments))
        response.headers.setdefault("Cache-Control", "no-cache")
        return response

    return answer


def once(request: HttpRequest, moment: tuple, respond: Callable[[], HttpResponse]) -> HttpResponse:
    """The answer, or 304 to who has it. `moment` is that of the register, where the answer depends on it."""
    if settings.DEBUG:
        return respond()
    tag = entity_tag(request, moment)
    known = tag in parse_etags(request.headers.get("If-None-Match", ""))
    response = HttpResponseNotModified() if known else respond()
    if response.status_code in (200, 304):
        response.headers["ETag"] = tag
        # Said by the 304 as well, which no compression passes.
        patch_vary_headers(response, ["Accept-Encoding"])
    return response


def entity_tag(request: HttpRequest, moment: tuple = ()) -> str:
    """Weak, since compression may change the bytes; opaque, so that it does not tell how often the register moved."""
    parts = [
        *map(str, moment),
        build(),
        *(str(getattr(settings, name)) for name in PRINTED),
        get_language() or "",
        request.get_full_path(),
        timezone.localdate().isoformat(),
    ]
    digest = sha256("\0".join(parts).encode()).hexdigest()
    return f'W/"{digest[:32]}"'
