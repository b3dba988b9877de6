"""The small map beside the words of a place: the country, and the region where it is given. Nothing finer."""

from django.utils.translation import gettext as _

from cases.public.answering.site import file_path
from cases.public.map.shapes import centre_of_region, extent_for
from cases.vocabularies.places import REGIONS, STATES
from cases.wording.places import country_of_region
from cases.wording.words import label


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
