"""Every chart by the name in its addresses, in the order of the page."""

from cases.public.charts.chart import Build
from cases.public.charts.custody import custody
from cases.public.charts.flows import flows
from cases.public.charts.happenings import arrests, releases, verdicts
from cases.public.charts.held import held_charges, held_places, held_roles, time_held
from cases.public.charts.lengths import lengths
from cases.public.charts.values import agencies, charges, countries, roles

CHARTS: dict[str, Build] = {
    "arrests": arrests,
    "releases": releases,
    "verdicts": verdicts,
    "custody": custody,
    "held_roles": held_roles,
    "held_charges": held_charges,
    "held_places": held_places,
    "lengths": lengths,
    "time_held": time_held,
    "charges": charges,
    "roles": roles,
    "countries": countries,
    "agencies": agencies,
    "flows": flows,
}
