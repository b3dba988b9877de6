"""A source that is made with what rests on it, compared with those on file first."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any, cast

from cases.models import Source
from cases.text.names import fold
from cases.workflow.entering.cells import NEW
from cases.workflow.entering.entry import Entry, Wrong

NEAR = 0.85
"""How much of two titles has to agree."""
MOST_LOOKED_AT, MOST = 500, 8


@dataclass
class NamedSource:
    """`source` is on file or new; `near` are those that it may be, which asks for an answer."""

    source: Source
    errors: list[Wrong] = field(default_factory=list)
    near: list[Source] = field(default_factory=list)


def named_source(values: Mapping[str, Any], *, answer: Any = None) -> NamedSource:
    """The source that values of a new one mean: `title`, `url`, `is_public` and so on."""
    if isinstance(answer, Source):
        return NamedSource(answer)
    entry = Entry(Source, values)
    source = cast(Source, entry.record)
    near = [] if answer == NEW else near_sources(source)
    # One with this very address is asked about, so that its being there is no error too.
    errors = [wrong for wrong in entry.errors if not (near and wrong.field == "url")]
    return NamedSource(source, errors, near)


def near_sources(source: Source) -> list[Source]:
    """Those on file with the same address, or with a title much like it, the likest first."""
    sources = Source.objects.order_by("-pk")
    found = dict.fromkeys(sources.filter(url=source.url)[:MOST], 2.0) if source.url else {}
    title = fold(source.title)
    longest = max(source.title.split(), key=len, default="")
    if longest:
        for each in sources.filter(title__icontains=longest)[:MOST_LOOKED_AT]:
            likeness = SequenceMatcher(None, title, fold(each.title), autojunk=False).ratio()
            if likeness >= NEAR:
                found.setdefault(each, likeness)
    return sorted(found, key=lambda each: (-found[each], each.pk))[:MOST]
