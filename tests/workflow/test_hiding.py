"""Hidden at once by anybody who edits, without a second person; shown again by two, as it was.

What hidden records answer is compared with what is answered where there never was anything.
"""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from cases.models import (
    Action,
    Hiding,
    LedgerText,
    PersonName,
    ShownUntil,
    Source,
    Tombstone,
)
from cases.register.check import check
from cases.text.references import new_reference
from cases.workflow import hiding
from cases.workflow.errors import Refused
from cases.workflow.expiry import narrow_expired
from cases.workflow.hiding import ask_to_show, hide, hides_many, show
from cases.workflow.permission import is_hidden
from cases.workflow.publishing import publish, withdraw
from tests.factories import (
    AttributionFactory,
    CampaignFactory,
    CaseFactory,
    PersonFactory,
    SourceFactory,
    UserFactory,
    take_to_public,
)
from tests.public.files import csv_file
from tests.workflow.desk import change, everything_public

pytestmark = pytest.mark.django_db


def staff(name: str = "entry"):
    return UserFactory(username=name)


def answer(path: str, reference: str) -> tuple:
    """Status, headers and body, with the reference taken out of what repeats it."""
    response = Client().get(path.replace("REFERENCE", reference))
    return response.status_code, dict(response.headers), response.content.replace(reference.encode(), b"")


def answers_like_nothing(prefix: str, reference: str, paths: list[str]) -> bool:
    never = new_reference(prefix)
    return all(answer(path, reference) == answer(path, never) for path in paths)


CASE_PATHS = [
    "/cases/REFERENCE/",
    "/ru/cases/REFERENCE/",
    "/cases/REFERENCE/versions/",
    "/cases/REFERENCE/versions/1/",
    "/cases/REFERENCE/versions/compare/",
    "/cases/REFERENCE/cite.bib",
    "/cases/REFERENCE/cite.ris",
    "/corrections/?record=REFERENCE",
]


@pytest.fixture(autouse=True)
def still(monkeypatch):
    """The form of a correction carries the moment it was given out."""
    monkeypatch.setattr("time.time", lambda: 1_780_000_000.0)


def told_anywhere(*words: str) -> list[str]:
    """The addresses of lists, counts and files that print one of the words."""
    client = Client()
    pages = {path: client.get(path).content.decode() for path in LISTS}
    pages["/cases.csv"] = csv_file()
    return [path for path, page in pages.items() if any(word in page for word in words)]


LISTS = [
    "/",
    "/cases/",
    "/cases/?q=Ulduzlu",
    "/cases.atom",
    "/sitemap.xml",
    "/statistics/",
    "/cases/by/location/",
    "/cases/by/campaign/",
    "/map/",
]


def test_a_case_is_gone_everywhere_at_once_and_answers_like_one_that_never_was():
    case = CaseFactory(published=True, title="Somebody taken", location=["GE"])
    CaseFactory(published=True, person=PersonFactory(name="Leyla Orucova"), title="Another")

    hide(case, by=staff("entry"), reason="A threat")

    assert answers_like_nothing("C", case.reference, CASE_PATHS)
    assert answers_like_nothing("P", case.person.reference, ["/people/REFERENCE/"])
    assert told_anywhere("Somebody taken", case.reference, "Georgia", "Ulduzlu</") == []
    assert Client().get("/").context["people"].cases == 1
    assert check() == []


def test_nothing_outside_tells_that_it_was_hidden_and_the_log_does():
    case = CaseFactory(published=True)

    hide(case, by=staff("entry"), reason="A threat")

    assert not Tombstone.objects.exists()
    review = case.reviews.first()
    assert (review.action, review.by.username, review.reason) == (Action.HIDDEN, "entry", "A threat")


