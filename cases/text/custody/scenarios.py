"""Scenarios: records written down as JSON with what must come out, and the running of them.

Keys of a scenario: `id`, `why`, `events`, `proceedings`, `sentences`, `charges`, `today` – or `now`
with `time_zone` – and `expect`. What `expect` does not name is not compared.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from cases.text.custody.derivation import IMPLICIT, Custody, derive
from cases.text.custody.record import Charge, Event, Proceeding, Record, Sentence
from cases.text.partial_dates import PartialDate


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came out of a scenario, and each key of it that was expected to be another: key → (expected, got)."""

    id: str
    got: dict
    differences: dict[str, tuple]


def run(scenario: dict) -> Outcome:
    """Derive a scenario and compare; raises ValueError or KeyError for one that cannot be read."""
    day = day_of(scenario)
    got = as_json(derive(record_of(scenario), day))
    differences = {
        key: (expected, got.get(key))
        for key, expected in scenario.get("expect", {}).items()
        if not _agrees(expected, got.get(key))
    }
    if "now" in scenario and scenario.get("today", day.isoformat()) != day.isoformat():
        differences["today"] = (scenario["today"], day.isoformat())
    return Outcome(str(scenario.get("id", "")), got, differences)


def day_of(scenario: dict) -> date:
    """The day a scenario is read on: that of its clock in its time zone, or the one it names."""
    if "now" not in scenario:
        return date.fromisoformat(scenario["today"])
    now = datetime.fromisoformat(scenario["now"])
    if now.tzinfo is None:
        now = now.replace(tzinfo=UTC)
    return now.astimezone(ZoneInfo(scenario.get("time_zone", "UTC"))).date()


def record_of(scenario: dict) -> Record:
    proceedings = tuple(
        Proceeding(
            each["number"], each.get("kind", "criminal"), each.get("final"), bool(each.get("in_absentia"))
        )
        for each in scenario.get("proceedings", [])
    )
    return Record(
        events=tuple(_event(i, each) for i, each in enumerate(scenario.get("events", []))),
        sentences=tuple(_sentence(i, each) for i, each in enumerate(scenario.get("sentences", []))),
        charges=tuple(
            Charge(each.get("status", ""), each.get("proceeding")) for each in scenario.get("charges", [])
        ),
        proceedings=proceedings or (IMPLICIT,),
    )


def as_json(custody: Custody) -> dict:
    """A derivation in the words of a scenario's `expect`."""
    return {
        "custody": custody.status,
        "as_of": custody.as_of.text,
        "last_known": custody.last_known,
        "asks": bool(custody.asks),
        "stages": {str(number): stage for number, (stage, _key) in custody.stages.items()},
        "start": custody.start.text,
        "days": list(custody.days),
        "confirmed": custody.confirmed.text,
        "sentence": _standing(custody),
        "ended": custody.ended,
    }


def _event(key: int, written: dict) -> Event:
    return Event(
        key=key,
        kind=written["kind"],
        date=_partial(written.get("date"), written.get("words", "")),
        decision=written.get("decision") or "",
        proceeding=written.get("proceeding"),
        until=_partial(written.get("until")),
        held_since=_partial(written.get("held_since")),
        custody_stated=written.get("custody_stated") or "",
        taken_into_custody=bool(written.get("taken_into_custody")),
        in_absentia=bool(written.get("in_absentia")),
        order=written.get("order"),
    )


def _sentence(key: int, written: dict) -> Sentence:
    return Sentence(
        key=key,
        kind=written["kind"],
        date=_partial(written.get("date")),
        proceeding=written.get("proceeding"),
        years=written.get("years") or 0,
        months=written.get("months") or 0,
        days=written.get("days") or 0,
        regime=written.get("regime") or "",
        expected_end=_partial(written.get("expected_end")),
        supersedes=written.get("supersedes"),
        total_of=tuple(written.get("total_of") or ()),
    )


def _partial(typed: str | None, words: str = "") -> PartialDate:
    return PartialDate.parse(typed or "", words or "")


def _standing(custody: Custody) -> dict:
    """The units of the sentence that stands, without those that are nought; its kind where it has none."""
    standing = [each for given in custody.sentences.values() for each in given]
    if not standing:
        return {}
    last = max(
        standing, key=lambda each: (each.kind != "administrative_arrest", each.date.earliest or date.min)
    )
    units = {name: getattr(last, name) for name in ("years", "months", "days") if getattr(last, name)}
    return units or {"kind": last.kind}


def _agrees(expected: object, got: object) -> bool:
    """Whether an expectation is met; of a mapping only what it names is compared."""
    if isinstance(expected, dict) and isinstance(got, dict):
        return all(_agrees(value, got.get(key)) for key, value in expected.items())
    return expected == got
