"""Whoever was public by name and is hidden: the name goes from everybody else's public texts, in whatever spelling."""

from datetime import date, timedelta
from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import (
    Case,
    LedgerText,
    LedgerWords,
    NameMask,
    Person,
    PersonRelation,
    PublishedCampaign,
    PublishedCase,
    Relation,
)
from cases.register.check import check
from cases.register.ledger_words import index_texts
from cases.workflow.completeness import second_look
from cases.workflow.document import document_of
from cases.workflow.editing import record_edit
from cases.workflow.expiry import narrow_expired
from cases.workflow.publishing import withdraw
from tests.factories import (
    CampaignFactory,
    CaseFactory,
    PersonFactory,
    SourceFactory,
    UserFactory,
    take_to_public,
)
from tests.workflow.desk import change, everything_public

pytestmark = pytest.mark.django_db
NAME = "Zarema Kayanova"
MASK = "[name withheld]"


def public_person(**values):
    person = PersonFactory(name=NAME)
    return person, CaseFactory(person=person, published=True, **values)


HIDING = {
    "initials": lambda person, case: change(person, identity="initials"),
    "withheld": lambda person, case: change(person, identity="withheld"),
    "consent": lambda person, case: change(person, consent="withdrawn", consent_by="self"),
    "withdrawal": lambda person, case: withdraw(
        case, by=UserFactory(username="publisher"), reason="For safety.", announced=False
    ),
}


@pytest.mark.parametrize("hide", HIDING.values(), ids=HIDING)
@pytest.mark.parametrize("make", [CaseFactory, CampaignFactory])
def test_the_name_is_masked_wherever_it_stood(hide, make):
    person, case = public_person()
    other = make(title=f"{NAME} and others", summary=f"Among them {NAME}.", published=True)

    outcome = hide(person, case)

    other.refresh_from_db()
    published = (PublishedCase if make is CaseFactory else PublishedCampaign).objects.get(
        reference=other.reference
    )
    assert published.title == f"{MASK} and others"
    assert published.summary == f"Among them {MASK}."
    assert "Kayanova" not in everything_public()
    assert other in outcome.masked
    assert "Reword it" in other.review_wanted
    assert check() == []


def public(case):
    return PublishedCase.objects.get(reference=case.reference)


SPELLINGS = [
    "Зарему Каянову задержали.",
    "KAYANOVA ZAREMA was held.",
    "Kayanova, Zarema",
    "به گفتهٔ زارما کایانووا",
    "#freedom for zarema kayanova",
    "Zarema\u00ad Kaya\u200bnova",
    "Zarema Akif qızı Kayanova danışdı",
    "See https://n.example/zarema-kayanova-held",
    f"See https://n.example/{quote('Зарема-Каянова')}",
    "See https://n.example/freezaremakayanova",
    "Zarema Kaya-\nnova",
    "Zare-\nma Kayanova",
    "См. https://n.example/?q=%C7%E0%F0%E5%EC%E0+%CA%E0%FF%ED%EE%E2%E0",
]


def test_every_spelling_goes_at_once_and_every_earlier_version_with_it():
    person, _case = public_person()
    others = [CaseFactory(summary=text, published=True) for text in SPELLINGS]
    reworded = CaseFactory(summary=f"With {NAME}.", published=True)
    reworded.summary = "With a colleague."
    reworded.save()
    record_edit(reworded, by=UserFactory(username="entry"))
    take_to_public(reworded)

    outcome = change(person, identity="withheld")

    assert {each.pk for each in outcome.masked} == {each.pk for each in others}
    assert all(MASK in public(each).summary for each in others)
    assert LedgerText.objects.filter(reference=reworded.reference).count() == 1
    assert check() == []


def test_sources_addresses_events_and_on_whose_account_lose_the_name():
    person, case = public_person()
    source = SourceFactory(
        title=f"{NAME} sentenced",
        url=f"https://n.example/{quote('Зарема-Каянова')}",
    )
    other = CaseFactory(source=source, targeted_because_of=person)
    other.events.create(kind="other", description=f"Threatened over {NAME}", verb="threatened")
    take_to_public(other)
    assert public(other).document["targeted_because_of"] == NAME

    withdraw(case, by=UserFactory(username="publisher"), reason="For her safety.", announced=False)

    row = public(other)
    assert (row.source_titles, row.source_urls) == ([f"{MASK} sentenced"], [""])
    assert row.document["targeted_because_of"] == ""
    assert row.document["events"][0]["description"] == f"Threatened over {MASK}"
    assert document_of(Case.objects.get(pk=other.pk)).content["targeted_because_of"] == ""
    assert second_look(Case.objects.get(pk=other.pk)) == [NAME]
    assert check() == []


def test_a_consent_that_ends_masks_the_name_elsewhere():
    today = date.today()
    person, _case = public_person()
    other = CaseFactory(summary=f"With {NAME}.", published=True)
    Person.objects.filter(pk=person.pk).update(
        consent="publish_named", consent_by="self", consent_expires_date=today - timedelta(days=1)
    )

    narrow_expired()

    assert public(other).summary == f"With {MASK}."
    assert "Kayanova" not in everything_public()


TIES = {
    "campaign": lambda case, other: _in_one_campaign(case, other),
    "part": lambda case, other: Case.objects.filter(pk=other.pk).update(part_of=case),
    "relation": lambda case, other: Relation.objects.create(from_case=case, kind="follows", to_case=other),
    "relative": lambda case, other: PersonRelation.objects.create(
        person=case.person, other=other.person, kind="sibling"
    ),
    "on account": lambda case, other: Case.objects.filter(pk=other.pk).update(
        targeted_because_of=case.person
    ),
}


