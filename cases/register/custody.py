"""Custody, stages and spans of custody of a document: derived from the facts it holds, and written into it.

The derivation itself is `cases.text.custody`. A document is derived when it is made; one that was made by earlier rules
again when a row is made of it, on the same day as then, so that only the rules make a difference.
"""

from datetime import date

from cases.register.documents.dates import dated, partial
from cases.register.documents.keys import PERSON
from cases.register.documents.rules import RULES, is_by_earlier_rules
from cases.text.custody.derivation import Custody, derive
from cases.text.custody.effects import DEPRIVATIONS_OF_LIBERTY, HELD
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
from cases.text.custody.spans import Spell, day_confirmed
from cases.text.custody.stays import Stay
from cases.text.institutions import holds
from cases.text.partial_dates import PartialDate


def derive_into(document: dict, day: date, *, known: Custody | None = None) -> Custody:
    """Derive the custody, stages and spells of a case's document on a day, and write them into it. `known`: what was
    derived of it before its custody was stated.

    Dates of the document are those its identity lets show, so that nothing finer is derived than may show.
    """
    derived = derive(record_of(document), day, known=known)
    custody = document["custody"]
    if not custody["overridden"]:
        custody |= {
            "status": derived.status,
            "as_of": dated(derived.as_of),
            "source": _source_of(document, derived.since),
        }
    custody |= {
        "in_doubt": derived.in_doubt,
        "runs_out": derived.runs_out.isoformat() if derived.runs_out else None,
        "confirmed": dated(derived.confirmed),
    }
    _write_stages(document, derived)
    _write_steps(document, derived)
    held = () if document["kind"] == "pattern" else derived.held.spells
    document["held"] = [_written(spell) for spell in held]
    document["stays"] = _written_stays(document, derived)
    document["rules"] = RULES
    return derived


def spells(document: dict) -> list[Spell]:
    """The stretches of custody a document tells of; of a text by earlier rules, as its facts tell of them."""
    if is_by_earlier_rules(document):
        return [] if document["kind"] == "pattern" else [*derive(record_of(document), date.max).held.spells]
    return [spell_of(each) for each in document["held"]]


def spell_of(written: dict) -> Spell:
    """A stretch of custody, or of a stay in one facility, as a document holds it."""
    return Spell(
        begin=(_day(written["begin"]["earliest"]), _day(written["begin"]["latest"])),
        shown=_day(written["shown"]),
        end=(_day(written["end"]["earliest"]), _day(written["end"]["latest"])),
        is_over=written["over"],
        may_go_on=written.get("may_go_on", False),
    )


def stays(document: dict) -> list[dict]:
    """The stretches in facilities a document tells of; of a text that had no word for them, as its facts tell of them.

    One that is not of a facility the public may know is none.
    """
    known = document["stays"]
    if not known and document["held"] and any(_facility(place) for place in _places(document)):
        known = _written_stays(document, derive(record_of(document), date.max))
    return [stay for stay in known if stay["place"]["facility"]]


def held_at(document: dict) -> dict | None:
    """The stay of somebody who is held, as last known; None if nobody says where."""
    going_on = [stay for stay in stays(document) if not stay["over"]]
    return going_on[0] if len(going_on) == 1 and document["custody"]["status"] in HELD else None


def facilities(document: dict) -> set[tuple[str, str]]:
    """The facilities with a page that a document names, as (reference, name)."""
    named = [document["place"], *_places(document)]
    return {(place["reference"], place["facility"]) for place in named if place and place["reference"]}


def place_of(document: dict, reference: str) -> dict:
    """The facility of a reference as a document names it; a StopIteration if it does not."""
    named = [document["place"], *_places(document)]
    return next(place for place in named if place and place["reference"] == reference)


def _places(document: dict) -> list[dict | None]:
    return [each["place"] for part in ("events", "violations") for each in document[part]]


def confirmed_day(document: dict) -> date | None:
    """The day from which a source certainly shows somebody in custody who is held when last heard of."""
    first = _day(document["custody"]["confirmed"]["earliest"])
    return day_confirmed(first, spells(document)) if first else None


