"""What one row of a list says in cells of ours, or why a cell says nothing we can take.

A row of several people is several: `part` counts them.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cases.imports.columns import BY_NAME, CODE, CODES, DATE, LATER, MOST_LATER, NUMBER, TEXTS, YES_NO, Column
from cases.imports.mapping import Mapping, Reading, is_short_list
from cases.imports.names import Named, named_in
from cases.imports.spelling import (
    a_month_first,
    is_age,
    name_in_order,
    seems_several,
    years_of_age,
)
from cases.imports.tables import Row
from cases.models.fields import parsed
from cases.text.partial_dates import PartialDate
from cases.vocabularies.events import DECISIONS
from cases.workflow.entering.codes import read_code, read_codes

YES = frozenset({"yes", "y", "true", "1", "+", "bəli", "hə", "да"})
NO = frozenset({"no", "n", "false", "0", "xeyr", "yox", "нет"})
NO_DAY = frozenset(
    {
        "no",
        "yox",
        "yoxdur",
        "нет",
        "no data",
        "unknown",
        "not known",
        "məlum deyil",
        "məlumat yoxdur",
        "неизвестна",
    }
)
"""What says nothing where a date belongs."""


@dataclass
class Wrong:
    """`field` is ours, "" for the row; `column` theirs."""

    field: str
    column: str
    value: str
    reason: str


@dataclass
class Said:
    """`cells` are values by name of our columns; `columns` say which of theirs each is from."""

    number: int
    part: int
    cells: dict[str, Any] = field(default_factory=dict)
    later: list[dict[str, Any]] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    wrong: list[Wrong] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    named: Named | None = None

    @property
    def list_id(self) -> str:
        """The number in the list; of a row of several people one for each."""
        number = str(self.cells.get("list_id", ""))
        return f"{number} · {self.part + 1}" if number and self.part else number

    def tell(self, field: str, reason: str) -> None:
        if not any(each.field == field for each in self.wrong):
            self.wrong.append(Wrong(field, self.columns.get(field, ""), self.typed.get(field, ""), reason))

    @property
    def digest(self) -> str:
        """The same for two rows that say the same, wherever they stand."""
        said = {name: str(value) for name, value in sorted(self.cells.items()) if name not in _BESIDE}
        text = json.dumps(
            [said, [{k: str(v) for k, v in each.items()} for each in self.later]], ensure_ascii=False
        )
        return hashlib.sha256(text.encode()).hexdigest()


MOST_REMEMBERED = 8_192
"""Texts of cells: a list says the same few hundred things in thousands of rows."""

BY_THEMSELVES = frozenset({DATE, CODE, CODES, YES_NO, NUMBER})
"""Kinds of cells that mean the same in every row."""

AFTER = ("date", "place", "court", "term")
"""Columns of what came after, beside what it was."""

BETWEEN = re.compile(r"[,;|\n]")
"""Marks that stand between several values of any list."""
_OTHER_MARK = re.compile(r"[/+&\\]")

_SERIAL = re.compile(r"[1-9][0-9]{4}(?:\.[0-9]+)?")
"""A day as spreadsheets count it, from 1927 on: 45568 is 3 October 2024."""

_BESIDE = frozenset({"reference", "person"})
"""What says which record is meant, and nothing of it."""


class Reader:
    """Reads rows by a Mapping; `as_of` is the day of the list, from which ages count."""

    def __init__(self, mapping: Mapping, header: list[str], as_of: PartialDate):
        self.mapping, self.as_of = mapping, as_of
        self._is_ours = is_short_list(header)
        self._nothing = {each.casefold() for each in mapping.nothing}
        self._constants = [
            (BY_NAME[name], Reading(name, name, aliases=False, several="|"), value)
            for name, value in mapping.constants.items()
            if value
        ]
        self._meant = lru_cache(MOST_REMEMBERED)(self._by_itself)
        at = {name: position for position, name in enumerate(header)}
        self._fields = [
            (BY_NAME[name], [(each, at[each.column]) for each in readings if each.column in at])
            for name, readings in mapping.fields().items()
        ]

    def read(self, row: Row) -> Iterator[Said]:
        """A Said for each person of the row."""
        whole = Said(row.number, 0, notes=list(row.notes))
        for column, reason in row.errors.items():
            whole.wrong.append(Wrong("", column, "", reason))
        for ours, theirs in self._fields:
            texts = [(each, self._text(ours, row.cells[at])) for each, at in theirs if at < len(row.cells)]
            texts = [(each, text) for each, text in texts if text]
            whole.columns[ours.name] = " + ".join(each.column for each, _at in theirs)
            if texts:
                self._read(whole, ours, texts)
        for ours, how, value in self._constants:
            if ours.name not in whole.typed and _has_use_for(whole, ours.name):
                self._read(whole, ours, [(how, value)])
        self._gather_later(whole)
        people = whole.cells.pop("people", None)
        if not people:
            if whole.named:
                self._read_beside(whole, whole.named)
            yield whole
            return
        for part, named in enumerate(people):
            said = Said(
                whole.number,
                part,
                {**whole.cells, "name": named.name},
                whole.later,
                whole.columns,
                dict(whole.typed),
            )
            said.wrong, said.notes = list(whole.wrong), list(whole.notes)
            said.typed["name"] = named.name
            self._read_beside(said, named)
            yield said

    def _text(self, ours: Column, cell: str) -> str:
        said = cell.casefold()
        return "" if said in self._nothing or (ours.kind == DATE and said in NO_DAY) else cell

    def _read(self, said: Said, ours: Column, texts: list[tuple[Reading, str]]) -> None:
        joint = (
            "\n" if ours.name == "summary" else ", " if ours.kind == CODES or ours.name == "articles" else " "
        )
        typed = joint.join(text for _reading, text in texts)
        how = texts[0][0]
        said.typed[ours.name] = typed
        if len(typed) > ours.most:
            told = _("This may have at most %(most)d characters, and has %(has)d.")
            said.tell(ours.name, told % {"most": ours.most, "has": len(typed)})
            return
        if ours.kind in BY_THEMSELVES:
            value, reason = self._meant(ours, how, typed)
        else:
            value, reason = _or_reason(self._value, said, ours, how, typed)
        if "" in how.values.values() and (
            left_out := [
                part
                for part in (_parts(how, typed) if ours.kind == CODES else [typed])
                if how.values.get(part.casefold()) == ""
            ]
        ):
            told = _("Left out, as the mapping says: %(texts)s (%(column)s).")
            said.notes.append(told % {"texts": ", ".join(left_out), "column": how.column})
        if reason:
            said.tell(ours.name, reason)
        elif value not in ("", None, []):
            said.cells[ours.name] = copy(value)

    def _by_itself(self, ours: Column, how: Reading, typed: str) -> tuple[Any, str]:
        return _or_reason(self._value_by_itself, ours, how, typed)

    def _value(self, said: Said, ours: Column, how: Reading, typed: str) -> Any:
        typed = how.values.get(typed.casefold(), typed)
        if ours.kind == TEXTS:
            marks = re.escape(how.several) if how.several else r"[|;\n]"
            texts = [text for each in re.split(marks, typed) if (text := " ".join(each.split()))]
            return _each_once(said.cells.get("other_names", []), texts)
        if ours.name == "name":
            return self._name(said, how, typed)
        return typed if ours.name == "summary" else " ".join(typed.split())

    def _value_by_itself(self, ours: Column, how: Reading, typed: str) -> Any:
        if ours.kind == CODES:
            translated = [how.values.get(part.casefold(), part) for part in _parts(how, typed)]
            return _codes(ours, ", ".join(filter(None, translated)))
        typed = how.values.get(typed.casefold(), typed)
        if not typed:
            return None  # as the mapping says
        if ours.kind == DATE:
            return self._date(ours, how, typed)
        if ours.kind == YES_NO:
            return _yes_or_no(typed)
        return self._code(ours, typed) if ours.kind == CODE else _number(typed)

    def _code(self, ours: Column, typed: str) -> Any:
        assert ours.codes is not None
        if not ours.name.startswith("later_"):
            code = read_code(typed, ours.codes)
            if ours.choices and code not in ours.choices:
                raise ValidationError(
                    _("“%(typed)s” cannot stand here; one of these can: %(choices)s.")
                    % {"typed": typed, "choices": ", ".join(ours.choices)}
                )
            return code
        kind, _colon, outcome = typed.partition(":")
        code = read_code(kind, ours.codes)
        decision = read_code(outcome, DECISIONS) if outcome.strip() else ""
        if (f"{code}:{decision}" if decision else code) not in LATER:
            near = [each for each in LATER if each.partition(":")[0] == code]
            raise ValidationError(
                _("“%(typed)s” cannot stand here; one of these can: %(choices)s.")
                % {"typed": typed, "choices": ", ".join(near or LATER)}
            )
        return code, decision

    def _date(self, ours: Column, how: Reading, typed: str) -> Any:
        kind = {"birth_date": "birth", "remand_until": "plan"}.get(ours.name, "fact")
        if kind == "birth" and is_age(typed):
            if not how.is_age:
                told = _("“%(typed)s” seems to be an age. Write the year of birth.")
                if not self._is_ours:
                    told = _(
                        "“%(typed)s” seems to be an age. Say in the mapping that it holds ages, or write the year."
                    )
                raise ValidationError(told % {"typed": typed})
            if not self.as_of:
                raise ValidationError(
                    _("An age tells the birth only with the day of the list; say that above.")
                )
            return parsed(years_of_age(typed, self.as_of), typed, kind=kind)
        text = " ".join(typed.split())
        if _SERIAL.fullmatch(text):
            raise ValidationError(
                _(
                    "“%(typed)s” seems to be a spreadsheet's number of a day. Give the column the format of a date "
                    "there, and bring the list again."
                )
                % {"typed": text}
            )
        return parsed(a_month_first(text) if how.dates else text, kind=kind)

    def _name(self, said: Said, how: Reading, typed: str) -> str:
        mark = how.several.replace("\\n", "\n")
        names = [each for each in typed.split(mark) if each.strip()] if mark else [typed]
        people = [named_in(each, aliases=how.aliases) for each in names]
        if any(seems_several(each.name) for each in people):
            told = _("These seem to be several people. Give each a row of their own.")
            if not self._is_ours:
                told = _(
                    "These seem to be several people. Say in the mapping which mark stands between them, or give each "
                    "a row of their own."
                )
            raise ValidationError(told)
        people = [_in_order(how, each) for each in people]
        if mark:
            said.cells["people"] = people
            return ""
        [said.named] = people
        return said.named.name

    def _read_beside(self, said: Said, named: Named) -> None:
        """What stands with a name: other names, a birth where no column says one, and the rest is told."""
        if named.others:
            said.cells["other_names"] = _each_once(named.others, said.cells.get("other_names", []))
        left_out = list(named.left_out)
        if named.born and (birth := self._birth_beside(said, named.born)):
            said.cells["birth_date"] = birth
            said.notes.append(_("“%(typed)s” beside the name is read as the birth.") % {"typed": named.born})
        elif named.born:
            left_out.append(named.born)
        if left_out:
            told = _("Left out, since it stands beside the name and is none: %(texts)s.")
            said.notes.append(told % {"texts": ", ".join(left_out)})

    def _birth_beside(self, said: Said, typed: str) -> PartialDate | None:
        if "birth_date" in said.typed or (is_age(typed) and not self.as_of):
            return None
        how = Reading("", "birth_date", is_age=True)
        value, _reason = _or_reason(self._date, BY_NAME["birth_date"], how, typed)
        return value

    def _gather_later(self, said: Said) -> None:
        for number in range(1, MOST_LATER + 1):
            row: dict[str, Any] = {}
            for name in ("what", *AFTER):
                value = said.cells.pop(f"later_{number}_{name}", None)
                if name == "what" and value:
                    row["kind"], row["decision"] = value
                elif value:
                    row[name] = value
            said.later.append(row)
        while said.later and not said.later[-1]:
            said.later.pop()


def _codes(ours: Column, typed: str) -> list[str]:
    assert ours.codes is not None
    try:
        return read_codes(typed, ours.codes)
    except ValidationError as error:
        if not _OTHER_MARK.search(typed):
            raise
        raise ValidationError([*error.messages, _("Put commas between several.")]) from error


def _has_use_for(said: Said, name: str) -> bool:
    """Whether a row has anything of what came after, of which a constant says what it was."""
    later = name.removesuffix("_what")
    return not name.startswith("later_") or any(f"{later}_{each}" in said.typed for each in AFTER)


def _in_order(how: Reading, named: Named) -> Named:
    return replace(named, name=name_in_order(named.name, order=how.order, capitals=how.capitals))


def _parts(how: Reading, typed: str) -> list[str]:
    """The values of a cell of several, and of one with its only one."""
    if typed.casefold() in how.values:
        return [typed]
    parts = BETWEEN.split(typed.replace(how.several or ",", ","))
    return [text for part in parts if (text := part.strip())]


def _or_reason(read: Callable[..., Any], *given: Any) -> tuple[Any, str]:
    """What is read, or None and why it cannot be."""
    try:
        return read(*given), ""
    except ValidationError as error:
        return None, " ".join(error.messages)


def _number(typed: str) -> str:
    if not typed.isdecimal():
        raise ValidationError(_("“%(typed)s” is no whole number.") % {"typed": typed})
    return typed


def _yes_or_no(typed: str) -> bool:
    word = typed.strip().casefold()
    if word in YES:
        return True
    if word in NO:
        return False
    raise ValidationError(_("Write yes or no, or leave it empty."))


def _each_once(*texts: list[str]) -> list[str]:
    return list(dict.fromkeys(text for several in texts for text in several))
