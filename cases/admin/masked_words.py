"""What was masked in a text, in words for the desk: where in the record, and which words became which."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cases.models import (
    Affiliation,
    Assessment,
    Attribution,
    Campaign,
    Case,
    Charge,
    Citation,
    Event,
    Intervention,
    Lawyer,
    OfficialPosition,
    Participation,
    Person,
    Place,
    Sentence,
    Source,
    Translation,
    Violation,
)
from cases.workflow.masked_text import MASK, Path

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

# The parts of a document and the models that hold them; with what the document calls by another name.
_PARTS: dict[str, type[Model]] = {
    "sources": Source,
    "events": Event,
    "charges": Charge,
    "sentences": Sentence,
    "official_positions": OfficialPosition,
    "interventions": Intervention,
    "attributions": Attribution,
    "affiliations": Affiliation,
    "participations": Participation,
    "lawyers": Lawyer,
    "citations": Citation,
    "violations": Violation,
    "assessments": Assessment,
    "translations": Translation,
    "campaigns": Campaign,
    "place": Place,
    "person": Person,
}
_FIELDS = {
    ("charges", "text"): "verbatim",
    ("attributions", "to"): "attributed_to",
    ("attributions", "by"): "attributed_by",
    ("translations", "by"): "translated_by",
}
_OTHER: "dict[str, str | _StrPromise]" = {
    "relations": _("relation"),
    "people": _("group or pattern"),
    "words": pgettext_lazy("of a date", "in words"),
}


class Piece(NamedTuple):
    """A stretch of a text; `changed` if it differs between the two."""

    text: str
    changed: bool


def where(path: Path) -> str:
    """The way to a text, as the desk's forms call its parts: “Source 2: title”."""
    part, number = "", ""
    for step in path[:-1]:
        if isinstance(step, int):
            number = f" {step + 1}"
        else:
            part, number = step, ""
    field = next(step for step in reversed(path) if isinstance(step, str))
    label = _field_label(part, field)
    if not part:
        return capfirst(label)
    model = _PARTS.get(part)
    name = model._meta.verbose_name if model else _OTHER.get(part, part)
    return gettext("%(part)s: %(field)s") % {"part": f"{capfirst(str(name))}{number}", "field": label}


def _field_label(part: str, field: str) -> str:
    name = _FIELDS.get((part, field), field)
    for model in (_PARTS.get(part), Case, Campaign):
        if model and any(each.name == name for each in model._meta.get_fields()):
            return str(getattr(model._meta.get_field(name), "verbose_name", name))
    return str(_OTHER.get(field, field))


def pieces(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts cut where one has the mask and the other the name."""
    kept = after.split(MASK)
    names = re.fullmatch("(.+?)".join(map(re.escape, kept)), before, re.DOTALL) if len(kept) > 1 else None
    if names is None:
        return [Piece(before, True)], [Piece(after or "–", True)]
    was, now = [Piece(kept[0], False)], [Piece(kept[0], False)]
    for name, text in zip(names.groups(), kept[1:], strict=True):
        was += [Piece(name, True), Piece(text, False)]
        now += [Piece(MASK, True), Piece(text, False)]
    return _said(was), _said(now)


def _said(cut: Sequence[Piece]) -> list[Piece]:
    return [piece for piece in cut if piece.text]
