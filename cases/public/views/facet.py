"""All values of one facet within a search: for those the list has no room for."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.public.asking import asking
from cases.public.filters import find
from cases.public.looking import looking
from cases.public.names import names_of
from cases.public.presentation.parameters import TITLES, value_words
from cases.public.query import Query
from cases.public.site import absolute, page
from cases.register.fields import FACETS
from cases.register.reading import Look
from cases.wording.numbers import grouped


@require_safe
@asking()
@looking
def facet(request: HttpRequest, look: Look, parameter: str, query: Query) -> HttpResponse:
    """Each value with its number of cases, as a link to the list with it added; by alphabet. 404 for no facet."""
    if parameter not in FACETS:
        raise Http404
    counts = find(query, look).narrowed([parameter]).count_of(parameter)
    references = {"campaign": [], "agency": []} | {parameter: [*counts]}
    names = names_of(campaigns=references["campaign"], agencies=references["agency"])
    address = reverse("public:facet", args=[parameter])
    values = [
        {
            "label": value_words(parameter, value, names),
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
            "title": TITLES[parameter],
            "heading": _("All values: %s") % TITLES[parameter],
            "values": sorted(values, key=lambda value: value["label"].casefold()),
            "back": reverse("public:case_list") + query.suffix,
        },
    )
