"""Public addresses, all listed in `surfaces.py` as well. They bind from the first release."""

from django.urls import path

from cases.public.downloads.csv import cases_csv
from cases.public.views.campaign_detail import campaign_detail
from cases.public.views.case_citation import case_bibtex, case_ris
from cases.public.views.case_detail import case_detail
from cases.public.views.case_list import case_list
from cases.public.views.case_versions import case_comparison, case_version, case_versions
from cases.public.views.data import data
from cases.public.views.facet import facet
from cases.public.views.health import health
from cases.public.views.home import home
from cases.public.views.person_detail import person_detail

app_name = "public"

urlpatterns = [
    path("", home, name="home"),
    path("cases/", case_list, name="case_list"),
    path("cases/by/<str:parameter>/", facet, name="facet"),
    path("cases.csv", cases_csv, name="cases_csv"),
    path("cases/<str:reference>/", case_detail, name="case_detail"),
    path("cases/<str:reference>/versions/", case_versions, name="case_versions"),
    path("cases/<str:reference>/versions/compare/", case_comparison, name="case_comparison"),
    path("cases/<str:reference>/versions/<int:number>/", case_version, name="case_version"),
    path("cases/<str:reference>/cite.bib", case_bibtex, name="case_bibtex"),
    path("cases/<str:reference>/cite.ris", case_ris, name="case_ris"),
    path("people/<str:reference>/", person_detail, name="person_detail"),
    path("campaigns/<str:reference>/", campaign_detail, name="campaign_detail"),
    path("data/", data, name="data"),
    path("healthz", health, name="health"),
]
