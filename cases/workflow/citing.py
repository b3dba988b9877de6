"""Numbers the public sources of one document and ties its facts to them.

A source that is not public has no number, and a fact whose only citations are to such sources is left out:
publishing it would publish what was said in confidence. A fact without any citation of its own rests on the
sources cited for the whole record.
"""

from cases.models.source import Citation

from .facts import date


class Citing:
    def __init__(self, reader, citations):
        self._reader = reader
        self._citations = sorted(citations, key=lambda citation: citation.pk)
        self._rows = []
        self._by_fact = {}
        for citation in self._citations:
            key = _fact_key(citation)
            self._by_fact.setdefault(key, []).append(citation)
            if citation.source.is_public:
                self._add(citation.source)

    def _add(self, source):
        if source not in self._rows:
            self._rows.append(source)
            self._reader.view(source)
        return self._rows.index(source) + 1

    def number_of(self, source):
        """The number of a source or its view, given one if need be; None if it is not public."""
        row = getattr(source, "_row", source)
        return self._add(row) if row is not None and row.is_public else None

    def first(self):
        """Number of the first source cited, or None."""
        return 1 if self._rows else None

    def supported(self, rows):
        """The rows that are not known from confidential sources alone."""
        return [row for row in rows if self._is_supported(row)]

    def supported_views(self, rows):
        rows = rows.all() if hasattr(rows, "all") else rows
        return [self._reader.view(row) for row in self.supported(rows)]

    def _is_supported(self, row):
        own = self._by_fact.get((row._meta.model_name, row.pk), [])
        return not own or any(citation.source.is_public for citation in own)

    def numbers(self, view, *, beside=None):
        """Numbers of the public sources cited for one fact, and of the source ``beside`` it."""
        own = [citation.source for citation in self._by_fact.get(view.key, [])]
        row = getattr(beside, "_row", None)
        numbers = {self.number_of(source) for source in [*own, *([row] if row else [])]}
        return sorted(numbers - {None})

    def sources(self):
        """The numbered sources, as they stand in the document."""
        roots = set()
        listed = []
        for number, row in enumerate(self._rows, start=1):
            root = _root(row)
            source = {
                "number": number,
                **self._source(self._reader.view(row)),
                "independent": root not in roots,
            }
            roots.add(root)
            listed.append(source)
        return listed

    def _source(self, view):
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

    def citations(self):
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


def _fact_key(citation):
    for name in Citation.TARGETS:
        key = getattr(citation, f"{name}_id")
        if key:
            return (name, key)
    return None


def _root(source):
    """The public source that this one goes back to: copies of one article count once."""
    seen = {source.pk}
    while source.derived_from_id and source.derived_from.is_public and source.derived_from_id not in seen:
        source = source.derived_from
        seen.add(source.pk)
    return source.pk
