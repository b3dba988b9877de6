"""How a public page reads the register: one look for the whole page, nothing sent twice, and no query without end.

A page's address and the moment of the register it shows make its `ETag`, so that a browser or a cache that has the
page is told so (304) at the price of one small query, by whichever worker process answers.
"""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256

from django.db import DatabaseError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language
from psycopg.errors import QueryCanceled

from cases.public.views.errors import being_prepared, not_now, took_too_long
from cases.register.reading import Look, NotReady, look
from tracker.build import build

View = Callable[..., HttpResponse]


def looking(view: View) -> View:
    """The view gets the look after the request. Its 200 and 304 carry an ETag and are to be asked for each time."""

    @wraps(view)
    def answer(request: HttpRequest, **arguments) -> HttpResponse:
        try:
            with look() as seen:
                tag = entity_tag(request, seen)
                known = get_conditional_response(request, etag=tag)
                response = known if known is not None else view(request, seen, **arguments)
        except NotReady:
            return being_prepared()
        except DatabaseError as error:
            if isinstance(error.__cause__, QueryCanceled):
                return took_too_long()
            if isinstance(error, OperationalError):
                return not_now()
            raise
        if response.status_code in (200, 304):
            response.headers["ETag"] = tag
            response.headers["Cache-Control"] = "no-cache"
        return response

    return answer


def entity_tag(request: HttpRequest, seen: Look) -> str:
    """Weak, since compression may change the bytes; opaque, so that it does not tell how often the register moved."""
    today = timezone.now().date().isoformat()
    parts = (seen.head, str(seen.sequence), build(), get_language() or "", request.get_full_path(), today)
    digest = sha256("\0".join(parts).encode()).hexdigest()
    return f'W/"{digest[:32]}"'
