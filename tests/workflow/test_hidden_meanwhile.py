"""What is hidden where the desk has gone on since: another subject in a draft, a name taken off, an account changed."""

import pytest

from cases.models import Case, Circle, LedgerText, Person, PublishedCase, Source, What
from cases.workflow.accounts.log import note
from cases.workflow.circles import give
from cases.workflow.editing import record_edit
from cases.workflow.errors import Refused
from cases.workflow.hiding import ask_to_show, hide, show
from cases.workflow.publishing import withdraw
from tests.factories import CaseFactory, PersonFactory, SourceFactory, UserFactory
from tests.workflow.desk import change

pytestmark = pytest.mark.django_db
NAME = "Zarema Kayanova"


def public(case):
    return PublishedCase.objects.get(reference=case.reference)


HIDING = {
    "withheld": lambda person, case: change(person, identity="withheld"),
    "emergency": lambda person, case: hide(person, by=UserFactory(username="entry")),
    "withdrawal": lambda person, case: withdraw(
        case, by=UserFactory(username="publisher"), reason="For safety.", announced=False
    ),
}


@pytest.mark.parametrize("hide_them", HIDING.values(), ids=HIDING)
def test_on_whose_account_goes_though_the_draft_says_another(hide_them):
    person = PersonFactory(name=NAME)
    case = CaseFactory(person=person, published=True)
    other = CaseFactory(targeted_because_of=person, published=True)
    assert public(other).document["targeted_because_of"] == NAME
    other = Case.objects.get(pk=other.pk)
    other.targeted_because_of = PersonFactory(name="Ilqar Baxşıyev")
    other.save()
    record_edit(other, by=UserFactory(username="entry"))

    hide_them(Person.objects.get(pk=person.pk), Case.objects.get(pk=case.pk))

    texts = LedgerText.objects.filter(reference=other.reference).values_list("text", flat=True)
    assert len(texts) == 1
    assert "Kayanova" not in f"{texts[0]} {public(other).document}"


@pytest.mark.parametrize("hide_them", HIDING.values(), ids=HIDING)
def test_a_public_name_that_was_taken_off_before_is_masked_too(hide_them):
    person = PersonFactory(name=NAME)
    person.names.create(text="Tamara Orlovskaya", kind="pseudonym", is_public=True)
    case = CaseFactory(person=person, published=True)
    other = CaseFactory(summary="Among them Tamara Orlovskaya.", published=True)
    person.names.get(text="Tamara Orlovskaya").delete()

    hide_them(Person.objects.get(pk=person.pk), Case.objects.get(pk=case.pk))

    assert public(other).summary == "Among them [name withheld]."


def test_somebody_public_on_account_alone_is_masked_elsewhere():
    person = PersonFactory(name=NAME)
    on_account = CaseFactory(targeted_because_of=person, published=True)
    other = CaseFactory(summary=f"Among them {NAME}.", published=True)

    change(Person.objects.get(pk=person.pk), identity="withheld")

    assert public(on_account).document["targeted_because_of"] == ""
    assert public(other).summary == "Among them [name withheld]."


def test_an_account_that_somebody_else_could_use_is_neither_of_the_two_who_show_again():
    case = CaseFactory(published=True)
    entry, publisher = UserFactory(username="entry"), UserFactory(username="publisher")
    hide(case, by=entry)
    ask_to_show(case, by=UserFactory(username="reviewer"), reason="A mistake")
    for account in (entry, publisher):
        note(What.PASSWORD_SET, account, by=UserFactory(username="admin"))

    with pytest.raises(Refused, match="Somebody else changed this account"):
        show(case, by=publisher)
    with pytest.raises(Refused, match="Somebody else changed this account"):
        ask_to_show(case, by=entry, reason="A mistake")

    assert not PublishedCase.objects.shown().filter(reference=case.reference).exists()


def test_a_source_that_a_circle_got_while_it_was_hidden_stays_private_when_it_is_shown_again():
    source, entry = SourceFactory(), UserFactory(username="entry")
    hide(source, by=entry)
    circle = Circle.objects.create(name="Four")
    circle.members.add(entry)
    give(Source.objects.get(pk=source.pk), circle=circle, by=entry)
    ask_to_show(source, by=entry, reason="A mistake")

    show(source, by=UserFactory(username="publisher"))

    assert not Source.objects.get(pk=source.pk).is_public
