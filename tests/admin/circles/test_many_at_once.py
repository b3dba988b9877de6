"""*Many at once* for who is not in the circle: persons, cases and sources of it are neither offered nor hinted at."""

import pytest

from cases.models import Case
from tests.admin.circles.conftest import TOKEN
from tests.admin.test_many_at_once import ADDRESS, filled, many_form, typed_in
from tests.factories import PersonFactory, SourceFactory

pytestmark = pytest.mark.django_db


def test_a_person_of_the_circle_is_not_offered_and_an_administrator_is_to_say(keep, browser):
    person, source, client = PersonFactory(name=f"{TOKEN} Mehdiyev"), SourceFactory(), browser("reviewer")
    keep(person)

    answer = client.post(ADDRESS, filled(client, source=source.pk, lines=f"Nigar Xəyali\n{TOKEN} Mehdiyev"))

    page = answer.content.decode()
    assert "Line 2, Name: Ask an administrator before you enter this person." in page
    assert f'value="{person.pk}"' not in page and person.reference not in page
    assert not Case.objects.exists()


def test_an_answer_by_a_key_of_the_circle_is_none(keep, browser):
    person, source, client = PersonFactory(name=f"{TOKEN} Mehdiyev"), SourceFactory(), browser("reviewer")
    keep(person)
    data = filled(client, source=source.pk, lines="Zarema Kayanova")

    answer = client.post(
        ADDRESS,
        data | {"answer-line:1": person.pk, "asked-line:1": "Zarema Kayanova", "_enter": "1"},
        follow=True,
    )

    assert TOKEN not in answer.content.decode()
    assert str(Case.objects.get().person) == "Zarema Kayanova"


def test_a_case_given_to_a_circle_since_is_gone_from_the_result(keep, browser):
    source, client = SourceFactory(), browser("reviewer")
    looked = client.post(ADDRESS, filled(client, source=source.pk, lines=f"{TOKEN} Mehdiyev\nNigar Xəyali"))
    done = client.post(ADDRESS, {**typed_in(many_form(looked)), "_enter": "1"})
    keep(Case.objects.order_by("pk").first())

    page = client.get(done["Location"]).content.decode()

    assert TOKEN not in page and "Nigar" in page
