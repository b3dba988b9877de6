"""Ways across borders: whose repression it is, and where it happened."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.public.charts.chart import MOST_BARS, Bar, Chart, Part, Shape
from cases.public.query.filters import CaseFilterSet
from cases.public.query.query import Query
from cases.register.figures import FLOW
from cases.vocabularies.places import STATES
from cases.wording.numbers import grouped
from cases.wording.words import label


def flows(filters: CaseFilterSet, query: Query, every: bool) -> Chart:
    across = filters.narrowed().any_of("cross_border", [True])
    ranked = sorted(across.times_of(FLOW).items(), key=lambda item: (-item[1], item[0]))
    bars = [_bar(*flow.split(">"), count, query) for flow, count in ranked[: None if every else MOST_BARS]]
    without = len(across) - len(across.having_any(FLOW))
    notes = []
    if len(ranked) > len(bars):
        more = len(ranked) - len(bars)
        note = ngettext(
            "%(count)s more pair is in the CSV file.", "%(count)s more pairs are in the CSV file.", more
        )
        notes.append(note % {"count": grouped(more)})
    if without:
        note = ngettext(
            "%(count)s case across borders has no two different states stated and is left out.",
            "%(count)s cases across borders have no two different states stated and are left out.",
            without,
        )
        notes.append(note % {"count": grouped(without)})
    return Chart(
        name="flows",
        title=_("Across borders: whose repression, and where"),
        rule=_(
            "Cases known to be across borders, by the state whose repression it is and each other state where it "
            "happened. A case with several states counts for each pair, so the shares can add up to more than 100 %."
        ),
        brief=_("State whose repression it is → state where it happened; cases across borders."),
        shape=Shape.BARS,
        columns=("origin", "location", "cases"),
        parts=[Part(bars)],
        notes=notes,
        counted=_("Cases"),
        whole=len(across),
    )


def _bar(origin: str, location: str, count: int, query: Query) -> Bar:
    words = f"{label(STATES, origin)} → {label(STATES, location)}"
    wanted = [("origin", origin), ("location", location), ("cross_border", "true")]
    return Bar(words, count, (origin, location, count), query.listing(wanted))
