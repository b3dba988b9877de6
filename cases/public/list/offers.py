"""What a search by words may ask for more exactly: the filters that its words name, and where it found nothing, why."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rapidfuzz import fuzz, process, utils

from cases.public.query.filters import CaseFilterSet
from cases.public.query.parameters import PARAMETERS
from cases.public.query.query import Query
from cases.register.meanings import Meaning
from cases.register.search import SearchResult
from cases.text.search_words import SearchWord, search_words, written_words
from cases.wording.numbers import grouped

MOST_OFFERED = 4
MOST_VALUES = 12
"""An article that is charged with more points than these is no one filter."""
NAMED = ("agency", "court", "held_at", "organisation", "campaign")
"""Parameters whose records may be named by part of their name. Nobody is found by the name of an official."""
NEAR = 78
"""How much of two words has to agree, of 100, for one to be suggested for the other."""
SHORTEST_NEAR = 4


def offers(found: SearchResult, filters: CaseFilterSet, query: Query, names: dict[str, str]) -> list[dict]:
    """Filters that the words name, most cases first: `title`, `value`, `query`, and `count`, in words, where the filter
    takes the place of all of them. `names` are those that the page has of references."""
    words = search_words(found.name)
    if not words:
        return []
    meant = [each for each in found.meanings if each.parameter in PARAMETERS]
    meant += _records(words, names, filters)
    offered = []
    for each in meant:
        if query.values(each.parameter) or len(each.codes) > MOST_VALUES:
            continue
        cases = filters.narrowed(["q"]).any_of(each.parameter, each.codes)
        if len(cases):
            offered.append((each, len(cases)))
    offered.sort(key=lambda pair: (-(pair[0].stop - pair[0].start), -pair[1]))
    return [_offer(each, count, words, query, names) for each, count in offered[:MOST_OFFERED]]


def _offer(
    meaning: Meaning, count: int, words: tuple[SearchWord, ...], query: Query, names: dict[str, str]
) -> dict:
    parameter = PARAMETERS[meaning.parameter]
    rest = " ".join(word.text for word in (*words[: meaning.start], *words[meaning.stop :]))
    asked = query.without("page", "q") if rest else query.without("page").without_value("q", query.value("q"))
    if rest:
        asked = asked.with_value("q", rest)
    for code in meaning.codes:
        asked = asked.and_value(meaning.parameter, code)
    return {
        "title": parameter.title,
        "value": parameter.words(meaning.codes[0], names),
        "count": "" if rest else cases_in_words(count),
        "query": asked.suffix,
    }


def cases_in_words(count: int) -> str:
    return ngettext("%(written)s case", "%(written)s cases", count) % {"written": grouped(count)}


def _records(
    words: tuple[SearchWord, ...], names: dict[str, str], filters: CaseFilterSet
) -> Iterator[Meaning]:
    """Agencies, prisons and others in whose name all the words stand, one of them at least a word and no number."""
    if not any(len(word.text) >= SHORTEST_NEAR for word in words):
        return
    for parameter in NAMED:
        for reference in filters.rows_by_value(parameter):
            keys = frozenset[str]().union(*written_words(names.get(reference, "")))
            if keys and not any(keys.isdisjoint(word.keys) for word in words):
                yield Meaning(parameter, (reference,), 0, len(words))


def nothing_found(found: SearchResult, query: Query) -> dict:
    """Why the words found nothing, to be told in place of rows: `sentence`, `near` ways to ask, and the `query` without
    filters where the filters were the reason."""
    if found.is_reference:
        return {"sentence": _("Nothing of this reference is published."), "near": [], "query": ""}
    if found.rows:
        sentence = ngettext(
            "%(written)s case matches the words; the filters leave it out.",
            "%(written)s cases match the words; the filters leave them all out.",
            len(found.rows),
        ) % {"written": grouped(len(found.rows))}
        return {"sentence": sentence, "near": [], "query": query.only(["q"]).suffix}
    if not found.unknown:
        return {
            "sentence": _("Each word is found in some case, but all of them together in none."),
            "near": [],
            "query": "",
        }
    sentence = _("No case has: %s.") % ", ".join(_("“%s”") % word for word in found.unknown)
    near = [each for word in found.unknown if (each := _near(word, query))]
    return {"sentence": sentence, "near": near, "query": ""}


def _near(word: str, query: Query) -> dict | None:
    """The label of a code that is written nearly as a word, with the query for it in place of that word."""
    if len(word) < SHORTEST_NEAR:
        return None
    best = process.extractOne(
        word, _labels(), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=NEAR
    )
    if best is None:
        return None
    words = [best[0] if each.text == word else each.text for each in search_words(query.value("q"))]
    return {"words": best[0], "query": query.without("page").with_value("q", " ".join(words)).suffix}


def _labels() -> list[str]:
    """What codes that are counted are called in the language of the page."""
    return list(
        {
            term.label_now
            for parameter in PARAMETERS.values()
            if parameter.counted and parameter.shape.codes
            for term in parameter.shape.codes
        }
    )
