"""Addresses for other people's pages: of a search as it stands, and of a frame that shows it."""

from django.urls import reverse

from cases.public.answering.site import absolute
from cases.public.query.query import Query


def frame_of(route: str, query: Query, *arguments: str) -> str:
    """The address of the frame that shows this; empty for a search by words, which no frame takes."""
    if "q" in query:
        return ""
    return absolute(reverse(f"public:{route}", args=arguments) + query.without("page", "sort").suffix)