def record_of(document: dict) -> Record:
    """The facts of a document; events go by their position, sentences by proceeding and number."""
    custody = document["custody"]
    return Record(
        events=tuple(_event(position, each) for position, each in enumerate(document["events"])),
        sentences=tuple(
            _sentence(proceeding["number"], each)
            for proceeding in document["proceedings"]
            for each in proceeding["sentences"]
        ),
        charges=tuple(
            Charge(each["status"], proceeding["number"])
            for proceeding in document["proceedings"]
            for each in proceeding["charges"]
        ),
        proceedings=tuple(
            Proceeding(each["number"], each["kind"], each["final"], each["in_absentia"])
            for each in document["proceedings"]
        ),
        deprivations=tuple(
            Deprivation(
                partial(each["date"]) or partial(document["start"]),
                partial(each["end"]),
                ended=any(each["end"].values()),
                facility=_facility(each["place"]),
            )
            for each in sorted(document["violations"], key=lambda each: not each["primary"])
            if each["kind"] in DEPRIVATIONS_OF_LIBERTY
        ),
        stated=StatedStatus(custody["status"], partial(custody["as_of"])) if custody["overridden"] else None,
        life=Life(died=partial((document["person"] or PERSON.empty())["death"])),
    )


def _event(position: int, event: dict) -> Event:
    return Event(
        key=position,
        kind=event["kind"],
        date=partial(event["date"]),
        decision=event["decision"],
        proceeding=event["proceeding"],
        until=partial(event["until"]),
        held_since=partial(event["held_since"]),
        custody_stated=event["custody_stated"],
        taken_into_custody=event["taken_into_custody"],
        in_absentia=event["in_absentia"],
        order=event["order"],
        facility=_facility(event["place"]),
    )


def _facility(place: dict | None) -> Facility | None:
    """The building a place is; documents sealed before buildings had references go by its name."""
    if not place or not place["facility"]:
        return None
    names = [place["facility"], *place["names"]]
    return Facility(place["reference"] or f"{place['country']} {place['facility']}", holds(names))


def _sentence(proceeding: int, sentence: dict) -> Sentence:
    def key(number: int | None) -> tuple[int, int] | None:
        return None if number is None else (proceeding, number)

    return Sentence(
        key=key(sentence["number"]),
        kind=sentence["kind"],
        date=partial(sentence["date"]),
        proceeding=proceeding,
        years=sentence["years"] or 0,
        months=sentence["months"] or 0,
        days=sentence["days"] or 0,
        regime=sentence["regime"],
        expected_end=partial(sentence["expected_end"]),
        supersedes=key(sentence["supersedes"]),
        total_of=tuple(key(number) for number in sentence["total_of"]),
    )


def _write_stages(document: dict, derived: Custody) -> None:
    for proceeding in document["proceedings"]:
        if proceeding["stage_stated"]:
            continue
        stage, since = derived.stages[proceeding["number"]]
        proceeding |= {
            "stage": stage,
            "stage_as_of": _date_of(document, since),
            "stage_source": _source_of(document, since),
        }


def _write_steps(document: dict, derived: Custody) -> None:
    """Beside each event the custody it led to, and the place of each in the order that counts."""
    for event in document["events"]:
        event["custody"] = ""
    for moment in derived.moments:
        if isinstance(moment.step.key, int) and (moment.after != moment.before or moment.shown):
            document["events"][moment.step.key]["custody"] = moment.after


def _fact(document: dict, key: object) -> dict | None:
    """The event or sentence behind a step; None for a status that editors state, or nothing."""
    match key:
        case int(position):
            return document["events"][position]
        case ("sentence", (number, sentence)):
            proceeding = next(each for each in document["proceedings"] if each["number"] == number)
            return next(each for each in proceeding["sentences"] if each["number"] == sentence)
        case _:
            return None


def _source_of(document: dict, key: object) -> int | None:
    fact = _fact(document, key)
    return fact["sources"][0] if fact and fact["sources"] else None


def _date_of(document: dict, key: object) -> dict:
    fact = _fact(document, key)
    return dict(fact["date"]) if fact else dated(PartialDate())


def _written(spell: Spell) -> dict:
    (begin_first, begin_last), (end_first, end_last) = spell.begin, spell.end
    return {
        "begin": {"earliest": _text(begin_first), "latest": _text(begin_last)},
        "shown": _text(spell.shown),
        "end": {"earliest": _text(end_first), "latest": _text(end_last)},
        "over": spell.is_over,
        "may_go_on": spell.may_go_on,
    }


def _written_stays(document: dict, derived: Custody) -> list[dict]:
    if document["kind"] == "pattern":
        return []
    places = {facility.key: place for place in _places(document) if (facility := _facility(place))}
    return [_written_stay(document, stay, places[stay.facility.key]) for stay in derived.stays]


def _written_stay(document: dict, stay: Stay, place: dict) -> dict:
    spell = _written(stay.spell)
    del spell["may_go_on"]
    fact = _fact(document, stay.by)
    return {
        "place": {**place, "names": [*place["names"]]},
        **spell,
        "as_of": dict(fact["date"]) if fact else dated(PartialDate()),
        "sources": [*fact["sources"]] if fact else [],
    }


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
