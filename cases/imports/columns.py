"""The columns of the short list layout: one row a case, each column a cell of *Enter from a list*.

Every list is read into these, whatever its own columns are called (`mapping.py`).
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.vocabularies.events import DECISIONS_BY_EVENT, EVENT_KINDS
from cases.vocabularies.organisations import AFFILIATION_ROLES, ORGANISATION_KINDS
from cases.vocabularies.people import GENDERS, ROLES
from cases.vocabularies.places import COUNTRIES
from cases.vocabularies.terms import CodeList
from cases.workflow.entering.cells import STATUS_BY_VERDICT, TAKEN

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

MOST_LATER = 3

TEXT, DATE, CODE, CODES, YES_NO, TEXTS, NUMBER = "text", "date", "code", "codes", "yes_no", "texts", "number"


@dataclass(frozen=True, eq=False)
class Column:
    """`kind` is how a cell is read; `choices` are the codes it may hold, where there are few; `codes` the list they
    are of. `most`: characters."""

    name: str
    label: "str | _StrPromise"
    says: "str | _StrPromise"
    example: str = ""
    kind: str = TEXT
    codes: CodeList | None = None
    choices: tuple[str, ...] = ()
    most: int = 300


def _codes_of(codes: CodeList) -> tuple[str, ...]:
    return tuple(term.code for term in codes)


LATER_KINDS = (
    "release",
    "transfer",
    "appeal_filed",
    "appeal_decision",
    "cassation_filed",
    "pardon",
    "amnesty",
    "commutation",
    "parole",
    "exchange",
    "sentence_completed",
    "case_closed",
    "house_arrest_order",
    "recognizance",
    "bail",
    "supervision",
    "hunger_strike",
    "deportation",
    "escape",
    "death",
)
LATER = tuple(
    f"{kind}:{outcome}" if outcome else kind
    for kind in LATER_KINDS
    for outcome in DECISIONS_BY_EVENT.get(kind) or ("",)
)
"""What can have come after, with its outcome where it has one."""


def _later(number: int) -> tuple[Column, ...]:
    return (
        Column(
            f"later_{number}_what",
            _("What came after"),
            _("A code of what happened, with its outcome: release, appeal_decision:upheld, pardon:total."),
            "" if number > 1 else "release",
            CODE,
            EVENT_KINDS,
            LATER,
        ),
        Column(
            f"later_{number}_date",
            _("When it came"),
            _("The day of that."),
            "" if number > 1 else "4.2.2025",
            DATE,
        ),
        Column(f"later_{number}_place", _("Where it came"), _("The place of that, or where to."), most=200),
        Column(f"later_{number}_court", _("Court of that"), _("The court that decided it."), most=200),
        Column(f"later_{number}_term", _("New term"), _("Where it took the place of the first."), most=200),
    )


COLUMNS: tuple[Column, ...] = (
    Column(
        "reference",
        _("Our reference"),
        _("Of a case on file, with which the row is compared. A reference that is not on file is an error."),
        most=30,
    ),
    Column(
        "list_id",
        _("Number in the list"),
        _("What the list calls the case; kept with the name of the list."),
        "17",
        most=200,
    ),
    Column(
        "person",
        _("Reference of the person"),
        _("Of somebody on file; or the word new for somebody who is not, whoever has the same name."),
        most=30,
    ),
    Column(
        "name",
        pgettext_lazy("of a person", "Name"),
        _("As the public will read it."),
        "Orxan Uydurmalı",
        most=200,
    ),
    Column(
        "other_names",
        _("Other names"),
        _("Aliases and spellings, with a bar between them."),
        "Orkhan Uydurmaly",
        TEXTS,
    ),
    Column("birth_date", _("Born"), _("A year is enough."), "1985", DATE),
    Column(
        "gender",
        _("Gender"),
        _("A code or a word for it."),
        "male",
        CODE,
        GENDERS,
        tuple(each.code for each in GENDERS),
    ),
    Column("roles", _("Roles"), _("Codes or words, with commas between them."), "journalist", CODES, ROLES),
    Column("age_at_arrest", _("Age at arrest"), _("As a source states it."), "", NUMBER, most=10),
    Column("organisation", _("Organisation"), _("Outlet, party, group the person belongs to."), "", most=200),
    Column(
        "organisation_role",
        _("Tie to the organisation"),
        _("A code or a word for it."),
        "",
        CODE,
        AFFILIATION_ROLES,
        _codes_of(AFFILIATION_ROLES),
    ),
    Column(
        "organisation_kind",
        _("Kind of organisation"),
        _("Where it is not on file yet."),
        "",
        CODE,
        ORGANISATION_KINDS,
        _codes_of(ORGANISATION_KINDS),
    ),
    Column("post", _("Post"), _("What the person is there, in words; public."), "", most=200),
    Column(
        "articles", _("Articles"), _("As printed; or the charge in words."), "234.4.3, 28-228.1", most=500
    ),
    Column(
        "taken",
        _("How they were taken"),
        _("A code; an arrest where it says nothing."),
        "",
        CODE,
        EVENT_KINDS,
        TAKEN,
    ),
    Column("arrested_on", _("Arrested"), _("The day, or what is known of it."), "3.10.2024", DATE),
    Column("agency", _("Taken by"), _("The agency that took the person."), "", most=200),
    Column("place", _("Where"), _("Where it happened."), "Uydurma", most=200),
    Column(
        "remand_until", _("Remand until"), _("The last day of the remand that is known."), "3.2.2025", DATE
    ),
    Column("remand_court", _("Court of the remand"), _("Its name."), "", most=200),
    Column("court", _("Court"), _("Its name."), "", most=200),
    Column(
        "verdict",
        _("Verdict"),
        _("A code or a word for it."),
        "verdict_guilty",
        CODE,
        EVENT_KINDS,
        tuple(STATUS_BY_VERDICT),
    ),
    Column("verdict_on", _("Verdict on"), _("The day of the verdict."), "20.1.2025", DATE),
    Column("term", _("Term"), _("As said: 8 il 6 ay, 12 years 6 months, life."), "8 il 6 ay", most=200),
    Column("is_final", _("Final?"), _("yes or no; empty where it is not known."), "no", YES_NO),
    Column("held_at", _("Held in"), _("Prison or remand centre, on the day of the list."), "", most=200),
    *(column for number in range(1, MOST_LATER + 1) for column in _later(number)),
    Column("title", _("Title"), _("Who and what, in a few words; public."), ""),
    Column(
        "summary",
        _("What happened"),
        _("In our own words; public."),
        "An invented journalist was convicted.",
        most=20_000,
    ),
    Column("notes", _("Private notes"), _("For the desk alone; never public."), "", most=10_000),
    Column(
        "country",
        _("Country"),
        _("Where it happened; empty where it is that of the list."),
        "AZ",
        CODE,
        COUNTRIES,
    ),
    Column(
        "as_of",
        _("Day of the row"),
        _("On which the person was where it says; empty where it is that of the list."),
        "",
        DATE,
    ),
    Column("page", _("Page"), _("Where in the source the row stands; empty: its number."), "", most=200),
    Column(
        "source_title",
        _("Title of a better source"),
        _("Cited for this row instead of the list."),
        "",
        most=500,
    ),
    Column("source_url", _("Address of that source"), _("An address of the web."), "", most=2000),
)

BY_NAME = {column.name: column for column in COLUMNS}
