"""The bitmaps of a moment without the rows that may not be read any more: what every answer counts and chooses from.

Which rows those are follows from the moment and the day (`shown_until.py`), so a worker works them out once for both.
They are few, since they are taken out of the register soon after; but until then, and if that fails, nothing that is
counted, found or suggested may know them.
"""

from datetime import date
from functools import lru_cache

from pyroaring import BitMap

from cases.register.bitmaps import Bitmaps
from cases.register.published_campaign import PublishedCampaign
from cases.register.published_case import PublishedCase


@lru_cache(maxsize=2)
def without_hidden(bitmaps: Bitmaps, today: date) -> Bitmaps:
    """The bitmaps as readers may know them on a day; asked within the snapshot they are of."""
    numbers = dict(PublishedCase.objects.hidden(today).values_list("row_number", "reference"))
    campaigns = PublishedCampaign.objects.hidden(today).values_list("reference", flat=True)
    gone = {("campaign", reference) for reference in campaigns}
    return bitmaps.without(BitMap(numbers), frozenset(numbers.values()), gone) if numbers or gone else bitmaps
