"""What the search boxes of a form find, however it is typed."""

import warnings

import pytest
from django.core.paginator import UnorderedObjectListWarning

from cases.models import Agency, LegalProvision, Place
from tests.factories import PersonFactory, SourceFactory

pytestmark = pytest.mark.django_db


def found(client, term, model, field):
    query = {"app_label": "cases", "model_name": model, "field_name": field, "term": term}
    return [int(each["id"]) for each in client.get("/admin/autocomplete/", query).json()["results"]]


@pytest.fixture
def treason(db):
    LegalProvision.objects.all().delete()
    LegalProvision.objects.create(country="RU", code="CC", article="274", title="Computers", category="other")
    LegalProvision.objects.create(
        country="AZ", code="CAO", article="535", title="Hooliganism", category="other"
    )
    return LegalProvision.objects.create(
        country="AZ", code="CC", article="274", title="High treason", category="treason"
    )


@pytest.mark.parametrize(
    "typed",
    [
        "article 274",
        "art. 274",
        "art.274",
        "ст. 274",
        "статья 274",
        "maddə 274",
        "274-cü maddə",
        "Criminal Code 274",
        "УК 274",
        "ст. 274 УК Азербайджана",
        "274 Azerbaijan",
        "274 Azərbaycan",
        "AZ 274",
        "treason",
    ],
)
def test_an_article_of_law_is_found_as_people_type_it(typed, treason, browser):
    assert treason.pk in found(browser("entry"), typed, "charge", "provision")


@pytest.mark.parametrize(
    "typed", ["274 Azerbaijan", "ст. 274 Азербайджана", "Cinayət Məcəlləsi 274 Azərbaycan"]
)
def test_a_country_narrows_the_articles(typed, treason, browser):
    assert found(browser("entry"), typed, "charge", "provision") == [treason.pk]


def test_an_article_of_that_very_number_comes_first(treason, browser):
    longer = LegalProvision.objects.create(country="AZ", code="CC", article="1274", category="other")

    assert found(browser("entry"), "274 AZ", "charge", "provision") == [treason.pk, longer.pk]


@pytest.mark.parametrize("model, field", [("case", "person"), ("case", "targeted_because_of")])
@pytest.mark.parametrize("typed", ["бахр", "самед", "samad", "bahr sam", "Бəh"])
def test_half_a_name_finds_a_person_in_another_script(typed, model, field, browser):
    person = PersonFactory(name="Bəhruz Səmədov")
    PersonFactory(name="Anar Məmmədli")

    assert found(browser("entry"), typed, model, field) == [person.pk]


@pytest.mark.parametrize("typed", ["khad", "xədi", "ismay"])
def test_half_a_name_in_latin_finds_one_in_cyrillic(typed, browser):
    person = PersonFactory(name="Хадиджа Исмаилова")
    PersonFactory(name="Ильгар Гусейнов")

    assert found(browser("entry"), typed, "case", "person") == [person.pk]


def test_the_very_name_comes_before_those_that_begin_so(browser):
    longer, whole = PersonFactory(name="Самедова Айнур"), PersonFactory(name="Səməd")

    assert found(browser("entry"), "самед", "case", "person") == [whole.pk, longer.pk]


def test_half_a_word_finds_what_is_shared_in_another_script(browser):
    place = Place.objects.create(name="Göydağ Remand Centre", country="AZ")
    court = Agency.objects.create(name="Гёйдагский районный суд", country="AZ", kind="judiciary")
    Agency.objects.create(name="Another court", country="AZ", kind="judiciary")

    query = {"app_label": "cases", "model_name": "event", "field_name": "place", "term": "гёйд"}
    places = browser("entry").get("/admin/autocomplete/", query).json()["results"]
    assert str(place.pk) in [each["id"] for each in places]  # beside towns that are not on file yet
    assert found(browser("entry"), "göyd", "event", "court") == [court.pk]


@pytest.mark.parametrize("typed", ["Dərbənd", "Дербент", "Derbent killing", "derb", "дерб", "kill дерб"])
def test_a_source_is_found_in_any_script(typed, browser):
    source = SourceFactory(title="A killing in Derbent")
    SourceFactory(title="Something else")

    assert found(browser("entry"), typed, "citation", "source") == [source.pk]


def test_searching_persons_keeps_their_order(browser):
    persons = [PersonFactory() for _ in range(3)]

    with warnings.catch_warnings():
        warnings.simplefilter("error", UnorderedObjectListWarning)
        answer = found(browser("entry"), "", "case", "person")

    assert answer == [person.pk for person in persons]
