"""The legal provisions of the vocabularies, as rows that charges can refer to."""

from cases.models import LegalProvision
from cases.vocabularies.charges import PROVISIONS
from cases.vocabularies.provisions import UNVERIFIED_PROVISIONS


def load_provisions():
    """Add the provisions that are not on file, those not checked without title and source; what the desk changed stays.
    Returns how many."""
    known = set(LegalProvision.objects.values_list("country", "code", "article"))
    missing = [
        LegalProvision(
            country=provision.country,
            code=provision.code,
            article=provision.article,
            title=provision.title,
            category=provision.category,
            valid_from=provision.valid_from,
            valid_to=provision.valid_to,
            source=provision.source,
        )
        for provision in (*PROVISIONS, *UNVERIFIED_PROVISIONS)
        if (provision.country, provision.code, provision.article) not in known
    ]
    return len(LegalProvision.objects.bulk_create(missing, ignore_conflicts=True))
