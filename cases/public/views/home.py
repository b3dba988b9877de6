"""The front page: what is tracked, how many, what is new, and ways in."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from cases.public.answering.site import absolute, page
from cases.public.answering.snapshot import with_snapshot
from cases.public.list.choices import ways
from cases.public.list.counting import count_held, count_people, held_table
from cases.public.list.rows import case_rows, shown_in_order
from cases.public.map.figures import figures_of
from cases.public.query.query import Query
from cases.register.selection import Selection
from cases.register.snapshot import Snapshot

NEWEST_SHOWN = 6
WAYS_SHOWN = 12
WAYS_IN = {
    "location": gettext_lazy("By country where it happened"),
    "charge": gettext_lazy("By charge"),
    "role": gettext_lazy("By role"),
}


@require_safe
@with_snapshot
def home(request: HttpRequest, snapshot: Snapshot) -> HttpResponse:
    cases = Selection.everything(snapshot.bitmaps)
    today = timezone.localdate()
    counts = {parameter: cases.count_of(parameter) for parameter in WAYS_IN}
    newest = cases.in_order("-published", 0, NEWEST_SHOWN)
    return page(
        "public/home.html",
        {
            "here": "home",
            "canonical": absolute(reverse("public:home")),
            "people": count_people(cases),
            "held": held_table(count_held(cases, today=today)),
            "figures": figures_of(cases),
            "newest": case_rows(shown_in_order(newest), today=today),
            "ways": [
                ways(Query(()), parameter, counts[parameter], WAYS_SHOWN, {}) | {"title": title}
                for parameter, title in WAYS_IN.items()
                if counts[parameter]
            ],
        },
    )
