"""Public addresses, all listed in `surfaces.py` as well. They bind from the first release."""

from django.urls import path

from cases.public.downloads.csv import cases_csv
from cases.public.feeds.atom import cases_atom
from cases.public.views.about import about, privacy, security
from cases.public.views.agency_detail import agency_detail
from cases.public.views.campaign_detail import campaign_detail
from cases.public.views.case_citation import case_bibtex, case_ris
from cases.public.views.case_detail import case_detail
from cases.public.views.case_list import case_list
from cases.public.views.case_versions import case_comparison, case_version, case_versions
from cases.public.views.changes import changes, changes_atom
from cases.public.views.correction import correction, correction_received
from cases.public.views.data import data
from cases.public.views.embed import chart_embed, list_embed, map_embed
from cases.public.views.facet import facet
from cases.public.views.facility_detail import facility_detail
from cases.public.views.health import health
from cases.public.views.home import home
from cases.public.views.map import case_map, map_dark_sheet, map_png, map_sheet, map_svg
from cases.public.views.methodology import methodology
from cases.public.views.official_detail import official_detail
from cases.public.views.organisation_detail import organisation_detail
from cases.public.views.person_detail import person_detail
from cases.public.views.places import country_detail, country_map, region_detail, region_map
from cases.public.views.provision_detail import provision_detail
from cases.public.views.sitemap import sitemap, sitemap_part
from cases.public.views.starting import agencies, campaigns, people, places, provisions
from cases.public.views.statistics import chart_csv, chart_dark_svg, chart_png, chart_svg, statistics
from cases.public.views.well_known import favicon, robots, security_txt

app_name = "public"

urlpatterns = [
    path("", home, name="home"),
    path("cases/", case_list, name="case_list"),
    path("cases/by/<str:parameter>/", facet, name="facet"),
    path("cases/embed/", list_embed, name="list_embed"),
    path("cases.atom", cases_atom, name="cases_atom"),
    path("cases.csv", cases_csv, name="cases_csv"),
    path("cases/<str:reference>/", case_detail, name="case_detail"),
    path("cases/<str:reference>/versions/", case_versions, name="case_versions"),
    path("cases/<str:reference>/versions/compare/", case_comparison, name="case_comparison"),
    path("cases/<str:reference>/versions/<int:number>/", case_version, name="case_version"),
    path("cases/<str:reference>/cite.bib", case_bibtex, name="case_bibtex"),
    path("cases/<str:reference>/cite.ris", case_ris, name="case_ris"),
    path("people/", people, name="people"),
    path("people/<str:reference>/", person_detail, name="person_detail"),
    path("campaigns/", campaigns, name="campaigns"),
    path("campaigns/<str:reference>/", campaign_detail, name="campaign_detail"),
    path("map/", case_map, name="map"),
    path("map/embed/", map_embed, name="map_embed"),
    path("map/sheet.svg", map_sheet, name="map_sheet"),
    path("map/sheet.dark.svg", map_dark_sheet, name="map_dark_sheet"),
    path("map/cases.svg", map_svg, name="map_svg"),
    path("map/cases.png", map_png, name="map_png"),
    path("map/<str:country>.svg", country_map, name="map_of_country"),
    path("map/<str:country>/<str:region>.svg", region_map, name="map_of_region"),
    path("places/", places, name="places"),
    path("places/facility/<str:reference>/", facility_detail, name="facility_detail"),
    path("places/<str:country>/", country_detail, name="country_detail"),
    path("places/<str:country>/<str:region>/", region_detail, name="region_detail"),
    path("agencies/", agencies, name="agencies"),
    path("agencies/<str:reference>/", agency_detail, name="agency_detail"),
    path("organisations/<str:reference>/", organisation_detail, name="organisation_detail"),
    path("officials/<str:reference>/", official_detail, name="official_detail"),
    path("provisions/", provisions, name="provisions"),
    path("provisions/<str:country>/<str:code>/<path:article>/", provision_detail, name="provision_detail"),
    path("changes/", changes, name="changes"),
    path("changes.atom", changes_atom, name="changes_atom"),
    path("statistics/", statistics, name="statistics"),
    path("statistics/<slug:chart>/embed/", chart_embed, name="chart_embed"),
    path("statistics/<slug:chart>.csv", chart_csv, name="chart_csv"),
    path("statistics/<slug:chart>.svg", chart_svg, name="chart_svg"),
    path("statistics/<slug:chart>.dark.svg", chart_dark_svg, name="chart_dark_svg"),
    path("statistics/<slug:chart>.png", chart_png, name="chart_png"),
    path("data/", data, name="data"),
    path("about/", about, name="about"),
    path("methodology/", methodology, name="methodology"),
    path("privacy/", privacy, name="privacy"),
    path("security/", security, name="security"),
    path("corrections/", correction, name="correction"),
    path("corrections/received/", correction_received, name="correction_received"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemap_part, name="sitemap_part"),
    path("robots.txt", robots, name="robots"),
    path(".well-known/security.txt", security_txt, name="security_txt"),
    path("favicon.ico", favicon, name="favicon"),
    path("healthz", health, name="health"),
]
