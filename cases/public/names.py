"""Names for the references that filters and counts speak of."""

from collections.abc import Iterable

from django.db.models import Value

from cases.register.published_agency import PublishedAgency
from cases.register.published_campaign import PublishedCampaign
from cases.register.published_case import PublishedCase


def names_of(*, campaigns: list[str], agencies: list[str]) -> dict[str, str]:
    """Title or name by reference, in one query; of an agency the name that most cases print."""
    titles = PublishedCampaign.objects.filter(reference__in=campaigns).order_by()
    titles = titles.annotate(uses=Value(1)).values_list("reference", "title", "uses")
    named = PublishedAgency.objects.filter(reference__in=agencies).values_list("reference", "name", "uses")
    # The last one stays: most uses, and of several equal ones the first by alphabet.
    rows = sorted(titles.union(named, all=True), key=lambda row: row[1], reverse=True)
    return {reference: name for reference, name, _uses in sorted(rows, key=lambda row: row[2])}


def titles_of(references: Iterable[str]) -> dict[str, str]:
    """Title by reference, of those cases and campaigns that are published now; one query, or none for no reference."""
    references = list(references)
    if not references:
        return {}
    published = [
        model.objects.filter(reference__in=references).order_by().values_list("reference", "title")
        for model in (PublishedCase, PublishedCampaign)
    ]
    return dict(published[0].union(published[1], all=True))
