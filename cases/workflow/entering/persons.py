"""Finding persons on file by name, in any script, and saying who is who.

The rules of likeness are `cases.text.names`; the public search has an index of its own in the register.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Case as Choose
from django.db.models import Count, Expression, IntegerField, Q, QuerySet, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.models import Case, Person, PersonName
from cases.models.need_to_know import hidden_rows
from cases.text.names import compare, search_keys, token_keys
from cases.vocabularies.places import COUNTRIES

MOST = 20


@dataclass(frozen=True)
class Likeness:
    """A person on file whose name compares as the `same` or `similar`."""

    person: Person
    name: str
    tier: str
    score: float

    @property
    def label(self) -> str:
        return person_label(self.person)


@lru_cache(maxsize=200_000)
def _keys(text: str) -> frozenset[str]:
    return frozenset(search_keys(text))


def persons_like(texts: Iterable[str]) -> list[Likeness]:
    """Likenesses to any of these names, best first, each person once."""
    best: dict = {}
    rows = list(PersonName.objects.values_list("person_id", "text"))
    for text in filter(None, texts):
        wanted = token_keys(text)
        enough = min(2, len(wanted))
        for person_id, name in rows:
            keys = _keys(name)
            if sum(not keys.isdisjoint(word) for word in wanted) < enough:
                continue
            match = compare(text, name)
            if match and (person_id not in best or match.score > best[person_id][0]):
                best[person_id] = (match.score, match.tier, name)
    first = sorted(best.items(), key=lambda item: (item[1][1] != "same", -item[1][0]))[:MOST]
    persons = labelled(Person.objects.all()).in_bulk([person_id for person_id, _ in first])
    return [
        Likeness(persons[person_id], name, tier, score)
        for person_id, (score, tier, name) in first
        if person_id in persons
    ]


def is_kept_in_a_circle(texts: Iterable[str]) -> bool:
    """Whether one of these is the very name of somebody whoever asks may not know of: an administrator is to say."""
    hidden = hidden_rows(PersonName)
    if hidden is None:
        return False
    names = list(PersonName._base_manager.filter(pk__in=hidden).values_list("text", flat=True))
    # A first name alone is many people's.
    pairs = ((text, name) for text in texts for name in names if len(text.split()) >= len(name.split()[:2]))
    matches = (compare(text, name) for text, name in pairs if text)
    return any(match and match.tier == "same" for match in matches)


def searched(queryset: QuerySet, term: str, *, path: str = "") -> tuple[QuerySet, Expression]:
    """Narrow a queryset to the persons a term asks for, likest first; `path` leads to the person.

    Parts of names as typed count too, so that the first letters already find somebody.
    """
    likely = [likeness.person.pk for likeness in persons_like([term])]
    typed = Q()
    for word in term.split():
        typed &= Q(**{f"{path}names__text__icontains": word})
    reference = Q(**{f"{path}reference__iexact": term.strip()})
    key = f"{path.rstrip('_')}__pk" if path else "pk"
    found = typed | reference | Q(**{f"{key}__in": likely})
    ranks = [When(**{key: person_id}, then=Value(rank)) for rank, person_id in enumerate(likely)]
    rank = Choose(*ranks, default=Value(len(ranks)), output_field=IntegerField())
    return queryset.filter(found), rank


def labelled(persons: QuerySet[Person]) -> QuerySet[Person]:
    """Persons with what `person_label` needs, in two queries however many they are."""
    hidden = hidden_rows(Case)
    counted = None if hidden is None else ~Q(cases__in=hidden)
    return persons.prefetch_related("names").annotate(
        case_count=Count("cases", distinct=True, filter=counted)
    )


def person_label(person: Person) -> str:
    """Name, year of birth, countries, number of cases: enough to tell two people of one name apart."""
    born = person.birth_date.earliest
    count = getattr(person, "case_count", None)
    count = person.cases.count() if count is None else count
    parts = [
        str(person),
        _("born %(year)d") % {"year": born.year} if born else "",
        ", ".join(str(COUNTRIES.label(code)) for code in person.nationalities),
        ngettext("%(count)d case", "%(count)d cases", count) % {"count": count},
    ]
    return " · ".join(filter(None, parts))
