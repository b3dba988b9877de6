"""Cases by the values of a facet: charges, roles, countries, agencies."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.public.charts.chart import MOST_BARS, Bar, Chart, Part, Shape
from cases.public.query.filters import CaseFilterSet
from cases.public.query.names import names_for
from cases.public.query.parameters import PARAMETERS
from cases.public.query.query import Query
from cases.wording.numbers import grouped


def charges(filters: CaseFilterSet, query: Query, every: bool) -> Chart:
    return _by(
        "charge", "charges", _("By charge"), _("Charges ever brought, by category."), filters, query, every
    )


def roles(filters: CaseFilterSet, query: Query, every: bool) -> Chart:
    return _by(
        "role", "roles", _("By role"), _("What the people do or did, as sources say."), filters, query, every
    )


def countries(filters: CaseFilterSet, query: Query, every: bool) -> Chart:
    brief = _("Countries where it happened.")
    return _by("location", "countries", _("By country"), brief, filters, query, every)


def agencies(filters: CaseFilterSet, query: Query, every: bool) -> Chart:
    brief = _("Agencies it is attributed to by somebody named in the case; an attribution is a claim.")
    return _by("agency", "agencies", _("By agency, attributed"), brief, filters, query, every)


def _by(
    parameter: str, name: str, title: str, brief: str, filters: CaseFilterSet, query: Query, every: bool
) -> Chart:
    cases = filters.narrowed()
    counts = cases.count_of(parameter)
    shown = dict(list(counts.items())[: None if every else MOST_BARS])
    names = names_for({parameter: shown})
    bars = []
    for value, count in shown.items():
        words = PARAMETERS[parameter].words(value, names)
        query_of_list = query.listing([(parameter, value)])
        bars.append(Bar(words, count, (value, words, count), query_of_list))
    without = len(cases) - len(cases.having_any(parameter))
    notes = []
    if without:
        note = ngettext(
            "%(count)s case for which none is known is left out.",
            "%(count)s cases for which none is known are left out.",
            without,
        )
        notes.append(note % {"count": grouped(without)})
    return Chart(
        name=name,
        title=title,
        rule=" ".join(
            [
                brief,
                _(
                    "A case with several values counts under each, so the shares can add up to more than 100 %."
                ),
            ]
        ),
        brief=brief,
        shape=Shape.BARS,
        columns=(parameter, "label", "cases"),
        parts=[Part(bars)],
        notes=notes,
        counted=_("Cases"),
        whole=len(cases),
        rest=parameter if len(counts) > len(shown) else "",
    )
