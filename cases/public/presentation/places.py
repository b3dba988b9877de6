"""Places in words."""

from cases.public.presentation.words import label
from cases.vocabularies.places import NOT_STATED, REGIONS, STATES


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
