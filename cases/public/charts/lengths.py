"""How long people were held: completed detentions, and those that are not known to have ended."""

from collections import Counter

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.public.charts.chart import Bar, Chart, Part, Shape
from cases.public.query.filters import CaseFilterSet
from cases.public.query.query import Query
from cases.register.figures import COMPLETED, CONTINUING, DETENTION, LENGTHS, UNKNOWN_LENGTH
from cases.wording.lengths import CLASSES
from cases.wording.numbers import grouped


def lengths(filters: CaseFilterSet, query: Query, every: bool) -> Chart:
    """Each bar leads to the cases with a detention it counts: fewer than its number where a case has several."""
    cases = filters.narrowed()
    counts = cases.times_of(DETENTION)
    undated = len(cases.held_undated())
    note = ngettext(
        "%(count)s case in which somebody was held at no stated time is left out.",
        "%(count)s cases in which somebody was held at no stated time are left out.",
        undated,
    )
    return Chart(
        name="lengths",
        title=_("Length of detention"),
        rule=_(
            "Each stretch of custody counts once. A completed one has a length if all readings of its dates lie in one "
            "class. One that is not known to have ended is counted up to the last day custody is certain, so it "
            "lasted at least that long. A month is 30 days here, half a year 182, a year 365."
        ),
        brief=_("Stretches of custody; those not known to have ended as far as they are certain."),
        shape=Shape.BARS,
        columns=("detention", "length", "detentions"),
        parts=[
            _part(counts, query, COMPLETED, _("Completed (%(count)s)")),
            _part(counts, query, CONTINUING, _("Not known to have ended, at least (%(count)s)")),
        ],
        notes=[note % {"count": grouped(undated)}] if undated else [],
        counted=_("Detentions"),
    )


def _part(counts: Counter[str], query: Query, kind: str, title: str) -> Part:
    numbers = {name: counts[f"{kind}:{name}"] for name in (*LENGTHS, UNKNOWN_LENGTH)}
    total = sum(numbers.values())
    bars = [
        Bar(
            str(CLASSES[name]),
            number,
            (kind, name, number),
            query.listing([(DETENTION, f"{kind}:{name}")]) if number else None,
        )
        for name, number in numbers.items()
    ]
    return Part(bars if total else [], title % {"count": grouped(total)})
