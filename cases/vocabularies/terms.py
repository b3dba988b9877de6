"""The classes all code lists are made of.

A list is built once, at import, and never changes afterwards. Rows of the database hold codes; words appear
only where a person reads them, in the language that is active at that moment. English stands here, other languages in
the catalogues (docs/translating.md), where the name of a list is the context of its labels. This is the only module of
the room that asks which language is active.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from babel import Locale, UnknownLocaleError
from django.conf import settings
from django.utils.functional import lazy
from django.utils.translation import get_language, gettext, gettext_noop, override, to_locale
from django.utils.translation.trans_real import CONTEXT_SEPARATOR

PROPOSED = gettext_noop("Proposed by this project")
"""The source of a term no published list offers."""

CODE_SHAPE = re.compile(r"[A-Za-z0-9]+(?:[_.-][A-Za-z0-9]+)*")


def _label_now(term: "Term") -> str:
    return term.label_now


_lazy_label = lazy(_label_now, str)


class OfCode(str):
    """A definition that differs from that of other terms by the code alone: `sentence`, with `%(code)s` in it, is
    translated once for all of them."""

    def __new__(cls, sentence: str, code: str):
        text = super().__new__(cls, sentence % {"code": code})
        text.sentence = sentence
        return text


@dataclass(frozen=True, repr=False)
class Term:
    """One entry of a code list.

    `en` is the English label, `definition` one plain English line; `source` names the published list (and
    number) the term is taken from; `verified` is False when nobody has compared the term with that source.
    `context` is what the catalogues know the label by: the name of the list, unless it is said here.
    """

    code: str
    en: str
    definition: str
    source: str = ""
    verified: bool = True
    context: str = ""

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.code}: {self.en}>"

    @property
    def label(self) -> str:
        """The label in whatever language is active when it is printed."""
        return _lazy_label(self)

    @property
    def label_now(self) -> str:
        """The label in the language that is active now; English where the catalogue has none."""
        return self._translated(self.en) or self.en

    @property
    def meaning(self) -> str:
        """The definition in the active language, where somebody has translated it."""
        if isinstance(self.definition, OfCode):
            return gettext(self.definition.sentence) % {"code": self.code}
        return gettext(self.definition)

    @property
    def wordings(self) -> tuple[str, ...]:
        """What is translated as a label of this term."""
        return (self.en,)

    def in_language(self, language: str | None) -> str:
        """The label in `language` (`az`, `ru-RU` …), whichever is active."""
        with override(language or "en"):
            return self.label_now

    def in_every_language(self) -> tuple[str, ...]:
        """The label in each language of the settings, in their order; equal ones once."""
        return tuple(dict.fromkeys(self.in_language(language) for language, _name in settings.LANGUAGES))

    def _translated(self, wording: str) -> str:
        """What the catalogue of the active language has for a label; "" if nothing.

        As Django's `pgettext` does it, which does not tell a missing word from one that is the same.
        """
        key = f"{self.context}{CONTEXT_SEPARATOR}{wording}"
        found = gettext(key)
        return "" if CONTEXT_SEPARATOR in found else found


@dataclass(frozen=True, repr=False)
class CldrTerm(Term):
    """A term the Unicode project names too, in more languages than ours: where our catalogue has no label, CLDR's
    stands. `names` is the table of Babel it is in: `territories`, `languages` or `scripts`."""

    names: str = ""

    @property
    def label_now(self) -> str:
        language = get_language() or "en"
        if language.partition("-")[0] == "en":
            return self.en
        return self._translated(self.en) or cldr_name(self.names, self.code, language) or self.en


@cache
def cldr_name(names: str, code: str, language: str) -> str:
    """CLDR's name of a code, beginning with a capital as a label does; "" where it has none."""
    try:
        name = getattr(Locale.parse(to_locale(language)), names).get(code, "")
    except UnknownLocaleError:
        return ""
    # Russian islands are abbreviated there.
    name = name.replace("о-ва ", "острова ").replace("о-в ", "остров ").replace(" о-ва", " острова")
    return name[:1].upper() + name[1:]


class CodeList:
    """An ordered, immutable list of terms, looked up by code.

    A term without a source or context of its own takes the list's. Two lists are equal only if they are the
    same object, so a list can be a dictionary key.
    """

    __slots__ = ("_by_code", "name", "source", "terms", "title")

    def __init__(self, name: str, title: str, source: str, terms: Iterable[Term]):
        by_code: dict[str, Term] = {}
        for term in terms:
            if not CODE_SHAPE.fullmatch(term.code):
                raise ValueError(f"{name}: {term.code!r} is not a code")
            if term.code in by_code:
                raise ValueError(f"{name}: the code {term.code!r} occurs twice")
            by_code[term.code] = replace(term, source=term.source or source, context=term.context or name)
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

    def messages(self) -> Iterator[tuple[str | None, str]]:
        """What of the list is to be translated, as context (None: without) and English text."""
        yield None, self.title
        for term in self.terms:
            yield from ((term.context, wording) for wording in term.wordings)
            yield None, getattr(term.definition, "sentence", term.definition)

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
