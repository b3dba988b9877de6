"""How a list is read: for each of its columns ours, and how to understand what stands in it.

A Mapping is plain data: it is kept with an import, saved under a name, and goes out and in as a file (`as_json`,
`from_json`). What a row then says is a `Said`; what that means is for `judging.py`.
"""

import dataclasses
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _

from cases.imports.columns import BY_NAME, TEXTS, Column
from cases.imports.tables import REASONS
from cases.imports.unreadable import Unreadable

VERSION = 1
NOTHING = (
    "none",
    "null",
    "nan",
    "n/a",
    "na",
    "[]",
    "{}",
    "-",
    "–",
    "—",
    "?",
    "unknown",
    "no data",
    "naməlum",
    "məlumat yoxdur",
    "нет данных",
    "неизвестно",
)
"""What people and programs write into a cell that says nothing."""

AS_IS, LAST_FIRST, FATHERS, SURNAME = "", "last_first", "fathers", "surname"
PLACES_OF_NAMES = {FATHERS: 1, SURNAME: 2}
"""Of columns that are read together as a name, after the first name: as of `LAST, First Father's` in one column."""
KEEP, TITLE, TITLE_AZ = "", "title", "title_az"
DAY_FIRST, MONTH_FIRST = "", "month_first"
ASK, ONE, MANY = "ask", "one", "many"
SAME_NAMES = (ASK, ONE, MANY)


@dataclass(eq=False)
class Reading:
    """One of their columns. `field` is ours, "" to leave it out. `several`: the mark between several people, or
    several values. `values`: theirs (case-folded) and our codes. `is_age`: the column of births holds ages."""

    column: str
    field: str = ""
    order: str = AS_IS
    capitals: str = KEEP
    aliases: bool = True
    several: str = ""
    dates: str = DAY_FIRST
    is_age: bool = False
    values: dict[str, str] = dataclasses.field(default_factory=dict)

    @property
    def ours(self) -> Column | None:
        return BY_NAME.get(self.field)


@dataclass
class Mapping:
    """`constants`: what every row says of a field of ours. `same_name`: whether rows of one name are of one person."""

    columns: list[Reading] = dataclasses.field(default_factory=list)
    constants: dict[str, str] = dataclasses.field(default_factory=dict)
    nothing: list[str] = dataclasses.field(default_factory=lambda: list(NOTHING))
    same_name: str = ASK

    def as_dict(self) -> dict[str, Any]:
        return {"version": VERSION, **asdict(self)}

    def as_json(self) -> str:
        return json.dumps(self.as_dict(), ensure_ascii=False, indent=2) + "\n"

    def missing_in(self, header: Iterable[str]) -> list[str]:
        """Columns it reads that a file does not have."""
        names = set(header)
        return [each.column for each in self.columns if each.field and each.column not in names]

    def fields(self) -> dict[str, list[Reading]]:
        """Their columns by ours; two columns of one field are read together, in their order, or that of a name."""
        found: dict[str, list[Reading]] = {}
        for each in self.columns:
            if each.field:
                found.setdefault(each.field, []).append(each)
        found.get("name", []).sort(key=lambda each: PLACES_OF_NAMES.get(each.order, 0))
        return found


def is_short_list(header: Iterable[str]) -> bool:
    """Whether a file has our own columns, under the names of the template."""
    names = list(header)
    known = [name for name in names if name in BY_NAME]
    return bool({"name", "reference"} & set(known)) and len(known) == len([n for n in names if n != REASONS])


def of_short_list(header: Iterable[str]) -> Mapping:
    """The columns as they are called."""
    return Mapping(
        [
            Reading(
                name, name if name in BY_NAME else "", aliases=False, several="|" if _is_texts(name) else ""
            )
            for name in header
        ]
    )


def _is_texts(name: str) -> bool:
    return name in BY_NAME and BY_NAME[name].kind == TEXTS


def from_json(text: str | bytes) -> Mapping:
    """The Mapping of a file. Raises Unreadable."""
    try:
        return from_dict(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise Unreadable(_("This is no file of a mapping.")) from error


def from_dict(given: Any) -> Mapping:
    """The Mapping of plain data, as far as it is one. Raises Unreadable."""
    if (
        not isinstance(given, dict)
        or given.get("version") != VERSION
        or not isinstance(given.get("columns"), list)
    ):
        raise Unreadable(_("This is no file of a mapping."))
    wanted: dict[str, type] = {name: type(value) for name, value in asdict(Reading("")).items()}
    columns = []
    for each in given["columns"]:
        if not isinstance(each, dict) or not isinstance(each.get("column"), str):
            raise Unreadable(_("A column of the mapping has no name."))
        known = {name: each[name] for name in wanted if name in each and isinstance(each[name], wanted[name])}
        if known.get("field", "") and known["field"] not in BY_NAME:
            raise Unreadable(
                _("The mapping leads to “%(field)s”, which is no column of ours.") % {"field": known["field"]}
            )
        known["values"] = _texts(known.get("values", {}))
        columns.append(Reading(**known))
    constants = _texts(given.get("constants", {}))
    if strange := [name for name in constants if name not in BY_NAME]:
        raise Unreadable(
            _("The mapping leads to “%(field)s”, which is no column of ours.") % {"field": strange[0]}
        )
    nothing = given.get("nothing", list(NOTHING))
    if not isinstance(nothing, list):
        raise Unreadable(_("This is no file of a mapping."))
    same = given.get("same_name", ASK)
    return Mapping(columns, constants, [str(each) for each in nothing], same if same in SAME_NAMES else ASK)


def _texts(given: Any) -> dict[str, str]:
    if not isinstance(given, dict):
        return {}
    return {str(name): value for name, value in given.items() if isinstance(value, str)}
