"""What the workflow itself writes into the log of a record, kept in English whoever acts and read in any language.

A note stays for years and is compared with later ones, so the language somebody happened to use must not be in it.
`read` finds the sentence a note was made of and says it in the active language; what people wrote stays as it is.
"""

import re

from django.utils.translation import gettext, override

from cases.models import Agency, LegalProvision, Official, Organisation, Person, Place, Shared, Source
from cases.text.translatable import N_

CASE_NARROWED = N_("The case itself was narrowed.")
CONSENT_ENDED = N_("The consent has run out.")
REFERRED_RECORD_GONE = N_("A record it refers to was withdrawn or narrowed.")
EARLIER_TEXTS_REMOVED = N_(
    "Earlier versions referred to a record that was withdrawn or narrowed; their texts were removed."
)
HIDDEN = N_("Something it used was hidden.")
PRINTS_HIDDEN_NAME = N_("Its text seems to print a name that is hidden now.")
NAME_MASKED = N_(
    "Its public text printed a name that is hidden now, and has “[name withheld]” there. Reword it."
)
EARLIER_TEXTS_PRINTED = N_("Earlier versions printed a name that is hidden now; their texts were removed.")
STILL_PRINTED = N_("Its public text still prints “%(name)s”, which was taken away. Reword it.")
CHANGED_BEFORE_ITS_DAY = N_("Something it says or rests on changed after it was approved for its day.")
CAMPAIGN_PUBLISHED = N_("Its campaign “%(title)s” was published.")
CO_DEFENDANT_PUBLISHED = N_("A case that was tried together with it was published.")
TRIED_TOGETHER_NO_MORE = N_("A case that was tried together with it is not named any more.")
PLACE_HAS_A_PAGE = N_("A building that it names has a page since, and it leads there.")
CHANGED = {
    Person: N_("Person “%(record)s” changed."),
    Source: N_("Source “%(record)s” changed."),
    Place: N_("Place “%(record)s” changed."),
    Agency: N_("Agency “%(record)s” changed."),
    Organisation: N_("Organisation “%(record)s” changed."),
    Official: N_("Official “%(record)s” changed."),
    LegalProvision: N_("Legal provision “%(record)s” changed."),
}
_SENTENCES = (
    CASE_NARROWED,
    CONSENT_ENDED,
    REFERRED_RECORD_GONE,
    EARLIER_TEXTS_REMOVED,
    HIDDEN,
    PRINTS_HIDDEN_NAME,
    NAME_MASKED,
    EARLIER_TEXTS_PRINTED,
    STILL_PRINTED,
    CHANGED_BEFORE_ITS_DAY,
    CAMPAIGN_PUBLISHED,
    CO_DEFENDANT_PUBLISHED,
    TRIED_TOGETHER_NO_MORE,
    PLACE_HAS_A_PAGE,
    *CHANGED.values(),
)


def record_changed(record: Shared) -> str:
    """The note that a shared record changed."""
    with override("en"):
        return CHANGED[type(record)] % {"record": record}


def read(text: str) -> str:
    """A note, or several with a line each, in the active language."""
    return "\n".join(map(_read_line, text.split("\n")))


def _read_line(line: str) -> str:
    for sentence, shape in _SHAPES:
        found = shape.fullmatch(line)
        if found:
            return gettext(sentence) % found.groupdict()
    return line


def _shape(sentence: str) -> re.Pattern[str]:
    """A pattern of the sentence with anything in its gaps."""
    return re.compile(re.sub(r"%\\\((\w+)\\\)s", r"(?P<\1>.*)", re.escape(sentence)))


_SHAPES = [(sentence, _shape(sentence)) for sentence in _SENTENCES]
