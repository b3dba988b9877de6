"""What was taken away from a record is gone everywhere at once: worlds that differ only in it look the same afterwards.

Each was public before, on pages, in files, earlier versions and feeds; the head of the ledger, which is salted, is put
equal, and nothing else. Rows of documents are tried in `tests/workflow/test_taken_away.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.db import models, transaction

from cases.models import Case, Event
from cases.register import bitmaps
from cases.register.check import check
from cases.text.partial_dates import PartialDate
from cases.workflow.editing import record_edit
from tests.factories import CampaignFactory, CaseFactory, SourceFactory, UserFactory, take_to_public
from tests.leaks.asking import Answer, Question, ask, questions
from tests.leaks.rows import parts_of
from tests.leaks.sentinels import MARK, found_in, layers
from tests.leaks.test_two_worlds import told_apart
from tests.leaks.world import Stillness, same_history
from tests.workflow.desk import change

pytestmark = pytest.mark.django_db

SAID = f"{MARK} street"
"""What is public of a record in one world, and then taken away from it."""


@pytest.fixture
def still(monkeypatch):
    return Stillness(monkeypatch)


@dataclass(frozen=True)
class Removal:
    """`shown` sets what is public of the published case first, to the word it is given; `taken` takes it away."""

    shown: Callable[[Case, str], None]
    taken: Callable[[Case], None]


def of_place(**values) -> Removal:
    """From the place of an event: the values that are given, each a word or a number, become nothing."""

    def shown(case, word):
        place = _arrest(case).place
        for name, value in values.items():
            setattr(place, name, word if value == SAID else [word] if value == [SAID] else value)
        place.save()

    def taken(case):
        place = _arrest(case).place
        change(
            place,
            **{
                name: type(value)() if isinstance(value, str | list) else None
                for name, value in values.items()
            },
        )

    return Removal(shown, taken)


def of_row(rows: str, **values) -> Removal:
    """From the rows of a case: the values of the first become nothing, by an edit of the case."""

    def shown(case, word):
        row = getattr(case, rows).first()
        for name, value in values.items():
            setattr(row, name, word if value == SAID else value)
        row.save()

    def taken(case):
        row = getattr(case, rows).first()
        for name in values:
            setattr(row, name, type(row)._meta.get_field(name).get_default())
        row.save()
        case.refresh_from_db()
        record_edit(case, by=UserFactory(username="entry"))

    return Removal(shown, taken)


def of_shared(found: Callable[[Case], models.Model], name: str) -> Removal:
    """From a record that cases share: what its name has beside `name`."""

    def shown(case, word):
        record = found(case)
        record.name = f"{name} {word}"
        record.save()

    return Removal(shown, lambda case: change(found(case), name=name))


def _arrest(case: Case) -> Event:
    return case.events.get(kind="arrest")


REMOVALS = {
    "facility": of_place(facility=SAID),
    "locality": of_place(locality=SAID),
    "spelling": of_place(spellings=[SAID]),
    "region": of_place(region=SAID),
    "court": of_row("proceedings", court=SAID),
    "official who spoke": of_row("official_positions", stated_by=SAID),
    "official addressed": of_row("interventions", addressee=SAID),
    "part of the name of an agency": of_shared(lambda case: _arrest(case).agency, "Border police"),
    "part of the name of a court": of_shared(
        lambda case: case.events.get(court__isnull=False).court, "A court of towns"
    ),
    "part of the name of an organisation": of_shared(
        lambda case: case.affiliations.get().organisation, "An outlet"
    ),
    "part of the name of an official": of_shared(
        lambda case: case.participations.get().official, "Hakim Nümunəvi"
    ),
}


COORDINATES = {"latitude": (40.4093, 40.4412), "longitude": (49.8671, 49.8912)}


def published(world: int) -> Case:
    """A case and its campaign in two versions, of which everything is public that is taken away later; in each world
    it is something else."""
    SourceFactory.reset_sequence(0)
    campaign = CampaignFactory(reference="K-0PEN-0000-0001")
    case = CaseFactory(reference="C-0PEN-0000-0001", start_date=PartialDate("2024-05"))
    parts_of(case, campaign, label="one")
    case.campaigns.add(campaign)
    for name, removal in REMOVALS.items():
        removal.shown(case, f"{SAID if world else 'Another word'} {name}")
    place = _arrest(case).place
    for name, values in COORDINATES.items():
        setattr(place, name, values[world])
    place.save()
    case.refresh_from_db()
    for record in (campaign, case):
        take_to_public(record)
    case.summary = "Detained at the border, and let go."
    case.save()
    record_edit(case, by=UserFactory(username="entry"))
    take_to_public(case)
    return case


def tells(question: Question) -> bool:
    """Of each surface those questions that are about this case, or about no record, in one language."""
    ours = not question.path.count("-0PEN-") or "-0PEN-0000-0001" in question.path
    there = ours and "H1DD" not in question.address and "0000-0000-0000" not in question.address
    asked = not question.query or question.surface in ("cases_csv", "cases_atom")
    return (
        there and asked and question.language == "en" and question.surface not in ("desk", "chart_dark_svg")
    )


def asked_of(still: Stillness) -> dict[Question, Answer]:
    bitmaps._latest = None
    return {question: ask(question, still) for question in questions(thorough=False) if tells(question)}


def test_what_is_taken_away_is_gone_from_all_surfaces_at_once(still):
    before, after = [], []
    for world in (0, 1):
        with transaction.atomic():
            still.begin("taken away")
            case = published(world)
            before.append(asked_of(still))
            for removal in REMOVALS.values():
                removal.taken(case)
            change(_arrest(case).place, latitude=40.4, longitude=49.9, precision="locality")
            assert check() == []
            same_history()
            after.append(asked_of(still))
            transaction.set_rollback(True)
        bitmaps._latest = None

    for name in REMOVALS:
        word = f"{SAID} {name}".encode()
        assert any(word in layer for answer in before[1].values() for layer in layers(answer.body)), name
    one, other = after
    asked = [each for each in one if not each.asks_for_the_mark]
    assert [each.address for each in asked if any(found_in(part) for part in other[each].parts)] == []
    assert told_apart(one, other) == []
    assert not any(b"40.44" in layer for answer in other.values() for layer in layers(answer.body))
