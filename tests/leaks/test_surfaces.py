"""The list of surfaces is whole, and the questions reach all of it: every route, language, file and parameter."""

import pytest
from django.conf import settings
from django.urls import URLResolver, get_resolver, reverse

from cases.public.query.parameters import PARAMETERS
from cases.public.surfaces import PUBLIC_SURFACES
from cases.public.urls import urlpatterns
from tests.leaks.asking import gaps_of, parameters_of, questions
from tests.leaks.world import Difference, Stillness, built

DESK = "admin/"


def routes(resolver: URLResolver, before: str = "") -> dict[str, str]:
    """Every route below one that leads on: where → its name, with its namespace."""
    found = {}
    for each in resolver.url_patterns:
        here = before + str(each.pattern)
        if isinstance(each, URLResolver):
            found |= {where: f"{each.namespace or ''}:{name}" for where, name in routes(each, here).items()}
        else:
            found[here] = each.name
    return found


def test_whatever_is_no_desk_is_a_listed_surface():
    """Also what is mounted beside the public routes, under another name, or twice."""
    outside = {where: name for where, name in routes(get_resolver()).items() if not where.startswith(DESK)}

    assert outside == {path: f"public:{name}" for name, path in PUBLIC_SURFACES.items()}


def test_a_route_that_nobody_listed_is_noticed(monkeypatch):
    from django.urls import path

    more = path("people.json", lambda request: None, name="people_json")
    resolver = get_resolver()
    monkeypatch.setattr(resolver, "url_patterns", [*resolver.url_patterns, more], raising=False)

    outside = {where for where in routes(resolver) if not where.startswith(DESK)}

    assert outside - {*PUBLIC_SURFACES.values()} == {"people.json"}


@pytest.mark.django_db
@pytest.mark.parametrize("thorough", [False, True])
def test_every_surface_is_asked_in_every_language_and_with_every_parameter_it_knows(monkeypatch, thorough):
    with built(Difference(), Stillness(monkeypatch)):
        asked = questions(thorough=False) + (questions(thorough=True) if thorough else [])

    languages = {(question.surface, question.language) for question in asked if not question.query}
    assert languages >= {(name, code) for name in PUBLIC_SURFACES for code, _name in settings.LANGUAGES}
    known = {
        (pattern.name, parameter)
        for pattern in urlpatterns
        for parameter in parameters_of(reverse(f"public:{pattern.name}", kwargs=next(gaps_of(pattern))))
    }
    with_parameter = {(question.surface, name) for question in asked for name, _value in question.query}
    assert {name for _surface, name in known} == {*PARAMETERS}
    if thorough:
        assert with_parameter >= known
    assert {name for _surface, name in with_parameter} >= {*PARAMETERS}
    assert {question.packed for question in asked} == {True, False}
