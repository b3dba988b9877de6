"""What the pages of places, agencies and articles share: their addresses, and what they say about their cases."""

import re
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.public.counting import count_held, count_people
from cases.public.filters import PROVISION_SHAPE
from cases.public.names import names_of
from cases.public.presentation.case_rows import case_rows, shown_in_order
from cases.public.presentation.numbers import held_table, ways
from cases.public.presentation.places import country_of_region
from cases.public.query import Query
from cases.register.selection import Selection
from cases.vocabularies.places import NOT_STATED, STATES

NEWEST_SHOWN = 10
MOST_WAYS = 8


@dataclass(frozen=True)
class Subject:
    """One value of one parameter, e.g. `location`, `AZ`: what a page is about."""

    parameter: str
    value: str

    def cases(self, everything: Selection) -> Selection:
        return everything.any_of(self.parameter, [self.value])

    @property
    def query(self) -> Query:
        return Query(((self.parameter, self.value),))


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


def subject_link(query: Query) -> dict | None:
    """The way to the page about the one thing a search asks for, `path` and `words`; None if it asks for more, or for
    something else."""
    if len(query.parameters) != 1:
        return None
    ((parameter, value),) = query.parameters
    match parameter:
        case "location":
            link = place_path(value), _("About this country")
        case "region":
            link = place_path("", value), _("About this region")
        case "agency":
            link = agency_path(value), _("About this agency")
        case "provision":
            link = provision_path(*value.split(":", 2)), _("About this article")
        case _:
            return None
    path, words = link
    return {"path": path, "words": words} if path else None


def about_cases(subject: Subject, cases: Selection, parameters: tuple[str, ...], *, today: date) -> dict:
    """The numbers, the most frequent values of some parameters as ways into the list, and the newest cases."""
    counts = {parameter: cases.count_of(parameter) for parameter in parameters}
    names = names_of(
        campaigns=[*counts.get("campaign", {})][:MOST_WAYS], agencies=[*counts.get("agency", {})][:MOST_WAYS]
    )
    newest = cases.in_order("-published", 0, NEWEST_SHOWN)
    return {
        "query": subject.query,
        "people": count_people(cases),
        "held": held_table(count_held(cases, today=today)),
        "ways": [
            entry
            for parameter, counted in counts.items()
            if (entry := ways(subject.query, parameter, counted, MOST_WAYS, names))["ways"]
        ],
        "rows": case_rows(shown_in_order(newest), today=today),
    }
