"""Addresses of the public pages of what a document names: places, agencies, articles of law."""

import re

from django.urls import reverse

from cases.vocabularies.places import NOT_STATED, STATES
from cases.vocabularies.provisions import PROVISION_SHAPE
from cases.vocabularies.terms import CodeList
from cases.wording.places import country_of_region


def place_path(country: str, region: str = "") -> str:
    """Address of the page of a country, or of a region given by its code; empty for what has none."""
    if region:
        country = country_of_region(region)
        return reverse("public:region_detail", args=[country, region]) if country else ""
    return (
        reverse("public:country_detail", args=[country])
        if country in STATES and country != NOT_STATED
        else ""
    )


def facility_path(reference: str) -> str:
    """Address of the page of a prison or other building; empty where its reference is not public."""
    return reverse("public:facility_detail", args=[reference]) if reference else ""


def definition_path(codes: CodeList, code: str = "") -> str:
    """Where it stands what the words of a list mean, or one of them."""
    return f"{reverse('public:methodology')}#{codes.name}{f'-{code}' if code else ''}"


def agency_path(reference: str) -> str:
    return reverse("public:agency_detail", args=[reference]) if reference else ""


def provision_path(country: str, code: str, article: str) -> str:
    """Address of the page of an article; empty unless all three are stated and an address can hold them."""
    stated = re.fullmatch(PROVISION_SHAPE, f"{country}:{code}:{article}")
    return (
        reverse("public:provision_detail", args=[country, code, article])
        if stated and "/" not in code
        else ""
    )


def organisation_path(reference: str) -> str:
    return reverse("public:organisation_detail", args=[reference]) if reference else ""


def official_path(reference: str) -> str:
    return reverse("public:official_detail", args=[reference]) if reference else ""


def person_path(reference: str) -> str:
    """Address of the page of a person; who is not named has none."""
    return reverse("public:person_detail", args=[reference]) if reference else ""
