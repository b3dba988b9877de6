"""Custody and stages of a case as it stands at the desk, by the one derivation of `cases.text.custody`."""

from datetime import date
from typing import TYPE_CHECKING

from cases.text.custody.derivation import Custody, derive
from cases.text.custody.effects import DEPRIVATIONS_OF_LIBERTY
from cases.text.custody.record import (
    Charge,
    Deprivation,
    Event,
    Facility,
    Life,
    Proceeding,
    Record,
    Sentence,
    StatedStatus,
)
from cases.text.institutions import holds
from cases.text.partial_dates import PartialDate

if TYPE_CHECKING:
    from cases.models.case import Case
    from cases.models.event import Event as EventRow
    from cases.models.place import Place
    from cases.models.proceeding import Proceeding as ProceedingRow
    from cases.models.proceeding import Sentence as SentenceRow

FACTS = ("events", "sentences", "charges", "violations")
PLACED = ("events", "violations")
"""Those that say where."""


def custody_of(case: "Case", *, today: date, rows: dict[str, list] | None = None) -> Custody:
    """What follows from the facts of a case on a day; `rows` limits each of FACTS to those that may be public.

    Keys of what is derived are primary keys, of sentences as ("sentence", key).
    """
    return derive(record_of(case, rows or {name: _rows(case, name) for name in FACTS}), today)


def _rows(case: "Case", name: str) -> list:
    """The rows of a part, with their places: in one query, or none where a caller fetched them all before."""
    rows = getattr(case, name).all()
    return list(
        rows if rows._result_cache is not None or name not in PLACED else rows.select_related("place")
    )


def stage_of(custody: Custody, proceeding: "ProceedingRow") -> str:
    """The stage of a proceeding: what editors state against the derivation goes before it."""
    return proceeding.stage_override or custody.stages[proceeding.number][0]


def record_of(case: "Case", rows: dict[str, list]) -> Record:
    numbers = {each.pk: each.number for each in case.proceedings.all()}
    parts: dict[int, list] = {}
    for sentence in rows["sentences"]:
        parts.setdefault(sentence.total_id, []).append(sentence.pk)
    return Record(
        events=tuple(_event(each, numbers) for each in rows["events"]),
        sentences=tuple(_sentence(each, numbers, parts) for each in rows["sentences"]),
        charges=tuple(Charge(each.status, numbers.get(each.proceeding_id)) for each in rows["charges"]),
        proceedings=tuple(
            Proceeding(each.number, each.kind, each.is_final, each.in_absentia)
            for each in case.proceedings.all()
        ),
        deprivations=_deprivations(case, rows["violations"]),
        stated=StatedStatus(case.custody_override, case.custody_override_date)
        if case.custody_override
        else None,
        life=Life(
            born=case.person.birth_date if case.person else NOT_STATED,
            died=case.person.death_date if case.person else NOT_STATED,
            case_start=case.start_date,
            case_end=case.end_date,
            last_checked=case.last_checked_date,
        ),
    )


NOT_STATED = PartialDate()


def _event(event: "EventRow", numbers: dict[int, int]) -> Event:
    return Event(
        key=event.pk,
        kind=event.kind,
        date=event.date,
        decision=event.decision,
        proceeding=numbers.get(event.proceeding_id) if event.proceeding_id else None,
        until=event.until,
        held_since=event.held_since,
        custody_stated=event.custody_stated,
        taken_into_custody=event.taken_into_custody,
        in_absentia=event.in_absentia,
        order=event.order or None,
        facility=_facility(event.place),
    )


def _facility(place: "Place | None") -> Facility | None:
    if place is None or not (name := place.facility_name):
        return None
    return Facility(place.pk, holds([name, place.name, *place.spellings]))


def _sentence(sentence: "SentenceRow", numbers: dict[int, int], parts: dict[int, list]) -> Sentence:
    return Sentence(
        key=sentence.pk,
        kind=sentence.kind,
        date=sentence.date,
        proceeding=numbers.get(sentence.proceeding_id),
        years=sentence.years or 0,
        months=sentence.months or 0,
        days=sentence.days or 0,
        regime=sentence.regime,
        expected_end=sentence.expected_end_date,
        supersedes=sentence.supersedes_id,
        total_of=tuple(parts.get(sentence.pk, ())),
    )


def _deprivations(case: "Case", violations: list) -> tuple[Deprivation, ...]:
    return tuple(
        Deprivation(
            each.date or case.start_date,
            each.end_date,
            ended=bool(each.end_date),
            facility=_facility(each.place),
        )
        for each in sorted(violations, key=lambda each: not each.is_primary)
        if each.kind in DEPRIVATIONS_OF_LIBERTY
    )
