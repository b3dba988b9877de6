"""What the benchmark asks: addresses drawn with a fixed seed from what published cases hold.

Values come from cases drawn at random, so that frequent ones are asked often and rare ones now and then, and every
value is one that the site answers. Two runs over the same cases ask the same.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import wraps
from itertools import count
from urllib.parse import urlencode

from cases.register.fields import FACETS
from cases.register.published_case import SORTS, PublishedCase
from tests.benchmark.generated.cases import GeneratedCases

PAGE_SIZE = 25
SAMPLE = 600
MOST_REPEATED = 30  # in a row, until something is asked again
FIRST_DAY, LAST_DAY = date(1995, 1, 1), date(2026, 6, 30)
FIRST_PUBLISHED = date(2023, 7, 1)


@dataclass(frozen=True)
class Question:
    """One page of the list: parameter names with values, in the order of the address."""

    parameters: tuple[tuple[str, str], ...]

    @property
    def path(self) -> str:
        return f"/cases/?{urlencode(self.parameters)}" if self.parameters else "/cases/"


def different(ask: Callable[..., Iterator]) -> Callable[..., Iterator]:
    """What was asked before is left out, as long as there is anything else to ask."""

    @wraps(ask)
    def ask_once(*arguments):
        asked, repeated = set(), 0
        for question in ask(*arguments):
            repeated = repeated + 1 if question in asked else 0
            if not repeated or repeated > MOST_REPEATED:
                asked.add(question)
                yield question

    return ask_once


class Questions:
    """Endless rows of different questions, one for each operation; the same again each time one is begun."""

    def __init__(self, cases: int, generated: GeneratedCases, seed: int = 1):
        self.pages = -(-cases // PAGE_SIZE)
        self._seed = seed
        self._words = generated.words.words
        rows = PublishedCase.objects.order_by("row_number").values(
            "reference",
            "identity",
            "name",
            "other_names",
            "summary",
            *{field.name for field in FACETS.values()},
        )
        chance = random.Random(seed)
        numbers = [1 + chance.randrange(cases) for _ in range(SAMPLE)]
        self._rows = list(rows.filter(row_number__in=numbers))
        chance.shuffle(self._rows)
        self._named = [row for row in self._rows if row["identity"] == "named"]
        self._having = {
            name: [row for row in self._rows if _values(chance, name, row)] or self._rows for name in FACETS
        }

    @different
    def list_facets(self) -> Iterator[Question]:
        """The list as it is entered: without filters, on different pages, or with one value of one parameter."""
        chance = random.Random(f"list_facets {self._seed}")
        parameters = sorted(FACETS)
        for number in count():
            if number % 3 == 0:
                page = str(1 + (number // 3) % min(self.pages, 40))
                yield Question(() if page == "1" else (("page", page),))
            else:
                name = parameters[number % len(parameters)]
                values = _values(chance, name, chance.choice(self._rows))
                if values:
                    yield Question(((name, values[0]),))

    @different
    def filtered_list(self) -> Iterator[Question]:
        """One to four parameters of all kinds, some with several values, in any order of rows.

        Two in three combine what one case has, so that something is found; the others combine at random what any has,
        of every parameter that some case has a value of, however few.
        """
        chance = random.Random(f"filtered_list {self._seed}")
        names = [*sorted(FACETS), "period", "held_on", "updated_since"]
        while True:
            found = chance.choice(self._rows)
            parameters: set[tuple[str, str]] = set()
            for name in chance.sample(names, chance.choices((1, 2, 3, 4), (20, 35, 30, 15))[0]):
                if name not in FACETS:
                    parameters.update(_days(chance, name))
                    continue
                rows = [found if chance.random() < 0.67 else chance.choice(self._having[name])]
                if chance.random() < 0.35:
                    rows += chance.choices(self._rows, k=2)
                parameters.update((name, value) for row in rows for value in _values(chance, name, row)[:1])
            if parameters:
                if chance.random() < 0.5:
                    parameters.add(("sort", chance.choice(sorted(SORTS))))
                yield Question(tuple(sorted(parameters)))

    @different
    def name_search(self) -> Iterator[Question]:
        """Names as people type them: whole and in part, in three scripts, turned round and mistyped."""
        chance = random.Random(f"name_search {self._seed}")
        forms = (
            lambda row: row["name"],
            lambda row: self._of_script(row, "\u0400"),
            _surname,
            lambda row: self._of_script(row, "\u0600"),
            lambda row: " ".join(reversed(row["name"].split())).lower(),
            lambda row: row["name"].split()[0],
            lambda row: _mistyped(row["name"], chance),
            lambda row: self._of_script(row, "\u0400").split(" ")[0],
            lambda row: row["name"] if len(row["name"].split()) > 2 else "",
            lambda row: _mistyped(_surname(row), chance),
        )
        while True:
            for form in forms:
                # Not everybody has a name of every script.
                texts = (form(row) for row in chance.sample(self._named, len(self._named)))
                text = next((text for text in texts if text), "")
                if text:
                    yield Question((("q", text),))

    @different
    def text_search(self) -> Iterator[Question]:
        """Words of summaries: frequent, rare, two of them, and two that stand together, quoted."""
        chance = random.Random(f"text_search {self._seed}")
        while True:
            frequent, other = chance.sample(self._words[8:60], 2)
            rare = chance.choice(self._words[200:])
            words = chance.choice(self._rows)["summary"].split(". ", 1)[-1].rstrip(".").split()
            place = chance.randrange(max(1, len(words) - 1))
            for text in (frequent, rare, f"{frequent} {rare}", f"{frequent} {other}"):
                yield Question((("q", text),))
            yield Question((("q", f'"{" ".join(words[place : place + 2])}"'),))

    @different
    def case_pages(self) -> Iterator[str]:
        """Paths of cases."""
        chance = random.Random(f"case_pages {self._seed}")
        while True:
            for row in chance.sample(self._rows, len(self._rows)):
                yield f"/cases/{row['reference']}/"

    @different
    def deep_pages(self) -> Iterator[Question]:
        """For every order the last page, one near the middle and some between."""
        chance = random.Random(f"deep_pages {self._seed}")
        for turn in count():
            for sort in sorted(SORTS):
                near = chance.randrange(max(1, self.pages // 20))
                page = {0: self.pages, 1: max(1, self.pages // 2 - near)}.get(turn, max(1, self.pages - near))
                if turn > 1 and turn % 2:
                    page = max(1, self.pages // 4 + near)
                yield Question((("page", str(page)), ("sort", sort)))

    def _of_script(self, row: dict, first_letter: str) -> str:
        """The name of a case in the script whose letters begin there; empty if it has none."""
        block = range(ord(first_letter), ord(first_letter) + 256)
        return next((name for name in row["other_names"] if ord(name[0]) in block), "")


def _values(chance: random.Random, parameter: str, row: dict) -> list[str]:
    """The values of the parameter that the case has, as they stand in an address, in an order drawn."""
    field = FACETS[parameter]
    values = row[field.name] if field.is_list else [row[field.name]]
    values = [str(value).lower() if isinstance(value, bool) else value for value in values]
    values = [value for value in dict.fromkeys(values) if value not in ("", None)]
    chance.shuffle(values)
    return values


def _days(chance: random.Random, name: str) -> list[tuple[str, str]]:
    """A period, open at one side or at none, or a day, as parameters."""
    if name == "updated_since":
        return [(name, (FIRST_PUBLISHED + timedelta(days=chance.randrange(1_000))).isoformat())]
    first = FIRST_DAY + timedelta(days=chance.randrange((LAST_DAY - FIRST_DAY).days))
    if name == "held_on":
        return [(name, first.isoformat())]
    last = first + timedelta(days=chance.choice((30, 365, 1_000, 4_000)))
    period = [("from", first.isoformat()), ("to", last.isoformat())]
    return chance.choice((period, period, period[:1], [("to", first.isoformat())]))


def _surname(row: dict) -> str:
    """Or the given name, where that comes last; empty where it is the father's."""
    words = row["name"].split()
    return words[-1] if len(words) == 2 else ""


def _mistyped(name: str, chance: random.Random) -> str:
    """One letter left out, or two that changed places, in the longest word."""
    words = name.split()
    longest = max(range(len(words)), key=lambda number: len(words[number]), default=None)
    if longest is None:
        return ""
    word = words[longest]
    if len(word) < 6:
        return ""
    place = chance.randrange(1, len(word) - 2)
    swapped = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    words[longest] = chance.choice((word[:place] + word[place + 1 :], swapped))
    return " ".join(words)
