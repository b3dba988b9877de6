"""A document's sources, numbered, each with what it was cited for."""

from django.utils.translation import gettext as _

from cases.text.addresses import is_web_address
from cases.vocabularies.people import LANGUAGES
from cases.vocabularies.sources import CREDIBILITIES, RELIABILITIES, SOURCE_KINDS
from cases.wording.dates import written, written_day
from cases.wording.words import label


def web_link(address: str | None) -> str:
    """The address if a reader may follow it, otherwise empty."""
    return address if address and is_web_address(address) else ""


def source_list(document: dict) -> list[dict]:
    """The sources in their numbering. Of a source that is not shown, only kind, language and grade are known."""
    citations = document.get("citations", [])
    return [
        _source(
            source, [citation for citation in citations if citation.get("source") == source.get("number")]
        )
        for source in document.get("sources", [])
    ]


def case_marks(document: dict) -> list[int]:
    """Numbers of the sources cited for the case as a whole."""
    numbers = {c["source"] for c in document.get("citations", []) if c.get("target") in ("case", "campaign")}
    return sorted(numbers)


def _source(source: dict, citations: list[dict]) -> dict:
    link = web_link(source.get("url", ""))
    shown = "title" in source
    published, accessed = written(source.get("published")), written_day(source.get("accessed", ""))
    reliability = label(RELIABILITIES, source.get("reliability", ""))
    about = [
        label(SOURCE_KINDS, source.get("kind", "")),
        ", ".join(part for part in (source.get("author", ""), source.get("publisher", "")) if part),
        label(LANGUAGES, source.get("language", "")),
        (published or _("date not stated")) if shown else "",
    ]
    grade = [
        _("reliability: %s") % reliability if reliability else "",
        "" if source.get("independent", True) else _("copies another source, not counted apart"),
        _("read %s") % accessed if accessed else "",
        _("no address known") if shown and not link else "",
    ]
    return {
        "number": source.get("number"),
        "title": source.get("title", ""),
        "language": source.get("language", ""),
        "link": link,
        "archived": web_link(source.get("archived_url", "")),
        "about": [part for part in about if part],
        "grade": [part for part in grade if part],
        "remarks": [remark for remark in map(_remark, citations) if remark],
    }


def _remark(citation: dict) -> dict | None:
    """What a citation adds to the bare fact that the source was used; None if nothing."""
    credibility = label(CREDIBILITIES, citation.get("credibility", ""))
    notes = (citation.get("pinpoint", ""), _("credibility: %s") % credibility if credibility else "")
    remark = {
        "text": citation.get("remark", ""),
        "claim": _claim(citation),
        "notes": " · ".join(note for note in notes if note),
    }
    return remark if remark["text"] or remark["claim"] or citation.get("pinpoint") else None


def _claim(citation: dict) -> str:
    """The value the source states for a field, and whether it is the one followed here."""
    value = citation.get("claimed_value", "")
    if not value:
        return ""
    field = citation.get("claimed_field", "").replace("_", " ")
    claim = _("Says of %(field)s: “%(value)s”") % {"field": field, "value": value}
    preferred, reason = citation.get("preferred"), citation.get("preference_reason", "")
    if preferred is None:
        return claim
    verdict = _("preferred here") if preferred else _("not followed here")
    return f"{claim} ({verdict}: {reason})" if reason else f"{claim} ({verdict})"
