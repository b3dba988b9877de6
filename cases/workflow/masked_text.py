"""A public document with the names of one person masked: which texts of it, which names in them, and which stay.

Plain values in, plain values out: which documents are masked, and what is done with them, is in `masking.py`. What a
name looks like in a text is in `cases/text/name_spans.py`.

What stays are names that are public in their own right in this record: of its own subject, of agencies and courts, of
officials who are said to have done or said something, and of other persons whom the text names beside them.
"""

import re
from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property

from cases.register.documents.prose import Path, Text, texts_of
from cases.text.addresses import IN_TEXT, read_address
from cases.text.name_spans import SoughtNames, Span

MASK = "[name withheld]"
"""Stands for a masked name in documents, and so in every file and on every page; the same in all languages."""

OWN = frozenset({"agency", "court", "organisation", "official", "targeted_because_of"})
"""Keys at which nothing is masked: bodies, who is public in an office, and a person the record names. A lawyer holds no
office: who is hidden may be one, and a second person says if another is meant."""
OFFICIALS = frozenset({"to", "stated_by"})
"""Keys that name officials, or bodies: what is nothing but a name there is one of theirs."""


@dataclass(frozen=True)
class Change:
    """That the text at `path` of a document read `before`, and reads `after`."""

    path: Path
    before: str
    after: str


@dataclass
class Masked:
    """A document with names masked. `changes` were made; `doubtful` would be, if the surname there means them."""

    document: dict
    changes: list[Change] = field(default_factory=list)
    doubtful: list[Change] = field(default_factory=list)
    is_whole: bool = False


class Masker:
    """Masks the names of one person. `reference`: the person's own, whose names stay nowhere.

    `is_given_name` says of a word whether somebody known has it as a name.
    """

    def __init__(self, names: Iterable[str], *, is_given_name: Callable[[str], bool]):
        self._sought = SoughtNames(names)
        self._is_given_name = is_given_name

    def masked(self, document: dict, *, tied: bool, own: bool = False, kept: Iterable[str] = ()) -> Masked:
        """The document with whole names masked; surnames alone too if the record is `tied` to the person, or if it
        prints the whole name. `own`: its subject is the person. Texts that are `kept` stay as they are."""
        work = _Work(self._sought, self._is_given_name, document, own=own, kept=frozenset(kept))
        work.read()
        return work.result(tied=tied or work.is_whole)

    def prints_whole(self, document: dict) -> bool:
        work = _Work(self._sought, self._is_given_name, document, own=False, kept=frozenset())
        work.read()
        return work.is_whole


@dataclass
class _Text:
    """A text of a document that has something of the name: with whole names masked, and with surnames too."""

    path: Path
    before: str
    whole: str
    tied: str
    all: str