def test_two_people_bring_it_back_with_all_its_versions():
    case = CaseFactory(published=True)
    case.summary = "Corrected."
    case.save()
    take_to_public(case)
    before = answer("/cases/REFERENCE/", case.reference), everything_public()

    hide(case, by=staff("entry"))
    ask_to_show(case, by=staff("entry"), reason="It was a mistake")
    still_hidden = Client().get(f"/cases/{case.reference}/").status_code
    show(case, by=staff("publisher"))

    after = answer("/cases/REFERENCE/", case.reference)
    assert still_hidden == 404
    assert (after[0], after[2], everything_public()) == (before[0][0], before[0][2], before[1])
    assert Client().get(f"/cases/{case.reference}/versions/1/").status_code == 200
    assert case.reviews.first().action == Action.SHOWN
    assert not ShownUntil.objects.exists()


@pytest.mark.parametrize("name", ["publisher", "admin"])
def test_nobody_is_both_of_the_two(name):
    case = CaseFactory(published=True)
    hide(case, by=staff("entry"))
    with pytest.raises(Refused, match="Nobody has asked"):
        show(case, by=staff(name))
    ask_to_show(case, by=staff(name), reason="A mistake")

    with pytest.raises(Refused, match="yourself"):
        show(case, by=staff(name))

    assert is_hidden(case)


@pytest.mark.parametrize("name", ["entry", "reviewer"])
def test_who_does_not_publish_cannot_agree(name):
    case = CaseFactory(published=True)
    hide(case, by=staff("publisher"))
    ask_to_show(case, by=staff("publisher"), reason="A mistake")

    with pytest.raises(Refused, match="Only those who publish"):
        show(case, by=staff(name))


def test_asking_needs_a_reason_and_something_hidden():
    case = CaseFactory(published=True)
    with pytest.raises(Refused, match="not hidden"):
        ask_to_show(case, by=staff("entry"), reason="A mistake")
    hide(case, by=staff("entry"))

    with pytest.raises(Refused, match="Say why"):
        ask_to_show(case, by=staff("entry"), reason=" ")
    with pytest.raises(Refused, match="already"):
        hide(case, by=staff("reviewer"))


def test_where_one_person_publishes_alone_they_are_both(settings):
    settings.SELF_PUBLISHING = True
    case = CaseFactory(published=True)
    hide(case, by=staff("publisher"))
    ask_to_show(case, by=staff("publisher"), reason="A mistake")

    show(case, by=staff("publisher"))

    assert Client().get(f"/cases/{case.reference}/").status_code == 200


def test_a_hidden_record_is_not_published_whoever_wants_it():
    case = CaseFactory(submitted=True)
    hide(case, by=staff("entry"))

    with pytest.raises(Refused, match="hidden in an emergency"):
        publish(case, by=staff("publisher"), edit_version=case.edit_version)


def test_a_publisher_may_announce_it_and_then_its_address_says_so():
    case = CaseFactory(published=True)
    hide(case, by=staff("entry"))

    withdraw(case, by=staff("publisher"), reason="The family asked", announced=True)

    assert Client().get(f"/cases/{case.reference}/").status_code == 410
    assert not is_hidden(case)
    assert check() == []


def test_what_is_withdrawn_after_it_was_hidden_can_be_published_by_two():
    case = CaseFactory(published=True)
    hide(case, by=staff("entry"))
    withdraw(case, by=staff("publisher"), reason="For good", announced=False)
    case.refresh_from_db()

    take_to_public(case)

    assert Client().get(f"/cases/{case.reference}/").status_code == 200


def test_neither_narrowing_nor_the_daily_run_brings_it_back_or_tells_of_it():
    person = PersonFactory()
    case = CaseFactory(person=person, published=True)
    first = case.reference
    hide(case, by=staff("entry"))

    change(person, identity="initials")
    narrow_expired()

    case.refresh_from_db()
    assert case.reference != first
    assert answers_like_nothing("C", first, CASE_PATHS)
    assert answers_like_nothing("C", case.reference, CASE_PATHS)


def test_a_consent_that_ended_meanwhile_counts_when_it_is_shown_again():
    case = CaseFactory(published=True, consent="publish_named", consent_by="self")
    hide(case, by=staff("entry"))
    type(case).objects.filter(pk=case.pk).update(
        consent_expires_date=timezone.localdate() - timedelta(days=1)
    )
    ask_to_show(case, by=staff("entry"), reason="A mistake")

    show(case, by=staff("publisher"))

    assert Client().get(f"/cases/{case.reference}/").status_code != 200


