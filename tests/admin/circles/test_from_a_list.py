"""*Enter from a list* for who is not in the circle: a source of the circle cannot be chosen, named or kept."""

import pytest

from cases.models import Case
from tests.admin.circles.conftest import TOKEN
from tests.admin.test_from_a_list import ADDRESS, filled
from tests.factories import PersonFactory, SourceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def secret(keep):
    source = SourceFactory(title=f"{TOKEN} interview")
    keep(source)
    return source


def test_the_key_of_a_source_of_the_circle_is_answered_like_one_that_never_was(secret, browser):
    client = browser("reviewer")

    answer, nowhere = (
        client.post(ADDRESS, filled(client, source=key)) for key in (secret.pk, secret.pk + 1_000)
    )

    assert not Case.objects.exists()
    assert TOKEN not in answer.content.decode()
    assert answer.context["form"].errors == nowhere.context["form"].errors


def test_a_kept_source_is_kept_no_longer_once_it_is_in_a_circle_or_gone(keep, browser):
    source, client = SourceFactory(title=f"{TOKEN} interview"), browser("reviewer")
    client.post(ADDRESS, filled(client, source=source.pk))
    assert TOKEN in client.get(ADDRESS).content.decode()

    given = keep(source)
    assert TOKEN not in client.get(ADDRESS).content.decode()

    key = source.pk
    given.delete()
    Case.objects.get().citations.all().delete()
    source.delete()
    assert client.get(ADDRESS).status_code == 200
    again = client.post(ADDRESS, filled(client, source=key, name="Zarema Kayanova"))
    assert again.status_code == 200
    assert Case.objects.count() == 1


def test_a_member_of_the_circle_enters_from_its_source(secret, browser):
    client = browser("entry")

    client.post(ADDRESS, filled(client, source=secret.pk), follow=True)

    assert {each.source for each in Case.objects.get().citations.all()} == {secret}


def test_an_answer_by_the_key_of_a_person_of_the_circle_is_none(keep, browser):
    person, source, client = PersonFactory(name=f"{TOKEN} Mehdiyev"), SourceFactory(), browser("reviewer")
    keep(person)

    data = filled(client, source=source.pk, name="Zarema Kayanova")
    answers = {"answer:name": person.pk, "asked:name": "Zarema Kayanova"}
    answer = client.post(ADDRESS, data | answers, follow=True)

    assert TOKEN not in answer.content.decode()
    assert str(Case.objects.get().person) == "Zarema Kayanova"


def test_a_new_source_is_not_compared_with_one_of_the_circle(secret, browser):
    client = browser("reviewer")
    new = {"new_source": f"{TOKEN} interview", "new_source_is_public": "", "source": ""}

    answer = client.post(ADDRESS, filled(client, **new), follow=True)

    assert "answer:new_source" not in answer.content.decode()
    assert Case.objects.get().citations.first().source != secret
