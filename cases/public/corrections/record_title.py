"""The title of the record that a correction is about, for the page of its form."""

from django.db import Error

from cases.register.published_campaign import PublishedCampaign
from cases.register.published_case import PublishedCase
from cases.register.snapshot import NotReady, take_snapshot
from cases.wording.samples import marked


def published_title(reference: str) -> str:
    """Of a case or a campaign, or the name of a named person. Empty for all that is not published, and in trouble."""
    if not reference:
        return ""
    try:
        with take_snapshot():
            return _title(reference)
    except (NotReady, Error):
        return ""


def _title(reference: str) -> str:
    match reference[0]:
        case "C":
            found = PublishedCase.objects.shown().filter(reference=reference).values_list("title", "sample")
        case "K":
            found = (
                PublishedCampaign.objects.shown().filter(reference=reference).values_list("title", "sample")
            )
        case "P":
            of_person = PublishedCase.objects.shown().of_person(reference)
            named = of_person.filter(identity="named").order_by("row_number")
            found = named.values_list("name", "sample")
        case _:
            return ""
    title = found.first()
    return marked(*title) if title else ""
