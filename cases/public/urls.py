"""Public addresses, all listed in `surfaces.py` as well. They bind from the first release."""

from django.urls import path

from cases.public.downloads.csv import cases_csv
from cases.public.views.agency_detail import agency_detail
from cases.public.views.campaign_detail import campaign_detail
from cases.public.views.case_detail import case_detail
from cases.public.views.case_list import case_list
from cases.public.views.data import data
from cases.public.views.facet import facet
from cases.public.views.health import health
from cases.public.views.home import home
from cases.public.views.map import case_map, map_png, map_svg
from cases.public.views.person_detail import person_detail
from cases.public.views.places import country_detail, country_map, region_detail, region_map
from cases.public.views.provision_detail import provision_detail

app_name = "public"

urlpatterns = [
    path("", home, name="home"),
    path("cases/", case_list, name="case_list"),
    path("cases/by/<str:parameter>/", facet, name="facet"),
    path("cases.csv", cases_csv, name="cases_csv"),
    path("cases/<str:reference>/", case_detail, name="case_detail"),
    path("people/<str:reference>/", person_detail, name="person_detail"),
    path("campaigns/<str:reference>/", campaign_detail, name="campaign_detail"),
    path("map/", case_map, name="map"),
    path("map/cases.svg", map_svg, name="map_svg"),
    path("map/cases.png", map_png, name="map_png"),
    path("map/<str:country>.svg", country_map, name="map_of_country"),
    path("map/<str:country>/<str:region>.svg", region_map, name="map_of_region"),
    path("places/<str:country>/", country_detail, name="country_detail"),
    path("places/<str:country>/<str:region>/", region_detail, name="region_detail"),
    path("agencies/<str:reference>/", agency_detail, name="agency_detail"),
    path("provisions/<str:country>/<str:code>/<path:article>/", provision_detail, name="provision_detail"),
    path("data/", data, name="data"),
    path("healthz", health, name="health"),
]
