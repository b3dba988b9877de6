"""What happened to several: one later event, with its source, given to many cases in one step, or to none.

`Happening(cells, source=…)` saves nothing; it judges as a line of a list is judged. `give_to_several` writes it into
each case: the event, a sentence where a term is said, and, where that is asked for, what a verdict makes of charges.
"""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from cases.models import Case, Charge, Event, Sentence, Source
from cases.workflow.editing import record_edit
from cases.workflow.entering.cells import STATUS_BY_VERDICT
from cases.workflow.entering.citations import cite_once
from cases.workflow.entering.listed_parts import Cells
from cases.workflow.entering.on_file import OnFile
from cases.workflow.entering.printed import unprinted
from cases.workflow.entering.proceedings import first_proceeding, is_a_step, join_the_only_proceeding
from cases.workflow.entering.reading import REQUIRED, is_empty, read_row
from cases.workflow.entering.rules import judged
from cases.workflow.entering.texts import unfit
from cases.workflow.errors import Refused
from cases.workflow.locking import lock, one_at_a_time

CELLS = ("kind", "decision", "date", "until", "place", "court", "term", "description")
MOST = 200
OPEN_CHARGES = ("alleged", "charged")
"""Statuses of charges that a verdict settles."""
_EVENT = ("kind", "decision", "date", "until", "description")


class Happening:
    """`cells` by the names of CELLS. `settles_charges`: charges that are open become what the verdict says.

    `errors` are sentences by cell, `questions` the records a cell may mean; `answers` to these.
    """

    def __init__(
        self,
        cells: Cells,
        *,
        source: Source,
        country: str,
        settles_charges: bool = False,
        answers: Mapping[str, Any] | None = None,
    ):
        self.cells = {name: cells.get(name) for name in CELLS if not is_empty(cells.get(name))}
        self.source, self.country, self.settles_charges = source, country, settles_charges
        self.errors: dict[str, list[str]] = {}
        self.questions: dict[str, list[Model]] = {}
        on_file, given = OnFile(), answers or {}
        self.named: dict[str, Any] = {}
        for name in ("place", "court"):
            if name in self.cells:
                record, near = on_file.meant(name, str(self.cells[name]), country, answer=given.get(name))
                self.named[name] = record
                if near:
                    self.questions[name] = near
                if record is not None and record.pk is None:
                    self._tell(name, [told for _field, told in unfit(record)])
        if "kind" not in self.cells:
            self._tell("kind", [str(REQUIRED)])
        else:
            self.rows()

    @property
    def kind(self) -> str:
        return str(self.cells["kind"])

    def rows(self) -> tuple[Event, Sentence | None]:
        """A new event, and the sentence that the term says; neither is of a case yet."""
        event, errors = read_row(
            Event,
            {name: self.cells[name] for name in _EVENT if name in self.cells} | self.named,
            filled=("case", "proceeding"),
        )
        self._tell_all(errors, event, {})
        return cast(Event, event), self._sentence()

    def _sentence(self) -> Sentence | None:
        if "term" not in self.cells:
            return None
        kind = "administrative_arrest" if self.kind == "administrative_sentence" else "imprisonment"
        values = {"printed_term": self.cells["term"], "kind": kind, "date": self.cells.get("date")}
        [said], errors = unprinted("sentences", values, country=self.country)
        row, wrong = read_row(Sentence, said, filled=("case", "proceeding"))
        self._tell_all({**wrong, **errors}, row, {"date": "date"}, otherwise="term")
        return cast(Sentence, row)

    def _tell_all(
        self, errors: Mapping[str, list[str]], row: Model, cells: Mapping[str, str], *, otherwise: str = ""
    ) -> None:
        told = [*((name, each) for name, several in errors.items() for each in several)]
        told += list(judged(row, within="case")) if not errors else []
        for name, message in told:
            if name in ("case", "proceeding"):
                continue
            self._tell(cells.get(name, otherwise or (name if name in CELLS else "")), [message])

    def _tell(self, cell: str, messages: Sequence[str]) -> None:
        if messages and cell not in self.errors:
            self.errors[cell] = list(dict.fromkeys(messages))


class NotGiven(Refused):
    """Nothing was written. `changed` are cases that somebody changed since they were looked at."""

    def __init__(self, messages: list[str], changed: Sequence[Case] = ()):
        super().__init__(messages)
        self.changed = list(changed)


@transaction.atomic
def give_to_several(happening: Happening, seen: Mapping[int, int], *, by: User) -> list[Case]:
    """Write what happened into every case, an edit of each by `by`. `seen`: their keys with the edit version of each
    that somebody looked at. Raises NotGiven, and writes nothing, with every case that stands against it named.
    """
    if not by.has_perm("cases.change_case"):
        raise NotGiven([_("You have no permission to change a case.")])
    if happening.errors or happening.questions:
        raise NotGiven([each for several in happening.errors.values() for each in several])
    one_at_a_time()
    known = Case.objects.in_bulk(list(seen))
    wrong, changed = [], []
    if not seen:
        wrong.append(_("Tick at least one case."))
    if len(seen) > MOST:
        wrong.append(_("At most %(most)d cases at a time.") % {"most": MOST})
    if len(known) < len(seen):
        wrong.append(
            _("One of the cases is not there any more. Nothing was recorded; look at the list again.")
        )
    for key, case in sorted(known.items()):
        if case.edit_version != seen[key]:
            changed.append(case)
            told = _("%(case)s was changed meanwhile by %(who)s; look at it before you go on.")
            wrong.append(told % {"case": _called(case), "who": case.edited_by or _("somebody")})
        elif told := _against(case, happening):
            wrong.append(f"{_called(case)}: {told}")
    if wrong:
        raise NotGiven(wrong, changed)
    for record in (happening.source, *happening.named.values()):
        if record.pk is None:
            record.save()
    return [_give(lock(known[key]), happening, by=by) for key in seen]


def _called(case: Case) -> str:
    return f"{case.title or case.person or case.reference} ({case.reference})"


def _against(case: Case, happening: Happening) -> str:
    """Why this cannot be told of a case without asking more; "" if it can."""
    decision = str(happening.cells.get("decision") or "")
    is_step = is_a_step(happening.kind, decision) or "term" in happening.cells
    if is_step and case.proceedings.count() > 1:
        return _("it has several proceedings; enter this in the case itself.")
    if "term" in happening.cells and happening.kind not in STATUS_BY_VERDICT and _standing(case).count() > 1:
        return _("several of its sentences stand; say in the case itself which one this takes the place of.")
    return ""


def _standing(case: Case) -> Any:
    return Sentence.objects.filter(case=case, superseded_by__isnull=True, total__isnull=True)


def _give(case: Case, happening: Happening, *, by: User) -> Case:
    event, sentence = happening.rows()
    event.case = case
    event.save()
    cite_once(happening.source, event)
    if sentence is not None:
        sentence.case = case
        sentence.proceeding = case.proceedings.first() or first_proceeding(case)
        if happening.kind not in STATUS_BY_VERDICT:
            sentence.supersedes = _standing(case).first()
        sentence.save()
        cite_once(happening.source, sentence)
    status = STATUS_BY_VERDICT.get(happening.kind)
    if status and happening.settles_charges:
        for charge in Charge.objects.filter(case=case, status__in=OPEN_CHARGES):
            charge.status = status
            charge.save(update_fields=["status"])
            cite_once(happening.source, charge)
    join_the_only_proceeding(case)
    record_edit(case, by=by)
    return case
