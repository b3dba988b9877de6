"""Titles of what is published, for documents that name other records by their references."""

from collections.abc import Iterable
from typing import NamedTuple

from cases.register.published_campaign import PublishedCampaign
from cases.register.published_case import PublishedCase


class Title(NamedTuple):
    """`sample`: the record is a fictional one. `written_in` a language; `translations` are those of the document."""

    text: str
    sample: bool
    written_in: str
    translations: list[dict]


def titles_of(references: Iterable[str]) -> dict[str, Title]:
    """Title by reference, of those cases and campaigns that may be read now; one query, or none for no reference."""
    references = list(references)
    if not references:
        return {}
    published = [
        model.objects.shown()
        .filter(reference__in=references)
        .order_by()
        .values_list("reference", "title", "sample", "document__text_language", "document__translations")
        for model in (PublishedCase, PublishedCampaign)
    ]
    return {
        reference: Title(text, bool(sample), written_in, translations)
        for reference, text, sample, written_in, translations in published[0].union(published[1], all=True)
    }
