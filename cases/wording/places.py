"""Places in words."""

import re

from cases.vocabularies.places import NOT_STATED, REGIONS, STATES
from cases.wording.words import label

_REGION_CODE = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")


def country_of_region(region: str) -> str:
    """The country of a region that is given as a code of ISO 3166-2, listed by us or not; empty for a name."""
    country = region[:2] if _REGION_CODE.fullmatch(region) else ""
    return country if country in STATES else ""


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
