"""For whom the desk answers: every query of a request to it leaves out what that person may not know of."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from cases.models.need_to_know import reading_as
from tracker.middleware import is_desk


class ProofWanted(Exception):
    """Somebody has to prove who they are before they are shown a record: `page` asks them to."""

    def __init__(self, page: HttpResponse) -> None:
        self.page = page


class NeedToKnowMiddleware:
    """Stands inside the one that says who is signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_desk(request):
            return self.get_response(request)
        with reading_as(request.user):
            return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return exception.page if isinstance(exception, ProofWanted) else None
