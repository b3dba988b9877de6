"""Worked examples of custody, entered and published, and read on every surface on the day before a limit and after it.

Nobody touches a case in between: the day somebody looks decides whether its status is only last known.
"""

import csv
import io
import json
import re
from datetime import UTC, date, datetime, time, timedelta
from html import unescape
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from cases.models import Case
from cases.text.custody.derivation import derive
from cases.text.custody.effects import HELD
from cases.text.custody.scenarios import day_of, record_of
from cases.vocabularies.custody import CUSTODY_STATUSES
from cases.workflow.answering import answer
from cases.workflow.asks import open_asks
from tests.factories import CaseFactory, UserFactory, take_to_public
from tests.public.files import csv_file

SCENARIOS = json.loads((Path(__file__).parent / "text" / "custody_scenarios.json").read_text())

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def can_be_published(scenario):
    """Whether no event of it lies ahead: such a one is a mistake, which nobody can publish."""
    return not derive(record_of(scenario), day_of(scenario)).ahead


@pytest.fixture
def on(monkeypatch):
    """Lets a day begin, at noon UTC."""

    def on(day: date) -> None:
        moment = datetime.combine(day, time(12), UTC)
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return on


def enter(scenario: dict, day: date) -> Case:
    case = CaseFactory(violation="prosecution", risk_review_outcome="clear", risk_review_date=day)
    proceedings = {
        each["number"]: case.proceedings.create(
            number=each["number"],
            kind=each.get("kind", "criminal"),
            is_final=each.get("final"),
            in_absentia=bool(each.get("in_absentia")),
        )
        for each in scenario.get("proceedings") or [{"number": 1}]
    }
    for charge in scenario.get("charges", []):
        case.charges.create(
            proceeding=proceedings[charge["proceeding"]],
            verbatim="an invented charge",
            category=charge.get("category", "treason"),
            status=charge["status"],
        )
    enter_sentences(case, scenario.get("sentences", []), proceedings)
    for event in scenario["events"]:
        case.events.create(
            kind=event["kind"],
            proceeding=proceedings.get(event.get("proceeding")),
            **{
                name: event.get(name, "")
                for name in ("date", "until", "held_since", "decision", "custody_stated")
            },
            **{name: bool(event.get(name)) for name in ("taken_into_custody", "in_absentia")},
            order=event.get("order") or 0,
        )
    return case


def enter_sentences(case, sentences, proceedings):
    rows = []
    for each in sentences:
        rows.append(
            case.sentences.create(
                proceeding=proceedings[each["proceeding"]],
                kind=each["kind"],
                date=each.get("date", ""),
                regime=each.get("regime", ""),
                **{unit: each.get(unit) for unit in ("years", "months", "days")},
                supersedes=rows[each["supersedes"]] if "supersedes" in each else None,
            )
        )
    for total, each in zip(rows, sentences, strict=True):
        for part in each.get("total_of", []):
            rows[part].total = total
            rows[part].save()


def publish(case: Case) -> None:
    for ask in open_asks(case):
        answer(
            case,
            code=ask.code,
            about=ask.about,
            reason="An invented reason.",
            by=UserFactory(username="entry"),
        )
    case.refresh_from_db()
    take_to_public(case)


def words_of(address: str, client: Client | None = None) -> str:
    answer = (client or Client()).get(address)
    assert answer.status_code == 200, address
    text = re.sub(r"<[^>]*>", " ", unescape(unescape(answer.content.decode())))
    return re.sub(r"\s+", " ", text)


def rows_of(query: str = "") -> list[dict]:
    return list(csv.DictReader(io.StringIO(csv_file(query))))


def is_told_as_last_known(text: str, status: str) -> bool:
    word = str(CUSTODY_STATUSES.label(status))
    return f"Last known: {word[0].lower()}{word[1:]}" in text


def read_everywhere(case: Case, status: str, *, last_known: bool, day: date) -> None:
    desk = Client()
    desk.force_login(UserFactory(username="entry"))
    told = {
        "list": words_of("/cases/"),
        "case": words_of(f"/cases/{case.reference}/"),
        "feed": words_of("/cases.atom"),
        "desk": words_of(f"/admin/cases/case/{case.pk}/change/", desk),
    }
    assert {place: is_told_as_last_known(text, status) for place, text in told.items()} == dict.fromkeys(
        told, last_known
    )
    [row] = rows_of()
    assert (row["custody_status"], row["custody_last_known"], row["version"]) == (
        status,
        "true" if last_known else "false",
        "1",
    )
    confirmed, unconfirmed = (len(rows_of(f"?held={value}")) for value in ("confirmed", "unconfirmed"))
    assert confirmed + unconfirmed == (status in HELD)
    band = list(csv.reader(io.StringIO(Client().get("/statistics/custody.csv").content.decode())))[1:]
    if band:
        assert (band[-1][0], int(band[-1][1])) == (day.isoformat(), confirmed)
    else:
        assert confirmed == 0


@pytest.mark.parametrize(
    "scenario", [pytest.param(each, id=each["id"]) for each in SCENARIOS if can_be_published(each)]
)
def test_a_status_is_last_known_from_the_day_after_its_limit_on_every_surface(scenario, on):
    custody = derive(record_of(scenario), day_of(scenario))
    limit = custody.runs_out
    published = day_of(scenario) if limit is None else max(limit, latest_day(scenario))
    on(published)
    case = enter(scenario, published)
    publish(case)

    status = derive(record_of(scenario), published).status
    if limit is None:
        read_everywhere(case, status, last_known=custody.in_doubt, day=published)
        return
    for day in (published, published + timedelta(days=1)):
        on(day)
        read_everywhere(case, status, last_known=custody.in_doubt or day > limit, day=day)


def latest_day(scenario: dict) -> date:
    """The first day by which everything that is told of has certainly happened."""
    record = record_of(scenario)
    dates = [each.date.latest for each in (*record.events, *record.sentences)]
    return max((day for day in dates if day), default=date.min)
