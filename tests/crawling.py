"""A walk over every public surface, and the search for a secret in what it saw."""

import unicodedata
from itertools import chain

from django.urls import reverse

from cases.models import PublishedCase
from cases.public.surfaces import PUBLIC_SURFACES
from cases.register.custody import facilities
from cases.vocabularies.places import NOT_STATED


def forms_of(secret):
    """A secret as it might turn up: composed, decomposed, in capitals, in small letters."""
    forms = {unicodedata.normalize(form, secret) for form in ("NFC", "NFD")}
    return {variant for form in forms for variant in (form, form.upper(), form.lower(), form.casefold())}


OF_A_CHART = ("chart_csv", "chart_svg", "chart_dark_svg", "chart_png", "chart_embed")
"""A PNG is made from the very SVG, whose text can be read here."""


def crawl(client, *, references, absent=()):
    """The text of every public surface, headers included, for every reference, place and article it takes.

    Each must be there, except the pages of the `absent` references, which must not.
    """
    fixed = {"facet": [["agency"]], "sitemap_part": [[1]], **values_in_addresses()}
    fixed |= {file: [["agencies"]] for file in OF_A_CHART}
    prefixes = {name: "C-" for name in PUBLIC_SURFACES if name.startswith("case_") and name != "case_list"}
    prefixes |= {"person_detail": "P-", "campaign_detail": "K-"}
    pages = []
    for name in PUBLIC_SURFACES:
        known = [each for each in (*references, *absent) if each.startswith(prefixes.get(name, " "))]
        for arguments in [[each] for each in known] if name in prefixes else fixed.get(name, [[]]):
            if name == "case_version":
                published = PublishedCase.objects.filter(reference=arguments[0]).first()
                arguments.append(published.version if published else 1)
            path = reverse(f"public:{name}", args=arguments)
            response = client.get(path)
            assert response.status_code == (404 if {*arguments} & {*absent} else 200), path
            body = b"".join(response.streaming_content) if response.streaming else response.content
            pages.append(f"{path}\n{response.headers}\n{body.decode(errors='replace')}")
    return pages


def values_in_addresses():
    """The arguments of the pages about places, agencies and articles that published cases lead to."""
    documents = PublishedCase.objects.values_list("document", flat=True)
    rows = PublishedCase.objects.values_list("location", "region", "provisions", *_NAMED_PAGES)
    locations, regions, provisions, *named = ([*each] for each in zip(*rows, strict=True))
    countries = [[code] for code in sorted({*chain(*locations)}) if code != NOT_STATED]
    coded = [[code[:2], code] for code in sorted({*regions}) if code]
    references = {column: {*chain(*values)} for column, values in zip(_NAMED_PAGES, named, strict=True)}
    return {
        "country_detail": countries,
        "map_of_country": countries,
        "region_detail": coded,
        "map_of_region": coded,
        "facility_detail": [
            [reference]
            for reference in sorted({each for document in documents for each, _name in facilities(document)})
        ],
        "agency_detail": _each(references["agencies"] | references["court_references"]),
        "organisation_detail": _each(references["organisation_references"]),
        "official_detail": _each(references["official_references"]),
        "provision_detail": [key.split(":", 2) for key in sorted({*chain(*provisions)})],
    }


_NAMED_PAGES = ("agencies", "court_references", "organisation_references", "official_references")


def _each(references):
    return [[reference] for reference in sorted(references)]


def found_in(pages, secret):
    """Paths of the pages that hold it; a path itself does not count."""
    parts = [page.partition("\n") for page in pages]
    return [path for path, _, content in parts for form in forms_of(secret) if form in content]
