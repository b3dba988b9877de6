"""A case as a line of a list says it: cells as they are typed, judged together, and entered in one step.

`ListedCase(cells, shared)` saves nothing. Its `errors` are sentences by cell, its `questions` the records on file that
a cell may mean; an answer to each is the record, or NEW. `enter_listed` makes the person, the places and the case.
Many lines are judged with one `OnFile`, and entered by `many.enter_many`. Which cells there are: `cells.py`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from cases.models import Campaign, Case, Person, Place, Relation, Source
from cases.text.partial_dates import PartialDate
from cases.workflow.entering.cells import (
    LATER,
    NAMING,
    NEW,
    PERSON_CELLS,
    STATUS_BY_VERDICT,
)
from cases.workflow.entering.entry import Entry, Wrong
from cases.workflow.entering.listed_parts import Cells, Where, is_said, parts_of
from cases.workflow.entering.on_file import OnFile
from cases.workflow.entering.reading import REQUIRED, is_empty
from cases.workflow.entering.saving import NotEntered, enter
from cases.workflow.entering.texts import unfit
from cases.workflow.keeping_texts import keep_texts

__all__ = ["LATER", "NEW", "STATUS_BY_VERDICT", "ListedCase", "Shared", "enter_listed"]

Texts = Mapping[tuple[str, str], str]
"""Texts by field and language, as `keep_texts` takes them."""


@dataclass(frozen=True)
class Shared:
    """What is said once for many lines. `as_of`: the day of the list, on which somebody is held where it says so;
    `code`: the code of law that a bare article is of; `text_language`: in which title and summary are typed;
    `pinpoint`: where in the source the line stands."""

    source: Source
    country: str
    campaign: Campaign | None = None
    as_of: PartialDate = field(default_factory=PartialDate)
    code: str = "CC"
    text_language: str = ""
    pinpoint: str = ""


class ListedCase:
    """`cells` by name (`cells.CELLS`), `later` rows of what came after, with the cells of LATER; in `errors` and
    `questions` these are named `later-0-kind` and so on. `answers` by the name of the cell that was asked about.

    `named`: the record of each cell that names one, on file or new; `entry`: the case, as it was judged.
    """

    def __init__(
        self,
        cells: Cells,
        shared: Shared,
        *,
        later: Sequence[Cells] = (),
        answers: Mapping[str, Any] | None = None,
        on_file: OnFile | None = None,
    ):
        self.cells = {name: value for name, value in cells.items() if not is_empty(value)}
        self.shared, self.answers = shared, answers or {}
        self.later = {at: row for at, row in enumerate(later) if is_said(row, LATER)}
        self.errors: dict[str, list[str]] = {}
        self.questions: dict[str, list[Model]] = {}
        self._on_file = on_file or OnFile()
        self.named = {name: self._named(name) for name in self._naming_cells()}
        self.person = self._person()
        self._asks_for_missing()
        self._judge()

    @property
    def places(self) -> dict[str, Place]:
        return {name: each for name, each in self.named.items() if isinstance(each, Place)}

    @property
    def new_records(self) -> list[Model]:
        """What is made in the same save, beside the person: places, courts and the like, and the source."""
        return [each for each in (self.shared.source, *self.named.values()) if each.pk is None]

    # What the cells name

    def _naming_cells(self) -> list[str]:
        names: list[str] = [name for name in NAMING if name in self.cells]
        if "court" in self.cells and "verdict" in self.cells:
            # Without a verdict nothing says what that court did; its name stands at the proceeding.
            names.append("court")
        later = (f"later-{number}-{name}" for number in self.later for name in ("place", "court"))
        return [*names, *(name for name in later if self._typed(name))]

    def _typed(self, name: str) -> str:
        if name.startswith("later-"):
            _prefix, number, own = name.split("-")
            return str(self.later[int(number)].get(own) or "").strip()
        return str(self.cells.get(name, "")).strip()

    def _named(self, name: str) -> Model:
        kind = str(self.cells.get("organisation_kind") or "") if name == "organisation" else ""
        typed, answer = self._typed(name), self.answers.get(name)
        record, near = self._on_file.meant(name, typed, self.shared.country, answer=answer, kind=kind)
        if near:
            self.questions[name] = near
        if record is not None and record.pk is None:
            self._tell(name, *dict.fromkeys(told for _field, told in unfit(record)))
        return cast(Model, record)

    def _person(self) -> Person | Entry:
        """The person on file that was chosen, or an Entry of a new one."""
        person, errors, likely = who_is(self.cells, answer=self.answers.get("name"), on_file=self._on_file)
        for cell, told in errors.items():
            self._tell(cell, *told)
        if likely:
            self.questions["name"] = list(likely)
        return person

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
        if "organisation" in self.cells and "organisation_role" not in self.cells:
            self._tell("organisation_role", _("Say what ties the person to it."))
        for name in ("organisation_role", "organisation_kind", "post"):
            if name in self.cells and "organisation" not in self.cells:
                self._tell("organisation", _("Say which organisation."))
        for number, row in self.later.items():
            if is_empty(row.get("kind")):
                self._tell(f"later-{number}-kind", str(REQUIRED))

    def _judge(self) -> None:
        self.entry, where = self._case(self.person if isinstance(self.person, Person) else None)
        self._tell_all(self.entry.errors, where, otherwise="")

    def _case(self, person: Person | None) -> tuple[Entry, dict[Where, str]]:
        """The case as an Entry, and which cell each of its values is from."""
        shared, own = self.shared, ("title", "summary", "notes", "age_at_arrest")
        values: dict[str, Any] = {
            **{name: self.cells.get(name) for name in own},
            "text_language": shared.text_language or None,
            "origin": shared.country,
            "location": shared.country,
            "person": person,
            "campaigns": [shared.campaign] if shared.campaign else [],
        }
        parts = parts_of(
            self.cells, self.later, self.named, country=shared.country, code=shared.code, as_of=shared.as_of
        )
        where = parts.where | {("", 0, name): name for name in own}
        return Entry(Case, values, source=shared.source, **parts.rows), where

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


def who_is(
    cells: Cells, *, answer: Any, on_file: OnFile
) -> tuple[Person | Entry, dict[str, list[str]], list[Person]]:
    """Whom `name` and PERSON_CELLS mean: the person that was chosen, or an Entry of a new one; what is wrong, by cell;
    and who on file may be meant, which asks for an answer."""
    if isinstance(answer, Person):
        return answer, {}, []
    name = str(cells.get("name", "")).strip()
    errors: dict[str, list[str]] = {}
    likely: list[Person] = []
    if name and on_file.is_kept(name):
        errors["name"] = [_("Ask an administrator before you enter this person.")]
    elif name and answer != NEW:
        likely = on_file.persons(name)
    values = {each: cells[each] for each in PERSON_CELLS if each in cells}
    aliases = [{"text": each, "kind": "alias"} for each in cells.get("other_names", ()) if each != name]
    entry = Entry(Person, values, names=[{"text": name}, *aliases] if name else [])
    for wrong in entry.errors:
        cell = wrong.field if wrong.part == "" and wrong.field in PERSON_CELLS else "name"
        cell = "other_names" if wrong.part == "names" and wrong.row > 1 else cell
        errors.setdefault(cell, [wrong.message])
    return entry, errors, likely


@transaction.atomic
def enter_listed(
    listed: ListedCase,
    *,
    by: User,
    texts: Callable[[Case], Texts] | None = None,
    after: Case | None = None,
) -> Case:
    """Save what a line says: source, person and whatever it names that is new, and the case, a draft edited by `by`.

    `after` is an earlier case of the same person, which then precedes this one. `texts` makes further texts from the
    facts of the saved case; what somebody typed stays as it is.
    Raises NotEntered, and saves nothing, if a cell is wrong or a question is open.
    """
    if listed.errors or listed.questions:
        wrong = [Wrong("", 0, name, message) for name, all_ in listed.errors.items() for message in all_]
        asked = [Wrong("", 0, name, _("This may be on file already.")) for name in listed.questions]
        raise NotEntered(wrong or asked)
    for record in listed.new_records:
        if record.pk is None:
            record.save()
    person = listed.person
    if isinstance(person, Entry):
        person = cast(Person, enter(person, by=by))
    entry, _where = listed._case(person)
    case = cast(Case, enter(entry, by=by))
    if after is not None and after.person_id == case.person_id:
        told = {"from_case": after, "kind": "precedes", "to_case": case, "source": listed.shared.source}
        enter(Entry(Relation, told), by=by)
        case.refresh_from_db()
    made = {
        (name, language): text
        for (name, language), text in (texts(case) if texts else {}).items()
        if text and name not in listed.cells
    }
    if made:
        keep_texts(case, made, by=by, edit_version=case.edit_version)
        case.refresh_from_db()
    return case
