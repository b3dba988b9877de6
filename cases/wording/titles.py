"""What published cases are called: by their title in the reader's language, where it is there in it."""

from typing import Protocol

from django.conf import settings
from django.utils.translation import get_language

from cases.register.fields import FIELD, translated_column
from cases.wording.samples import marked
from cases.wording.texts import Text


class Titled(Protocol):
    """A row of the register, with at least `title_columns()`."""

    title: str
    text_language: str
    sample: bool | None


def title_columns() -> list[str]:
    """The columns of a row that `title_of` reads."""
    own = translated_column("title", _language())
    return ["title", "sample", "text_language", *([own] if own in FIELD else [])]


def title_of(case: Titled) -> Text:
    own = getattr(case, translated_column("title", _language()), "")
    if own or case.text_language == _language():
        return Text(own or case.title)
    return Text(case.title, case.text_language)


def marked_title(case: Titled) -> Text:
    """The same, of a sample with the mark behind it."""
    title = title_of(case)
    return Text.around(marked(title, case.sample), title)


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE
