"""How a document of one version becomes one of the next, where an empty value would not say what is true of it."""

from collections.abc import Callable

from cases.register.documents.rules import FIRST_RULES


def _name_the_rules(document: dict) -> None:
    if document["type"] == "case":
        document["rules"] = FIRST_RULES


def _hold_what_custody_is_derived_from(document: dict) -> None:
    """What was only told is put as it can be derived from again."""
    if document["type"] != "case":
        return
    custody = document.get("custody")
    if custody:
        custody["in_doubt"] = custody.pop("last_known", False)
    for proceeding in document.get("proceedings", []):
        proceeding["stage_stated"] = _is_stated(proceeding, document.get("events", []))
        _number(proceeding.get("sentences", []))


def _is_stated(proceeding: dict, events: list[dict]) -> bool:
    """A stage that rests on no day was stated by editors, unless an event without a day may be behind it."""
    if proceeding.get("stage", "unknown") == "unknown" or any((proceeding.get("stage_as_of") or {}).values()):
        return False
    return all(
        any(event["date"].values())
        for event in events
        if event.get("proceeding") in (None, proceeding["number"])
    )


def _number(sentences: list[dict]) -> None:
    """Which sentence replaced which was not told: the next one that stands did."""
    for number, sentence in enumerate(sentences, start=1):
        sentence["number"] = number
    for sentence in reversed(sentences):
        later = [
            other
            for other in sentences[sentence["number"] :]
            if not other.get("supersedes") and sentence.get("superseded")
        ]
        if later:
            later[0]["supersedes"] = sentence["number"]


SAMPLE_TITLE = "Fictional sample: "
SAMPLE_SUMMARY = "This is a fictional sample record"
"""How titles and summaries of sample records began while nothing else said what they are."""


def _take_the_mark_out_of_titles(document: dict) -> None:
    if document["type"] not in ("case", "campaign"):
        return
    title, summary = document.get("title", ""), document.get("summary", "")
    document["sample"] = title.startswith(SAMPLE_TITLE) or summary.startswith(SAMPLE_SUMMARY)
    for titled in (document, *document.get("campaigns", []), *document.get("relations", [])):
        titled["title"] = _without_mark(titled.get("title", ""))


def _without_mark(title: str) -> str:
    rest = title.removeprefix(SAMPLE_TITLE)
    return title if rest == title else rest[:1].upper() + rest[1:]


TAKEN_FOR_GRANTED = "en"
"""The language in which texts were taken to be while nothing said it."""


def _name_the_language_of_texts(document: dict) -> None:
    if document["type"] in ("case", "campaign"):
        document["text_language"] = TAKEN_FOR_GRANTED


STEPS: dict[int, Callable[[dict], None]] = {
    1: _name_the_rules,
    2: _take_the_mark_out_of_titles,
    3: _hold_what_custody_is_derived_from,
    4: _name_the_language_of_texts,
}
"""From each version but the newest to the one after it; each changes the document it is given."""
