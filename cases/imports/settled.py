"""What holds for a whole list: whose it is, of which country and day, how it is read, what was chosen."""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cases.imports.mapping import Mapping
from cases.imports.unreadable import Unreadable
from cases.models import Agency, Campaign, Case, Organisation, Person, Place, Source
from cases.models.fields import parsed
from cases.vocabularies.places import COUNTRIES
from cases.workflow.entering.cells import CODES, NEW
from cases.workflow.entering.codes import read_code
from cases.workflow.entering.entry import Entry
from cases.workflow.entering.listed import Shared

KINDS = {each._meta.model_name: each for each in (Person, Case, Place, Agency, Organisation)}


@dataclass
class Settled:
    mapping: Mapping
    shared: Shared
    list_name: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    makes_texts: bool = False
    _known: dict[str, Any] = field(default_factory=dict)

    def chosen(self, answer: str) -> Any:
        """The record an answer means, or NEW; None for one that is gone, or nobody may know of."""
        if answer == NEW:
            return NEW
        if answer not in self._known:
            kind, _colon, key = answer.partition(":")
            model: Any = KINDS.get(kind)
            is_key = model is not None and key.isdecimal() and len(key) < 19
            self._known[answer] = model._default_manager.filter(pk=key).first() if is_key else None
        return self._known[answer]


def settle(
    mapping: Mapping, shared: dict[str, Any], *, list_name: str = "", answers: dict[str, str] | None = None
) -> Settled:
    """From plain data, as an import keeps it. Raises Unreadable, with everything that is wrong."""
    wrong: list[str] = []
    source = _source(shared, wrong)
    country, as_of = "", None
    try:
        country = read_code(str(shared.get("country", "")), COUNTRIES)
    except ValidationError as error:
        wrong += error.messages
    try:
        as_of = parsed(str(shared.get("as_of", "")), kind="fact")
    except ValidationError as error:
        wrong += error.messages
    campaign = Campaign.objects.filter(pk=shared["campaign"]).first() if shared.get("campaign") else None
    if wrong or source is None or as_of is None:
        raise Unreadable(*wrong)
    code = str(shared.get("code") or "")
    language = str(shared.get("text_language") or "")
    said = Shared(source, country, campaign, as_of, code if code in CODES else CODES[0], language)
    makes_texts = bool(shared.get("make_texts"))
    return Settled(mapping, said, list_name or source.title, answers or {}, makes_texts)


def _source(shared: dict[str, Any], wrong: list[str]) -> Source | None:
    if shared.get("source"):
        found = Source.objects.filter(pk=shared["source"]).first()
        if found is None:
            wrong.append(_("The source that was chosen is not on file any more."))
        return found
    title = str(shared.get("new_source", "")).strip()
    if not title:
        wrong.append(_("Choose the list as a source, or give the title of a new source."))
        return None
    url = str(shared.get("new_source_url") or "")
    known = Source.objects.filter(title=title, url=url).order_by("pk").first()
    if known is not None:
        return known  # the list as it was brought before
    values = {
        "title": title,
        "url": url,
        "is_public": bool(shared.get("is_public")),
    }
    entry = Entry(Source, values)
    wrong += [each.message for each in entry.errors]
    return None if entry.errors else entry.record  # type: ignore[return-value]
