"""Names for the references that filters and counts speak of."""

from django.db.models import Value

from cases.register.published_agency import PublishedAgency
from cases.register.published_campaign import PublishedCampaign


def names_of(*, campaigns: list[str], agencies: list[str]) -> dict[str, str]:
    """Title or name by reference, in one query; of an agency the name that most cases print."""
    titles = PublishedCampaign.objects.filter(reference__in=campaigns).order_by()
    titles = titles.annotate(uses=Value(1)).values_list("reference", "title", "uses")
    named = PublishedAgency.objects.filter(reference__in=agencies).values_list("reference", "name", "uses")
    # The last one stays: most uses, and of several equal ones the first by alphabet.
    rows = sorted(titles.union(named, all=True), key=lambda row: row[1], reverse=True)
    return {reference: name for reference, name, _uses in sorted(rows, key=lambda row: row[2])}
