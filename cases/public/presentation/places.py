"""Places in words."""

import re

from django.utils.translation import gettext as _

from cases.public.map.shapes import centre_of_region, extent_for
from cases.public.presentation.words import label
from cases.public.site import file_path
from cases.vocabularies.places import NOT_STATED, REGIONS, STATES

_REGION_CODE = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")


def country_of_region(region: str) -> str:
    """The country of a region that is given as a code of ISO 3166-2, listed by us or not; empty for a name."""
    country = region[:2] if _REGION_CODE.fullmatch(region) else ""
    return country if country in STATES else ""


def inset(country: str, region: str = "") -> dict | None:
    """The small map of a place: address, size and words; None where no map can be drawn."""
    region = region if country and country_of_region(region) == country and centre_of_region(region) else ""
    extent = extent_for(country, region) if country in STATES else None
    if extent is None:
        return None
    words = {"country": label(STATES, country), "region": label(REGIONS, region)}
    return {
        "path": file_path("map_of_region", country, region)
        if region
        else file_path("map_of_country", country),
        "height": extent.height,
        "alt": _("Map: %(region)s in %(country)s") % words if region else _("Map: %(country)s") % words,
    }


def place_words(place: dict | None) -> str:
    """Facility, locality, region, country: as much as is public; empty where nothing is stated."""
    if not place:
        return ""
    region = place.get("region_name") or label(REGIONS, place.get("region", ""))
    if region in place.get("names", []):
        # A city that is its own region is named once.
        region = ""
    country = place.get("country", "")
    parts = [
        place.get("facility", ""),
        place.get("locality", ""),
        region,
        label(STATES, country) if country != NOT_STATED else "",
    ]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def other_spellings(place: dict | None) -> list[str]:
    """Further names of the locality, in whatever script the sources print."""
    if not place:
        return []
    return [name for name in place.get("names", []) if name and name != place.get("locality")]
