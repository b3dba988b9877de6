"""The one list of what the public can reach. `urls.py` must hold exactly these routes; a test compares them.

A surface that is not listed here has not been thought about: what it may give away is part of adding it.
"""

PUBLIC_SURFACES: dict[str, str] = {
    "home": "",
    "case_list": "cases/",
    "facet": "cases/by/<str:parameter>/",
    "cases_csv": "cases.csv",
    "case_detail": "cases/<str:reference>/",
    "case_versions": "cases/<str:reference>/versions/",
    "case_comparison": "cases/<str:reference>/versions/compare/",
    "case_version": "cases/<str:reference>/versions/<int:number>/",
    "case_bibtex": "cases/<str:reference>/cite.bib",
    "case_ris": "cases/<str:reference>/cite.ris",
    "person_detail": "people/<str:reference>/",
    "campaign_detail": "campaigns/<str:reference>/",
    "data": "data/",
    "health": "healthz",
}
"""Route name in the namespace `public` → its path below the root."""
