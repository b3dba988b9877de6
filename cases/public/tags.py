"""Template tags of the public pages: `{% load public %}`."""

from django.template import Library
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from cases.public.answering import site
from cases.public.map.inset import inset
from cases.wording.dates import written_day

register = Library()

_CHECKED = mark_safe(" checked")
_CHOICE = (
    '<label class="choice"><input type="checkbox" form="find" name="{}" value="{}"{}><span>{}</span>'
    '<span class="choice__count">{}</span></label>'
)


@register.simple_tag
def file_path(route: str, *arguments) -> str:
    """`{% file_path "cases_csv" %}`: like `url`, for a file, which has one address for all languages."""
    return site.file_path(route, *arguments)


@register.simple_tag
def choices(facet: dict) -> SafeString:
    """The checkboxes of a facet. Written here since a page has a hundred and more: as a template they were a tenth of
    the time of the list."""
    return format_html_join(
        "",
        _CHOICE,
        (
            (
                facet["parameter"],
                choice["value"],
                _CHECKED if choice["chosen"] else "",
                choice["label"],
                choice["count"],
            )
            for choice in facet["choices"]
        ),
    )


@register.inclusion_tag("public/_place_inset.html")
def place_inset(place: dict | None) -> dict:
    """The small map of a place, given by `country` and `region`; nothing for None, and for what no map shows."""
    return {"inset": inset(place["country"], place["region"]) if place else None}


register.filter("day", written_day)
