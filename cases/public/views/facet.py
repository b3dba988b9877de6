"""All values of one facet within a search: for those the list has no room for."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.public.answering.asking import asking
from cases.public.answering.site import absolute, page
from cases.public.answering.snapshot import with_snapshot
from cases.public.query.filters import find
from cases.public.query.names import names_for
from cases.public.query.parameters import PARAMETERS, Parameter
from cases.public.query.query import Query
from cases.register.snapshot import Snapshot
from cases.vocabularies.places import STATES
from cases.wording.numbers import grouped
from cases.wording.samples import how_many


@require_safe
@asking()
@with_snapshot
def facet(request: HttpRequest, snapshot: Snapshot, parameter: str, query: Query) -> HttpResponse:
    """Each value with its number of cases, as a link to the list with it added; by alphabet. 404 for no facet."""
    asked = PARAMETERS.get(parameter)
    if not (asked and asked.counted):
        raise Http404
    filters = find(query, snapshot)
    counts = filters.count_of(parameter)
    names = names_for({parameter: counts})
    address = reverse("public:facet", args=[parameter])
    values = [
        {
            "label": asked.words(value, names),
            "count": grouped(count),
            "chosen": value in query.values(parameter),
            "query": query.and_value(parameter, value).suffix,
        }
        for value, count in counts.items()
    ]
    return page(
        "public/facet.html",
        {
            "here": "cases",
            "canonical": absolute(address + query.suffix),
            "title": asked.title,
            "heading": _("All values: %s") % asked.title,
            "of_samples": how_many(len(filters.chosen.samples()), len(filters.rows)),
            "values": sorted(values, key=lambda value: value["label"].casefold()),
            "none": _none_of(asked, counts),
            "back": reverse("public:case_list") + query.suffix,
        },
    )


def _none_of(asked: Parameter, counts: dict[str, int]) -> list[str]:
    """What a case could have by our lists and none of the search has; of countries that would be most of the world."""
    codes = asked.shape.codes
    if not codes or codes is STATES:
        return []
    return [asked.words(code, {}) for code in codes.codes if code not in counts]
