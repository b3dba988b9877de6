"""Finding persons on file by name, in any script, and saying who is who.

The rules of likeness are `cases.text.names`; the public search has an index of its own in the register.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Case as Choose
from django.db.models import Count, Expression, IntegerField, Q, QuerySet, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.models import Case, Person, PersonName
from cases.models.need_to_know import hidden_rows
from cases.text.beginnings import Beginning
from cases.text.names import compare, search_keys, token_keys
from cases.vocabularies.places import COUNTRIES

MOST = 20
MOST_BEGUN = 200
"""So many persons are found by half a name in another script; the more letters, the fewer there are."""

Named = tuple[int, str]
"""A name on file, behind the key of its person."""


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


class NamesOnFile:
    """The names of everybody whoever asks may know of, read once, to be looked up in many times."""

    def __init__(self) -> None:
        self._by_key: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for person_id, name in PersonName.objects.values_list("person_id", "text"):
            for key in _keys(name):
                self._by_key[key].append((person_id, name))

    def sharing(self, wanted: Iterable[Iterable[str]], *, enough: int) -> set[tuple[int, str]]:
        """Persons and names that share a key with so many of the words, each given by its keys."""
        words: defaultdict[tuple[int, str], int] = defaultdict(int)
        for word in wanted:
            for row in {row for key in word for row in self._by_key.get(key, ())}:
                words[row] += 1
        return {row for row, number in words.items() if number >= enough}


def persons_like(
    texts: Iterable[str], *, among: NamesOnFile | None = None, rows: Iterable[Named] | None = None
) -> list[Likeness]:
    """Likenesses to any of these names, best first, each person once; of names read before, if they are given."""
    best: dict = {}
    if among is None and rows is None:
        rows = names_on_file()
    for text in filter(None, texts):
        wanted = token_keys(text)
        enough = min(2, len(wanted))
        for person_id, name in among.sharing(wanted, enough=enough) if among else rows or ():
            keys = _keys(name)
            if sum(not keys.isdisjoint(word) for word in wanted) < enough:
                continue
            match = compare(text, name)
            if match and (person_id not in best or match.score > best[person_id][0]):
                best[person_id] = (match.score, match.tier, name)
    # By key last, so that the order does not depend on where the names were read from.
    first = sorted(best.items(), key=lambda item: (item[1][1] != "same", -item[1][0], item[0]))[:MOST]
    persons = labelled(Person.objects.all()).in_bulk([person_id for person_id, _ in first]) if first else {}
    return [
        Likeness(persons[person_id], name, tier, score)
        for person_id, (score, tier, name) in first
        if person_id in persons
    ]


def names_on_file() -> list[Named]:
    """The names of everybody whoever asks may know of."""
    return list(PersonName.objects.values_list("person_id", "text"))


def is_kept_in_a_circle(texts: Iterable[str]) -> bool:
    """Whether one of these is the very name of somebody whoever asks may not know of: an administrator is to say."""
    names = names_kept_in_circles()
    return any(is_same_as_one_of(text, names) for text in texts)


def names_kept_in_circles() -> list[str]:
    hidden = hidden_rows(PersonName)
    if hidden is None:
        return []
    return list(PersonName._base_manager.filter(pk__in=hidden).values_list("text", flat=True))


def is_same_as_one_of(text: str, names: Iterable[str]) -> bool:
    """Whether a name is another spelling of one of these. A first name alone is many people's."""
    likely = (name for name in names if text and len(text.split()) >= len(name.split()[:2]))
    return any(match.tier == "same" for name in likely if (match := compare(text, name)))


def searched(queryset: QuerySet, term: str, *, path: str = "") -> tuple[QuerySet, Expression]:
    """Narrow a queryset to the persons a term asks for, likest first; `path` leads to the person.

    Parts of names as typed count too, and beginnings in another script, so that the first letters already find
    somebody.
    """
    rows, beginning = names_on_file(), Beginning(term)
    likely = [likeness.person.pk for likeness in persons_like([term], rows=rows)]
    begun = {person_id for person_id, name in rows if beginning.begins(name)} if beginning else set()
    typed = Q()
    for word in term.split():
        typed &= Q(**{f"{path}names__text__icontains": word})
    reference = Q(**{f"{path}reference__iexact": term.strip()})
    key = f"{path.rstrip('_')}__pk" if path else "pk"
    found = typed | reference | Q(**{f"{key}__in": [*likely, *sorted(begun)[:MOST_BEGUN]]})
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
