"""Rows of the list: who, what for, where, since when, custody, sources."""

from collections.abc import Iterable
from datetime import date
from textwrap import shorten

from django.db.models import F
from django.utils.translation import gettext as _

from cases.public.counting import recently_checked
from cases.public.presentation.dates import written_text
from cases.public.presentation.status import status_mark
from cases.public.presentation.words import label, labels, lower_first, states
from cases.register.published_case import PublishedCase, PublishedCaseQuerySet
from cases.vocabularies.charges import CHARGE_CATEGORIES
from cases.vocabularies.people import ROLES
from cases.vocabularies.places import NOT_STATED
from cases.vocabularies.proceedings import CUSTODY_STATUSES, IN_CUSTODY
from cases.vocabularies.violations import CASE_KINDS, VIOLATIONS

WORDS_SHOWN = 48
"""Characters of a source's own words for a date; the page of the case has all of them."""

COLUMNS = (
    "row_number",
    "reference",
    "kind",
    "title",
    "name",
    "roles",
    "violations",
    "charge_categories",
    "origin",
    "location",
    "start_date",
    "start_words",
    "custody_status",
    "status_as_of",
    "last_checked",
    "source_count",
    "published_at",
)


def shown(cases: PublishedCaseQuerySet, *more: str) -> PublishedCaseQuerySet:
    """The columns a row needs, and `more`; the document stays where it is unless it is asked for."""
    return cases.only(*COLUMNS, *more).annotate(lapsed=F("document__custody__last_known"))


def case_rows(cases: Iterable[PublishedCase], *, today: date, found=None) -> list[dict]:
    """`found` is the SearchResult that tells how a case was found; it marks rows that are only similar."""
    return [_row(case, today, found) for case in cases]


def _row(case: PublishedCase, today: date, found) -> dict:
    held = case.custody_status in IN_CUSTODY
    stale = held and not recently_checked(case.last_checked, today=today)
    word = label(CUSTODY_STATUSES, case.custody_status)
    kind = "" if case.kind == "person" else label(CASE_KINDS, case.kind)
    roles = ", ".join(labels(ROLES, case.roles))
    charges = list(dict.fromkeys(category for category in case.charge_categories if category))
    return {
        "reference": case.reference,
        "title": case.title,
        "about": " · ".join(part for part in (kind, roles) if part),
        "what": ", ".join(labels(VIOLATIONS, case.violations)),
        "charges": ", ".join(lower_first(text) for text in labels(CHARGE_CATEGORIES, charges)),
        "where": _where(case),
        "since": written_text(case.start_date, shorten(case.start_words, WORDS_SHOWN, placeholder="…")),
        "status": {
            "mark": status_mark(case.custody_status, last_known=stale or bool(case.lapsed)),
            "word": _("Last known: %s") % lower_first(word) if case.lapsed and word else word,
        },
        "as_of": written_text(case.status_as_of),
        "checked": written_text(case.last_checked),
        "lapsed": bool(case.lapsed),
        "stale": stale and not case.lapsed,
        "sources": case.source_count,
        "similar": bool(found) and found.tier_of(case) == "similar",
        "matched": found.matched_name(case) if found else "",
    }


def _where(case: PublishedCase) -> str:
    """Where it happened, and whose repression it is where that is another state."""
    place = states(code for code in case.location if code != NOT_STATED)
    origin = [code for code in case.origin if code != NOT_STATED and code not in case.location]
    if origin:
        return _("%(place)s, state of origin %(origin)s") % {
            "place": place or _("not stated"),
            "origin": states(origin),
        }
    return place
