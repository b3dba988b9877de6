"""Template tags of the public pages: `{% load public %}`."""

from django.template import Library

from cases.public import site

register = Library()


@register.simple_tag
def file_path(route: str, *arguments) -> str:
    """`{% file_path "cases_csv" %}`: like `url`, for a file, which has one address for all languages."""
    return site.file_path(route, *arguments)
