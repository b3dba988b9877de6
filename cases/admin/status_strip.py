"""What stands above the form of a case or campaign: state, what is public, custody, what is missing."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from cases.models import Action, Case, Event, Record, Review, State
from cases.models.custody import custody_of, stage_of
from cases.vocabularies.proceedings import STAGES
from cases.wording.custody import custody_words
from cases.workflow import completeness, notes

ROWS = frozenset(
    {
        "violations",
        "proceedings",
        "charges",
        "sentences",
        "events",
        "attributions",
        "official_positions",
        "interventions",
        "assessments",
        "citations",
    }
)


@dataclass
class Strip:
    """`problems` are (message, anchor); `custody` and `stages` are ready to print, empty for campaigns."""

    record: object
    public_path: str
    problems: list
    review_wanted: str = ""
    custody: dict = field(default_factory=dict)
    stages: list = field(default_factory=list)
    returned: object = None
    withdrawn: object = None


def strip_of(record: Record) -> Strip:
    """The Strip of a stored case or campaign."""
    kind = record._meta.model_name
    strip = Strip(
        record=record,
        public_path=f"/{kind}s/{record.reference}/" if record.is_public else "",
        problems=[(problem.message, anchor(problem.field)) for problem in completeness.problems(record)],
        review_wanted=notes.read(record.review_wanted),
        returned=returned_of(record),
        withdrawn=None if record.is_public else _last_step(record, [Action.PUBLISHED, Action.WITHDRAWN]),
    )
    if isinstance(record, Case):
        strip.custody = _custody(record)
        strip.stages = _stages(record)
    return strip


def returned_of(record: Record) -> Review | None:
    """The step that sent an unfinished record back to its editor; None if it was not, or was submitted since."""
    if record.state != State.DRAFT:
        return None
    last = record.reviews.exclude(action__in=[Action.EDITED, Action.MARKED]).order_by("-pk").first()
    return last if last and last.action == Action.RETURNED else None


def _last_step(record: Record, actions: list[Action]) -> Review | None:
    return record.reviews.filter(action__in=actions).order_by("-pk").first()


def anchor(field_name: str) -> str:
    """Where on the form a problem is mended."""
    if not field_name:
        return ""
    return f"{field_name}-group" if field_name in ROWS else f"id_{field_name}"


def _custody(case: Case) -> dict[str, Any]:
    today = timezone.localdate()
    events = list(case.events.all())
    custody = custody_of(case, events=events, today=today)
    sources = []
    if custody.overridden:
        sources = [str(case.custody_override_source)]
    elif custody.event is not None:
        sources = [str(citation.source) for citation in custody.event.citations.select_related("source")]
    return {
        "status": custody.status,
        "words": custody_words(
            custody.status,
            as_of=custody.as_of.text,
            last_checked=_last_looked(case, events),
            run_out=custody.last_known,
            today=today,
        ),
        "sources": sources,
        "overridden": custody.overridden,
    }


def _last_looked(case: Case, events: Iterable[Event]) -> str:
    """As the document says it: the day typed, or the last on which a source confirmed that somebody was still held."""
    confirmed = [event.date.latest for event in events if event.kind == "confirmed_still_held"]
    day = max((day for day in (case.last_checked_date, *confirmed) if day), default=None)
    return day.isoformat() if day else ""


def _stages(case: Case) -> list[dict[str, Any]]:
    events, today = list(case.events.all()), timezone.localdate()
    return [
        {
            "proceeding": proceeding,
            "label": STAGES.label(proceeding.stage_override or stage_of(proceeding, events, today=today)[0]),
            "overridden": bool(proceeding.stage_override),
        }
        for proceeding in case.proceedings.all()
    ]
