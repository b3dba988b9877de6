"""The texts of a record in the reader's language where it has them in it, else as they were written.

A text knows in which language it is, where that is not the language of the page: pages say so (`lang`, WCAG 3.1.2).
"""

from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cases.text.romanisation import script_of as script_of_text
from cases.vocabularies.languages import LANGUAGES, TRANSLATION_WAYS
from cases.wording.names import script_of
from cases.wording.words import label


class Text(str):
    """`pieces` of it, each with its language; the language of the page is empty."""

    pieces: tuple[tuple[str, str], ...]

    def __new__(cls, text: str, language: str = "") -> "Text":
        made = super().__new__(cls, text)
        made.pieces = ((str(text), language),)
        return made

    @classmethod
    def around(cls, whole: str, *parts: str) -> "Text":
        """A sentence of ours with such texts in it."""
        pieces = [(str(whole), "")]
        for text, language in (piece for part in parts for piece in getattr(part, "pieces", ())):
            if text and language:
                pieces = [each for piece in pieces for each in _cut(piece, text, language)]
        made = cls(whole)
        made.pieces = tuple(pieces)
        return made

    @property
    def text(self) -> str:
        return str(self)

    @property
    def language(self) -> str:
        """Of the whole text, where all of it is in one that is not that of the page; for `lang`."""
        return self.pieces[0][1] if len(self.pieces) == 1 else ""

    @property
    def paragraphs(self) -> list[str]:
        return [paragraph for paragraph in self.split("\n") if paragraph.strip()]


def _cut(piece: tuple[str, str], text: str, language: str) -> Iterable[tuple[str, str]]:
    """A piece in the language of the page, cut where another text stands in it."""
    whole, its = piece
    before, found, after = ("", "", "") if its else whole.partition(text)
    if not found:
        return [piece]
    return [each for each in ((before, ""), (text, language), (after, "")) if each[0]]


def typed(text: str, language: str) -> Text:
    """What somebody typed in this language. What is in another script than the language's is in some other."""
    if not text or not language or language == (get_language() or settings.LANGUAGE_CODE):
        return Text(text)
    return Text(text, language if script_of_text(text) in ("", script_of(language)) else "")


def word_of_source(text: str, document: dict, sources: list[int]) -> Text:
    """The verb of a source, which stands as it is (“tutulub”): in the language of those cited where they have one, else
    in that of the record."""
    languages = {each["language"] for each in document.get("sources", []) if each["number"] in sources}
    [language] = languages if len(languages) == 1 else [""]
    return typed(text, language or document.get("text_language", ""))


def text_of(holder: dict, field: str, *, written_in: str) -> Text:
    """A text of a record or an event (`holder`), which is `written_in` a language."""
    language = get_language() or settings.LANGUAGE_CODE
    own = in_language(holder, field, language, written_in=written_in)
    return Text(own) if own else Text(holder[field], written_in if written_in != language else "")


def in_language(holder: dict, field: str, language: str, *, written_in: str) -> str:
    """The same in one language; empty where there is none."""
    if language == written_in:
        return holder[field]
    return next(
        (
            each["text"]
            for each in holder["translations"]
            if each["field"] == field and each["language"] == language
        ),
        "",
    )


def all_own(document: dict) -> bool:
    """Whether title, summary and the texts of events are all there in the language of the page."""
    written_in = document["text_language"]
    texts = [
        (document, "title"),
        (document, "summary"),
        *((event, "description") for event in document["events"]),
    ]
    return not any(
        text_of(holder, field, written_in=written_in).language for holder, field in texts if holder[field]
    )


def how_made(translation: dict) -> str:
    """The way a translation was made, from which language, by whom."""
    source = label(LANGUAGES, translation["from_language"])
    told = [
        label(TRANSLATION_WAYS, translation["way"]),
        _("from: %(language)s") % {"language": source} if source else "",
        _("by: %(who)s") % {"who": translation["by"]} if translation["by"] else "",
    ]
    return " · ".join(filter(None, told))
