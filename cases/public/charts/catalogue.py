"""Every chart by the name in its addresses, in the order of the page."""

from cases.public.charts.arrests import arrests
from cases.public.charts.chart import Build
from cases.public.charts.custody import custody
from cases.public.charts.flows import flows
from cases.public.charts.lengths import lengths
from cases.public.charts.values import agencies, charges, countries, roles

CHARTS: dict[str, Build] = {
    "arrests": arrests,
    "custody": custody,
    "lengths": lengths,
    "charges": charges,
    "roles": roles,
    "countries": countries,
    "agencies": agencies,
    "flows": flows,
}
