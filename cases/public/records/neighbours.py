"""Cases near another one, from the register alone: of the same person, and of the campaigns it belongs to.

A few of each, in a constant number of queries; how many there are comes from bitmaps. Then in words, as circles.
"""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.public.list.rows import case_rows, shown, shown_in_order
from cases.register.published_case import DEFAULT_SORT, PublishedCase
from cases.register.selection import Selection
from cases.register.snapshot import Snapshot
from cases.wording.numbers import grouped
from cases.wording.texts import Text

MOST = 6
MOST_CAMPAIGNS = 3


@dataclass(frozen=True)
class Circle:
    """At most MOST `cases`. `total` counts all of the campaign; for a person it tells whether there are more."""

    campaign: dict | None
    cases: list[PublishedCase]
    total: int


def neighbours(case: PublishedCase, campaigns: list[dict], snapshot: Snapshot) -> list[Circle]:
    """Circles that hold any other case; two queries at most. `campaigns` are its own, by their present titles."""
    circles = [_others_of_person(case)] if case.person_reference and case.identity == "named" else []
    chosen = []
    for campaign in campaigns[:MOST_CAMPAIGNS]:
        others = Selection.everything(snapshot.bitmaps).any_of("campaign", [campaign["reference"]])
        numbers = [
            number for number in others.in_order(DEFAULT_SORT, 0, MOST + 1) if number != case.row_number
        ]
        chosen.append((campaign, numbers[:MOST], len(others)))
    numbers = {number for _campaign, few, _total in chosen for number in few}
    rows = {row.row_number: row for row in shown_in_order(list(numbers))} if numbers else {}
    circles += [Circle(campaign, [rows[number] for number in few], total) for campaign, few, total in chosen]
    return [circle for circle in circles if circle.cases]


def _others_of_person(case: PublishedCase) -> Circle:
    others = PublishedCase.objects.shown().of_person(case.person_reference).exclude(pk=case.pk)
    found = list(shown(others.sorted_by(DEFAULT_SORT))[: MOST + 1])
    return Circle(None, found[:MOST], len(found))


def circles(found: list[Circle], *, person: str, name: str, today: date) -> list[dict]:
    """`person` and `name` are those of the case whose page it is."""
    return [
        {"rows": case_rows(circle.cases, today=today)}
        | (_of_campaign(circle) if circle.campaign else _of_person(circle, person, name))
        for circle in found
    ]


def _of_person(circle: Circle, person: str, name: str) -> dict:
    title = _("Other cases of %(name)s") % {"name": name}
    if circle.total <= len(circle.cases):
        return {"title": title, "path": ""}
    return {
        "title": title,
        "path": reverse("public:person_detail", args=[person]),
        "text": _("All published cases of %(name)s") % {"name": name},
    }


def _of_campaign(circle: Circle) -> dict:
    named = {"campaign": circle.campaign["title"], "number": grouped(circle.total)}
    text = ngettext("%(number)s case of this campaign", "All %(number)s cases of this campaign", circle.total)
    return {
        "title": Text.around(_("Cases of the campaign “%(campaign)s”") % named, circle.campaign["title"]),
        "path": f"{reverse('public:case_list')}?campaign={circle.campaign['reference']}",
        "text": text % named,
    }
