"""Everything a reader can ask: each public address in each language, with everything that can stand in its gaps and in
its query, about what is public, what is hidden, and what never was.

Made of the routes and the table of parameters, so that a surface that is added is asked too. What cannot be known is
what a new kind of gap or parameter may hold: that is said in GAPS and VALUES, and a KeyError asks for it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

from django.conf import settings
from django.test import Client
from django.test.client import ClientHandler
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse
from django.utils.http import urlencode

from cases.public.charts.catalogue import CHARTS
from cases.public.query.parameters import PARAMETERS
from cases.public.urls import urlpatterns
from cases.register import bitmaps
from cases.register.published_case import SORTS
from cases.register.selection import ORDERS
from cases.register.state import RegisterState
from tests.leaks.private import hidden_reference
from tests.leaks.sentinels import MARK, forms
from tests.leaks.world import HIDDEN_COUNTRY, NAMES, PUBLIC_REFERENCES, Stillness
from tests.public.files import csv_file
from tracker.languages import IN_EVERY_LANGUAGE, in_language

LANGUAGES = [code for code, _name in settings.LANGUAGES]
NEVER_WAS = "0000-0000-0000"
REFERENCES = [
    *PUBLIC_REFERENCES.values(),
    *(f"{prefix}-{reference[2:]}" for prefix in "PAFOJ" for reference in PUBLIC_REFERENCES.values()),
    "K-0PEN-0000-0001",
    *(f"A-{reference[2:-4]}C00{reference[-1]}" for reference in PUBLIC_REFERENCES.values()),
    *(hidden_reference(prefix, "draft") for prefix in "CPKAFOJ"),
    *(hidden_reference(prefix, of) for prefix in "AOJ" for of in ("initials", "gone")),
    *(hidden_reference(prefix, of) for prefix in "CP" for of in ("initials", "withheld")),
    *(f"{prefix}-{NEVER_WAS}" for prefix in "CPKAFOJ"),
]
GAPS: dict[str, list] = {
    "reference": REFERENCES,
    "number": [1, 2, 9],
    "chart": [*CHARTS, "nothing"],
    "parameter": [*(name for name, each in PARAMETERS.items() if each.counted), "q", "nothing"],
}
"""What can stand in a gap of an address, whatever stands in the others."""
PLACES = [
    {"country": "AZ", "region": "AZ-GA", "code": "criminal", "article": "999.named"},
    {"country": HIDDEN_COUNTRY, "region": f"{HIDDEN_COUNTRY}-SU", "code": "criminal", "article": "999.9"},
    {"country": "IS", "region": "IS-1", "code": "criminal", "article": "1"},
]
"""What stands in gaps together: what is public, what is hidden, what nobody has."""

HIDDEN_WORDS = [
    MARK,
    MARK.lower(),
    "зкузмарко",
    hidden_reference("C", "draft"),
    NAMES["initials"],
    NAMES["withheld"],
    "Zeynəb Gizlisoylu",
    f'"{NAMES["withheld"]}"',
]
VALUES: dict[str, list[str]] = {
    "q": [*HIDDEN_WORDS, "Ulduzlu", "detained"],
    "from": ["2024-01-01"],
    "to": ["2024-12-31"],
    "held_on": ["2024-06-01"],
    "updated_since": ["2026-03-04", "2026-03-05"],
    "sample": ["true", "false"],
    "began_from": ["2024-01-01"],
    "began_to": ["2024-12-31"],
    "arrested_from": ["2024-01-01"],
    "arrested_to": ["2024-12-31"],
    "released_from": ["2024-01-01"],
    "released_to": ["2024-12-31"],
    "verdict_from": ["2024-01-01"],
    "verdict_to": ["2024-12-31"],
    "perhaps": ["began", "verdict"],
    "days_held_from": ["1"],
    "days_held_to": ["30"],
    "sentence_from": ["12"],
    "sentence_to": ["120"],
    "sort": [*SORTS, *ORDERS, "relevance", "-name"],
    "page": ["1", "2", "99"],
    "excel": ["1"],
    "agency": [hidden_reference("A", "draft")],
    "held_at": [
        hidden_reference("F", "draft"),
        *(f"F-{PUBLIC_REFERENCES[label][2:]}" for label in ("initials", "withheld")),
    ],
    "court": [hidden_reference("A", "gone")],
    "organisation": [hidden_reference("O", "draft")],
    "official": [hidden_reference("J", "draft")],
    "campaign": [hidden_reference("K", "draft"), "K-0PEN-0000-0001"],
    "provision": [f"{HIDDEN_COUNTRY}:criminal:999.9"],
    "region": [f"{HIDDEN_COUNTRY}-SU", "AZ-GA"],
    "location": [HIDDEN_COUNTRY, "AZ"],
    "origin": [HIDDEN_COUNTRY],
}
"""Values of parameters; of those that count cases, one that is published is asked as well."""

NEEDS = {
    "perhaps": tuple((f"{happening}_from", "2024-01-01") for happening in VALUES["perhaps"]),
}
"""By parameter, what it cannot be asked without."""


@dataclass(frozen=True)
class Question:
    """`surface` is the name of a public route, or says what else of the site is asked."""

    surface: str
    path: str
    language: str = settings.LANGUAGE_CODE
    query: tuple[tuple[str, str], ...] = ()
    packed: bool = False
    how: str = ""
    """Otherwise than by GET alone: one of `HOW`."""
    posted: tuple[tuple[str, str], ...] = ()

    @property
    def asks_for_the_mark(self) -> bool:
        """Whether the answer may say it, since the question does."""
        return any(form in value for _name, value in self.query for form in forms())

    @property
    def address(self) -> str:
        query = f"?{urlencode(self.query)}" if self.query else ""
        return f"{in_language(self.path, self.language)}{query}"


HOW = ("head", "known", "whatever there is")
"""By HEAD; by who has the answer already; by who wants to know whether there is any (`If-None-Match: *`)."""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def parts(self) -> tuple[bytes, bytes]:
        """Its head and its body, as bytes."""
        return "\n".join((str(self.status), *(": ".join(each) for each in self.headers))).encode(), self.body


def questions(*, thorough: bool) -> list[Question]:
    """All questions to a world that stands in the database: the first of every surface in every language, the others in
    one after the other; queries of the searches that differ in how they show alone, once. Thorough: what is left, which
    takes as long again."""
    asked = dict.fromkeys([*_addresses(thorough), *_searches(thorough), *_elsewhere()])
    if thorough:
        before = {*_addresses(False), *_searches(False), *_elsewhere()}
        asked = dict.fromkeys(each for each in asked if each not in before)
    return [question if index % 3 else replace(question, packed=True) for index, question in enumerate(asked)]


def _addresses(thorough: bool) -> Iterator[Question]:
    for pattern in urlpatterns:
        for index, gaps in enumerate(gaps_of(pattern)):
            path = reverse(f"public:{pattern.name}", kwargs=gaps)
            for language in LANGUAGES if thorough or not index else [_language(path, index)]:
                yield Question(pattern.name, path, language)
            # What does not depend on what stands in the gap, each does in its turn.
            for how in HOW if not index else [HOW[index % len(HOW)]]:
                yield Question(pattern.name, path, how=how)


def _language(path: str, number: int) -> str:
    """One language after the other; of what is the same in all of them, the first, since the others lead there."""
    return LANGUAGES[0 if IN_EVERY_LANGUAGE.fullmatch(path) else number % len(LANGUAGES)]


def gaps_of(pattern: URLPattern) -> Iterator[dict]:
    """What an address may be completed with."""
    names = [name for name in pattern.pattern.converters if name not in PLACES[0]]
    together = [name for name in pattern.pattern.converters if name in PLACES[0]]
    places = [{name: place[name] for name in together} for place in PLACES] if together else [{}]
    for place, values in product(places, product(*(GAPS[name] for name in names))):
        yield {**place, **dict(zip(names, values, strict=True))}


def _searches(thorough: bool) -> Iterator[Question]:
    """Every parameter that each surface knows; of pictures and figures, which count the same cases, the words alone."""
    present = bitmaps.at(RegisterState.objects.current(), may_go_back=True)
    for pattern in urlpatterns:
        gaps = next(gaps_of(pattern))
        path = reverse(f"public:{pattern.name}", kwargs=gaps)
        for index, name in enumerate(parameters_of(path)):
            all_of_them = thorough or pattern.name in ("case_list", "cases_csv", "cases_atom")
            if not all_of_them and name not in ("q", "location", "record"):
                continue
            values = values_of(name, present)
            for value in values if all_of_them else values[:2]:
                query = ((name, value), *NEEDS.get(name, ()))
                yield Question(pattern.name, path, _language(path, index), query)


def parameters_of(path: str) -> tuple[str, ...]:
    return tuple(getattr(resolve(path).func, "parameters", ()))


def values_of(name: str, present: bitmaps.Bitmaps) -> list[str]:
    """What is asked for in a parameter."""
    given = VALUES.get(name, [])
    if name in PARAMETERS and PARAMETERS[name].counted:
        shown = sorted(present.values(name))[:1]
        return [*given, *shown] or [PARAMETERS[name].shape.example]
    if not given:
        raise KeyError(f"{name}: say in VALUES what may stand in this parameter")
    return given


def _elsewhere() -> Iterator[Question]:
    """What is no route: addresses nobody has, queries nobody can mean, the form, and the desk's door."""
    yield Question("no address", "/nowhere/")
    yield Question("no address", f"/{hidden_reference('C', 'draft')}/")
    yield Question("nonsense", "/cases/", query=(("nonsense", MARK),))
    yield Question("nonsense", "/cases.csv", query=(("location", "nowhere"),))
    yield Question("tracking", "/cases/", query=(("utm_source", "x"),))
    for reference in (hidden_reference("C", "draft"), PUBLIC_REFERENCES["named"]):
        yield Question("correction", "/corrections/", query=(("record", reference),))
        sent = (
            ("record", reference),
            ("wrong", "A date"),
            ("proposal", ""),
            ("contact", ""),
            ("subject", ""),
        )
        yield Question("correction", "/corrections/", posted=sent)
    for path in desk_paths(get_resolver()):
        yield Question("desk", path)


