"""Which language a request is answered in: on the public side by the path, at the desk by the reader's choice.

English has no prefix, every other language stands first in the path (`/az/cases/`). The prefix is taken off before
anything resolves the path, and put before every address that is reversed while the request is answered, so that
neither routes nor templates know of it. Files and the API have one address, whatever the language.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.http import HttpResponsePermanentRedirect
from django.urls import get_script_prefix, set_script_prefix
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.http import escape_leading_slashes

from tracker.middleware import is_desk

IN_EVERY_LANGUAGE = re.compile(
    r"/(admin|static|api|\.well-known)(/.*)?|/healthz|/map/[A-Z].*\.svg|.*\.(csv|xlsx|jsonl|geojson|json|txt|xml|bib|ris|ico)"
)
"""Paths that are the same for all languages: the desk, files, the API."""


class LanguageMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if is_desk(request):
            # What Django's own view `set_language` noted in a cookie of the desk, or what the browser asks for.
            with translation.override(translation.get_language_from_request(request)):
                response = self.get_response(request)
            patch_vary_headers(response, ["Accept-Language", "Cookie"])
            return response
        if request.path_info[1:] in prefixed():
            return HttpResponsePermanentRedirect(f"{request.path_info}/")
        language, path = split(request.path_info)
        reading = request.method in ("GET", "HEAD")
        if reading and path != request.path_info and IN_EVERY_LANGUAGE.fullmatch(path):
            # `//elsewhere.example/a.csv` would be read as another host.
            address = escape_leading_slashes(untranslated(request.get_full_path()))
            return HttpResponsePermanentRedirect(address)
        request.path_info = path
        with translation.override(language), public_addresses():
            return self.get_response(request)


@contextmanager
def public_addresses() -> Iterator[None]:
    """Addresses made inside lead to public pages in the active language; the desk's own must not be made here."""
    before = get_script_prefix()
    set_script_prefix(f"/{prefix_of(translation.get_language())}")
    try:
        yield
    finally:
        set_script_prefix(before)


def prefixed() -> tuple[str, ...]:
    """The languages that stand in the path: those of the settings but English."""
    return tuple(code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE)


def split(path: str) -> tuple[str, str]:
    """The language of a path below the root, and the path without it."""
    first, slash, rest = path[1:].partition("/")
    return (first, f"/{rest}") if slash and first in prefixed() else (settings.LANGUAGE_CODE, path)


def prefix_of(language: str) -> str:
    """What stands before a path for this language: `az/`, or nothing."""
    return f"{language}/" if language in prefixed() else ""


def untranslated(address: str) -> str:
    """The address of a file, as every language shares it."""
    return split(address)[1]


def in_language(address: str, language: str) -> str:
    """The address, which may carry a language already, in this one."""
    return f"/{prefix_of(language)}{untranslated(address)[1:]}"
