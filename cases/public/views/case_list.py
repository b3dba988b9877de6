"""The list of cases: filtered, counted, sorted, in pages."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from pyroaring import BitMap

from cases.public.answering.asking import asking
from cases.public.answering.frames import frame_of
from cases.public.answering.site import absolute, page
from cases.public.answering.snapshot import with_snapshot
from cases.public.list.choices import chips, days, offered, themes
from cases.public.list.counting import count_people
from cases.public.list.offers import nothing_found, offers
from cases.public.list.pages import numbered_links, page_of
from cases.public.list.rows import case_rows, shown_in_order
from cases.public.list.subjects import subject_link
from cases.public.list.years import years
from cases.public.query import facets
from cases.public.query.filters import CaseFilterSet, find
from cases.public.query.heading import heading
from cases.public.query.names import names_for
from cases.public.query.parameters import LIST_PARAMETERS, RELEVANCE
from cases.public.query.query import Query
from cases.public.query.ranges import PERHAPS
from cases.register.name_finds import suggestion
from cases.register.search import SearchResult
from cases.register.snapshot import Snapshot


@require_safe
@asking(LIST_PARAMETERS)
@with_snapshot
def case_list(request: HttpRequest, snapshot: Snapshot, query: Query) -> HttpResponse:
    return page("public/case_list.html", _context(query, snapshot))


def _context(query: Query, snapshot: Snapshot) -> dict:
    filters = find(query, snapshot)
    people = count_people(filters.narrowed())
    numbered = page_of(query, people.cases)
    counts = facets.count(filters)
    names = names_for({name: offered(counted, query.values(name)) for name, counted in counts.facets.items()})
    found = filters.found if filters.values["q"] else None
    rows = shown_in_order(
        filters.in_order(numbered.start, numbered.stop), *(["other_names", "document"] if found else [])
    )
    today = timezone.localdate()
    return {
        "here": "cases",
        "canonical": absolute(reverse("public:case_list") + query.suffix),
        "heading": heading(filters.values, names),
        "q": filters.values["q"],
        "kept": [("sort", query.value("sort"))] if query.value("sort") not in ("", RELEVANCE) else [],
        "subject": subject_link(query) if people.cases else None,
        "people": people,
        "counts": counts,
        "chips": chips(query, names),
        "clearable": any(name not in ("q", "sort", "page") for name, _value in query.parameters),
        "cleared": query.only(["q"]).suffix,
        "rows": case_rows(rows, today=today, found=found),
        "offers": offers(found, filters, query, names) if found else [],
        "nothing": nothing_found(found, query) if found and not rows else None,
        "meant": _meant(found, query, snapshot.bitmaps.hidden) if found else None,
        "themes": themes(counts.facets, query, names),
        "days": days(query),
        "years": years(filters, query),
        "sorts": _sorts(filters, query),
        "orders": _orders(filters, query),
        "pages": numbered_links(numbered, query),
        "page": numbered,
        "held_then_query": _held_then(query),
        "perhaps": [_perhaps(each, query) for each in counts.perhaps],
        "file_query": query.without("page"),
        "frame": frame_of("list_embed", query),
        "all_query": query.without("page", "sort"),
    }


def _held_then(query: Query) -> str:
    """Of those of one day, the way to who may have been held on it."""
    return query.without("from", "to", "page").with_value("held_on", query.value("from")).suffix


def _perhaps(said: facets.Perhaps, query: Query) -> dict:
    """What is certain in the days asked for, or only may lie in them, with the way from the one to the other."""
    plain = query.without("page")
    other = plain.without_value if said.chosen else plain.and_value
    return {"said": said, "query": other(PERHAPS, said.happening).suffix}


def _meant(found: SearchResult, query: Query, hidden: BitMap) -> dict | None:
    """A public name near the words, where they are nobody's name, with the query for it."""
    name = "" if found.rows or found.is_reference else suggestion(found.name, hidden=hidden)
    return {"name": name, "query": query.without("page").with_value("q", name).suffix} if name else None


def _sorts(filters: CaseFilterSet, query: Query) -> dict[str, dict]:
    """For each column that sorts: its direction now, for `aria-sort`, and the query that a click asks for."""
    plain = query.without("page", "sort")
    now = filters.order

    def column(first: str, second: str = "") -> dict:
        following = second if now == first and second else first
        chosen = now in (first, second)
        ascending = "descending" if now.startswith("-") else "ascending"
        return {"chosen": ascending if chosen else "", "query": plain.with_value("sort", following).suffix}

    return {
        "name": column("name"),
        "start": column("-start", "start"),
        "checked": column("-checked"),
        "sources": column("-sources"),
    }


def _orders(filters: CaseFilterSet, query: Query) -> list[dict]:
    """Every order with its name, the present one marked; the unusual way round is named only while it is chosen."""
    titles = {
        RELEVANCE: _("best match"),
        "-start": _("since ↓"),
        "start": _("since ↑"),
        "-published": _("newest published"),
        "published": _("oldest published"),
        "name": _("name"),
        "-checked": _("last checked"),
        "-held": _("longest held"),
        "-sentence": _("longest sentence"),
        "-sources": _("most sources"),
    }
    now, plain = filters.order, query.without("page", "sort")
    offered = {*titles} - {"start", "published", RELEVANCE} | ({RELEVANCE} if filters.values["q"] else set())
    if now in ("start", "published"):
        offered = offered - {f"-{now}"} | {now}
    return [
        {"title": title, "now": name == now, "query": plain.with_value("sort", name).suffix}
        for name, title in titles.items()
        if name in offered
    ]
