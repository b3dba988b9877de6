"""What an editor sees when somebody is hidden: which texts, which words, before and after, and who lifts them."""

import pytest

from cases.models import MaskState, NameMask, PublishedCase
from tests.factories import CaseFactory, PersonFactory
from tests.workflow.desk import change

pytestmark = pytest.mark.django_db
NAME = "Zarema Kayanova"


@pytest.fixture
def person():
    person = PersonFactory(name=NAME)
    CaseFactory(person=person, published=True)
    return person


def address(person):
    return f"/admin/cases/person/{person.pk}/name/"


def words_of(response) -> str:
    return " ".join(response.content.decode().split())


def test_what_hiding_would_mask_is_seen_before(browser, person):
    other = CaseFactory(summary=f"Held with {NAME}.", published=True)

    page = words_of(browser("entry").get(address(person)))

    assert "Would be masked" in page
    assert f"Held with <del>{NAME}</del>." in page
    assert "Held with <ins>[name withheld]</ins>." in page
    assert f"/admin/cases/case/{other.pk}/change/" in page
    assert NAME in PublishedCase.objects.get(reference=other.reference).summary


def test_the_moment_of_hiding_tells_where_to_look(browser, person):
    CaseFactory(summary=f"Held with {NAME}.", published=True)
    client = browser("entry")
    assert f'href="{address(person)}"' in words_of(client.get(f"/admin/cases/person/{person.pk}/change/"))

    change(person, by="reviewer", identity="withheld")

    page = words_of(client.get(address(person)))
    assert "Hidden since" in page and "(reviewer)" in page
    assert "Held with <ins>[name withheld]</ins>." in page
    assert "put the name back" not in page


def test_a_second_person_lifts_a_wrong_one_there(browser, person):
    other = CaseFactory(summary=f"Held with {NAME}.", published=True)
    change(person, identity="withheld")
    client, mask = browser("publisher"), NameMask.objects.get()
    assert "put the name back" in words_of(client.get(address(person)))

    response = client.post(
        address(person), {"mask": mask.pk, "decision": "lift", "reason": "A namesake."}, follow=True
    )

    mask.refresh_from_db()
    assert mask.state == MaskState.LIFTED
    assert "A namesake." in words_of(response)
    assert PublishedCase.objects.get(reference=other.reference).summary == f"Held with {NAME}."


@pytest.mark.parametrize("posted", [{}, {"mask": "x"}, {"mask": "9" * 30}, {"mask": "1", "decision": "burn"}])
def test_nonsense_is_answered_with_a_sentence(browser, person, posted):
    response = browser("publisher").post(address(person), posted, follow=True)

    assert "Choose a text of the list" in words_of(response)


def test_who_may_not_publish_decides_nothing(browser, person):
    CaseFactory(summary=f"Held with {NAME}.", published=True)
    change(person, by="publisher", identity="withheld")
    mask = NameMask.objects.get()

    browser("entry").post(address(person), {"mask": mask.pk, "decision": "lift", "reason": "So."})

    mask.refresh_from_db()
    assert mask.state == MaskState.STANDING


def test_surnames_to_be_decided_wait_at_the_front(browser, person):
    CaseFactory(title="Kayanova speaks", published=True)
    change(person, identity="withheld")

    page = words_of(browser("publisher").get("/admin/"))

    assert "Surnames of hidden persons" in page
    assert f'href="{address(person)}"' in page
    assert browser("reviewer").get("/admin/").context["names_to_decide"] is None
    listed = browser("publisher").get("/admin/cases/namemask/?state=waiting")
    assert "Kayanova speaks" in words_of(listed)


def test_marked_records_are_among_what_waits(browser, person):
    CaseFactory(title="A colleague", summary=f"Held with {NAME}.", published=True)
    change(person, identity="withheld")

    lists = browser("entry").get("/admin/").context["work_lists"]

    marked = next(each for each in lists if each.name == "marked")
    assert "Reword it" in {str(row[0]): row[4] for row in marked.rows}["A colleague"]
