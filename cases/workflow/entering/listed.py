"""A case as a line of a list says it: cells as they are typed, judged together, and entered in one step.

`ListedCase(cells, shared)` saves nothing. Its `errors` are sentences by cell, its `questions` the records on file that
a cell may mean; an answer to each is the record, or NEW. `enter_listed` makes the person, the places and the case.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Model, Q
from django.utils.translation import gettext as _

from cases.models import Campaign, Case, Person, Place, Source
from cases.text.partial_dates import PartialDate
from cases.workflow.entering.entry import Entry, Wrong
from cases.workflow.entering.persons import is_kept_in_a_circle, persons_like
from cases.workflow.entering.reading import REQUIRED, is_empty
from cases.workflow.entering.saving import NotEntered, enter
from cases.workflow.entering.texts import unfit
from cases.workflow.near_records import near_records

NEW = "new"
"""The answer to a question: none of these."""

PERSON_CELLS = ("birth_date", "gender", "roles")
LATER = ("kind", "decision", "date", "place")
PLACES = ("place", "held_at")

STATUS_BY_VERDICT = {"verdict_guilty": "convicted", "verdict_acquittal": "acquitted"}
"""What became of every charge of a line, by its verdict: a list names the articles somebody was convicted under."""

Cells = Mapping[str, Any]
Where = tuple[str, int, str]
"""Part, row and field of an Entry, where a cell's value went."""


@dataclass(frozen=True)
class Shared:
    """What is said once for many lines. `as_of`: the day of the list, on which somebody is held where it says so."""

    source: Source
    country: str
    campaign: Campaign | None = None
    as_of: PartialDate = field(default_factory=PartialDate)


