"""A document's sources, numbered, each with what it was cited for."""

from django.utils.translation import gettext as _

from cases.register.fields import FIELD
from cases.text.addresses import is_web_address
from cases.vocabularies.people import LANGUAGES
from cases.vocabularies.sources import CREDIBILITIES, RELIABILITIES, SOURCE_KINDS
from cases.wording.dates import written, written_day
from cases.wording.texts import Text, typed
from cases.wording.words import label, lower_first


def web_link(address: str | None) -> str:
    """The address if a reader may follow it, otherwise empty."""
    return address if address and is_web_address(address) else ""


def source_list(document: dict) -> list[dict]:
    """The sources in their numbering. Of a source that is not shown, only kind, language and grade are known."""
    citations = document.get("citations", [])
    return [
        _source(
            source,
            [citation for citation in citations if citation.get("source") == source.get("number")],
            document["text_language"],
        )
        for source in document.get("sources", [])
    ]


def case_marks(document: dict) -> list[int]:
    """Numbers of the sources cited for the case as a whole."""
    numbers = {c["source"] for c in document.get("citations", []) if c.get("target") in ("case", "campaign")}
    return sorted(numbers)


def _source(source: dict, citations: list[dict], written_in: str) -> dict:
    link = web_link(source.get("url", ""))
    shown = "title" in source
    published, accessed = (
        written(source.get("published"), written_in),
        written_day(source.get("accessed", "")),
    )
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
        "remarks": [remark for each in citations if (remark := _remark(each, written_in))],
    }


def _remark(citation: dict, written_in: str) -> dict | None:
    """What a citation adds to the bare fact that the source was used; None if nothing."""
    credibility = label(CREDIBILITIES, citation.get("credibility", ""))
    pinpoint = typed(citation.get("pinpoint", ""), written_in)
    notes = (pinpoint, _("credibility: %s") % credibility if credibility else "")
    remark = {
        "text": typed(citation.get("remark", ""), written_in),
        "claim": _claim(citation, written_in),
        "notes": Text.around(" · ".join(note for note in notes if note), pinpoint),
    }
    return remark if remark["text"] or remark["claim"] or citation.get("pinpoint") else None


def _claim(citation: dict, written_in: str) -> Text:
    """The value the source states for a field, and whether it is the one followed here."""
    value = typed(citation.get("claimed_value", ""), written_in)
    if not value:
        return value
    claim = _("Says of %(field)s: “%(value)s”") % {"field": _field(citation), "value": value}
    preferred, reason = citation.get("preferred"), typed(citation.get("preference_reason", ""), written_in)
    if preferred is not None:
        verdict = _("preferred here") if preferred else _("not followed here")
        claim = f"{claim} ({verdict}: {reason})" if reason else f"{claim} ({verdict})"
    return Text.around(claim, value, reason)


def _field(citation: dict) -> str:
    """The field by its name in the files, which a reader meets nowhere, in words."""
    name = citation.get("claimed_field", "")
    return lower_first(str(FIELD[name].label)) if name in FIELD else name.replace("_", " ")
