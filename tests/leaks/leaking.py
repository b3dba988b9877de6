"""Leaks on purpose: what a mistake in the program could give away, so that it is known that each would be noticed."""

import base64
import gzip
import struct
import zlib
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.http import http_date

from cases.models import Case, Person, PersonName, Source


def _note() -> str:
    return Person.objects.exclude(notes="").values_list("notes", flat=True).first() or ""


def _has_a_body(response: HttpResponse) -> bool:
    return not response.streaming and response.status_code != 304


def _say(response: HttpResponse, words: bytes) -> None:
    if _has_a_body(response):
        response.content = response.content + words


def _count_in_a_header(request: HttpRequest, response: HttpResponse) -> None:
    response.headers["X-Total"] = str(Case.objects.count())


def _moment_of_the_last_edit(request: HttpRequest, response: HttpResponse) -> None:
    moments = [each for each in Case.objects.values_list("edited_at", flat=True) if each]
    response.headers["Last-Modified"] = http_date(max(moments).timestamp())


def _tag_of_the_edit(request: HttpRequest, response: HttpResponse) -> None:
    response.headers["ETag"] = f'W/"{sum(Case.objects.values_list("edit_version", flat=True))}"'


def _note_in_base64(request: HttpRequest, response: HttpResponse) -> None:
    _say(response, b"<!-- " + base64.b64encode(_note().encode()) + b" -->")


def _note_packed(request: HttpRequest, response: HttpResponse) -> None:
    if _has_a_body(response):
        response.content = gzip.compress(_note().encode(), mtime=0)


def _note_in_a_picture(request: HttpRequest, response: HttpResponse) -> None:
    if response.headers.get("Content-Type") == "image/png" and _has_a_body(response):
        data = b"Comment\0" + _note().encode()
        chunk = struct.pack(">I", len(data)) + b"tEXt" + data + struct.pack(">I", zlib.crc32(b"tEXt" + data))
        response.content = response.content[:33] + chunk + response.content[33:]


def _forbidden_instead_of_unknown(request: HttpRequest, response: HttpResponse) -> None:
    reference = next((part for part in request.path.split("/") if part.startswith("C-")), "")
    if response.status_code == 404 and Case.objects.filter(reference=reference).exists():
        response.status_code = 403


def _not_modified_where_there_is_something(request: HttpRequest, response: HttpResponse) -> None:
    reference = next((part for part in request.path.split("/") if part.startswith("C-")), "")
    if "If-None-Match" in request.headers and Case.objects.filter(reference=reference).exists():
        response.status_code = 304


def _length_alone(request: HttpRequest, response: HttpResponse) -> None:
    _say(response, b" " * Case.objects.filter(state="draft").count())


def _key_of_a_row(request: HttpRequest, response: HttpResponse) -> None:
    _say(response, str(Case.objects.latest("pk").pk).encode())


def _cookie(request: HttpRequest, response: HttpResponse) -> None:
    response.set_cookie("last", PersonName.objects.latest("pk").pk)


def _order_of_what_is_hidden(request: HttpRequest, response: HttpResponse) -> None:
    _say(response, ",".join(Source.objects.order_by("title").values_list("url", flat=True)).encode())


def _suggestion(request: HttpRequest, response: HttpResponse) -> None:
    asked = request.GET.get("q")
    if asked and PersonName.objects.filter(text__icontains=asked).exists():
        response.headers["X-Did-You-Mean"] = "yes"


LEAKS: dict[str, Callable[[HttpRequest, HttpResponse], None]] = {
    each.__name__.strip("_").replace("_", " "): each
    for each in (
        _count_in_a_header,
        _moment_of_the_last_edit,
        _tag_of_the_edit,
        _note_in_base64,
        _note_packed,
        _note_in_a_picture,
        _forbidden_instead_of_unknown,
        _not_modified_where_there_is_something,
        _length_alone,
        _key_of_a_row,
        _cookie,
        _order_of_what_is_hidden,
        _suggestion,
    )
}


class Leaking:
    """Middleware that gives something away with every answer: whatever `leak` does, where it is set."""

    leak: Callable[[HttpRequest, HttpResponse], None] | None = None

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if Leaking.leak is not None:
            Leaking.leak(request, response)
        return response
