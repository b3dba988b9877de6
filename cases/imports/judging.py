"""What would come of each row: a new case, changes to one on file, nothing, a question, or an error. Nothing is saved.

The same rows judged in the same order give the same `Judged.digest`, as long as nobody changed what they are compared
with: what was previewed is what is imported.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, cast

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from cases.imports.changes import Changes, changes_to
from cases.imports.key_table import KeyTable, mark
from cases.imports.mapping import ASK, MANY, ONE
from cases.imports.matching import Matcher, has_name, refused_person
from cases.imports.questions import (
    answer_key,
    asked_about,
    born_as,
    choices_of,
    column_of,
    no_column_of_verdicts,
    typed_in,
)
from cases.imports.reads import read_as
from cases.imports.said import Said
from cases.imports.seen import RowsOfNames
from cases.imports.settled import Settled
from cases.imports.spelling import spelled_alike
from cases.models import Case, Person, Source
from cases.models.list_import import Verdict
from cases.text.custody.days import certainly_before
from cases.text.custody.effects import ENDS, LETS_GO, effect_of
from cases.vocabularies.charges import CHARGE_CATEGORIES
from cases.workflow.entering.cells import CELLS, NEW
from cases.workflow.entering.entry import Entry
from cases.workflow.entering.listed import ListedCase, Shared
from cases.workflow.entering.listed_parts import charges_in_words
from cases.workflow.entering.on_file import OnFile
from cases.workflow.entering.persons import person_label

BATCH = 500

MOST_LOOKED_INTO = 1_000
"""Rows with errors: after so many, one of which a cell cannot be read is named for that, and not compared with what is
on file as well. A file of a million bad rows would take an hour."""


@dataclass
class Judged:
    """`listed` is there for what is new; `changes` for a case on file. `same_person_as`: the row whose person it is."""

    said: Said
    verdict: Verdict
    told: dict[str, Any] = field(default_factory=dict)
    listed: ListedCase | None = None
    case: Case | None = None
    changes: Changes | None = None
    same_person_as: int = 0

    @property
    def row(self) -> int:
        return self.said.number

    @property
    def name(self) -> str:
        return str(self.said.cells.get("name", "") or self.said.typed.get("name", ""))

    @property
    def digest(self) -> str:
        text = json.dumps(
            [self.verdict, self.said.digest, self.told], ensure_ascii=False, default=str, sort_keys=True
        )
        return hashlib.sha256(text.encode()).hexdigest()


class Judge:
    """For one pass over a list, as whoever asks (`need_to_know.reading_as`)."""

    def __init__(self, settled: Settled, *, by: User, own: int = 0):
        self.settled, self.by = settled, by
        self.on_file = OnFile()
        self._matcher = Matcher(settled.list_name, own)
        self._rows_of_names = RowsOfNames()
        self._wrong_rows = 0
        self._rows_by_digest, self._rows_by_id = KeyTable(), KeyTable()
        self._rows_of_facts, self._facts = KeyTable(), KeyTable()
        self._sources: dict[tuple[str, str], Source] = {}
        self.new_sources: list[Source] = []

    def judge(self, rows: Iterable[Said]) -> Iterator[Judged]:
        """Each row in turn; they are looked up by batches."""
        left = iter(rows)
        while batch := list(islice(left, BATCH)):
            self._matcher.look_up(batch)
            for said in batch:
                yield self._judge(said)

    def _judge(self, said: Said) -> Judged:
        if not self._is_new_in_the_file(said):
            if said.wrong:
                return self._wrong(said)
            return Judged(said, Verdict.SAME, {"notes": said.notes})
        found = self._matcher.case_of(said)
        if found.refused:
            said.wrong.clear()
            said.tell(found.field, found.refused)
            return self._wrong(said)
        if found.is_same and not said.wrong and found.case is not None:
            return self._about(said, found.case, found.because, Verdict.SAME)
        if said.wrong and self._wrong_rows >= MOST_LOOKED_INTO:
            return self._wrong(said)
        person, refused = self._matcher.person_of(said)
        if refused:
            said.tell("person", refused)
        answers = self._answers(said)
        if person is not None:
            answers["name"] = person
        elif str(said.cells.get("person", "")).strip().casefold() == NEW:
            answers["name"] = NEW
        chosen = answers.get("name")
        case = found.case or (chosen if isinstance(chosen, Case) else None)
        if case is not None:
            return self._compared(said, case, found.because or _("you chose it"), answers)
        return self._new(said, answers)

    # A row of a case on file

    def _compared(self, said: Said, case: Case, because: str, answers: dict[str, Any]) -> Judged:
        person = case.person
        answers["name"] = person if person is not None else NEW
        if (
            person is not None
            and "name" not in said.cells
            and "name" not in {each.field for each in said.wrong}
        ):
            said.cells["name"] = str(person)
        elif person is not None and said.cells.get("name") and not has_name(person, str(said.cells["name"])):
            said.notes.append(
                _("On file the name is “%(name)s”; names are changed at the desk.") % {"name": person}
            )
        listed = self._listed(said, answers)
        self._take_over(said, listed)
        if said.wrong:
            return self._wrong(said)
        if listed.questions:
            return self._question(said, listed)
        changes = changes_to(case, listed)
        self._agree(said, changes)
        if said.wrong:
            return self._wrong(said)
        judged = self._about(said, case, because, Verdict.CHANGED if changes.applied else Verdict.SAME)
        judged.changes, judged.listed = changes, listed
        judged.told["changes"] = changes.told()
        return judged

    def _agree(self, said: Said, changes: Changes) -> None:
        """Rows of one case, or of cases of one person, say the same of a fact: else none of them is right for all."""
        for each in changes.applied:
            fact, value = mark(changes.case.pk if each.is_new else "", *each.fact), mark(each.after)
            first = self._rows_of_facts.setdefault(fact, said.number)
            if self._facts.setdefault(fact, value) != value and first != said.number:
                told = _("Row %(row)s is of the same case or person, and says something else: %(what)s.")
                said.tell("name", told % {"row": first, "what": each.label})

    def _about(self, said: Said, case: Case, because: str, verdict: Verdict) -> Judged:
        told = {"case": case.pk, "reference": case.reference, "because": because, "notes": said.notes}
        return Judged(said, verdict, told, case=case)

    # A row of nobody on file, so far

    def _new(self, said: Said, answers: dict[str, Any]) -> Judged:
        likely = self._likely(said, answers)
        if isinstance(answers.get("name"), Person) and (told := refused_person(answers["name"])):
            said.tell("name", told)
        listed = self._listed(said, answers)
        if isinstance(answers.get("name"), Person):
            listed.questions.pop("name", None)
        self._take_over(said, listed)
        same_as, asks = self._earlier_row(said, answers)
        if said.wrong:
            return self._wrong(said)
        if listed.questions or asks:
            return self._question(said, listed, rows=asks)
        told: dict[str, Any] = {"notes": said.notes, "reads": read_as(said)}
        if isinstance(listed.person, Person):
            told["person"] = {
                "label": person_label(listed.person),
                "because": likely or _("you chose it"),
                "unused": listed.unused,
            }
        elif same_as:
            told["person"] = {"row": same_as}
        return Judged(said, Verdict.NEW, told, listed=listed, same_person_as=same_as)

    def _likely(self, said: Said, answers: dict[str, Any]) -> str:
        """Somebody on file of the same name, born on the same day, is taken for the same: answers why."""
        born = said.cells.get("birth_date")
        if "name" in answers or not born or not said.cells.get("name") or born.earliest != born.latest:
            return ""
        twins = [
            each
            for each in self.on_file.persons(str(said.cells["name"]))
            if each.birth_date.text == born.text and has_name(each, str(said.cells["name"]))
        ]
        if len(twins) != 1:
            return ""
        answers["name"] = twins[0]
        return _("name and day of birth are the same")

    def _earlier_row(self, said: Said, answers: dict[str, Any]) -> tuple[int, list[int]]:
        """The row whose person this is, too; or the rows of that name among which somebody has to choose."""
        name, born = spelled_alike(str(said.cells.get("name", ""))), said.cells.get("birth_date")
        if not name or isinstance(answers.get("name"), Person) or self.settled.mapping.same_name == MANY:
            return 0, []
        text = born.text if born else ""
        fitting = self._rows_of_names.fitting(name, text)
        answer = self.settled.answers.get(answer_key("rows", said.typed.get("name", ""), text), "")
        if str(said.cells.get("person", "")).strip().casefold() == NEW or answer == NEW:
            fitting = []
        if not fitting:
            self._rows_of_names.add(name, said.number, text)
            return 0, []
        if self.settled.mapping.same_name == ONE or answer == ONE:
            return fitting[0], []
        return 0, fitting if self.settled.mapping.same_name == ASK else []

    # What both need

    def _is_new_in_the_file(self, said: Said) -> bool:
        name = str(said.cells.get("reference") or said.cells.get("list_id") or "")
        first = said.number
        if name and said.wrong and self._wrong_rows >= MOST_LOOKED_INTO:
            # A million bad rows are not remembered: nothing comes of them.
            first = self._rows_by_id.get(mark(name)) or first
        elif name:
            first = self._rows_by_id.setdefault(mark(name), said.number)
        if said.part == 0 and not said.wrong:
            meant = [str(said.cells.get(each, "")) for each in ("reference", "person")]
            before = self._rows_by_digest.setdefault(mark(said.digest, *meant), said.number)
            if before != said.number:
                said.notes.append(_("The same as row %(row)s.") % {"row": before})
                return False
        if first != said.number:
            said.tell(
                "reference" if said.cells.get("reference") else "list_id",
                _(
                    "Row %(row)s has the same, and says something else. A number of people, and not of cases, is left "
                    "out of the mapping."
                )
                % {"row": first},
            )
        return True

    def _answers(self, said: Said) -> dict[str, Any]:
        answers: dict[str, Any] = {}
        for cell in asked_about(said):
            typed = typed_in(said, cell)
            answer = (
                self.settled.answers.get(answer_key(cell, typed, born_as(said) if cell == "name" else ""))
                if typed
                else None
            )
            if answer:
                answers[cell] = self.settled.chosen(answer)
        return {cell: answer for cell, answer in answers.items() if answer is not None}

    def _listed(self, said: Said, answers: dict[str, Any]) -> ListedCase:
        base, cells = self.settled.shared, said.cells
        shared = Shared(
            source=self._source(said),
            country=str(cells.get("country") or base.country),
            campaign=base.campaign,
            as_of=cells.get("as_of") or base.as_of,
            code=base.code,
            text_language=base.text_language,
            pinpoint=str(cells.get("page") or f"row {said.number}"),
        )
        if not shared.country:
            said.tell("country", _("In which country? Say it for the list, or in the row."))
        for charge in charges_in_words(cells.get("articles", "")):
            told = _("“%(words)s” names no article: a charge in words, of the category “%(category)s”.")
            category = CHARGE_CATEGORIES.label(charge["category"])
            said.notes.append(told % {"words": charge["verbatim"], "category": category})
        self._look_at_days(said, shared.as_of)
        own = {name: cells[name] for name in CELLS if name in cells}
        return ListedCase(own, shared, later=said.later, answers=answers, on_file=self.on_file)

    def _look_at_days(self, said: Said, as_of: Any) -> None:
        """Say what days contradict, and do not say of somebody who was let go that the list shows them held."""
        cells = said.cells
        facts = [cells[name] for name in ("arrested_on", "verdict_on") if name in cells]
        facts += [row["date"] for row in said.later if "date" in row and row.get("kind") != "hearing"]
        if ahead := [each.text for each in facts if as_of and certainly_before(as_of.latest, each.earliest)]:
            told = _(
                "After the day of the list: %(days)s. Is the month the first number of a date, or the day?"
            )
            said.notes.append(told % {"days": ", ".join(ahead)})
        begin = cells.get("arrested_on")
        if begin and any(certainly_before(each.latest, begin.earliest) for each in facts):
            said.notes.append(_("Something that came after is dated before the arrest."))
        last = next((row for row in reversed(said.later) if "kind" in row), None)
        if last is None or "held_at" not in cells:
            return
        is_out = effect_of(last["kind"], last.get("decision", "")).change in (LETS_GO, ENDS)
        day = last.get("date")
        if is_out and not (day and as_of and certainly_before(as_of.latest, day.earliest)):
            told = _("Left out, since the row says that the person was let go: held in “%(place)s”.")
            said.notes.append(told % {"place": cells.pop("held_at")})

    def _source(self, said: Said) -> Source:
        """The list, or the better source that the row names: the one on file of that address, or a new one."""
        title, url = (str(said.cells.get(name, "")) for name in ("source_title", "source_url"))
        if not title and not url:
            return self.settled.shared.source
        if (title, url) not in self._sources:
            known = (
                Source.objects.filter(url=url).first() if url else Source.objects.filter(title=title).first()
            )
            if known is None:
                public = self.settled.shared.source.is_public
                entry = Entry(Source, {"title": title or url, "url": url, "is_public": public})
                for wrong in entry.errors:
                    said.tell("source_url" if wrong.field == "url" else "source_title", wrong.message)
                if entry.errors:
                    return self.settled.shared.source
                known = cast(Source, entry.record)
                self.new_sources.append(known)
            self._sources[title, url] = known
        return self._sources[title, url]

    def _take_over(self, said: Said, listed: ListedCase) -> None:
        """What the rules of entry say of the cells, beside what could not be read at all."""
        if "verdict" in listed.errors and "verdict" not in said.cells and "verdict" not in said.columns:
            said.tell("verdict", no_column_of_verdicts())
        for cell, messages in listed.errors.items():
            said.tell(column_of(cell), " ".join(messages))

    def _wrong(self, said: Said) -> Judged:
        self._wrong_rows += 1
        errors = [
            {"field": each.field, "column": each.column, "value": each.value[:200], "reason": each.reason}
            for each in said.wrong
        ]
        return Judged(said, Verdict.ERROR, {"errors": errors, "notes": said.notes})

    def _question(self, said: Said, listed: ListedCase, *, rows: Iterable[int] = ()) -> Judged:
        asked = []
        for cell, records in listed.questions.items():
            typed = typed_in(said, cell)
            key = answer_key(cell, typed, born_as(said) if cell == "name" else "")
            choices = [choice for each in records for choice in choices_of(each)]
            asked.append({"key": key, "typed": typed, "field": column_of(cell), "choices": choices})
        if rows:
            key = answer_key("rows", said.typed.get("name", ""), born_as(said))
            asked.append(
                {"key": key, "typed": said.typed.get("name", ""), "field": "name", "rows": list(rows)}
            )
        return Judged(said, Verdict.QUESTION, {"questions": asked, "notes": said.notes}, listed=listed)
