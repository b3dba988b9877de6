"""Who is held now, by role, charge and place; and how long people were held, by charge."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.public.charts.chart import MOST_BARS, Bar, Chart, Part, Shape
from cases.public.query.filters import CaseFilterSet
from cases.public.query.parameters import PARAMETERS
from cases.public.query.query import Query
from cases.register.marks import DAYS_HELD
from cases.vocabularies.custody import HELD_NOW
from cases.wording.numbers import grouped


def held_roles(filters: CaseFilterSet, query: Query, every: bool) -> Chart:
    titles = {"role_family": _("Roles in families"), "role": _("Single roles")}
    return _held("held_roles", _("Held now, by role"), titles, filters, query, every)


def held_charges(filters: CaseFilterSet, query: Query, every: bool) -> Chart:
    return _held("held_charges", _("Held now, by charge"), {"charge": ""}, filters, query, every)


def held_places(filters: CaseFilterSet, query: Query, every: bool) -> Chart:
    titles = {"location": _("Country"), "region": _("Region")}
    return _held("held_places", _("Held now, by place"), titles, filters, query, every)


def time_held(filters: CaseFilterSet, query: Query, every: bool) -> Chart:
    """The bars are medians; their links lead to the cases behind each, whose number stands in its label."""
    cases = filters.chosen
    lasting = query if "days_held_from" in query else query.with_value("days_held_from", "1")
    bars = []
    for charge in cases.having_any_number(DAYS_HELD).count_of("charge"):
        median, number = cases.any_of("charge", [charge]).median(DAYS_HELD)
        words = PARAMETERS["charge"].words(charge, {})
        label = _("%(charge)s (N = %(number)s)") % {"charge": words, "number": grouped(number)}
        days = round(median)
        bars.append(Bar(label, days, (charge, words, days, number), lasting.listing([("charge", charge)])))
    bars.sort(key=lambda bar: -bar.count)
    return Chart(
        name="time_held",
        title=_("Time held, by charge"),
        rule=_(
            "Median of the days somebody of a case was held for certain, all stretches together, of the N cases with "
            "the charge in which somebody was held: half of them were held longer. Who is held still is counted to the "
            "last day a source shows them held, so the true times are longer. Of few cases a median says little."
        ),
        brief=_("Median of days certainly in custody; N is the number of cases."),
        shape=Shape.BARS,
        columns=("charge", "label", "median_days", "cases"),
        parts=[Part(bars if every else bars[:MOST_BARS])],
        notes=[],
        counted=_("Days"),
    )


def _held(
    name: str, title: str, parameters: dict[str, str], filters: CaseFilterSet, query: Query, every: bool
) -> Chart:
    cases = filters.chosen.held()
    held_query = query
    if "held" not in query:
        for value in HELD_NOW.codes:
            held_query = held_query.and_value("held", value)
    parts = []
    for parameter, heading in parameters.items():
        counts = cases.count(filters.rows_by_value(parameter))
        shown = list(counts.items())[: None if every else MOST_BARS]
        bars = []
        for value, count in shown:
            words = PARAMETERS[parameter].words(value, {})
            address = held_query.listing([(parameter, value)])
            bars.append(Bar(words, count, (parameter, value, words, count), address))
        parts.append(Part(bars, heading))
    note = ngettext(
        "%(count)s case is of somebody held now, confirmed of late or not.",
        "%(count)s cases are of somebody held now, confirmed of late or not.",
        len(cases),
    )
    return Chart(
        name=name,
        title=title,
        rule=_(
            "Cases of somebody in custody when last heard of: the number “held now”, broken down. A case with several "
            "values counts under each, so the shares can add up to more than 100 %."
        ),
        brief=_("Cases of somebody in custody when last heard of."),
        shape=Shape.BARS,
        columns=("parameter", "value", "label", "cases"),
        parts=parts,
        notes=[note % {"count": grouped(len(cases))}],
        counted=_("Cases"),
        whole=len(cases),
    )
