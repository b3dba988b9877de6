"""What was public and is gone without a word answers like what never was: worlds with it and without it look the same.

The head of the ledger, which is salted, is put equal, and nothing else.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from cases.models import Case, Circle, Person
from cases.register import bitmaps, register
from cases.text.partial_dates import PartialDate
from cases.workflow.circles import give
from cases.workflow.hiding import hide
from cases.workflow.publishing import withdraw
from tests.factories import (
    CampaignFactory,
    CaseFactory,
    PersonFactory,
    SourceFactory,
    UserFactory,
    take_to_public,
)
from tests.leaks.asking import Answer, Question, ask, questions
from tests.leaks.private import hidden_reference
from tests.leaks.sentinels import MARK, found_in
from tests.leaks.test_two_worlds import told_apart
from tests.leaks.world import Stillness, same_history
from tests.workflow.desk import change

pytestmark = pytest.mark.django_db

OPEN = "C-0PEN-0000-0001"
GONE, MERGED = hidden_reference("C", "initials"), hidden_reference("C", "withheld")
PERSON = hidden_reference("P", "initials")


@pytest.fixture
def still(monkeypatch):
    return Stillness(monkeypatch)


def by(name):
    return UserFactory(username=name)


def _withdrawn(case):
    withdraw(case, by=by("publisher"), reason="For safety.", announced=False)


def _merged_into_what_is_withdrawn(case):
    register.merge(MERGED, into=GONE)
    _withdrawn(case)


def _merged_into_what_is_hidden(case):
    register.merge(MERGED, into=GONE)
    hide(case, by=by("entry"))


def _anonymised(case):
    change(Person.objects.get(pk=case.person_id), identity="withheld")


def _over_by_the_clock(case):
    """The register alone knows: nothing was taken out yet. When it is, that is announced, as a withdrawal is."""
    over = timezone.localdate() - timedelta(days=1)
    Person.objects.filter(pk=case.person_id).update(
        consent="publish_named", consent_by="self", consent_expires_date=over
    )
    register.show_until({GONE: over})


def _given_to_a_circle_and_withdrawn(case):
    circle = Circle.objects.create(name=MARK)
    circle.members.set([by("entry"), by("publisher")])
    give(case, circle=circle, by=by("entry"))
    _withdrawn(Case.objects.get(pk=case.pk))


GOING = {
    "withdrawn": _withdrawn,
    "hidden": lambda case: hide(case, by=by("entry")),
    "person hidden": lambda case: hide(case.person, by=by("entry")),
    "merged, other withdrawn": _merged_into_what_is_withdrawn,
    "merged, other hidden": _merged_into_what_is_hidden,
    "anonymised": _anonymised,
    "over by the clock": _over_by_the_clock,
    "given to a circle and withdrawn": _given_to_a_circle_and_withdrawn,
}


def _published(reference: str, person: Person, campaign, **values) -> Case:
    source = SourceFactory(title=f"Report on {reference}", url=f"https://news.example/{reference}")
    case = CaseFactory(
        reference=reference, person=person, source=source, start_date=PartialDate("2024-05"), **values
    )
    case.campaigns.add(campaign)
    take_to_public(case)
    return case


def build(still: Stillness, going) -> None:
    """A case and its campaign; and, where something is `going`, another of that campaign that was public, and went."""
    still.begin("open")
    SourceFactory.reset_sequence(0)
    campaign = CampaignFactory(reference="K-0PEN-0000-0001")
    take_to_public(campaign)
    _published(OPEN, PersonFactory(name="Aydan Ulduzlu", reference=f"P-{OPEN[2:]}"), campaign)
    if going is None:
        return
    still.begin("gone")
    person = PersonFactory(name=f"Zeynəb {MARK}", reference=PERSON)
    told = {
        "title": f"{MARK} detained",
        "summary": f"{MARK} was there.",
        "location": ["TJ"],
        "origin": ["TJ"],
    }
    case = _published(GONE, person, campaign, **told)
    if "merge" in going.__name__:
        _published(MERGED, person, campaign, **told)
    going(case)


def tells(question: Question) -> bool:
    asked = ("0PEN-0000-0001", GONE[2:], MERGED[2:])
    about = not any(each in question.path for each in ("-0PEN-", "H1DD", "0000-0000-0000"))
    return question.language == "en" and (about or any(each in question.path for each in asked))


def answers(still: Stillness, going, only: Callable[[Question], bool] = tells) -> dict[Question, Answer]:
    bitmaps._latest = None
    with transaction.atomic():
        build(still, going)
        same_history()
        given = {question: ask(question, still) for question in questions(thorough=False) if only(question)}
        transaction.set_rollback(True)
    bitmaps._latest = None
    return given


def test_what_is_gone_without_a_word_is_as_if_it_never_was(still):
    # What a process draws at random the first time.
    answers(still, None, only=lambda question: question.surface == "desk")
    without = answers(still, None)

    for name, going in GOING.items():
        within = answers(still, going)
        said = [
            question.address
            for question, answer in within.items()
            if not question.asks_for_the_mark and any(found_in(part) for part in answer.parts)
        ]
        assert (name, said) == (name, [])
        assert (name, told_apart(without, within)) == (name, [])


def test_before_it_goes_it_is_told_apart(still):
    """The control, of the searches alone."""

    def stays(case):
        return None

    def searches(question):
        return tells(question) and question.surface in ("case_list", "cases_csv")

    without, within = (answers(still, going, only=searches) for going in (None, stays))
    assert len(told_apart(without, within)) > 50
