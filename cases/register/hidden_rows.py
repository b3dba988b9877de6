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
from cases.text.search_words import keys_of_text


@lru_cache(maxsize=2)
def without_hidden(bitmaps: Bitmaps, today: date) -> Bitmaps:
    """The bitmaps as readers may know them on a day; asked within the snapshot they are of."""
    numbers = dict(PublishedCase.objects.hidden(today).values_list("row_number", "reference"))
    campaigns = dict(PublishedCampaign.objects.hidden(today).values_list("reference", "title"))
    if not (numbers or campaigns):
        return bitmaps
    gone = {reference: _keys_of_titles(reference, title) for reference, title in campaigns.items()}
    return bitmaps.without(BitMap(numbers), frozenset(numbers.values()), gone)


def _keys_of_titles(reference: str, title: str) -> frozenset[str]:
    """The keys of the words of a campaign's title, also as its cases have it since before it was changed."""
    cases = PublishedCase.objects.filter(campaigns__contains=[reference]).order_by()
    listed = cases.values_list("document__campaigns", flat=True).distinct()
    titles = {each["title"] for campaigns in listed for each in campaigns if each["reference"] == reference}
    return frozenset().union(*map(keys_of_text, {title, *titles}))
