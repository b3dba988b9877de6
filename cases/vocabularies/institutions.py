"""Prisons, remand centres, courts and agencies that public sources name again and again, to be on file before anybody
types them.

`institutions.tsv` is written by hand from general knowledge, with names in English, Azerbaijani and Russian. No address
and no coordinates stand there. Of those marked `existence` only that there is such a place or body is certain, and not
how it is called today.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("institutions.tsv")
PLACE, AGENCY = "place", "agency"
NAMES, EXISTENCE = "names", "existence"


class ListedInstitution(NamedTuple):
    """`table` is PLACE or AGENCY; `kind` one of `cases.text.institution_words.KINDS` for a place, else of AGENCY_KINDS.

    `country` and `region` are codes of ISO 3166, or empty; `spellings` are all names but the English one.
    """

    table: str
    kind: str
    country: str
    region: str
    locality: str
    name: str
    spellings: tuple[str, ...]
    known: str


@cache
def institutions() -> tuple[ListedInstitution, ...]:
    """All of them, in the order of the file."""
    found = []
    for line in FILE.read_text(encoding="utf-8").splitlines()[1:]:
        table, kind, country, region, locality, name, az, ru, others, known = line.split("\t")
        names = dict.fromkeys([az, ru, *others.split("|")])
        spellings = tuple(each for each in names if each and each != name)
        found.append(ListedInstitution(table, kind, country, region, locality, name, spellings, known))
    return tuple(found)