def desk_paths(resolver: URLResolver, before: str = "/") -> Iterator[str]:
    """Every address of the desk, about the first row of everything, asked by somebody who is nobody there."""
    for each in resolver.url_patterns:
        here = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from desk_paths(each, here)
        elif here.startswith("/admin"):
            yield re.sub(r"<[^>]*>|\(\?P<\w+>[^)]*\)", "1", here).strip("^$").replace("\\Z", "")


def ask(question: Question, still: Stillness) -> Answer:
    """The answer to somebody who was never here before."""
    still.begin(question.address)
    client = Client(headers={"Accept-Encoding": "gzip"} if question.packed else {})
    client.handler = _handler((*settings.MIDDLEWARE,))
    if question.how:
        response = _otherwise(client, question)
        return Answer(response.status_code, _headers(response), b"".join(response))
    if question.posted:
        response = client.post(
            question.address,
            urlencode(question.posted),
            content_type="application/x-www-form-urlencoded",
            headers={"Sec-Fetch-Site": "same-origin"},
        )
    elif question.surface in COPIED and client.head(question.address).status_code == 200:
        # Copied by a thread of its own, which does not see what a test has not committed.
        response = client.head(question.address)
        body = COPIED[question.surface](urlencode(question.query)).encode()
        return Answer(response.status_code, _headers(response), body)
    else:
        response = client.get(question.address)
    assert not response.streaming, (
        f"{question.surface}: say in COPIED how its file is read within a transaction"
    )
    return Answer(response.status_code, _headers(response), response.content)


@cache
def _handler(middleware: tuple[str, ...]) -> ClientHandler:
    """The site, which the first client starts for all: that takes as long as a small page."""
    return ClientHandler(enforce_csrf_checks=False)


def _otherwise(client: Client, question: Question):
    if question.how == "head":
        return client.head(question.address)
    asking = client.head if question.surface in COPIED else client.get
    known = asking(question.address).headers.get("ETag", '"none"') if question.how == "known" else "*"
    return asking(question.address, headers={"If-None-Match": known})


def _headers(response) -> tuple[tuple[str, str], ...]:
    cookies = [("Set-Cookie", each.OutputString()) for each in response.cookies.values()]
    return tuple(sorted([*response.headers.items(), *cookies]))


COPIED = {"cases_csv": csv_file}
"""How the files are read that are copied from the database while they are sent."""
