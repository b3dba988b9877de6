"""Template tags of the public pages: `{% load public %}`."""

from collections.abc import Iterable

from django.template import Library
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from cases.public.answering import site
from cases.public.map.inset import inset
from cases.wording.dates import written_day

register = Library()


@register.simple_tag
def file_path(route: str, *arguments) -> str:
    """`{% file_path "cases_csv" %}`: like `url`, for a file, which has one address for all languages."""
    return site.file_path(route, *arguments)


@register.inclusion_tag("public/_place_inset.html")
def place_inset(place: dict | None) -> dict:
    """The small map of a place, given by `country` and `region`; nothing for None, and for what no map shows."""
    return {"inset": inset(place["country"], place["region"]) if place else None}


register.filter("day", written_day)


@register.filter
def told(text: str) -> str | SafeString:
    """`{{ text|told }}`: what of a text is not in the language of the page says in which it is."""
    if not any(language for _piece, language in getattr(text, "pieces", ())):
        return text
    return format_html_join("", "{}", ((_in_its_language(*piece),) for piece in text.pieces))


@register.filter
def told_together(texts: Iterable[str], between: str = " · ") -> SafeString:
    """`{{ notes|told_together }}`: the same of several in one line."""
    return format_html_join(between, "{}", ((told(text),) for text in texts))


def _in_its_language(text: str, language: str) -> str | SafeString:
    return format_html('<span lang="{}">{}</span>', language, text) if language else text
