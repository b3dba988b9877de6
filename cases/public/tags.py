"""Template tags of the public pages: `{% load public %}`."""

from django.template import Library

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
