"""Two worlds that differ only in private data answer every question with the very same bytes."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from cases.models import Person, Proceeding, Sentence
from cases.models.classification import CLASSIFICATION, WITHHELD
from cases.public.surfaces import PUBLIC_SURFACES
from tests.leaks.asking import Answer, Question, ask, questions
from tests.leaks.leaking import LEAKS, Leaking
from tests.leaks.private import varied
from tests.leaks.sentinels import found_in, layers
from tests.leaks.world import NAMES, Difference, Stillness, built

pytestmark = pytest.mark.django_db

EVERYTHING = Difference(frozenset(varied()), hidden_records=True, unreviewed=True, ids_ahead=1000)
PLAIN = Difference()

differences = st.builds(
    Difference,
    fields=st.frozensets(st.sampled_from(varied())),
    hidden_records=st.booleans(),
    unreviewed=st.booleans(),
    ids_ahead=st.integers(0, 50),
)

Answers = dict[Question, Answer]


@pytest.fixture
def still(monkeypatch, settings):
    settings.CONTACT_ADDRESS = "desk@tracker.example"
    return Stillness(monkeypatch)


def answers(
    difference: Difference,
    still: Stillness,
    *,
    thorough: bool = False,
    only: Callable[[Question], bool] = bool,
) -> Answers:
    with built(difference, still):
        return {question: ask(question, still) for question in questions(thorough=thorough) if only(question)}


def told_apart(plain: Answers, other: Answers) -> list[str]:
    """The addresses by which a reader could tell two worlds apart, each with what tells."""
    assert sorted({each.address for each in plain} ^ {each.address for each in other}) == []
    different = [question for question in plain if plain[question] != other[question]]
    # What is told in words first: many tags follow from one word.
    different.sort(key=lambda question: plain[question].body == other[question].body)
    return [f"{each.address}: {_first_difference(plain[each], other[each])}" for each in different]


def _first_difference(one: Answer, two: Answer) -> str:
    if one.status != two.status:
        return f"{one.status} and {two.status}"
    headers = {*one.headers} ^ {*two.headers}
    bodies = [_readable(each) for each in (one, two)]
    at = next((at for at, (a, b) in enumerate(zip(*bodies, strict=False)) if a != b), 0)
    said = " and ".join(each[max(0, at - 80) : at + 80] for each in bodies) if one.body != two.body else ""
    return f"{sorted(headers)[:4]} {said}"


def _readable(answer: Answer) -> str:
    """The body as text, unpacked where it was sent packed."""
    return b"\n".join(layers(answer.body)).decode(errors="replace")


def words_found(given: Answers) -> list[str]:
    """The addresses that print a private word, each with the word."""
    return [
        f"{question.address}: {finds[0]}"
        for question, answer in given.items()
        if not question.asks_for_the_mark
        if (finds := [each for part in answer.parts for each in found_in(part)])
    ]


def _let_begin(still: Stillness) -> None:
    """Ask for every page of the desk's door once: what a process draws at random the first time, it draws here."""
    answers(PLAIN, still, only=lambda question: question.surface == "desk")


def check_worlds(still: Stillness, *, examples: int, thorough: bool) -> Answers:
    """Build a world in which all that is private differs, and `examples` in which some does; each must look like the
    plain one."""
    _let_begin(still)
    plain = answers(PLAIN, still, thorough=thorough)

    @hypothesis_settings(
        max_examples=max(examples, 1),
        deadline=None,
        database=None,
        phases=[Phase.explicit, *[Phase.generate][:examples]],
        suppress_health_check=list(HealthCheck),
    )
    @example(EVERYTHING)
    @given(differences)
    def check(difference):
        other = answers(difference, still, thorough=thorough)
        assert words_found(other) == []
        assert told_apart(plain, other) == []

    check()
    return plain


def test_nobody_can_tell_two_worlds_apart_by_what_is_private(still):
    plain = check_worlds(still, examples=0, thorough=False)

    there = {question.surface for question, answer in plain.items() if answer.status == 200}
    assert PUBLIC_SURFACES.keys() - there == set()
    seen = "\n".join(map(_readable, plain.values()))
    for public in (
        NAMES["named"],
        "A. U.",
        "Göydağ named",
        "Border police withheld",
        "999.initials",
        "A decree group",
        "Court named",
        "Outlet named",
        "Hakim Nümunəvi named",
        "Vəkil Nümunəzadə",
    ):
        assert public in seen, public


@pytest.mark.slow
def test_nobody_can_tell_many_worlds_apart_in_any_language(still):
    check_worlds(still, examples=1, thorough=True)


def test_every_private_field_and_model_differs_in_one_of_the_worlds(still):
    """What joins the record has to be in `rows.py`, and where it is private, to differ."""
    with built(EVERYTHING, still) as world:
        empty = [model.__name__ for model in CLASSIFICATION if not model.objects.exists()]

    assert empty == []
    assert {*varied()} - world.varied == set()


def a_few(question: Question) -> bool:
    """Of each kind one, for which a leak is tried: pages, pictures, what is hidden, what is searched for."""
    hidden = question.surface == "case_detail" and "H1DD" in question.path
    searched = question.surface == "case_list" and question.query[:1] and question.query[0][0] == "q"
    return hidden or searched or question.path in ("/statistics/roles.png", "/nowhere/")


def test_what_gives_something_away_is_noticed(still, settings):
    """The positive control of it all: each leak on purpose tells the worlds apart, and nothing does without."""
    settings.MIDDLEWARE = ["tests.leaks.leaking.Leaking", *settings.MIDDLEWARE]
    leaks = {"none": None} | LEAKS
    seen: dict[str, list[Answers]] = {name: [] for name in leaks}

    for difference in (PLAIN, EVERYTHING):
        with built(difference, still):
            asked = [each for each in questions(thorough=False) if a_few(each)]
            for name, leak in leaks.items():
                Leaking.leak = leak
                seen[name].append({question: ask(question, still) for question in asked})
                Leaking.leak = None

    noticed = [name for name, (plain, other) in seen.items() if told_apart(plain, other)]
    assert noticed == [*LEAKS]
    for name in ("note in base64", "note packed", "note in a picture"):
        assert words_found(seen[name][1]), name


@pytest.mark.slow
@pytest.mark.parametrize(
    ("model", "field", "in_words"),
    [(Proceeding, "court", True), (Sentence, "words", True), (Person, "birth_date", False)],
)
def test_a_door_that_shows_too_much_is_noticed(still, monkeypatch, model, field, in_words):
    """As if a field of the record had been put a level too wide."""
    monkeypatch.setitem(CLASSIFICATION[model], field, WITHHELD)

    def of_cases(question):
        return question.surface in ("case_detail", "cases_csv") and not question.query

    plain, other = (answers(each, still, only=of_cases) for each in (PLAIN, EVERYTHING))

    assert told_apart(plain, other)
    assert bool(words_found(other)) is in_words
