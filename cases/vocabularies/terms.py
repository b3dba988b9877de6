"""The two classes all code lists are made of.

A list is built once, at import, and never changes afterwards. Rows of the database hold codes; words appear
only where a person reads them, in the language that is active at that moment.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType

from django.utils.functional import lazy
from django.utils.translation import get_language, gettext, gettext_noop

LABEL_LANGUAGES = ("en", "az", "ru")

PROPOSED = gettext_noop("Proposed by this project")
"""The source of a term no published list offers."""

CODE_SHAPE = re.compile(r"[A-Za-z0-9]+(?:[_.-][A-Za-z0-9]+)*")


def _label_now(term: "Term") -> str:
    return term.in_language(get_language())


_lazy_label = lazy(_label_now, str)


class OfCode(str):
    """A definition that differs from that of other terms by the code alone: ``sentence``, with ``%(code)s`` in it, is
    translated once for all of them."""

    def __new__(cls, sentence: str, code: str):
        text = super().__new__(cls, sentence % {"code": code})
        text.sentence = sentence
        return text


@dataclass(frozen=True, repr=False)
class Term:
    """One entry of a code list.

    ``definition`` is one plain English line; ``source`` names the published list (and number) the term is
    taken from; ``verified`` is False when nobody has compared the term with that source.
    """

    code: str
    en: str
    az: str
    ru: str
    definition: str
    source: str = ""
    verified: bool = True

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.code}: {self.en}>"

    @property
    def label(self) -> str:
        """The label in whatever language is active when it is printed."""
        return _lazy_label(self)

    @property
    def meaning(self) -> str:
        """The definition in the active language, where somebody has translated it."""
        if isinstance(self.definition, OfCode):
            return gettext(self.definition.sentence) % {"code": self.code}
        return gettext(self.definition)

    def in_language(self, language: str | None) -> str:
        """The label in ``language`` (``az``, ``ru-RU`` …); English where we have none."""
        main = (language or "en").lower().replace("_", "-").partition("-")[0]
        return getattr(self, main if main in LABEL_LANGUAGES else "en")


class CodeList:
    """An ordered, immutable list of terms, looked up by code.

    A term without a source of its own takes the list's. Two lists are equal only if they are the same
    object, so a list can be a dictionary key.
    """

    __slots__ = ("_by_code", "name", "source", "terms", "title")

    def __init__(self, name: str, title: str, source: str, terms: Iterable[Term]):
        by_code: dict[str, Term] = {}
        for term in terms:
            if not CODE_SHAPE.fullmatch(term.code):
                raise ValueError(f"{name}: {term.code!r} is not a code")
            if term.code in by_code:
                raise ValueError(f"{name}: the code {term.code!r} occurs twice")
            by_code[term.code] = term if term.source else replace(term, source=source)
        for attribute, value in {
            "name": name,
            "title": title,
            "source": source,
            "terms": tuple(by_code.values()),
            "_by_code": MappingProxyType(by_code),
        }.items():
            object.__setattr__(self, attribute, value)

    def __setattr__(self, name, value):
        raise AttributeError(f"{self!r} cannot be changed")

    def __delattr__(self, name):
        raise AttributeError(f"{self!r} cannot be changed")

    def __repr__(self) -> str:
        return f"<CodeList {self.name}: {len(self)} terms>"

    def __copy__(self) -> "CodeList":
        return self

    def __deepcopy__(self, memo) -> "CodeList":
        # Django copies form and model fields deeply; a list that never changes need not follow.
        return self

    def __len__(self) -> int:
        return len(self.terms)

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and code in self._by_code

    def __getitem__(self, code: str) -> Term:
        try:
            return self._by_code[code]
        except KeyError:
            raise KeyError(f"no code {code!r} in the list {self.name}") from None

    @property
    def heading(self) -> str:
        """The title in the active language, where somebody has translated it."""
        return gettext(self.title)

    @property
    def origin(self) -> str:
        """The source in the active language; names of published lists stay as they are."""
        return gettext(self.source)

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(self._by_code)

    @property
    def choices(self) -> list[tuple[str, str]]:
        """Pairs of code and lazy label, as Django's fields take them."""
        return [(term.code, term.label) for term in self.terms]

    def label(self, code: str) -> str:
        """The lazy label of a code; a code that is not in the list stands for itself."""
        term = self._by_code.get(code)
        return term.label if term else code
