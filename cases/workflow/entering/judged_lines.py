"""One event for many people: what is said once and what each line says, judged together before anything is entered."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from cases.models import Person
from cases.workflow.entering.entry import Wrong
from cases.workflow.entering.listed import ListedCase, Shared
from cases.workflow.entering.listed_parts import Cells
from cases.workflow.entering.many import names_twice
from cases.workflow.entering.on_file import OnFile
from cases.workflow.entering.pasted import PastedLine


class JudgedLines:
    """`cells` and `later` hold for every line; what a line says in a column takes the place of the same cell.

    `answers` to questions about what is said once; `answers_by_line` about names, by the number of the line.
    `errors` and `questions` are of what is said once, by cell; `wrong` names what is wrong with lines, `asked` who may
    be meant in one, both by its number; `same_as` the earlier line that says the same name.
    """

    def __init__(
        self,
        pasted: Sequence[PastedLine],
        shared: Shared,
        cells: Cells,
        *,
        later: Sequence[Cells] = (),
        answers: Mapping[str, Any] | None = None,
        answers_by_line: Mapping[int, Any] | None = None,
    ):
        self.pasted, by_line = list(pasted), answers_by_line or {}
        once = {name: answer for name, answer in (answers or {}).items() if name != "name"}
        on_file = OnFile()
        self.lines = [
            ListedCase(
                {**cells, **{name: cell for name, cell in line.cells.items() if cell}},
                shared,
                later=later,
                answers=once | ({"name": by_line[line.number]} if line.number in by_line else {}),
                on_file=on_file,
            )
            for line in self.pasted
        ]
        self.errors: dict[str, list[str]] = {}
        self.questions: dict[str, list[Model]] = {}
        self.wrong: list[Wrong] = []
        self.asked: dict[int, list[Person]] = {}
        self.same_as: dict[int, int] = {}
        self._sort_out()

    @property
    def can_be_entered(self) -> bool:
        return bool(self.lines) and not (self.errors or self.questions or self.wrong or self.asked)

    def _sort_out(self) -> None:
        for line, listed in zip(self.pasted, self.lines, strict=True):
            for cell, told in listed.errors.items():
                if cell == "name" or line.cells.get(cell):
                    self.wrong += [Wrong("", line.number, cell, each) for each in told]
                else:
                    self.errors.setdefault(cell, told)
            for cell, found in listed.questions.items():
                if cell == "name":
                    self.asked[line.number] = [each for each in found if isinstance(each, Person)]
                else:
                    self.questions.setdefault(cell, found)
        for at, other in names_twice(self.lines).items():
            number, earlier = self.pasted[at].number, self.pasted[other].number
            if isinstance(self.lines[at].person, Person):
                twice = _("This is the person of line %(number)d; choose another, or take the line out.")
                self.wrong.append(Wrong("", number, "name", twice % {"number": earlier}))
            else:
                self.same_as[number] = earlier
                self.asked.setdefault(number, [])
