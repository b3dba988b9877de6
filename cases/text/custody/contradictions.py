"""Contradictions between what is derived and what else is on file: charges, birth and death, the case's own dates."""

from collections.abc import Iterator
from datetime import date

from cases.text.custody.days import certainly_before
from cases.text.custody.effects import TAKES, effect_of
from cases.text.custody.person import Ask, Person
from cases.text.custody.record import Event, Record

OLDEST = 120
"""Years nobody is known to have lived beyond but a handful."""


def found(record: Record, custody, person: Person) -> Iterator[Ask]:
    """What the desk asks of a record beyond the order and the possibility of its events."""
    yield from _of_charges(record, person)
    yield from _of_life(record, custody.today)
    yield from _of_case_dates(record)
    if certainly_before(record.life.last_checked, custody.as_of.earliest):
        yield Ask("checked_before_status", (custody.since,))


def _of_charges(record: Record, person: Person) -> Iterator[Ask]:
    only = next(iter(person.proceedings)) if len(person.proceedings) == 1 else None
    for number, judgment in person.judgments.items():
        statuses = {
            charge.status
            for charge in record.charges
            if (charge.proceeding if charge.proceeding in person.proceedings else only) == number
        }
        if judgment.kind == "guilty" and judgment.final and statuses and "convicted" not in statuses:
            yield Ask("no_charge_convicted", (("proceeding", number),))
        if judgment.kind == "acquitted" and "convicted" in statuses:
            yield Ask("convicted_though_acquitted", (("proceeding", number),))


def _of_life(record: Record, today: date) -> Iterator[Ask]:
    born, died = record.life.born, record.life.died
    for event in record.events:
        if _takes(event) and certainly_before(event.date.latest, born.earliest):
            yield Ask("arrested_before_birth", (event.key,))
        if _takes(event) and certainly_before(died.latest, event.date.earliest):
            yield Ask("arrested_after_death", (event.key,))
    end = died.earliest or today
    if (
        born.latest
        and end.year - born.latest.year - ((end.month, end.day) < (born.latest.month, born.latest.day))
        > OLDEST
    ):
        yield Ask("older_than_anybody")


def _of_case_dates(record: Record) -> Iterator[Ask]:
    start, end = record.life.case_start, record.life.case_end
    for event in record.events:
        if certainly_before(event.date.latest, start.earliest):
            yield Ask("before_the_case", (event.key,))
        if certainly_before(end.latest, event.date.earliest):
            yield Ask("after_the_case", (event.key,))


def _takes(event: Event) -> bool:
    return effect_of(event.kind, event.decision).change == TAKES