# -- Persons -----------------------------------------------------------------------------------------------------------


def test_a_person_is_gone_with_every_case_about_them():
    person = PersonFactory()
    cases = [CaseFactory(person=person, published=True, title=f"Taken {number}") for number in range(2)]

    hide(person, by=staff("entry"))

    for case in cases:
        assert answers_like_nothing("C", case.reference, CASE_PATHS)
    assert answers_like_nothing("P", person.reference, ["/people/REFERENCE/"])
    assert told_anywhere("Taken", "Aydan Ulduzlu") == []
    assert check() == []


def test_the_name_of_a_hidden_person_goes_from_the_texts_of_others_and_their_own_stay_whole():
    person = PersonFactory(name="Aydan Ulduzlu")
    own = CaseFactory(person=person, published=True, summary="Aydan Ulduzlu was taken.")
    other = CaseFactory(
        person=PersonFactory(name="Leyla Orucova"), published=True, summary="A friend of Aydan Ulduzlu."
    )
    campaign = CampaignFactory(published=True, summary="Among them Aydan Ulduzlu.")
    text_of_own = LedgerText.objects.of(own.reference).first().text

    hide(person, by=staff("entry"))

    pages = [f"/cases/{other.reference}/", f"/campaigns/{campaign.reference}/", *LISTS]
    assert [
        path for path in pages if "Ulduzlu" in Client().get(path).content.decode().replace("q=Ulduzlu", "")
    ] == [
        "/cases/?q=Ulduzlu"  # what the reader typed
    ]
    assert "Ulduzlu" not in csv_file()
    assert [text.text for text in LedgerText.objects.of(own.reference)] == [text_of_own]
    assert check() == []


def test_somebody_hidden_is_taken_out_of_the_case_of_another_which_stays():
    relative = PersonFactory(name="Leyla Orucova")
    case = CaseFactory(targeted_because_of=relative, published=True)

    hide(relative, by=staff("entry"))

    page = Client().get(f"/cases/{case.reference}/")
    assert page.status_code == 200
    assert "Orucova" not in page.content.decode()
    assert "Orucova" not in everything_public()


def test_a_hidden_person_comes_back_with_their_cases():
    person = PersonFactory()
    case = CaseFactory(person=person, published=True)
    hide(person, by=staff("entry"))
    ask_to_show(person, by=staff("entry"), reason="A mistake")

    show(person, by=staff("publisher"))

    assert Client().get(f"/cases/{case.reference}/").status_code == 200
    assert Client().get(f"/people/{person.reference}/").status_code == 200


def test_a_case_that_was_hidden_itself_stays_hidden_when_the_person_comes_back():
    person = PersonFactory()
    case = CaseFactory(person=person, published=True)
    hide(case, by=staff("entry"))
    hide(person, by=staff("entry"))
    ask_to_show(person, by=staff("entry"), reason="A mistake")

    show(person, by=staff("publisher"))

    assert Client().get(f"/cases/{case.reference}/").status_code == 404


def test_the_name_of_somebody_hidden_needs_a_second_look_in_every_text():
    person = PersonFactory()

    hide(person, by=staff("entry"))

    assert PersonName.objects.protected(today=timezone.localdate()).filter(person=person).exists()


# -- Sources -----------------------------------------------------------------------------------------------------------


def test_a_source_is_gone_from_every_record_and_what_it_alone_told_goes_with_it():
    case = CaseFactory()
    source = SourceFactory(title="A leaked memo", url="https://memo.example/1")
    AttributionFactory(case=case, attributed_to="A secret unit", source=source)
    take_to_public(case)

    hide(source, by=staff("entry"))

    page = Client().get(f"/cases/{case.reference}/")
    assert page.status_code == 200
    assert told_anywhere("A leaked memo", "memo.example", "A secret unit") == []
    assert "memo" not in everything_public() and "secret unit" not in everything_public()
    assert not ShownUntil.objects.exists()
    assert check() == []


