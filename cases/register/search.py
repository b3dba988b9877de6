"""Search by name, in any script, and by words, over published cases.

A query is first taken as a name: as a whole it is compared with the names of every case that shares a key
with it, and a hit is the *same* name or a *similar* one. It is also taken as words, all of which a case
must have somewhere in its public text; words in quotation marks must stand there exactly so. Names come
first, same before similar, then cases found by words alone. A reference finds the cases that bear it and no
other. How names and words are folded is in `cases/text/names.py`.
"""

import re
from dataclasses import dataclass, field

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, Case, F, Func, IntegerField, Q, Value, When

from cases.register.finding_aids import plain_words
from cases.register.published_case import PublishedCaseQuerySet
from cases.text.names import compare, token_keys, tokens, word_keys
from cases.text.references import is_reference

LONGEST_QUERY = 200
MOST_CANDIDATES = 5_000
_MARKS = ' "“”„«»'
_QUOTED = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]')
_ORDER_OF_TIERS = {"same": 0, "similar": 1}


@dataclass(frozen=True)
class NameHit:
    """Which public name of a case the query matched, and how well."""

    tier: str
    score: float
    name: str


@dataclass(frozen=True)
class SearchResult:
    """`queryset` holds the cases found, best first; `names` the hits by name, by row number."""

    queryset: PublishedCaseQuerySet
    names: dict[int, NameHit] = field(default_factory=dict)

    @property
    def tiers(self) -> dict[int, str]:
        """Row number → `same` or `similar`; every other case was found by its words."""
        return {row_number: hit.tier for row_number, hit in self.names.items()}

    def tier_of(self, case) -> str:
        """`same`, `similar` or `words`."""
        hit = self.names.get(case.row_number)
        return hit.tier if hit else "words"

    def matched_name(self, case) -> str:
        """The name that matched, where it is another than the one shown with the case."""
        hit = self.names.get(case.row_number)
        return hit.name if hit and hit.name != case.name else ""


def search(queryset: PublishedCaseQuerySet, q: str) -> SearchResult:
    """The cases of `queryset` that `q` finds; a ValueError, in a reader's words, if it is too long."""
    q = " ".join(q.replace("\x00", " ").split())
    if len(q) > LONGEST_QUERY:
        raise ValueError(f"A search may have {LONGEST_QUERY} characters at most; this one has {len(q)}.")

    reference = q.strip(_MARKS).upper()
    if is_reference(reference):
        return SearchResult(_ranked(queryset.filter(_bears(reference)), {}))

    phrases = [phrase for phrase in map(plain_words, _QUOTED.findall(q)) if phrase]
    loose = " ".join(_QUOTED.sub(" ", q).replace('"', " ").split())
    if not phrases and not tokens(loose):
        return SearchResult(queryset.none())

    for phrase in phrases:
        queryset = queryset.filter(searchable_text__contains=f" {phrase} ")
    if not loose:
        return SearchResult(_ranked(queryset, {}))
    names = _name_hits(queryset, loose)
    return SearchResult(_ranked(queryset.filter(Q(row_number__in=names) | _has_words(loose)), names), names)


def _bears(reference: str) -> Q:
    """The case itself, the cases that name the person, the cases of the campaign."""
    of_person = Q(identity="named", person_reference=reference)
    return Q(reference=reference) | of_person | Q(campaigns__contains=[reference])


def _name_hits(queryset, query: str) -> dict[int, NameHit]:
    """Hits by name among the cases that share keys with two words of the query, or with its only one."""
    keys = [sorted(of_token) for of_token in token_keys(query)]
    if not keys:
        return {}
    shared = sum(
        Case(When(name_keys__overlap=of_token, then=1), default=0, output_field=IntegerField())
        for of_token in keys
    )
    candidates = (
        queryset.filter(name_keys__overlap=sorted(set().union(*keys)))
        .annotate(shared_keys=shared)
        .filter(shared_keys__gte=min(2, len(keys)))
        .order_by("-shared_keys", "row_number")
        .values_list("row_number", "name", "other_names")[:MOST_CANDIDATES]
    )
    hits = {}
    for row_number, name, other_names in candidates:
        hit = _best_hit(query, [name, *other_names])
        if hit:
            hits[row_number] = hit
    return hits


def _best_hit(query: str, names: list[str]) -> NameHit | None:
    matches = [(compare(query, name), name) for name in names]
    hits = [NameHit(match.tier, match.score, name) for match, name in matches if match]
    return min(hits, key=_rank, default=None)


def _rank(hit: NameHit) -> tuple:
    return _ORDER_OF_TIERS[hit.tier], -hit.score


def _has_words(query: str) -> Q:
    """Every word is there; a query that holds none finds nothing by words."""
    keys = [of_word for of_word in (sorted(word_keys(word)) for word in query.split()) if of_word]
    if not keys:
        return Q(row_number__in=[])
    return Q(*(Q(words__overlap=of_word) for of_word in keys))


def _ranked(queryset, names: dict[int, NameHit]):
    best_first = sorted(names, key=lambda row_number: (*_rank(names[row_number]), row_number))
    position = Func(
        Value(best_first, output_field=ArrayField(BigIntegerField())),
        F("row_number"),
        function="array_position",
        output_field=IntegerField(),
    )
    return queryset.annotate(name_position=position).order_by(
        F("name_position").asc(nulls_last=True), F("start_earliest").desc(nulls_last=True), "row_number"
    )
