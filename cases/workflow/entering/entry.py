"""A whole record from plain values, read and judged: the record, its rows, the sources they rest on.

`Entry(Case, {"title": …}, violations=[{"kind": "detention"}], events=[…], source=article)` saves nothing; its
`errors` name each wrong value by part, row and field. `saving.enter` makes the record of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from cases.models import Campaign, Case, Citation, Person, Record, Source, Translation
from cases.workflow.entering.citations import CLAIMABLE, can_be_cited
from cases.workflow.entering.defaults import mark_a_primary, missing_name
from cases.workflow.entering.printed import unprinted
from cases.workflow.entering.proceedings import is_a_step, jurisdiction_of, numbered, wrong_number
from cases.workflow.entering.reading import Values, is_empty, read_row
from cases.workflow.entering.rules import judged, repeated
from cases.workflow.entering.translations import into_its_own_language

PARTS: dict[type[models.Model], tuple[str, ...]] = {
    Case: (
        "violations",
        "proceedings",
        "charges",
        "sentences",
        "events",
        "affiliations",
        "participations",
        "lawyers",
        "attributions",
        "official_positions",
        "interventions",
        "assessments",
        "translations",
        "citations",
    ),
    Campaign: ("events", "official_positions", "interventions", "translations", "citations"),
    Person: ("names", "relations"),
}
"""The kinds of rows a record is entered with, in the order they are saved; other records have none."""

IN_A_PROCEEDING = ("charges", "sentences", "events")

_whole_number = forms.IntegerField(required=False, min_value=1)


@dataclass(frozen=True)
class Wrong:
    """One error. `part` is "" for the record itself, else the kind of row; rows count from 1; `field` may be ""."""

    part: str
    row: int
    field: str
    message: str

    def __str__(self) -> str:
        where = " ".join(filter(None, [self.part, str(self.row or ""), self.field]))
        return f"{where}: {self.message}" if where else self.message


@dataclass
class Line:
    """One row of a part; what was typed as one row of several articles is several of one number. `led` holds what was
    given for fields that lead to other rows of the record."""

    part: str
    number: int
    row: models.Model
    led: dict[str, Any]
    cited_source: Source | None = None
    proceeding_number: Any = None


class Entry:
    """One new record as plain values say it.

    `values` and the rows of each part hold values by field name, as `reading.read_row` takes them; many-to-many
    fields take records. A row may further say `cited_source`, and a charge, sentence or event its
    `proceeding_number`. A field that leads to another row of the record takes the number of that row, counted from 1.
    A charge may say its articles, and a sentence its term, as they are printed (`printed.py`).
    `source` is cited for each fact that cites nothing itself, and for a claim that says no source.
    Raises TypeError for names nothing has.
    """

    def __init__(
        self,
        model: type[models.Model],
        values: Values,
        *,
        source: Source | None = None,
        **parts: Iterable[Values],
    ):
        unknown = set(parts) - set(PARTS.get(model, ()))
        if unknown:
            raise TypeError(f"{model.__name__} is not entered with {', '.join(sorted(unknown))}.")
        self.errors: list[Wrong] = []
        self.source = source
        self.links = {
            each.name: values[each.name] for each in model._meta.many_to_many if each.name in values
        }
        own = {name: value for name, value in values.items() if name not in self.links}
        self.record, errors = read_row(model, own)
        self._tell("", 0, errors)
        self.lines: dict[str, list[Line]] = {}
        for part in PARTS.get(model, ()):
            several = enumerate(parts.get(part, ()), start=1)
            self.lines[part] = [
                self._read(part, number, row)
                for number, each in several
                for row in self._rows(part, number, each)
            ]
        self._connect()
        self._judge()
        order = ["", *self.lines]
        self.errors.sort(key=lambda wrong: (order.index(wrong.part), wrong.row))

    def related(self, part: str) -> tuple[type[models.Model], str]:
        """The model of a part's rows, and their field that leads to the record."""
        return _related(type(self.record), part)

    def pointers(self, part: str) -> Mapping[str, str]:
        """The fields of a part's rows that may lead to another row of the record, with the part that one is of."""
        return _pointers(type(self.record), part)

    def _rows(self, part: str, number: int, values: Values) -> list[Values]:
        """The rows of one that says something as it is printed: a line of articles is a charge for each."""
        rows, errors = unprinted(part, values, country=self._courts_of(values))
        self._tell(part, number, errors)
        return rows

    def _courts_of(self, values: Values) -> str:
        """The country whose courts a row must be about: that of its proceeding, or of the case."""
        if not isinstance(self.record, Case):
            return ""
        rows: list[Any] = [line.row for line in self.lines.get("proceedings", ())]
        wanted = str(values.get("proceeding_number") or "")
        own = [row.jurisdiction for row in rows if len(rows) == 1 or str(row.number or "") == wanted != ""]
        return next(filter(None, own), "") or jurisdiction_of(self.record)

    def _read(self, part: str, number: int, values: Values) -> Line:
        model, within = self.related(part)
        own = dict(values)
        beside = {name: own.pop(name) for name in self._said_beside(part) if name in own}
        led = {name: own.pop(name) for name in self.pointers(part) if isinstance(own.get(name), int | str)}
        if self.source is not None and _says_source(model):
            own.setdefault("source", self.source)
        row, errors = read_row(model, own, filled=(within, "proceeding"))
        setattr(row, within, self.record)
        if part == "proceedings" and is_empty(own.get("number")):
            row.number = None  # so that it gets the next that is free
        self._tell(part, number, errors)
        return Line(part, number, row, led, **beside)

    def _said_beside(self, part: str) -> list[str]:
        """What a row may say that is no field of its own."""
        names = ["cited_source"] if can_be_cited(self.related(part)[0]) else []
        return [*names, "proceeding_number"] if part in self._in_a_proceeding() else names

    def _in_a_proceeding(self) -> tuple[str, ...]:
        return IN_A_PROCEEDING if isinstance(self.record, Case) else ()

    # What a row says of another one

    def _connect(self) -> None:
        for part, lines in self.lines.items():
            for line in lines:
                for name, wanted in line.led.items():
                    if not is_empty(wanted):
                        self._lead(line, name, self.pointers(part)[name], wanted)
        if self._in_a_proceeding():
            self._connect_proceedings()

    def _lead(self, line: Line, name: str, to: str, wanted: Any) -> None:
        number = self._number(line, name, wanted)
        found = [each for each in self.lines[to] if each.number == number and each is not line]
        if len(found) == 1:
            setattr(line.row, name, found[0].row)
        elif found:
            told = _("Row %(number)d is several; write each on a row of its own to point at one.") % {
                "number": number
            }
            self._tell(line.part, line.number, {name: [told]})
        elif number:
            told = _("There is no other row %(number)d to point at.") % {"number": number}
            self._tell(line.part, line.number, {name: [told]})

    def _connect_proceedings(self) -> None:
        rows: list[Any] = [line.row for line in self.lines["proceedings"]]
        for row, number in zip(rows, numbered([row.number for row in rows]), strict=True):
            row.number = number
        known: dict[int, Any] = {row.number: row for row in rows}
        for line in (each for part in IN_A_PROCEEDING for each in self.lines[part]):
            wanted = self._number(line, "proceeding_number", line.proceeding_number)
            needed = line.part != "events" or is_a_step(line.row.kind, line.row.decision)
            told = wrong_number(wanted, known=known, several=len(known) > 1 and needed)
            if told:
                self._tell(line.part, line.number, {"proceeding_number": [told]})
            elif wanted or len(known) == 1:
                line.row.proceeding = known[wanted] if wanted else rows[0]

    def _number(self, line: Line, name: str, typed: Any) -> int | None:
        try:
            return _whole_number.clean(typed)
        except ValidationError as error:
            self._tell(line.part, line.number, {name: error.messages})
            return None

    # What rows say together

    def _judge(self) -> None:
        self._tell("", 0, {name: [message] for name, message in judged(self.record)})
        for part, lines in self.lines.items():
            within = self.related(part)[1]
            for line in lines:
                for name, message in judged(line.row, within=within):
                    self._tell(part, line.number, {name: [message]})
            self._mark(part)
            for position, name, message in repeated([line.row for line in lines], within=within):
                self._tell(part, lines[position].number, {name: [message]})
        for line in self.lines.get("citations", ()):
            self._judge_citation(line)
        for line in self.lines.get("translations", ()):
            told = into_its_own_language(cast(Record, self.record), cast(Translation, line.row))
            self._tell(line.part, line.number, {"language": [told]} if told else {})
        if isinstance(self.record, Person):
            nameless = missing_name(line.row.text for line in self.lines["names"])
            self._tell("names", 0, {"": [nameless]} if nameless else {})

    def _mark(self, part: str) -> None:
        rows: list[Any] = [line.row for line in self.lines[part]]
        if part == "violations":
            mark_a_primary(rows)
        elif part == "names":
            mark_a_primary([row for row in rows if row.is_public])

    def _judge_citation(self, line: Line) -> None:
        claimed = line.row.claimed_field
        if claimed and claimed not in CLAIMABLE:
            told = _("“%(typed)s” is no field a source can give a value for.") % {"typed": claimed}
            self._tell(line.part, line.number, {"claimed_field": [told]})
        facts = [
            name for name in Citation.TARGETS if name in self.pointers(line.part) and getattr(line.row, name)
        ]
        if len(facts) > 1:
            told = _("A citation is for one fact, or for the whole record.")
            self._tell(line.part, line.number, {facts[1]: [told]})

    def _tell(self, part: str, row: int, errors: Mapping[str, Iterable[str]]) -> None:
        """Note errors by field; the first thing that is wrong with a field is enough."""
        told = {(each.part, each.row, each.field) for each in self.errors}
        for name, messages in errors.items():
            if (part, row, name) not in told:
                self.errors += [Wrong(part, row, name, str(message)) for message in messages]


# What models say of each other is the same for every row, and asked for each of them.


@cache
def _related(model: type[models.Model], part: str) -> tuple[type[models.Model], str]:
    relation = model._meta.get_field(part)
    return cast(type[models.Model], relation.related_model), relation.field.name


@cache
def _pointers(model: type[models.Model], part: str) -> Mapping[str, str]:
    rows, within = _related(model, part)
    parts = {_related(model, other)[0]: other for other in PARTS[model]}
    found = {
        each.name: parts[each.related_model]
        for each in rows._meta.fields
        if each.is_relation and each.related_model in parts and each.name not in (within, "proceeding")
    }
    return MappingProxyType(found)


@cache
def _says_source(model: type[models.Model]) -> bool:
    """Whether a row has a source of its own."""
    return any(each.name == "source" for each in model._meta.fields)
