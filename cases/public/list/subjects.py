"""What the pages of places, agencies, organisations, officials and articles share: what they say about their cases."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from cases.public.list.choices import ways
from cases.public.list.counting import count_held, count_people, held_table
from cases.public.list.rows import case_rows, shown_in_order
from cases.public.query.names import names_for
from cases.public.query.query import Query
from cases.register.published_name import PublishedName
from cases.register.selection import Selection
from cases.wording.paths import (
    agency_path,
    facility_path,
    official_path,
    organisation_path,
    place_path,
    provision_path,
)

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
        case "agency" | "court":
            link = agency_path(value), _("About this agency")
        case "held_at":
            link = facility_path(value), _("About this place of detention")
        case "organisation":
            link = organisation_path(value), _("About this organisation")
        case "official":
            link = official_path(value), _("About this official")
        case "provision":
            link = provision_path(*value.split(":", 2)), _("About this article")
        case _:
            return None
    path, words = link
    return {"path": path, "words": words} if path else None


def called(reference: str) -> dict:
    """What a page is headed with that cases name by this reference: as most of them print it, and its other names."""
    heading, *others = PublishedName.objects.names_of(reference) or [reference]
    return {"reference": reference, "heading": heading, "other_names": others}


def about_cases(subject: Subject, cases: Selection, parameters: tuple[str, ...], *, today: date) -> dict:
    """The numbers, the most frequent values of some parameters as ways into the list, and the newest cases."""
    counts = {parameter: cases.count_of(parameter) for parameter in parameters}
    names = names_for({name: list(counted)[:MOST_WAYS] for name, counted in counts.items()})
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
