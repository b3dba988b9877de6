"""How a public page reads the register: one snapshot for the whole page, and no query without end.

The moment of the snapshot is part of the page's `ETag`, so that a browser or a cache that has the page is told so (304)
at the price of one small query.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse

from cases.public.answering.entity_tags import once
from cases.public.answering.later import BEING_PREPARED, later
from cases.register.snapshot import NotReady, take_snapshot

View = Callable[..., HttpResponse]


def with_snapshot(view: View) -> View:
    """The view gets the snapshot after the request. Its 200 and 304 carry an ETag; no answer is to be kept unasked."""

    @wraps(view)
    def answer(request: HttpRequest, **arguments) -> HttpResponse:
        try:
            with take_snapshot() as snapshot:
                response = once(request, snapshot.moment, lambda: view(request, snapshot, **arguments))
        except NotReady:
            return later(request, BEING_PREPARED)
        response.headers["Cache-Control"] = "no-cache"
        return response

    return answer
