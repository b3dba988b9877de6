"""The few words by which a document says which of its facts it means."""

from collections.abc import Callable
from typing import Any

from cases.vocabularies.actions import INTERVENTION_KINDS
from cases.vocabularies.proceedings import EVENT_KINDS

Written = dict[str, Any]


def event_label(event: Written) -> str:
    return event["description"] or (
        EVENT_KINDS[event["kind"]].en if event["kind"] in EVENT_KINDS else event["kind"]
    )


def intervention_label(intervention: Written) -> str:
    kind = intervention["kind"]
    named = INTERVENTION_KINDS[kind].en if kind in INTERVENTION_KINDS else kind
    return f"{named}: {intervention['actor']}"


def labelled(text: str, facts: list[Written], label: Callable[[Written], str]) -> int | None:
    """The position of the first fact of that label; None for no text, or if none has it."""
    if not text:
        return None
    return next((at for at, each in enumerate(facts) if label(each) == text), None)
