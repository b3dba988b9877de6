"""The one list of what the public can reach. `urls.py` must hold exactly these routes; a test compares them.

A surface that is not listed here has not been thought about: what it may give away is part of adding it.
"""

PUBLIC_SURFACES: dict[str, str] = {
    "home": "",
    "case_list": "cases/",
    "facet": "cases/by/<str:parameter>/",
    "cases_csv": "cases.csv",
    "case_detail": "cases/<str:reference>/",
    "person_detail": "people/<str:reference>/",
    "campaign_detail": "campaigns/<str:reference>/",
    "statistics": "statistics/",
    "chart_csv": "statistics/<slug:chart>.csv",
    "chart_svg": "statistics/<slug:chart>.svg",
    "chart_dark_svg": "statistics/<slug:chart>.dark.svg",
    "chart_png": "statistics/<slug:chart>.png",
    "data": "data/",
    "health": "healthz",
}
"""Route name in the namespace `public` → its path below the root."""
