"""Circles of near cases as a case's page lists them."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.public.neighbours import Circle
from cases.public.presentation.case_rows import case_rows
from cases.wording.numbers import grouped


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
        "title": _("Cases of the campaign “%(campaign)s”") % named,
        "path": f"{reverse('public:case_list')}?campaign={circle.campaign['reference']}",
        "text": text % named,
    }
