"""What every address with a search does first: read it strictly, make it short, and say what cannot be meant."""

from collections.abc import Callable, Iterable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.encoding import escape_uri_path

from cases.public.answering.errors import bad_parameter
from cases.public.query.bad_parameter import BadParameter
from cases.public.query.parameters import SEARCH_PARAMETERS
from cases.public.query.query import Query

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
