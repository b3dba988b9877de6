"""What stands in a case, in short lines: worded as readers will see it, with the sources, and what of it they will see.

One case is read once, with everything (`CaseQuerySet.complete`); no line asks the database again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from string import ascii_lowercase
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from cases.admin.citing import fact_words
from cases.models import Case, Citation, Source
from cases.models.custody import custody_of, stage_of
from cases.vocabularies.actions import TRIED_WITH
from cases.vocabularies.languages import LANGUAGES
from cases.wording import claims, events, involved, sheet
from cases.wording.case_file import violations
from cases.wording.dates import written
from cases.wording.proceedings import proceedings
from cases.wording.relations import relation_word
from cases.wording.texts import how_made
from cases.wording.words import label
from cases.workflow import document_parts, document_people
from cases.workflow.citing import Citing
from cases.workflow.document import assessments, attributions, proceeding
from cases.workflow.permission import identity_of
from cases.workflow.reader import Key, Reader, View, row_behind

LONGEST = 400
"""Characters of a line; the rest is in its form."""


@dataclass(frozen=True)
class Mark:
    """The number of a public source, as on the page of readers, or the letter of one that is not public."""

    text: str
    source: str
    is_public: bool


@dataclass
class Line:
    """`part` and `key` are the address of its form, `key` empty where it has none; `way` leads to a record of its own.

    `private` are words that readers never see, `asked` what is asked about it.
    """

    part: str
    key: str
    words: str
    marks: list[Mark] = field(default_factory=list)
    is_public: bool = True
    private: str = ""
    asked: list[str] = field(default_factory=list)
    way: str = ""
    below: list["Line"] = field(default_factory=list)
    title: str = ""

    @property
    def address(self) -> str:
        """Of its form, from the page of the file."""
        return form_address(self.part, self.key)


def form_address(part: str, key: str) -> str:
    return f"../lines/{part}/{key}/"


class DeskCiting(Citing):
    """Every fact of a case, whatever of it may show; its sources by the marks of the file."""

    def __init__(self, case: Case) -> None:
        super().__init__(Reader("named"), case)
        self._hidden: list[Source] = []
        for citation in self._citations:
            self.mark(citation.source)

    def _above_identity(self, record: Any) -> set[Key | None]:
        return set()

    def _may_show(self, fact: type[Model] | None) -> bool:
        return True

    def _supported(self, record: Any, name: str) -> list[Any]:
        return list(getattr(record, name).all())

    def mark(self, source: Source) -> Mark:
        if source.is_public:
            return Mark(str(self._add(source)), str(source), True)
        if source not in self._hidden:
            self._hidden.append(source)
        return Mark(_letter(self._hidden.index(source)), str(source), False)

    def numbers(self, view: View, *, beside: View | None = None) -> list[Any]:
        own = [citation.source for citation in self._by_fact.get(view.key, [])]
        source = row_behind(beside)
        if isinstance(source, Source):
            own.append(source)
        marks = {self.mark(each) for each in own or self._whole_record}
        return sorted(marks, key=lambda mark: (not mark.is_public, len(mark.text), mark.text))


def _letter(number: int) -> str:
    rest, place = divmod(number, len(ascii_lowercase))
    return (_letter(rest - 1) if rest else "") + ascii_lowercase[place]


class Telling:
    """The lines of one case that `complete` loaded, by part."""

    def __init__(self, case: Case, asked: dict[int, list[str]]) -> None:
        self.case, self.asked = case, asked
        self._today = timezone.localdate()
        self._citing, self._reader = DeskCiting(case), Reader("named")
        self._public = Citing(Reader(identity_of(case, self._today)), case)

    def _lines(self, part: str, told: Iterable[str], items: Iterable[dict]) -> list[Line]:
        rows = zip(self._citing.rows(part), told, items, strict=True)
        return [self._line(part, row, words, item) for row, words, item in rows]

    def _line(self, part: str, row: Any, words: str, item: dict) -> Line:
        shown = self._public.shows(row)
        if part == "lawyers":
            shown = shown and self._public.is_cited_openly(self._reader.view(row))
        return Line(part, str(row.pk), _short(words), item["sources"], shown)

    def _document(self, **parts: list[dict]) -> dict:
        """What the wording is made of: as the public document, with every fact and the marks of the file."""
        return {"type": "", "text_language": self.case.text_language, "sources": [], **self._named, **parts}

    @cached_property
    def _named(self) -> dict[str, list[dict]]:
        """The facts that others of the case name."""
        told = [document_parts.event(view, self._citing) | {"custody": ""} for view in self._views("events")]
        return {"events": told, "attributions": attributions(self._citing)}

    def violations(self) -> list[Line]:
        told = [document_parts.violation(each, self._citing) for each in self._views("violations")]
        items = violations(self._document(violations=told))
        return self._lines("violations", map(sheet.violation_line, items), items)

    def _views(self, part: str) -> list[View]:
        return self._citing.views(part)

    def events(self) -> list[Line]:
        items = events.timeline(self._document(proceedings=[{} for each in self.case.proceedings.all()]))
        lines = self._lines("events", map(sheet.event_line, items), items)
        for line, row in zip(lines, self._citing.rows("events"), strict=True):
            line.private, line.asked = _short(row.conditions), self.asked.get(row.pk, [])
        return lines

    def proceedings(self) -> list[tuple[Line, list[Line], list[Line]]]:
        """Each with its charges and its sentences."""
        custody = custody_of(self.case, today=self._today)
        found = []
        for row in self.case.proceedings.all():
            made = proceeding(row, self._reader, self._citing) | {"stage": stage_of(custody, row)}
            item = proceedings(self._document(proceedings=[made]))[0]
            line = Line(
                "proceedings",
                str(row.pk),
                f"{row.number} · {sheet.proceeding_line(item)}",
                private=row.file_number,
            )
            found.append(
                (
                    line,
                    self._within("charges", row, map(sheet.charge_line, item["charges"]), item["charges"]),
                    self._within(
                        "sentences", row, map(sheet.sentence_line, item["sentences"]), item["sentences"]
                    ),
                )
            )
        return found

    def _within(self, part: str, owner: Any, told: Iterable[str], items: list[dict]) -> list[Line]:
        rows = [row for row in self._citing.rows(part) if row.proceeding_id == owner.pk]
        return [self._line(part, *each) for each in zip(rows, told, items, strict=True)]

    def attributions(self) -> list[Line]:
        items = claims.attributions(self._document())
        return self._lines("attributions", map(sheet.attribution_line, items), items)

    def assessments(self) -> list[Line]:
        items = claims.assessments(self._document(assessments=assessments(self._citing)))
        return self._lines("assessments", map(sheet.assessment_line, items), items)

    def official_positions(self) -> list[Line]:
        told = document_parts.official_positions(self._citing)
        items = claims.official_positions(self._document(official_positions=told))
        return self._lines("official_positions", map(sheet.position_line, items), items)

    def interventions(self) -> list[Line]:
        items = events.interventions(self._document(interventions=document_parts.interventions(self._citing)))
        return self._lines("interventions", map(sheet.intervention_line, items), items)

    def affiliations(self) -> list[Line]:
        items = involved.affiliations(self._document(affiliations=document_people.affiliations(self._citing)))
        return self._lines("affiliations", map(sheet.involved_line, items), items)

    def participations(self) -> list[Line]:
        items = involved.participations(
            self._document(participations=document_people.participations(self._citing))
        )
        return self._lines("participations", map(sheet.involved_line, items), items)

    def lawyers(self) -> list[Line]:
        told = [
            {"lawyer": view.name, "sources": self._citing.numbers(view)} for view in self._views("lawyers")
        ]
        items = involved.lawyers(self._document(lawyers=told))
        return self._lines("lawyers", map(sheet.involved_line, items), items)

    def translations(self) -> list[Line]:
        names: dict[int | None, str] = {row.pk: str(row) for row in self.case.events.all()}
        found = []
        for row in self.case.translations.all():
            which = names.get(row.event_id) or str(row.get_field_display())
            made = {"from_language": row.from_language, "way": row.way, "by": row.translated_by}
            words = f"{which} ({label(LANGUAGES, row.language)}): {Truncator(row.text).chars(80)} · {how_made(made)}"
            found.append(Line("translations", str(row.pk), words))
        return found

    def sources(self) -> list[Line]:
        """The sources by their marks, each with what it is cited for."""
        found: dict[int | None, Line] = {}
        rows = {
            (name, row.pk): row for name in Citation.TARGETS for row in getattr(self.case, f"{name}s").all()
        }
        for citation in self.case.citations.all():
            source, line = citation.source, found.get(citation.source_id)
            if line is None:
                mark = self._citing.mark(source)
                date = written(document_parts.date(source.published_date))
                words = " · ".join(filter(None, [str(source), date, source.url]))
                way = reverse("admin:cases_source_change", args=[source.pk])
                line = Line("citations", "", _short(words), [mark], source.is_public, way=way)
                found[source.pk] = line
            target = citation.target
            row = rows.get((target, getattr(citation, f"{target}_id", None)))
            words = fact_words(row) if row is not None else _("the whole record")
            detail = filter(None, [words, citation.pinpoint, citation.remark and "…"])
            below = Line("citations", str(citation.pk), ", ".join(detail), is_public=source.is_public)
            below.private = citation.notes
            line.below.append(below)
        order = lambda line: (not line.marks[0].is_public, len(line.marks[0].text), line.marks[0].text)  # noqa: E731
        return sorted(found.values(), key=order)

    def relations(self) -> Iterator[Line]:
        """Cases tried together with it, which have their small form, and other relations, which have a page."""
        own: dict[Key, Model] = {("case", self.case.pk): self.case}
        own |= {("event", row.pk): row for row in self.case.events.all()}
        own |= {("intervention", row.pk): row for row in self.case.interventions.all()}
        for relation in document_parts.relations_touching(own):
            start = (relation.start._meta.model_name, relation.start.pk)
            side = "from" if start in own else "to"
            far = relation.finish if side == "from" else relation.start
            words = f"{relation_word(relation.kind, side)}: {far}"
            together = relation.kind == TRIED_WITH
            marks = [self._citing.mark(relation.source)] if relation.source else []
            way = "" if together else reverse("admin:cases_relation_change", args=[relation.pk])
            yield Line("relations_from", str(relation.pk) if together else "", words, marks, way=way)


def _short(text: str) -> str:
    return Truncator(text).chars(LONGEST)
