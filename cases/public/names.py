"""Names for the references that filters and counts speak of."""

from cases.register.published_campaign import PublishedCampaign
from cases.register.published_case import PublishedCase


def names_of(*, campaigns: list[str], agencies: list[str]) -> dict[str, str]:
    """Title or name by reference; one query for either that is asked for."""
    titles = PublishedCampaign.objects.titles(campaigns) if campaigns else {}
    return titles | (PublishedCase.objects.agency_names(agencies) if agencies else {})
