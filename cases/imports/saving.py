"""What was judged of a list on its way into the database, in the transaction around it."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from cases.imports.changes import Changes, apply, changes_to
from cases.imports.corrections import Corrected
from cases.imports.judging import BATCH, Judge, Judged
from cases.imports.key_table import KeyTable, mark
from cases.imports.made_texts import texts_from_facts
from cases.imports.matching import is_taken_out
from cases.imports.settled import Settled
from cases.imports.spelling import spelled_alike
from cases.models import Case, ExternalId, ImportedCase, ListImport, Person
from cases.models.list_import import Verdict
from cases.models.need_to_know import whole_record
from cases.workflow.entering.in_bulk import Provisions, save_listed
from cases.workflow.errors import Refused
from cases.workflow.locking import last_turn, one_turn


@dataclass
class Meanwhile(Exception):
    """What was previewed is not what would be imported now: these rows."""

    rows: list[int] = field(default_factory=list)


class Correcting:
    """Cases on file changed as lines of our own CSV say. All lines are judged first: none sees what another changed."""

    def __init__(self, row: ListImport):
        self.row = row
        self._waiting: list[Corrected] = []

    def take(self, corrected: Corrected) -> None:
        if corrected.verdict == Verdict.CHANGED:
            self._waiting.append(corrected)

    def end(self) -> None:
        for each in self._waiting:
            try:
                with one_turn():
                    self._carry_out(each)
            except Refused as refused:
                told = _("Row %(row)s: %(why)s") % {"row": each.row, "why": " ".join(refused.messages)}
                raise Refused(told) from refused
        if self._waiting:
            last_turn()

    def _carry_out(self, corrected: Corrected) -> None:
        case = corrected.carry_out(by=self.row.by)
        ImportedCase.objects.create(
            list_import=self.row,
            number=corrected.row,
            case=case,
            is_new=False,
            digest="",  # no row of a list is known again by it
            edit_version=case.edit_version,
        )

    def made(self) -> dict[str, list[int]]:
        return {}


class Saving:
    """Rows on their way into the database, in batches."""

    def __init__(self, row: ListImport, settled: Settled):
        self.row, self.settled = row, settled
        self.judge = Judge(settled, by=row.by, own=row.pk)
        self._provisions = Provisions()
        self._waiting: list[Judged] = []
        self._changes: list[tuple[Judged, Changes]] = []
        self._persons = KeyTable()
        """Who the rows made, by number and name: a row can be of several people."""
        self._is_new_source = settled.shared.source.pk is None

    def take(self, judged: Judged) -> None:
        if judged.verdict == Verdict.CHANGED and judged.changes is not None:
            self._changes.append((judged, judged.changes))
        if judged.verdict != Verdict.NEW:
            return
        if judged.same_person_as and _whose(judged.same_person_as, judged) not in self._persons:
            self._save()
        self._waiting.append(judged)
        if len(self._waiting) == BATCH:
            self._save()

    def end(self) -> None:
        """What is left of new rows; then what is on file is changed."""
        self._save()
        for judged, changes in self._changes:
            with one_turn():
                case = apply(self._as_judged(judged, changes), by=self.row.by)
                # Of several rows of one case none is an edit that came after the import.
                self.row.cases.filter(case=case).update(edit_version=case.edit_version)
                self._note([(judged, case, None, False)])
        if self._changes:
            last_turn()

    def _as_judged(self, judged: Judged, changes: Changes) -> Changes:
        """What is still to be changed, and nothing that nobody saw. Raises Meanwhile."""
        case = Case.objects.filter(pk=changes.case.pk).first()
        if case is None or case.person_id != changes.case.person_id or is_taken_out(case):
            raise Meanwhile([judged.row])
        now = changes_to(case, changes.listed)
        seen = changes.told()
        if any(each not in seen for each in now.told()):
            raise Meanwhile([judged.row])
        return now

    def made(self) -> dict[str, list[int]]:
        sources = [each.pk for each in self.judge.new_sources if each.pk]
        if self._is_new_source and self.settled.shared.source.pk:
            sources.append(self.settled.shared.source.pk)
        made = {"source": sources}
        for each in self.judge.on_file.made:
            if each.pk is not None:
                made.setdefault(str(each._meta.model_name), []).append(each.pk)
        return made

    @whole_record()
    def _save(self) -> None:
        rows = [each for each in self._waiting if each.listed is not None]
        self._waiting = []
        if not rows:
            return
        persons = [
            Person(pk=self._persons.get(_whose(each.same_person_as, each))) if each.same_person_as else None
            for each in rows
        ]
        lines = [each.listed for each in rows if each.listed is not None]
        made = save_listed(
            lines,
            by=self.row.by,
            provisions=self._provisions,
            persons=persons,
            submitted=self.row.submits,
            texts=texts_from_facts if self.settled.makes_texts else None,
        )
        for judged, each in zip(rows, made, strict=True):
            if each.case.person_id:
                self._persons.setdefault(_whose(judged.row, judged), each.case.person_id)
        self._note([(judged, each.case, each.person, True) for judged, each in zip(rows, made, strict=True)])

    def _note(self, rows: list[tuple[Judged, Case, Person | None, bool]]) -> None:
        ImportedCase.objects.bulk_create(
            [
                ImportedCase(
                    list_import=self.row,
                    number=judged.said.number,
                    part=judged.said.part,
                    case=case,
                    person=person,
                    is_new=is_new,
                    digest=judged.said.digest,
                    edit_version=case.edit_version,
                )
                for judged, case, person, is_new in rows
            ]
        )
        ids = [
            ExternalId(list_name=self.settled.list_name, value=judged.said.list_id, case=case)
            for judged, case, _person, _is_new in rows
            if judged.said.list_id
        ]
        ExternalId.objects.bulk_create(ids, ignore_conflicts=True)


def _whose(row: int, judged: Judged) -> int:
    """The mark of whoever a row made who has the name that this one says."""
    return mark(row, spelled_alike(str(judged.said.cells.get("name", ""))))
