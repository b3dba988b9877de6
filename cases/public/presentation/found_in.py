"""Where the words of a search stand in a case, where its row does not show them already."""

import re

from django.utils.translation import gettext_lazy

from cases.register.finding_aids import texts
from cases.text.names import word_keys

TITLES = {
    "summary": gettext_lazy("Summary"),
    "people": gettext_lazy("People"),
    "campaign": gettext_lazy("Campaign"),
    "charge": gettext_lazy("Charge"),
    "attribution": gettext_lazy("Attribution"),
    "agency": gettext_lazy("Agency"),
    "source": gettext_lazy("Source"),
    "place": gettext_lazy("Place"),
}
"""What is said of each kind of text; names and titles stand in the row."""

AROUND = 6
"""Words shown before and after the first that was found."""
_WORD = re.compile(r"\S+")


def found_in(document: dict, query: str) -> dict | None:
    """The text that holds most of the words the row does not show: its kind as `title`, an `excerpt`.

    None if the row shows them all, or if they are those of a code's label.
    """
    asked = [keys for word in query.split() if (keys := word_keys(word))]
    for kind, text in texts(document):
        if kind not in TITLES:
            asked = [keys for keys in asked if not keys & word_keys(text)]
    if not asked:
        return None
    kind, text = max(
        ((kind, text) for kind, text in texts(document) if kind in TITLES),
        key=lambda each: sum(bool(keys & word_keys(each[1])) for keys in asked),
        default=("", ""),
    )
    excerpt = _excerpt(text, asked)
    return {"title": TITLES[kind], "excerpt": excerpt} if excerpt else None


def _excerpt(text: str, asked: list[set[str]]) -> str:
    words = _WORD.findall(text)
    first = next((at for at, word in enumerate(words) if any(keys & word_keys(word) for keys in asked)), None)
    if first is None:
        return ""
    start, stop = max(0, first - AROUND), first + AROUND + 1
    shown = " ".join(words[start:stop])
    return f"{'… ' if start else ''}{shown}{' …' if stop < len(words) else ''}"