class ListedCase:
    """`cells` by name: those of PERSON_CELLS, `name`, `articles`, `arrested_on`, `place`, `remand_until`, `court`,
    `verdict`, `verdict_on`, `term`, `is_final` (True or False), `held_at`, `title`, `summary`.

    `later` are rows of what came after, with the cells of LATER; in `errors` and `questions` these are named
    `later-0-kind` and so on. `answers` by the name of the cell that was asked about.
    """

    def __init__(
        self,
        cells: Cells,
        shared: Shared,
        *,
        later: Sequence[Cells] = (),
        answers: Mapping[str, Any] | None = None,
    ):
        self.cells = {name: value for name, value in cells.items() if not is_empty(value)}
        self.shared, self.answers = shared, answers or {}
        rows = enumerate(later)
        self.later = {at: row for at, row in rows if any(not is_empty(row.get(name)) for name in LATER)}
        self.errors: dict[str, list[str]] = {}
        self.questions: dict[str, list[Model]] = {}
        self._new_places: dict[tuple[str, str], Place] = {}
        self.places = {name: self._place(name) for name in self._place_cells()}
        self.person = self._person()
        self._asks_for_missing()
        self._judge()

    # What the cells name

    def _place_cells(self) -> list[str]:
        later = [f"later-{number}-place" for number in self.later]
        return [name for name in (*PLACES, *later) if self._place_typed(name)]

    def _place_typed(self, name: str) -> str:
        if name in PLACES:
            return str(self.cells.get(name, "")).strip()
        return str(self.later[int(name.split("-")[1])].get("place") or "").strip()

    def _place(self, name: str) -> Place:
        """The place a cell names: as it was answered, the one of this very name, or else a new one."""
        typed, answer = self._place_typed(name), self.answers.get(name)
        if isinstance(answer, Place):
            return answer
        in_country = Place.objects.filter(country=self.shared.country)
        same = in_country.filter(Q(name__iexact=typed) | Q(spellings__contains=[typed])).first()
        if same is not None:
            return same
        if answer != NEW:
            near = [each.record for each in near_records(Place, typed, self.shared.country)]
            near += in_country.filter(Q(name__icontains=typed) | Q(locality__iexact=typed))[:10]
            if near:
                self.questions[name] = list(dict.fromkeys(near))
        own = "locality" if name == "place" else "facility"
        place = Place(name=typed, country=self.shared.country, **{own: typed})
        self._tell(name, *dict.fromkeys(told for _field, told in unfit(place)))
        return self._new_places.setdefault((typed, own), place)

    def _person(self) -> Person | Entry:
        """The person on file that was chosen, or an Entry of a new one."""
        name, answer = str(self.cells.get("name", "")).strip(), self.answers.get("name")
        if isinstance(answer, Person):
            return answer
        if name and is_kept_in_a_circle([name]):
            self._tell("name", _("Ask an administrator before you enter this person."))
        elif name and answer != NEW:
            likely = [each.person for each in persons_like([name])]
            if likely:
                self.questions["name"] = list(likely)
        values = {each: self.cells[each] for each in PERSON_CELLS if each in self.cells}
        entry = Entry(Person, values, names=[{"text": name}] if name else [])
        where = {("", 0, each): each for each in PERSON_CELLS} | {("names", 1, "text"): "name"}
        self._tell_all(entry.errors, where, otherwise="name")
        return entry

    @property
    def unused(self) -> list[str]:
        """Cells of the person that change nothing, since the person is on file."""
        return (
            [each for each in PERSON_CELLS if each in self.cells] if isinstance(self.person, Person) else []
        )

    # What they say of the case

    def _asks_for_missing(self) -> None:
        if "verdict" not in self.cells:
            for name in ("verdict_on", "is_final"):
                if name in self.cells:
                    self._tell("verdict", _("Say which verdict."))
        if "held_at" in self.cells and not self.shared.as_of:
            self._tell("held_at", _("Held there on which day? Say of which day the list is."))
        for number, row in self.later.items():
            if is_empty(row.get("kind")):
                self._tell(f"later-{number}-kind", str(REQUIRED))

    def _judge(self) -> None:
        entry, where = self._case(self.person if isinstance(self.person, Person) else None)
        self._tell_all(entry.errors, where, otherwise="")

    def _case(self, person: Person | None) -> tuple[Entry, dict[Where, str]]:
        """The case as an Entry, and which cell each of its values is from."""
        cells, country = self.cells, self.shared.country
        events, where = self._events()
        violation: dict[str, Any] = {"kind": "detention" if self._was_held(events) else "prosecution"}
        if "arrested_on" in cells:
            violation["date"] = cells["arrested_on"]
        if "place" in self.places:
            violation["place"] = self.places["place"]
        values: dict[str, Any] = {
            "title": cells.get("title"),
            "summary": cells.get("summary"),
            "origin": country,
            "location": country,
            "person": person,
            "campaigns": [self.shared.campaign] if self.shared.campaign else [],
        }
        parts: dict[str, list[Cells]] = {"violations": [violation], "events": events}
        if cells.keys() & {"articles", "court", "verdict", "term"}:
            proceeding = {"jurisdiction": country, "court": cells.get("court")}
            parts["proceedings"] = [proceeding | {"is_final": cells.get("is_final")}]
        verdict = str(cells.get("verdict", ""))
        if "articles" in cells:
            status = STATUS_BY_VERDICT.get(verdict, "charged")
            parts["charges"] = [{"printed_article": cells["articles"], "status": status}]
        if "term" in cells:
            # A term alone is one of prison; what else it may be, it says.
            sentence = {"printed_term": cells["term"], "kind": "imprisonment"}
            parts["sentences"] = [sentence | {"date": cells.get("verdict_on")}]
        where |= {
            ("", 0, "title"): "title",
            ("", 0, "summary"): "summary",
            ("proceedings", 1, "court"): "court",
            **{("charges", 1, each): "articles" for each in ("printed_article", "verbatim", "category")},
            **{("sentences", 1, each): "term" for each in ("printed_term", "kind")},
            ("violations", 1, "date"): "arrested_on",
        }
        return Entry(Case, values, source=self.shared.source, **parts), where

    def _events(self) -> tuple[list[Cells], dict[Where, str]]:
        """What happened, as far as the cells say; and the cell of each date."""
        cells = self.cells
        events: list[Cells] = []
        where: dict[Where, str] = {}

        def add(kind: Any, cell: str, *, kind_cell: str = "", **values: Any) -> None:
            events.append({"kind": kind, **{name: each for name, each in values.items() if each}})
            dated = "until" if kind == "remand" else "date"
            where[("events", len(events), dated)] = cell
            where[("events", len(events), "kind")] = kind_cell or cell

        if "arrested_on" in cells:
            add("arrest", "arrested_on", date=cells["arrested_on"], place=self.places.get("place"))
        if "remand_until" in cells:
            add("remand", "remand_until", until=cells["remand_until"])
        if "verdict" in cells:
            add(cells["verdict"], "verdict_on", kind_cell="verdict", date=cells.get("verdict_on"))
        for number, row in self.later.items():
            place = self.places.get(f"later-{number}-place")
            cell = f"later-{number}-date"
            add(
                row.get("kind"),
                cell,
                kind_cell=f"later-{number}-kind",
                decision=row.get("decision"),
                date=row.get("date"),
                place=place,
            )
        if "held_at" in cells and self.shared.as_of:
            place = self.places["held_at"]
            add("confirmed_still_held", "held_at", date=self.shared.as_of, place=place)
        return events, where

    def _was_held(self, events: Sequence[Cells]) -> bool:
        return any(each["kind"] in ("arrest", "remand", "confirmed_still_held") for each in events)

    # Errors

    def _tell(self, cell: str, *messages: str) -> None:
        """Note what is wrong with a cell; the first thing is enough, but of the whole line everything is told."""
        if messages and (cell == "" or cell not in self.errors):
            self.errors.setdefault(cell, []).extend(messages)

    def _tell_all(self, errors: Sequence[Wrong], where: Mapping[Where, str], *, otherwise: str) -> None:
        for wrong in errors:
            cell = where.get((wrong.part, wrong.row, wrong.field))
            if cell is None:
                self._tell(otherwise, wrong.message if otherwise else str(wrong))
            else:
                self._tell(cell, wrong.message)


@transaction.atomic
def enter_listed(listed: ListedCase, *, by: User) -> Case:
    """Save what a line says: source, person and places that are new, and the case, a draft edited by `by`.

    Raises NotEntered, and saves nothing, if a cell is wrong or a question is open.
    """
    if listed.errors or listed.questions:
        raise NotEntered(
            [Wrong("", 0, name, message) for name, all_ in listed.errors.items() for message in all_]
        )
    if listed.shared.source.pk is None:
        listed.shared.source.save()
    person = listed.person
    if isinstance(person, Entry):
        person = cast(Person, enter(person, by=by))
    for place in listed.places.values():
        if place.pk is None:
            place.save()
    entry, _where = listed._case(person)
    return cast(Case, enter(entry, by=by))
