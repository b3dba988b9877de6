"""Numbers the public sources of one document, ties its facts to them, and says which facts may be in it.

A source that is not public has no number, and a fact whose only citations are to such sources is left out:
publishing it would publish what was said in confidence. A fact without any citation of its own rests on the
sources cited for the whole record. An event of a kind that shows only where the person is named is left out elsewhere,
with all that is cited for it; so is any fact whose tie to its case the identity hides.
"""

from typing import Any

from django.db.models import Model

from cases.models import Record, Source
from cases.models.classification import CLASSIFICATION, EVENT_KINDS_OF_THE_NAMED
from cases.models.record import kind_of
from cases.models.source import Citation
from cases.workflow.document_parts import date
from cases.workflow.reader import Key, Reader, View, row_behind


class Citing:
    """The citations of one case or campaign, loaded with everything that belongs to it."""

    def __init__(self, reader: Reader, record: Record) -> None:
        self._reader = reader
        self.written_in = record.text_language
        self._kept_back = self._above_identity(record)
        shown = (
            each
            for each in record.citations.all()
            if _fact_key(each) not in self._kept_back and self._may_show(_model_of_fact(each))
        )
        self._citations = sorted(shown, key=lambda citation: citation.pk)
        self._rows: list[Source] = []
        self._by_fact: dict[Key | None, list[Citation]] = {}
        self._whole_record = []
        for citation in self._citations:
            fact = _fact_key(citation)
            self._by_fact.setdefault(fact, []).append(citation)
            if citation.source.is_public:
                self._add(citation.source)
                if fact is None:
                    self._whole_record.append(citation.source)
        self._facts = {name: self._supported(record, name) for name in FACTS if hasattr(record, name)}
        self._shown = {_key(row) for rows in self._facts.values() for row in rows}

    def _above_identity(self, record: Record) -> set[Key | None]:
        """The events of a kind that shows only where the person is named, where they are not."""
        if self._reader.is_named:
            return set()
        return {_key(event) for event in record.events.all() if event.kind in EVENT_KINDS_OF_THE_NAMED}

    def _add(self, source: Source) -> int:
        if source not in self._rows:
            self._rows.append(source)
            self._reader.view(source)
        return self._rows.index(source) + 1

    def _may_show(self, fact: type[Model] | None) -> bool:
        return fact is None or self._reader.shows(CLASSIFICATION[fact]["case"])

    def _supported(self, record: Record, name: str) -> list[Any]:
        rows: list[Any] = []
        if not self._may_show(record._meta.get_field(name).related_model):
            return rows
        for row in getattr(record, name).all():
            if _key(row) in self._kept_back:
                continue
            own = self._by_fact.get(_key(row), [])
            told_openly = not own or any(citation.source.is_public for citation in own)
            source = getattr(row, "source", None) or getattr(row, "document", None)
            if told_openly and (source is None or source.is_public):
                rows.append(row)
        return rows

    def rows(self, name: str) -> list[Any]:
        """The record's facts of one kind (`events`, `charges` …) that are not known in confidence alone."""
        return self._facts[name]

    def views(self, name: str) -> list[View]:
        """The same as public views."""
        return [self._reader.view(row) for row in self._facts[name]]

    def is_cited_openly(self, view: View) -> bool:
        """Whether a public source is cited for this one fact, rather than for the record as a whole."""
        return any(citation.source.is_public for citation in self._by_fact.get(view.key, []))

    def shows(self, view: Model | View | None) -> bool:
        """Whether a fact, or the view of one, is among those that may be in the document."""
        return view is not None and (view.key if isinstance(view, View) else _key(view)) in self._shown

    def number_of(self, source: Source | View | None) -> int | None:
        """The number of a source or its view, given one if need be; None if it is not public."""
        row = row_behind(source)
        return self._add(row) if isinstance(row, Source) and row.is_public else None

    def numbers(self, view: View, *, beside: View | None = None) -> list[int]:
        """Numbers of the public sources cited for one fact and of the source `beside` it; for a fact that has
        none of its own, of those cited for the whole record."""
        own = [citation.source for citation in self._by_fact.get(view.key, [])]
        numbered = {number for each in (*own, beside) if (number := self.number_of(each)) is not None}
        return sorted(numbered or {self._add(source) for source in self._whole_record})

    def sources(self) -> list[dict]:
        """The numbered sources, as they stand in the document."""
        roots = set()
        listed = []
        for number, row in enumerate(self._rows, start=1):
            root = _root(row)
            described = self._source(self._reader.view(row))
            listed.append({"number": number, **described, "independent": root not in roots})
            roots.add(root)
        return listed

    def _source(self, view: View) -> dict:
        described = {"kind": view.kind, "language": view.language, "reliability": view.reliability}
        if not self._reader.is_named:
            return described
        return described | {
            "title": view.title,
            "publisher": view.publisher,
            "author": view.author,
            "url": view.url,
            "archived_url": view.archived_url,
            "published": date(view.published_date),
            "accessed": view.accessed_date.isoformat() if view.accessed_date else "",
        }

    def citations(self) -> list[dict]:
        """The citations of public sources, as they stand in the document."""
        return [
            {
                "source": self.number_of(citation.source),
                "target": citation.target,
                "credibility": view.credibility,
                "pinpoint": view.pinpoint,
                "claimed_field": view.claimed_field,
                "claimed_value": view.claimed_value,
                "preferred": view.preferred,
                "preference_reason": view.preference_reason,
                "remark": view.remark,
            }
            for citation in self._citations
            if citation.source.is_public
            for view in [self._reader.view(citation)]
        ]


FACTS = (
    "violations",
    "charges",
    "sentences",
    "events",
    "attributions",
    "official_positions",
    "interventions",
    "assessments",
    "affiliations",
    "participations",
    "lawyers",
)


def _key(row: Model) -> Key:
    return (kind_of(row), row.pk)


def _model_of_fact(citation: Citation) -> type[Model] | None:
    """The model of the fact a citation is tied to; None for the whole record."""
    if citation.target not in Citation.TARGETS:
        return None
    return Citation._meta.get_field(citation.target).related_model


def _fact_key(citation: Citation) -> Key | None:
    for name in Citation.TARGETS:
        key = getattr(citation, f"{name}_id")
        if key:
            return (name, key)
    return None


def _root(source: Source) -> int:
    """The public source that this one goes back to: copies of one article count once."""
    seen = {source.pk}
    origin = source.derived_from
    while origin is not None and origin.is_public and origin.pk not in seen:
        seen.add(origin.pk)
        source, origin = origin, origin.derived_from
    return source.pk