class _Work:
    def __init__(
        self,
        sought: SoughtNames,
        is_given_name: Callable[[str], bool],
        document: dict,
        *,
        own: bool,
        kept: frozenset[str],
    ):
        self.sought, self.is_given_name, self.document, self.kept = sought, is_given_name, document, kept
        self.own = own
        self.texts: list[_Text] = []
        self.is_whole = False

    @cached_property
    def bodies(self) -> list[str]:
        return [text for text in _bodies(self.document) if text]

    @cached_property
    def others(self) -> SoughtNames:
        return SoughtNames(self._names_of_others())

    @cached_property
    def no_names(self) -> frozenset[str]:
        return _words_of_places(self.document)

    def read(self) -> None:
        for text in texts_of(self.document):
            if text.text in self.kept or self._is_own(text):
                continue
            if text.is_address:
                self._read_address(text.text, text.path)
            else:
                self._read_prose(text.text, text.path, text.key)

    def result(self, *, tied: bool) -> Masked:
        masked = Masked(deepcopy(self.document), is_whole=self.is_whole)
        for text in self.texts:
            after = text.tied if tied else text.whole
            if after != text.before:
                masked.changes.append(Change(text.path, text.before, after))
                put_at(masked.document, text.path, after)
            if text.all != after:
                masked.doubtful.append(Change(text.path, after, text.all))
        return masked

    def _names_of_others(self) -> list[str]:
        document = self.document
        person = {} if self.own else document.get("person") or {}
        names = [person.get("name", ""), *(name["text"] for name in person.get("other_names", []))]
        if document.get("identity") not in ("named", None):
            names = []
        names += [each.get("official", "") for each in document.get("participations", [])]
        officials = [text for text in _officials(document) if self._is_name_of_official(text)]
        return [name for name in [*names, *officials] if name]

    def _is_name_of_official(self, text: str) -> bool:
        """“Rustam Usubov, Prosecutor General” is a name in its own right, “a lawyer of Rustam Usubov” is not."""
        return any(
            span.whole and _is_alone(text, span) for span in self.sought.spans(text)
        ) or not self.sought.spans(text)

    def _is_own(self, text: Text) -> bool:
        """Whether a text names somebody, or some body, in its own right."""
        if text.path[0] == "person" and not self.own:
            return True
        if text.key == "to" and at_path(self.document, (*text.path[:-1], "agency")):
            return True
        return text.key in OWN

    def _read_address(self, value: str, path: Path) -> None:
        spans = self.sought.are_spelled_by(read_address(value))
        if spans:
            whole = any(span.whole for span in spans)
            self.is_whole = self.is_whole or whole
            self.texts.append(_Text(path, value, "" if whole else value, "", ""))

    def _read_prose(self, value: str, path: Path, key: str) -> None:
        in_addresses = [
            (match.span(), any(span.whole for span in found))
            for match in IN_TEXT.finditer(value)
            if (found := self.sought.are_spelled_by(read_address(match[0])))
        ]
        whole = [span for span, is_whole in in_addresses if is_whole]
        alone = [span for span, is_whole in in_addresses if not is_whole]
        doubtful: list[tuple[int, int]] = []
        spans = self.sought.spans(value)
        spans = [span for span in spans if not any(a <= span.start < b for (a, b), _whole in in_addresses)]
        if not (spans or in_addresses) or (key in OFFICIALS and self._is_name_of_official(value)):
            return
        others = self.others.spans(value)
        for span in spans:
            if self._is_in_own_right(value, span, others):
                continue
            if span.whole:
                whole.append((span.start, span.end))
                self.is_whole = True
            elif "place" in path:
                continue  # of a place, a surname alone is its name and nobody's
            elif self._is_of_another(span):
                doubtful.append((span.start, span.end))
            else:
                alone.append((span.start, span.end))
        self.is_whole = self.is_whole or bool(whole)
        if whole or alone or doubtful:
            self.texts.append(
                _Text(
                    path,
                    value,
                    replaced(value, whole),
                    replaced(value, [*whole, *alone]),
                    replaced(value, [*whole, *alone, *doubtful]),
                )
            )

    def _is_in_own_right(self, text: str, span: Span, others: list[Span]) -> bool:
        if span.other:
            return True
        if any(
            other.start <= span.start and span.end <= other.end and (other.whole or not span.whole)
            for other in others
        ):
            return True
        return any(
            at <= span.start and span.end <= at + len(body)
            for body in self.bodies
            for at in _places_of(body, text)
        )

    def _is_of_another(self, span: Span) -> bool:
        """Whether a surname seems to belong to the word beside it: another person's whole name."""
        if not span.beside or span.beside in self.no_names:
            return False
        return not span.begins or self.is_given_name(span.beside)


def replaced(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with the mask in these places."""
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + MASK + text[end:]
    return text


def put_at(document: dict, path: Path, text: str) -> None:
    """Put a text at a path of a document. A LookupError if there is no such place."""
    holder = document
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]]
    holder[path[-1]] = text


def at_path(document: dict, path: Path) -> object:
    """What stands at a path of a document, None where nothing does."""
    value: object = document
    for step in path:
        try:
            value = value[step]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _bodies(document: dict) -> list[str]:
    """Names of agencies and courts in a document."""
    return [
        *(event.get(key, "") for event in document.get("events", []) for key in ("agency", "court")),
        *(each.get("to", "") for each in document.get("attributions", []) if each.get("agency")),
        *(each.get("court", "") for each in document.get("proceedings", [])),
        *(each.get("organisation", "") for each in document.get("affiliations", [])),
        *(each.get("agency", "") for each in document.get("participations", [])),
    ]


def _officials(document: dict) -> list[str]:
    return [
        *(each.get("to", "") for each in document.get("attributions", []) if not each.get("agency")),
        *(each.get("stated_by", "") for each in document.get("official_positions", [])),
    ]


def _covers(other: Span, span: Span) -> bool:
    return other.start <= span.start and span.end <= other.end and (other.whole or not span.whole)


def _is_alone(text: str, span: Span) -> bool:
    """Whether a name is all a text says, but for what a comma or titles in capitals add to it."""
    before, after = text[: span.start], text[span.end :]
    return all(word[:1].isupper() for word in before.split()) and (
        not after.strip() or after.lstrip()[0] in ",(;–—"
    )


def _places_of(body: str, text: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(body), text, re.IGNORECASE)]


def _words_of_places(document: dict) -> frozenset[str]:
    """Words of the places of a document, in small letters: no given names, though they have a capital."""
    bearers = [document, *document.get("violations", []), *document.get("events", [])]
    places = [bearer["place"] for bearer in bearers if bearer.get("place")]
    texts = [
        text
        for place in places
        for text in (place["locality"], place["facility"], place["region_name"], *place["names"])
    ]
    return frozenset(" ".join(texts).casefold().split())
