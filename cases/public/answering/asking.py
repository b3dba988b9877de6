"""What every address does with its query: what only tracks the reader is taken off, on every surface; a search is read
strictly, made short, and what of it cannot be meant is said."""

from collections.abc import Callable, Iterable
from functools import wraps

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.encoding import escape_uri_path

from cases.public.answering.errors import bad_parameter
from cases.public.query.bad_parameter import BadParameter
from cases.public.query.parameters import SEARCH_PARAMETERS
from cases.public.query.query import Query, is_tracking
from tracker.middleware import is_desk

View = Callable[..., HttpResponse]


def asking(
    parameters: Iterable[str] = SEARCH_PARAMETERS,
    *,
    refused: Callable[[HttpRequest, BadParameter], HttpResponse] = bad_parameter,
) -> Callable[[View], View]:
    """The view gets the `query` of the request, which may hold these parameters.

    A reader who came with tracking or empty parameters is sent to the shorter address that says the same. BadParameter,
    from the query itself or from the view, is answered by `refused`. What a view asks for stands in its `parameters`.
    """
    parameters = tuple(parameters)

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *found, **arguments) -> HttpResponse:
            try:
                query = Query.read(request.GET, parameters)
                if query.untidy:
                    return redirect(escape_uri_path(request.path) + query.suffix)
                return view(request, *found, query=query, **arguments)
            except BadParameter as error:
                return refused(request, error)

        answer.parameters = parameters
        return answer

    return decorate


class TrackingMiddleware:
    """Every other public address: what it does not know it ignores, but tracking leads to the address without it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, _args, _kwargs) -> HttpResponse | None:
        is_search = hasattr(view, "parameters")
        if is_desk(request) or is_search or request.method not in ("GET", "HEAD"):
            return None
        kept = [(name, values) for name, values in request.GET.lists() if not is_tracking(name)]
        if len(kept) == len(request.GET):
            return None
        query = QueryDict(mutable=True)
        for name, values in kept:
            query.setlist(name, values)
        suffix = f"?{query.urlencode()}" if query else ""
        return redirect(escape_uri_path(request.path) + suffix)
