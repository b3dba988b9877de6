"""Public addresses, all listed in `surfaces.py` as well. They bind from the first release."""

from django.urls import path

from cases.public.downloads.csv import cases_csv
from cases.public.views.campaign_detail import campaign_detail
from cases.public.views.case_detail import case_detail
from cases.public.views.case_list import case_list
from cases.public.views.data import data
from cases.public.views.facet import facet
from cases.public.views.health import health
from cases.public.views.home import home
from cases.public.views.person_detail import person_detail
from cases.public.views.statistics import chart_csv, chart_dark_svg, chart_png, chart_svg, statistics

app_name = "public"

urlpatterns = [
    path("", home, name="home"),
    path("cases/", case_list, name="case_list"),
    path("cases/by/<str:parameter>/", facet, name="facet"),
    path("cases.csv", cases_csv, name="cases_csv"),
    path("cases/<str:reference>/", case_detail, name="case_detail"),
    path("people/<str:reference>/", person_detail, name="person_detail"),
    path("campaigns/<str:reference>/", campaign_detail, name="campaign_detail"),
    path("statistics/", statistics, name="statistics"),
    path("statistics/<slug:chart>.csv", chart_csv, name="chart_csv"),
    path("statistics/<slug:chart>.svg", chart_svg, name="chart_svg"),
    path("statistics/<slug:chart>.dark.svg", chart_dark_svg, name="chart_dark_svg"),
    path("statistics/<slug:chart>.png", chart_png, name="chart_png"),
    path("data/", data, name="data"),
    path("healthz", health, name="health"),
]
