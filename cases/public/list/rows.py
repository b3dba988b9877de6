"""Rows of the list: who, what for, where, since when, custody, sources."""

from collections.abc import Iterable
from datetime import date
from textwrap import shorten

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.public.list.found_in import found_in
from cases.register.published_case import PublishedCase, PublishedCaseQuerySet
from cases.register.search import SearchResult
from cases.vocabularies.charges import CHARGE_CATEGORIES
from cases.vocabularies.people import ROLES
from cases.vocabularies.places import NOT_STATED
from cases.vocabularies.violations import CASE_KINDS, VIOLATIONS
from cases.wording.custody import UNKNOWN, custody_words, held_at_words
from cases.wording.custody_clock import short_days
from cases.wording.dates import written_text
from cases.wording.names import are_names_chosen, name_in_script
from cases.wording.texts import Text, typed
from cases.wording.titles import title_columns, title_of
from cases.wording.words import label, labels, listed, lower_first, states

_PLACE = "REFERENCE"
"""Stands for a reference in an address that is made once for all rows."""

WORDS_SHOWN = 48
"""Characters of a source's own words for a date; the page of the case has all of them."""

COLUMNS = (
    "row_number",
    "reference",
    "sample",
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
    "last_known_from",
    "confirmed_on",
    "confirmed_day",
    "source_count",
    "published_at",
    "possibly_held",
    "certainly_held",
    "held_at",
    "held_at_as_of",
)


def shown(cases: PublishedCaseQuerySet, *more: str) -> PublishedCaseQuerySet:
    """The columns a row needs, and `more`; the document stays where it is unless it is asked for."""
    cases = cases.only(*COLUMNS, *title_columns(), *more)
    if are_names_chosen():
        cases = cases.annotate(spellings=F("document__person__other_names"))
    return cases


def shown_in_order(row_numbers: list[int], *more: str) -> list[PublishedCase]:
    """The cases of these rows, in this order."""
    position = {row_number: at for at, row_number in enumerate(row_numbers)}
    cases = shown(PublishedCase.objects.filter(row_number__in=row_numbers), *more)
    return sorted(cases, key=lambda case: position[case.row_number])


def case_rows(
    cases: Iterable[PublishedCase], *, today: date, found: SearchResult | None = None
) -> list[dict]:
    """`found` tells how a case was found; it marks rows that are only similar."""
    before, _, after = reverse("public:case_detail", args=[_PLACE]).partition(_PLACE)
    return [_row(case, today, found) | {"path": f"{before}{case.reference}{after}"} for case in cases]


def _row(case: PublishedCase, today: date, found: SearchResult | None) -> dict:
    kind = "" if case.kind == "person" else label(CASE_KINDS, case.kind)
    roles = listed(ROLES, case.roles)
    charges = list(dict.fromkeys(category for category in case.charge_categories if category))
    name = _other_name(case, found) if found else ""
    title = title_of(case)
    return {
        "reference": case.reference,
        "title": title,
        "sample": case.sample,
        "script_name": name_in_script(getattr(case, "spellings", None) or [], but=f"{title} {name}"),
        "about": " · ".join(part for part in (kind, roles) if part),
        "what": listed(VIOLATIONS, case.violations),
        "charges": _("charges: %s") % _charges(charges) if charges else "",
        "where": _where(case),
        "since": _since(case),
        "custody": _custody(case, today),
        "sources": case.source_count,
        "similar": bool(found) and found.tier_of(case.row_number) == "similar",
        "matched": name and _("found as %s") % name,
        "found_in": _found_in(case, found) if found else None,
    }


def _since(case: PublishedCase) -> Text:
    words = shorten(case.start_words, WORDS_SHOWN, placeholder="…")
    return Text.around(written_text(case.start_date, words), typed(words, case.text_language))


def _charges(categories: list[str]) -> str:
    return ", ".join(lower_first(text) for text in labels(CHARGE_CATEGORIES, categories))


def _other_name(case: PublishedCase, found: SearchResult) -> str:
    """The name by which the case was found, where it is another than the one shown."""
    name = found.matched_name(case.row_number, [case.name, *case.other_names])
    return name if name != case.name else ""


def _found_in(case: PublishedCase, found: SearchResult) -> dict | None:
    """Where the words stand, of a case that was not found by its name."""
    if found.tier_of(case.row_number):
        return None
    return found_in(case.document, found.words, found.labels_of(case.row_number))


def _custody(case: PublishedCase, today: date) -> dict | None:
    """Its words, and the days somebody was held; None where custody was never a question."""
    code = case.custody_status
    if case.possibly_held is None and code in ("", UNKNOWN) and not case.status_as_of:
        return None
    words = custody_words(
        code,
        as_of=case.status_as_of,
        confirmed=case.confirmed_on,
        confirmed_day=case.confirmed_day,
        last_checked=case.last_checked,
        is_last_known=case.last_known_from is not None and case.last_known_from <= today,
        today=today,
    )
    days = short_days(case.possibly_held, case.certainly_held)
    return {
        "mark": words.mark if words else "",
        "word": words.word if words else "",
        "notes": ", ".join(words.notes) if words else "",
        "sentence": words.sentence if words else "",
        "where": held_at_words(case.held_at, case.held_at_as_of),
        "days": _("in custody: %s") % days if days else "",
    }


def _where(case: PublishedCase) -> str:
    """Where it happened, and whose repression it is where that is another state."""
    place = states(code for code in case.location if code != NOT_STATED)
    origin = [code for code in case.origin if code != NOT_STATED and code not in case.location]
    if origin:
        return _("%(place)s; origin: %(origin)s") % {
            "place": _("In %s") % place if place else _("Not stated"),
            "origin": states(origin),
        }
    return place
