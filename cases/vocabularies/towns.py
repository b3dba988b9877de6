"""Towns of the South Caucasus, Russia, Türkiye, Iran and Central Asia, from GeoNames (see NOTICE), to choose from.

The file is made by `tests/gazetteer`. It is no table of the record: a town that somebody chooses becomes a place.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("towns.tsv")


class Town(NamedTuple):
    """`key` is that of GeoNames, `region` an ISO 3166-2 code or empty. `names` are those in other scripts and
    spellings, `folded` all of them in plain Latin letters (`cases.text.names.fold`)."""

    key: int
    country: str
    region: str
    name: str
    latitude: float
    longitude: float
    population: int
    names: tuple[str, ...]
    folded: tuple[str, ...]


@cache
def towns() -> dict[int, Town]:
    """All towns by their key, read when somebody asks first."""
    found = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        key, country, region, name, latitude, longitude, population, names, folded = line.split("\t")
        found[int(key)] = Town(
            int(key), country, region, name, float(latitude), float(longitude), int(population),
            tuple(each for each in names.split("|") if each), tuple(folded.split("|")),
        )  # fmt: skip
    return found
