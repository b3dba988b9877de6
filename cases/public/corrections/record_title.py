"""The title of the record that a correction is about, for the page of its form."""

from django.db import DatabaseError

from cases.register.published_campaign import PublishedCampaign
from cases.register.published_case import PublishedCase
from cases.register.reading import NotReady, look


def published_title(reference: str) -> str:
    """Of a case or a campaign, or the name of a named person. Empty for all that is not published, and in trouble."""
    if not reference:
        return ""
    try:
        with look():
            return _title(reference)
    except (NotReady, DatabaseError):
        return ""


def _title(reference: str) -> str:
    match reference[0]:
        case "C":
            found = PublishedCase.objects.filter(reference=reference).values_list("title", flat=True)
        case "K":
            found = PublishedCampaign.objects.filter(reference=reference).values_list("title", flat=True)
        case "P":
            named = PublishedCase.objects.of_person(reference).filter(identity="named").order_by("row_number")
            found = named.values_list("name", flat=True)
        case _:
            return ""
    return found.first() or ""
