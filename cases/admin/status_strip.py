"""What stands above the form of a case or campaign: state, what is public, custody, what is missing."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from cases.models import Action, Anonymisation, Case, Citation, Record, Review, Source, State
from cases.models.custody import custody_of, stage_of
from cases.models.need_to_know import is_known
from cases.text.custody.derivation import Custody
from cases.vocabularies.proceedings import STAGES
from cases.wording.custody import custody_words, held_at_words
from cases.workflow import completeness, notes
from cases.workflow.anonymity import anonymisation_of
from cases.workflow.asks import asks_of
from cases.workflow.document import Document, document_of
from cases.workflow.last_days import hiding_over

ROWS = frozenset(
    {
        "violations",
        "proceedings",
        "charges",
        "sentences",
        "events",
        "affiliations",
        "participations",
        "lawyers",
        "attributions",
        "official_positions",
        "interventions",
        "assessments",
        "translations",
        "citations",
    }
)


@dataclass
class Strip:
    """`problems` are (message, anchor, question or None); `custody` and `stages` are ready to print, empty for
    campaigns. `appears`: how a case was anonymised, and the day before which it does not appear."""

    record: object
    public_path: str
    problems: list
    review_wanted: str = ""
    custody: dict = field(default_factory=dict)
    stages: list = field(default_factory=list)
    answered: list = field(default_factory=list)
    returned: Review | None = None
    withdrawn: object = None
    appears: Anonymisation | None = None

    @property
    def returned_because(self) -> str:
        return notes.read(self.returned.reason) if self.returned else ""


def strip_of(record: Record, *, document: Document | None = None) -> Strip:
    """The Strip of a stored case or campaign; `document` is its Document, where the caller has made it already."""
    kind, today = record._meta.model_name, timezone.localdate()
    document = document or document_of(record, today=today)
    loaded = document.record
    custody = custody_of(loaded, today=today) if isinstance(loaded, Case) else None
    asks = asks_of(loaded, custody=custody) if isinstance(loaded, Case) else []
    against = completeness.problems(
        record, today=today, document=document, asks=[ask for ask in asks if not ask.reason]
    )
    strip = Strip(
        record=record,
        public_path=f"/{kind}s/{record.reference}/" if record.is_public and not hiding_over(record) else "",
        problems=[(each.message, anchor(each.field), each.ask) for each in against],
        review_wanted=notes.read(record.review_wanted),
        returned=returned_of(record),
        withdrawn=None if record.is_public else _last_step(record, [Action.PUBLISHED, Action.WITHDRAWN]),
    )
    if isinstance(loaded, Case) and custody is not None:
        strip.appears = anonymisation_of(loaded, today)
        strip.custody = _custody(loaded, custody)
        strip.stages = _stages(loaded, custody)
        strip.answered = [ask for ask in asks if ask.reason]
    return strip


def returned_of(record: Record) -> Review | None:
    """The step that sent an unfinished record back to its editor; None if it was not, or was submitted since."""
    if record.state != State.DRAFT:
        return None
    passing = [Action.EDITED, Action.MARKED, Action.HIDDEN, Action.SHOWN]
    last = record.reviews.exclude(action__in=passing).order_by("-pk").first()
    return last if last and last.action == Action.RETURNED else None


def _last_step(record: Record, actions: list[Action]) -> Review | None:
    return record.reviews.filter(action__in=actions).order_by("-pk").first()


def anchor(field_name: str) -> str:
    """Where on the form a problem is mended."""
    if not field_name:
        return ""
    return f"{field_name}-group" if field_name in ROWS else f"id_{field_name}"


def _custody(case: Case, custody: Custody) -> dict[str, Any]:
    sources = []
    if case.custody_override:
        source = case.custody_override_source
        sources = [str(source)] if source and is_known(Source, source.pk) else []
    elif custody.since is not None:
        sources = [str(citation.source) for citation in _citations(case, custody.since)]
    return {
        "status": custody.status,
        "words": custody_words(
            custody.status,
            as_of=custody.as_of.text,
            confirmed=custody.confirmed.text,
            confirmed_day=custody.confirmed_day,
            last_checked=case.last_checked_date.isoformat() if case.last_checked_date else "",
            is_last_known=custody.last_known,
            today=custody.today,
        ),
        "where": _where(case, custody),
        "sources": sources,
        "overridden": bool(case.custody_override),
    }


def _where(case: Case, custody: Custody) -> str:
    """Where somebody is held, by the name on file; empty where nobody says."""
    stay = custody.held_at
    if stay is None:
        return ""
    days = (moment.step.date.text for moment in custody.moments if moment.step.key == stay.by)
    places = (each.place for each in (*case.events.all(), *case.violations.all()))
    names = (place.facility_name for place in places if place is not None and place.pk == stay.facility.key)
    return held_at_words(next(names), next(days, ""))


def _citations(case: Case, key: Hashable) -> Iterable[Citation]:
    """Those of the event, or the sentence, that a status rests on."""
    fact = ("sentence_id", key[1]) if isinstance(key, tuple) else ("event_id", key)
    return [each for each in case.citations.all() if getattr(each, fact[0]) == fact[1]]


def _stages(case: Case, custody: Custody) -> list[dict[str, Any]]:
    return [
        {
            "proceeding": proceeding,
            "label": STAGES.label(stage_of(custody, proceeding)),
            "overridden": bool(proceeding.stage_override),
        }
        for proceeding in case.proceedings.all()
    ]
