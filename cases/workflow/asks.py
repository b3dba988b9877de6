"""What the desk asks about a case: contradictions of its facts, until they are mended or answered with a reason."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import Case, Event
from cases.models.custody import custody_of
from cases.text.custody.asks import ASKS
from cases.text.custody.derivation import Custody
from cases.text.custody.person import Ask


@dataclass(frozen=True)
class Question:
    """One question. `code` and `about` identify it; `facts` are words for what it is about; a `reason` answers.

    `about` holds kind and day of each event, so that an answer is one to what was on file, and a changed event is
    asked about anew. `events` are primary keys of the events, so that it can stand beside their rows.
    """

    code: str
    about: str
    facts: tuple[str, ...]
    events: frozenset[int]
    reason: str = ""
    answered_by: object = None

    @property
    def can_be_answered(self) -> bool:
        """Whether a reason settles it: what has not happened yet is no fact, whatever anybody says."""
        return self.code != "ahead"

    @property
    def message(self) -> str:
        facts = ", ".join(self.facts)
        return f"{facts}: {_(ASKS[self.code])}" if facts else _(ASKS[self.code])


def asks_of(case: Case, *, today: date | None = None, custody: Custody | None = None) -> list[Question]:
    """Every question about a case, those that are answered with their reasons."""
    custody = custody or custody_of(case, today=today or timezone.localdate())
    words = fact_words(case)
    answered = {(each.code, each.about): each for each in case.answered_asks.select_related("answered_by")}
    stated: dict[Hashable, str] = {
        event.pk: f"event {event.pk}: {event.kind} {event.date}" for event in case.events.all()
    }
    found: list[Question] = []
    for ask in (*custody.asks, *_second_cases(case)):
        about = ", ".join(stated.get(key) or _named(key) for key in ask.about)
        if any((each.code, each.about) == (ask.code, about) for each in found):
            continue
        answer = answered.get((ask.code, about))
        found.append(
            Question(
                ask.code,
                about,
                tuple(filter(None, map(words, ask.about))),
                frozenset(key for key in ask.about if isinstance(key, int)),
                answer.reason if answer else "",
                answer.answered_by if answer else None,
            )
        )
    return found


def open_asks(case: Case, *, today: date | None = None) -> list[Question]:
    return [ask for ask in asks_of(case, today=today) if not ask.reason]


def fact_words(case: Case) -> Callable[[Hashable], str]:
    """Words for the key of an event or a sentence of a case."""
    words: dict[Hashable, str] = {event.pk: str(event) for event in case.events.all()}
    words |= {("sentence", each.pk): str(each) for each in case.sentences.all()}
    return lambda key: words.get(key, "")


def _named(key: Hashable) -> str:
    return " ".join(map(str, key)) if isinstance(key, tuple) else str(key)


def _second_cases(case: Case) -> list[Ask]:
    """Events that another case of the same person has, of the same kind on the same day."""
    if case.person_id is None:
        return []
    own = [
        event for event in case.events.all() if event.date.text and event.date.earliest == event.date.latest
    ]
    others = Event.objects.filter(
        case__person_id=case.person_id, date_earliest__in=[event.date.earliest for event in own]
    ).exclude(case_id=case.pk)
    elsewhere = {(event.kind, event.date.text) for event in others}
    return [Ask("second_case", (event.pk,)) for event in own if (event.kind, event.date.text) in elsewhere]
