"""The page of a prison, a remand centre or another building that published cases name: who is held there, as last
known, and who may have been on a day."""

from datetime import date
from itertools import chain

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.public.answering.asking import asking
from cases.public.answering.site import absolute, page
from cases.public.answering.snapshot import with_snapshot
from cases.public.list.counting import count_people
from cases.public.list.rows import case_rows, shown_in_order
from cases.public.list.subjects import called
from cases.public.query.facets import certain_on
from cases.public.query.filters import find
from cases.public.query.query import Query
from cases.public.views.references import canonical_reference
from cases.register.custody import place_of
from cases.register.marks import FACILITY
from cases.register.published_case import PublishedCase
from cases.register.selection import Selection
from cases.register.snapshot import Snapshot
from cases.wording.dates import written_day
from cases.wording.paths import facility_path
from cases.wording.places import place_words

MOST_SHOWN = 50
"""Cases of a table, the newest first; the list has all of them."""


@require_safe
@asking(["held_on"])
@with_snapshot
def facility_detail(request: HttpRequest, snapshot: Snapshot, reference: str, query: Query) -> HttpResponse:
    """404 unless a published case names the facility; `held_on` asks who may have been held there on a day."""
    canonical = canonical_reference(reference)
    everything = Selection.everything(snapshot.bitmaps)
    naming = everything.any_of(FACILITY, [canonical])
    if not naming:
        raise Http404
    path = facility_path(canonical)
    if reference != canonical:
        return redirect(path + query.suffix, permanent=True)
    now = Query((("held_at", canonical),))
    day = query.value("held_on")
    searches = [now, now.with_value("held_on", day)] if day else [now]
    held, *on_day = _held(searches, snapshot)
    return page(
        "public/facility_detail.html",
        {
            "here": "place",
            "canonical": absolute(path + query.suffix),
            **_names_and_place(canonical, naming),
            "now": held,
            "on_day": on_day[0] if on_day else None,
            "day": day,
            "day_words": day and written_day(date.fromisoformat(day)),
            "today": timezone.localdate().isoformat(),
        },
    )


def _names_and_place(reference: str, naming: Selection) -> dict:
    """Its name as most cases print it, its other names, and where it is according to the case published last."""
    newest = naming.in_order("-published", 0, 1)
    document = PublishedCase.objects.filter(row_number__in=newest).values_list("document", flat=True).get()
    place, names = place_of(document, reference), called(reference)
    others = dict.fromkeys([*names["other_names"], *place["names"]])
    return {
        **names,
        "other_names": [name for name in others if name != names["heading"]],
        "where": place_words(place | {"facility": ""}),
        "on_map": {"country": place["country"], "region": place["region"]},
    }


def _held(searches: list[Query], snapshot: Snapshot) -> list[dict]:
    """The cases each search finds, as a table says them, in one query; raises BadParameter."""
    found = [find(query, snapshot) for query in searches]
    shown = [filters.chosen.in_order("-published", 0, MOST_SHOWN) for filters in found]
    cases = {case.row_number: case for case in shown_in_order(list({*chain(*shown)}))}
    return [
        {
            "query": query,
            "people": count_people(filters.chosen),
            "rows": case_rows([cases[number] for number in numbers], today=timezone.localdate()),
            "certain": len(certain_on(filters, day)) if (day := filters.values["held_on"]) else None,
        }
        for query, filters, numbers in zip(searches, found, shown, strict=True)
    ]