def test_a_record_that_rests_on_a_hidden_source_alone_is_withdrawn_without_a_word():
    source = SourceFactory()
    case = CaseFactory(source=source, published=True)

    hide(source, by=staff("entry"))

    assert answers_like_nothing("C", case.reference, CASE_PATHS)
    assert not Tombstone.objects.exists()


def test_a_source_that_is_shown_again_may_be_cited_and_its_records_are_to_be_looked_at():
    case = CaseFactory()
    source = SourceFactory(title="A leaked memo")
    case.citations.create(source=source)
    take_to_public(case)
    hide(source, by=staff("entry"))
    ask_to_show(source, by=staff("entry"), reason="A mistake")

    show(source, by=staff("publisher"))

    case.refresh_from_db()
    assert Source.objects.get(pk=source.pk).is_public
    assert "A leaked memo" in case.review_wanted
    assert "A leaked memo" not in everything_public()


def test_a_confidential_source_does_not_become_public_by_being_shown_again():
    source = SourceFactory(confidential=True)
    hide(source, by=staff("entry"))
    ask_to_show(source, by=staff("entry"), reason="A mistake")

    show(source, by=staff("publisher"))

    assert not Source.objects.get(pk=source.pk).is_public


# -- Campaigns ---------------------------------------------------------------------------------------------------------


def test_a_campaign_is_gone_and_its_cases_name_it_no_more():
    campaign = CampaignFactory(published=True, title="A quiet crackdown")
    case = CaseFactory()
    case.campaigns.add(campaign)
    take_to_public(case)

    hide(campaign, by=staff("entry"))

    paths = ["/campaigns/REFERENCE/", "/cases/?campaign=REFERENCE", "/cases.csv?campaign=REFERENCE"]
    assert answers_like_nothing("K", campaign.reference, paths)
    assert told_anywhere("A quiet crackdown", campaign.reference) == []
    assert Client().get("/cases/?q=crackdown").context["people"].cases == 0
    assert Client().get(f"/cases/{case.reference}/").status_code == 200
    assert check() == []


def test_a_campaign_that_is_shown_again_asks_its_cases_to_name_it():
    campaign = CampaignFactory(published=True, title="A quiet crackdown")
    case = CaseFactory()
    case.campaigns.add(campaign)
    take_to_public(case)
    hide(campaign, by=staff("entry"))
    ask_to_show(campaign, by=staff("entry"), reason="A mistake")

    show(campaign, by=staff("publisher"))

    case.refresh_from_db()
    assert Client().get(f"/campaigns/{campaign.reference}/").status_code == 200
    assert "A quiet crackdown" in case.review_wanted


# -- What goes wrong ---------------------------------------------------------------------------------------------------


def test_what_is_hidden_is_hidden_before_anything_else_is_narrowed(monkeypatch):
    """Whatever happens then, it stays so, and the daily run goes on where it was left."""
    source = SourceFactory(title="A leaked memo")
    case = CaseFactory()
    case.citations.create(source=source)
    take_to_public(case)

    def broken(*args, **kwargs):
        raise RuntimeError("the machine stopped here")

    with monkeypatch.context() as patched:
        patched.setattr(hiding, "follow_hiding", broken)
        with pytest.raises(RuntimeError):
            hide(source, by=staff("entry"))
    meanwhile = Client().get(f"/cases/{case.reference}/").status_code
    narrow_expired()

    page = Client().get(f"/cases/{case.reference}/")
    assert (meanwhile, page.status_code) == (404, 200)
    assert "A leaked memo" not in page.content.decode() + everything_public()
    assert Hiding.objects.get().followed_at


def test_the_sixth_within_an_hour_is_noted(monkeypatch):
    now = timezone.now()
    for number in range(6):
        monkeypatch.setattr(timezone, "now", lambda number=number: now + timedelta(minutes=number))
        assert hides_many(staff("entry")) == (number >= 5)
        hide(CaseFactory(), by=staff("entry"))
    assert not hides_many(staff("reviewer"))

    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(minutes=61))

    assert list(Hiding.objects.order_by("pk").values_list("is_beyond_limit", flat=True)) == [False] * 5 + [
        True
    ]
    assert not hides_many(staff("entry"))
