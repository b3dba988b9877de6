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
    "person_detail": "people/<str:reference>/",
    "campaign_detail": "campaigns/<str:reference>/",
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
