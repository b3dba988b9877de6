"""Dates of published documents in the reader's words."""

from datetime import date, datetime

from django.utils.translation import get_language

from cases.text.partial_dates import PartialDate, PartialDateError
from cases.wording.texts import Text, typed


def written(value: dict | None, written_in: str = "") -> Text:
    """A DATE of a document as words ("around 2024"); empty where nothing is known.

    `written_in`: the language of the record, in which the words of a source stand beside the date.
    """
    if not value:
        return Text("")
    words = value.get("words", "")
    return Text.around(written_text(value.get("text", ""), words), typed(words, written_in))


def written_text(text: str, words: str = "") -> str:
    """EDTF text and the source's words, as words; what is no date we can read stays as it was published."""
    try:
        return PartialDate(text, words).echo(get_language() or "en")
    except PartialDateError:
        return words or text


def written_day(value: date | datetime | str | None) -> str:
    """A full day, or a month where only that is public, in words."""
    if not value:
        return ""
    return written_text(value if isinstance(value, str) else value.strftime("%Y-%m-%d"))