def _in_one_campaign(case, other):
    campaign = CampaignFactory(published=True)
    case.campaigns.add(campaign)
    other.campaigns.add(campaign)


@pytest.mark.parametrize("tie", TIES.values(), ids=TIES)
def test_a_surname_alone_is_masked_in_tied_records(tie):
    person, case = public_person()
    other = CaseFactory(
        summary="Relatives of Kayanova were held.", person=PersonFactory(name="Aydan Ulduzlu")
    )
    tie(case, other)
    take_to_public(other)
    far = CaseFactory(summary="Relatives of Kayanova were held.", published=True)

    change(person, identity="withheld")

    assert public(other).summary == f"Relatives of {MASK} were held."
    assert public(far).summary == "Relatives of Kayanova were held."
    assert [mask.case_id for mask in NameMask.objects.waiting()] == [far.pk]


def test_hiding_one_of_many_namesakes_neither_defaces_the_site_nor_points_at_who_is_hidden():
    namesakes = [
        CaseFactory(
            person=PersonFactory(name=NAME),
            title=f"{NAME} held",
            summary="Kayanova was held.",
            published=True,
        )
        for _ in range(3)
    ]
    surnames = [CaseFactory(summary="Kayanova spoke.", published=True) for _ in range(3)]
    untouched = [*namesakes[1:], *surnames]
    before = [PublishedCase.objects.values().get(reference=case.reference) for case in untouched]

    change(namesakes[0].person, consent="withdrawn", consent_by="self")

    assert [PublishedCase.objects.values().get(reference=case.reference) for case in untouched] == before
    assert not PublishedCase.objects.filter(document__icontains=MASK).exists()


def test_a_surname_of_many_is_counted_and_not_listed(monkeypatch):
    monkeypatch.setattr("cases.workflow.masking.MOST_LISTED", 2)
    person, case = public_person()
    campaign = CampaignFactory(published=True)
    case.campaigns.add(campaign)
    tied = CaseFactory(summary="Kayanova spoke.")
    tied.campaigns.add(campaign)
    take_to_public(tied)
    for _ in range(3):
        CaseFactory(summary="Kayanova spoke.", published=True)

    change(person, identity="withheld")

    person.naming.refresh_from_db()
    assert public(tied).summary == f"{MASK} spoke."
    assert not NameMask.objects.waiting().exists()
    assert person.naming.surname_elsewhere >= 3


def test_somebody_named_in_another_case_of_their_own_stays_named():
    person, case = public_person()
    CaseFactory(person=person, published=True)
    other = CaseFactory(summary=f"With {NAME}.", published=True)

    withdraw(case, by=UserFactory(username="publisher"), reason="Entered twice.", announced=True)

    assert public(other).summary == f"With {NAME}."


def test_narrowing_keeps_what_is_masked_and_what_was_public():
    person, _case = public_person()
    kept, private = SourceFactory(title="Kept"), SourceFactory(title="Memo")
    other = CaseFactory(source=kept, summary=f"With {NAME}.")
    other.citations.create(source=private)
    other.events.create(kind="other", description=f"Threatened over {NAME}")
    take_to_public(other)
    change(person, identity="withheld")

    change(private, by="reviewer", is_public=False)

    row = public(other)
    assert (row.summary, row.source_titles) == (f"With {MASK}.", ["Kept"])
    assert row.document["events"][0]["description"] == f"Threatened over {MASK}"


def test_a_campaign_no_longer_lists_the_withdrawn_case(client):
    campaign = CampaignFactory(summary=f"Among them {NAME}.", published=True)
    person = PersonFactory(name=NAME)
    case = CaseFactory(person=person, title=f"{NAME} held")
    case.campaigns.add(campaign)
    take_to_public(case)
    assert case.reference in client.get(f"/campaigns/{campaign.reference}/").content.decode()

    withdraw(case, by=UserFactory(username="publisher"), reason="Asked for.", announced=True)

    page = client.get(f"/campaigns/{campaign.reference}/").content.decode()
    assert case.reference not in page and "Kayanova" not in page and MASK in page


def test_a_reworded_record_is_no_longer_marked():
    person, _case = public_person()
    other = CaseFactory(summary=f"With {NAME}.", published=True)
    change(person, identity="withheld")

    other.refresh_from_db()
    other.summary = "With a colleague."
    other.save()
    take_to_public(other)

    assert other.review_wanted == ""
    assert NameMask.objects.get().state == "reworded"


def test_whoever_is_published_by_name_again_is_hidden_no_more():
    person, case = public_person()
    withdraw(case, by=UserFactory(username="publisher"), reason="To be checked.", announced=True)
    assert person.naming.hidden_at

    case.refresh_from_db()
    take_to_public(case)

    person.naming.refresh_from_db()
    assert person.naming.hidden_at is None
    assert public(case).name == NAME


def test_texts_without_an_index_are_read_themselves_and_can_be_indexed():
    person, _case = public_person()
    other = CaseFactory(summary=f"With {NAME}.", published=True)
    LedgerWords.objects.all().delete()

    change(person, identity="withheld")

    assert public(other).summary == f"With {MASK}."
    LedgerWords.objects.all().delete()
    assert (index_texts(), index_texts()) == (LedgerText.objects.count(), 0)
    assert check() == []


def test_no_text_is_read_that_the_index_does_not_name():
    person, _case = public_person()
    CaseFactory.create_batch(3, summary="Nothing of it.", published=True)

    with CaptureQueriesContext(connection) as captured:
        change(person, identity="withheld")

    texts = [query["sql"] for query in captured if 'FROM "cases_ledgertext"' in query["sql"]]
    assert texts and all("WHERE" in sql for sql in texts)
