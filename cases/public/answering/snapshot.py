"""How a public page reads the register: one snapshot for the whole page, and no query without end.

The moment of the snapshot is part of the page's `ETag`, so that a browser or a cache that has the page is told so (304)
at the price of one small query.
"""

import logging
from collections.abc import Callable
from functools import wraps

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from psycopg.errors import QueryCanceled

from cases.public.answering.entity_tags import once
from cases.public.answering.errors import being_prepared, not_now, took_too_long
from cases.register.snapshot import NotReady, take_snapshot

View = Callable[..., HttpResponse]

_PASSING = (None, "08", "53", "57")
"""Classes of SQLSTATE that pass by themselves: no connection, no room, being shut down or started."""

logger = logging.getLogger(__name__)


def with_snapshot(view: View) -> View:
    """The view gets the snapshot after the request. Its 200 and 304 carry an ETag; no answer is to be kept unasked."""

    @wraps(view)
    def answer(request: HttpRequest, **arguments) -> HttpResponse:
        try:
            with take_snapshot() as snapshot:
                response = once(request, snapshot.moment, lambda: view(request, snapshot, **arguments))
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
        response.headers["Cache-Control"] = "no-cache"
        return response

    return answer
