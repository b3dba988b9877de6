"""The texts of a record in the reader's language where it has them in it, else as they were written."""

from typing import NamedTuple

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cases.vocabularies.languages import LANGUAGES, TRANSLATION_WAYS
from cases.wording.words import label


class Text(NamedTuple):
    """`language`: of the text, where it is not that of the page; for `lang`."""

    text: str
    language: str = ""

    @property
    def paragraphs(self) -> list[str]:
        return [paragraph for paragraph in self.text.split("\n") if paragraph.strip()]


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
