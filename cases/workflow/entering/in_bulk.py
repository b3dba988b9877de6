"""Many lines of a list saved together: the same rows that `listed.enter_listed` makes one by one, in few statements.

Only new rows are written, and nothing that is on file is locked: the desk goes on while this is saved, and sees nothing
of it until the transaction ends.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from cases.models import (
    Action,
    Case,
    Charge,
    Citation,
    Event,
    LegalProvision,
    Person,
    Proceeding,
    Review,
    State,
    Translation,
)
from cases.models.translation import LONGEST
from cases.workflow.entering.citations import can_be_cited
from cases.workflow.entering.entry import PARTS, Entry, Line
from cases.workflow.entering.listed import ListedCase, Texts
from cases.workflow.entering.proceedings import jurisdiction_of
from cases.workflow.entering.provisions import on_file
from cases.workflow.entering.saving import ONLY_WHAT_NAMES_THEM
from cases.workflow.keeping_texts import MADE as MADE_FROM_FACTS
from cases.workflow.moves import check_may


@dataclass
class Made:
    """The case of a line, and its person where the line made them."""

    case: Case
    person: Person | None


class Provisions:
    """Articles of law on file, each looked up once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, str], LegalProvision] = {}

    def on_file(self, named: LegalProvision) -> LegalProvision:
        key = (named.country, named.code, named.article)
        if key not in self._known:
            self._known[key] = on_file(named)
        return self._known[key]


def save_listed(
    lines: Sequence[ListedCase],
    *,
    by: User,
    provisions: Provisions,
    persons: Sequence[Person | None] = (),
    submitted: bool = False,
    texts: Callable[[Case], Texts] | None = None,
) -> list[Made]:
    """Save what lines say that have neither errors nor questions; each case is a draft edited by `by`, or `submitted`.

    `persons`: for each line somebody on file whose it is, though the line itself would make a new person. Sources and
    places that are new are saved along. `texts` makes further texts from the facts of a saved case; what a line says
    stays as it is. Needs a transaction.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("Lines are saved all or none.")
    if submitted:
        check_may(by, "submit", Case())
    assert not any(line.errors or line.questions for line in lines)
    for record in (each for line in lines for each in line.new_records):
        if record.pk is None:
            record.save()
    given = list(persons) or [None] * len(lines)
    new_persons = _save_persons(
        [line.person for line, person in zip(lines, given, strict=True) if person is None]
    )
    cases: list[Case] = []
    made = []
    for line, person in zip(lines, given, strict=True):
        case = cast(Case, line.entry.record)
        own = line.person
        is_new = person is None and isinstance(own, Entry)
        case.person = person or cast(Person, own.record if isinstance(own, Entry) else own)
        case.edit_version += 1
        case.state = State.SUBMITTED if submitted else State.DRAFT
        case.edited_at, case.edited_by = timezone.now(), by
        cases.append(case)
        made.append(Made(case, case.person if is_new else None))
    assert all(person.pk for person in new_persons)
    Case.objects.bulk_create(cases)
    _save_links(lines)
    for part in PARTS[Case]:
        _save_part(part, lines, provisions)
    _cite(lines)
    if texts:
        _save_texts(lines, texts)
    _log(cases, Action.EDITED, by)
    if submitted:
        _log(cases, Action.SUBMITTED, by)
    return made


def _save_persons(given: Iterable[Person | Entry]) -> list[Person]:
    entries = [each for each in given if isinstance(each, Entry)]
    persons = [cast(Person, each.record) for each in entries]
    Person.objects.bulk_create(persons)
    rows: dict[type[Model], list[Model]] = {}
    for entry in entries:
        for lines in entry.lines.values():
            for line in lines:
                rows.setdefault(type(line.row), []).append(line.row)
    for model, several in rows.items():
        model._default_manager.bulk_create(several)
    return persons


def _save_links(lines: Sequence[ListedCase]) -> None:
    through = Case.campaigns.through
    links = [
        through(case_id=line.entry.record.pk, campaign_id=campaign.pk)
        for line in lines
        for campaign in line.entry.links.get("campaigns", ())
    ]
    through._default_manager.bulk_create(links)


def _save_part(part: str, lines: Sequence[ListedCase], provisions: Provisions) -> None:
    if part == "charges":
        # Before the charges themselves: what has no proceeding gets the first of its case.
        Proceeding.objects.bulk_create([each for line in lines for each in _first_proceeding(line.entry)])
    waiting = [_ready(each, provisions) for line in lines for each in line.entry.lines.get(part, ())]
    while waiting:
        # A sentence that takes the place of another comes after that one.
        ready = [row for row in waiting if not _points_at_new(row)]
        assert ready, f"Rows of {part} point at each other."
        type(ready[0])._default_manager.bulk_create(ready)
        waiting = [row for row in waiting if row.pk is None]


def _points_at_new(row: Model) -> bool:
    """Whether the row leads to one of its own kind that is not saved yet."""
    return any(
        field.is_cached(row) and (other := field.get_cached_value(row)) is not None and other.pk is None
        for field in row._meta.concrete_fields
        if field.is_relation and field.related_model is type(row)
    )


def _ready(line: Line, provisions: Provisions) -> Model:
    row = line.row
    if isinstance(row, Charge) and row.provision is not None and row.provision.pk is None:
        row.provision = provisions.on_file(row.provision)
    return row


def _first_proceeding(entry: Entry) -> list[Proceeding]:
    """The proceeding that charges and sentences need and that no row names; events of the case belong to it."""
    needing: list[Any] = [
        each.row
        for part in ("charges", "sentences")
        for each in entry.lines[part]
        if not hasattr(each.row, "proceeding")
    ]
    if not needing or entry.lines["proceedings"]:
        return []
    case = cast(Case, entry.record)
    proceeding = Proceeding(case=case, number=1, kind="criminal", jurisdiction=jurisdiction_of(case))
    events = [each.row for each in entry.lines["events"]]
    for row in (*needing, *(cast(Event, event) for event in events)):
        row.proceeding = proceeding
    return [proceeding]


def _cite(lines: Sequence[ListedCase]) -> None:
    citations = []
    for line in lines:
        for each in (row for rows in line.entry.lines.values() for row in rows):
            if not can_be_cited(type(each.row)) or each.part in ONLY_WHAT_NAMES_THEM:
                continue
            citations.append(cited(line, each.row))
    Citation.objects.bulk_create(citations)


def _save_texts(lines: Sequence[ListedCase], texts: Callable[[Case], Texts]) -> None:
    translations, cases = [], []
    for line in lines:
        case = cast(Case, line.entry.record)
        for (name, language), text in texts(case).items():
            if not text or name in line.cells or len(text) > LONGEST[name]:
                continue
            if language == case.text_language:
                setattr(case, name, text)
                cases.append(case)
            else:
                translations.append(
                    Translation(case=case, field=name, language=language, text=text, way=MADE_FROM_FACTS)
                )
    Case.objects.bulk_update(dict.fromkeys(cases), ["title", "summary"])
    Translation.objects.bulk_create(translations)


def cited(line: ListedCase, fact: Model) -> Citation:
    """The list as the source of a saved fact, with the place in it."""
    given = {"source": line.shared.source, "case": line.entry.record, str(fact._meta.model_name): fact}
    return Citation(**given, pinpoint=line.shared.pinpoint)


def _log(cases: Sequence[Case], action: Action, by: User) -> None:
    now = timezone.now()
    Review.objects.bulk_create(
        [Review(case=case, action=action, by=by, at=now, edit_version=case.edit_version) for case in cases]
    )
