"""Partial dates as documents write them."""

from cases.text.partial_dates import PartialDate


def dated(day: PartialDate) -> dict:
    """EDTF text, the source's words, first and last day or null."""
    return {
        "text": day.text,
        "words": day.words,
        "earliest": day.earliest.isoformat() if day.earliest else None,
        "latest": day.latest.isoformat() if day.latest else None,
    }


def partial(written: dict) -> PartialDate:
    return PartialDate(written["text"], written["words"])
