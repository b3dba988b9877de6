"""Where the words of a search stand in a case, where its row does not show them already."""

import re
from collections.abc import Iterable
from textwrap import shorten

from django.utils.translation import gettext_lazy

from cases.public.query.parameters import PARAMETERS
from cases.register.finding_aids import texts
from cases.register.marks import EVENT, REGIME, SENTENCE, Mark
from cases.register.meanings import LABELLED
from cases.text.search_words import is_azerbaijani, search_words, written_words
from cases.wording.words import label

KINDS = {
    "summary": gettext_lazy("Summary"),
    "translation": gettext_lazy("Translation"),
    "people": gettext_lazy("People"),
    "campaign": gettext_lazy("Campaign"),
    "charge": gettext_lazy("Charge"),
    "attribution": gettext_lazy("Attribution"),
    "agency": gettext_lazy("Agency"),
    "organisation": gettext_lazy("Organisation"),
    "source": gettext_lazy("Source"),
    "place": gettext_lazy("Place"),
}
"""What is said of each kind of text; names and titles stand in the row."""
IN_THE_ROW = frozenset({"violation", "charge", "location", "origin", "role"})
"""Facets whose labels the row shows."""

TOLD = {
    EVENT: gettext_lazy("Event"),
    SENTENCE: gettext_lazy("Sentence"),
    REGIME: gettext_lazy("Regime"),
}
"""What is said of codes that no parameter asks for."""

AROUND = 6
"""Words shown before and after the first that was found."""
LONGEST = 160
"""Characters of an excerpt."""
MOST_WORDS = 400
"""So many words of a text are looked through: the row is a hint, the page has all of it."""
_WORD = re.compile(r"\S+")


def found_in(document: dict, query: str, labels: Iterable[Mark]) -> dict | None:
    """The text that holds most of the words the row does not show: its kind as `title`, an `excerpt`.

    Where no text holds one, the label of a code that does, of those in `labels`; None if the row shows everything.
    """
    asked = {word.keys for word in search_words(query)}
    best, most = None, 0
    for kind, text in texts(document):
        words = _WORD.findall(text)[:MOST_WORDS]
        around = is_azerbaijani(text)
        keys_of_words = [frozenset[str]().union(*written_words(word, around)) for word in words]
        keys = set().union(*keys_of_words)
        if kind not in KINDS:
            asked = {of_word for of_word in asked if not of_word & keys}
        elif (number := sum(bool(of_word & keys) for of_word in asked)) > most:
            best, most = (kind, words, keys_of_words), number
    if not asked:
        return None
    if best:
        kind, words, keys_of_words = best
        return {"title": KINDS[kind], "excerpt": _excerpt(words, keys_of_words, set().union(*asked))}
    for parameter, code in labels:
        if parameter in TOLD:
            return {"title": TOLD[parameter], "excerpt": label(LABELLED[parameter], code)}
        if parameter not in IN_THE_ROW:
            return {"title": PARAMETERS[parameter].title, "excerpt": PARAMETERS[parameter].words(code, {})}
    return None


def _excerpt(words: list[str], keys_of_words: list[set[str]], asked: set[str]) -> str:
    first = next((at for at, keys in enumerate(keys_of_words) if keys & asked), 0)
    start, stop = max(0, first - AROUND), first + AROUND + 1
    shown = shorten(" ".join(words[start:stop]), LONGEST, placeholder=" …")
    return f"{'… ' if start else ''}{shown}{' …' if stop < len(words) else ''}"
