"""The one list of what the public can reach. `urls.py` must hold exactly these routes; a test compares them.

A surface that is not listed here has not been thought about: what it may give away is part of adding it.
"""

PUBLIC_SURFACES: dict[str, str] = {
    "home": "",
    "case_list": "cases/",
    "facet": "cases/by/<str:parameter>/",
    "cases_atom": "cases.atom",
    "cases_csv": "cases.csv",
    "case_detail": "cases/<str:reference>/",
    "case_versions": "cases/<str:reference>/versions/",
    "case_comparison": "cases/<str:reference>/versions/compare/",
    "case_version": "cases/<str:reference>/versions/<int:number>/",
    "case_bibtex": "cases/<str:reference>/cite.bib",
    "case_ris": "cases/<str:reference>/cite.ris",
    "person_detail": "people/<str:reference>/",
    "campaign_detail": "campaigns/<str:reference>/",
    "map": "map/",
    "map_svg": "map/cases.svg",
    "map_png": "map/cases.png",
    "map_of_country": "map/<str:country>.svg",
    "map_of_region": "map/<str:country>/<str:region>.svg",
    "country_detail": "places/<str:country>/",
    "region_detail": "places/<str:country>/<str:region>/",
    "agency_detail": "agencies/<str:reference>/",
    "provision_detail": "provisions/<str:country>/<str:code>/<path:article>/",
    "statistics": "statistics/",
    "chart_csv": "statistics/<slug:chart>.csv",
    "chart_svg": "statistics/<slug:chart>.svg",
    "chart_dark_svg": "statistics/<slug:chart>.dark.svg",
    "chart_png": "statistics/<slug:chart>.png",
    "data": "data/",
    "about": "about/",
    "methodology": "methodology/",
    "privacy": "privacy/",
    "security": "security/",
    "correction": "corrections/",
    "correction_received": "corrections/received/",
    "sitemap": "sitemap.xml",
    "sitemap_part": "sitemap-<int:number>.xml",
    "robots": "robots.txt",
    "security_txt": ".well-known/security.txt",
    "favicon": "favicon.ico",
    "health": "healthz",
}
"""Route name in the namespace `public` → its path below the root."""

SEARCH_SURFACES = (
    "case_list",
    "facet",
    "cases_atom",
    "cases_csv",
    "map",
    "map_svg",
    "map_png",
    "statistics",
    "chart_csv",
    "chart_svg",
    "chart_dark_svg",
    "chart_png",
)
"""Those that answer a search, all in the same way (`asking.py`)."""
