"""The last day on which a record may be read follows the consents on file, whoever changed them, and the clock.

Each is looked at on the site's own day, on its last day and on the day after, with nobody doing anything in between.
"""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from cases.models import Anonymisation, CleanUp, LedgerText, ShownUntil
from cases.register.check import check
from cases.workflow.appearing import publish_due
from cases.workflow.editing import record_edit
from cases.workflow.expiry import Unfinished, narrow_expired
from cases.workflow.publishing import publish
from tests.factories import (
    CampaignFactory,
    CaseFactory,
    PersonFactory,
    UserFactory,
    take_to_public,
    take_to_review,
)
from tests.public.files import csv_file
from tests.workflow.anonymised import approved, hidden, reworded
from tests.workflow.desk import change

pytestmark = pytest.mark.django_db

LAST = date(2026, 6, 30)
AFTER = LAST + timedelta(days=1)
SELF = {"consent": "publish_named", "consent_by": "self"}


@pytest.fixture
def on(monkeypatch):
    def on(day: date, at: time = time(12)) -> None:
        moment = datetime.combine(day, at, UTC)
        monkeypatch.setattr(timezone, "now", lambda: moment)

    on(LAST - timedelta(days=10))
    return on


def is_shown(case) -> bool:
    """Whether readers see a case; every answer says the same."""
    client = Client()
    page = client.get(f"/cases/{case.reference}/").status_code
    told = [
        page == 200,
        case.title in client.get("/cases/").content.decode(),
        case.reference in client.get("/cases.atom").content.decode(),
        case.reference in client.get("/sitemap.xml").content.decode(),
        case.reference in csv_file(),
        client.get(f"/cases/{case.reference}/versions/").status_code == 200,
    ]
    assert page in (200, 404) and len(set(told)) == 1, (page, told)
    return told[0]


def shown_on(on, case, *days) -> list[bool]:
    found = []
    for day in days:
        on(day)
        found.append(is_shown(case))
    return found


@pytest.mark.parametrize("first", ["the text", "the consent"])
@pytest.mark.parametrize("holder", ["person", "case"])
def test_whatever_prints_the_name_is_gone_with_it_and_comes_back_without(on, holder, first):
    """A campaign and the case of another, whichever was published first; in whatever order and script."""
    person = PersonFactory(name="Leyla Orucova", **SELF)
    person.names.create(text="Лейла Оруджева", script="Cyrl")
    own = CaseFactory(person=person, title="Taken", **SELF)
    another = CaseFactory(
        person=PersonFactory(name="Rəna Quliyeva"), summary="С Лейлой Оруджевой.", title="Hers"
    )
    campaign = CampaignFactory(summary="Among them Orucova Leyla.")
    for record in [another, campaign, own] if first == "the text" else [own, another, campaign]:
        take_to_public(record)
    if holder == "person":
        change(person, consent_expires_date=LAST)
    else:
        own.refresh_from_db()
        own.consent_expires_date = LAST
        own.save()
        record_edit(own, by=UserFactory(username="entry"))

    def seen() -> list[int]:
        paths = (f"/campaigns/{campaign.reference}/", f"/cases/{another.reference}/")
        return [Client().get(path).status_code for path in paths]

    on(LAST)
    before = seen()
    on(AFTER)
    after = seen()
    narrow_expired()

    assert (before, after, seen()) == ([200, 200], [404, 404], [200, 200])
    assert "Orucova Leyla" not in Client().get(f"/campaigns/{campaign.reference}/").content.decode()
    assert "Оруджевой" not in Client().get(f"/cases/{another.reference}/").content.decode()
    assert check() == []


@pytest.mark.parametrize("published_last", ["the text", "the case"])
def test_a_text_is_gone_with_a_consent_that_had_its_end_when_the_later_of_both_was_published(
    on, published_last
):
    person = PersonFactory(name="Leyla Orucova", **SELF, consent_expires_date=LAST)
    own = CaseFactory(person=person, title="Taken")
    campaign = CampaignFactory(summary="Among them Leyla Orucova.")
    for record in [own, campaign] if published_last == "the text" else [campaign, own]:
        take_to_public(record)

    on(AFTER)

    assert Client().get(f"/campaigns/{campaign.reference}/").status_code == 404


def test_a_surname_alone_hides_nothing(on):
    person = PersonFactory(name="Leyla Orucova", **SELF, consent_expires_date=LAST)
    CaseFactory(person=person, published=True, title="Taken")
    other = CaseFactory(
        person=PersonFactory(name="Rəna Orucova"), summary="Orucova was there.", published=True
    )

    assert shown_on(on, other, LAST, AFTER) == [True, True]


def test_a_name_that_may_stay_by_the_persons_own_word_hides_nothing_when_the_familys_ends(on):
    consent = {"consent": "publish_named", "consent_by": "family", "consent_expires_date": LAST}
    person = PersonFactory(name="Leyla Orucova", **consent)
    CaseFactory(person=person, published=True, title="Taken", **SELF)
    other = CaseFactory(person=PersonFactory(name="Rəna Quliyeva"), summary="With Leyla Orucova.")
    take_to_public(other)

    assert shown_on(on, other, LAST, AFTER) == [True, True]


@pytest.mark.parametrize("holder", ["person", "case"])
def test_a_case_is_gone_on_the_day_after_its_consent_by_the_clock_alone(on, holder):
    consent = SELF | {"consent_expires_date": LAST}
    person = PersonFactory(**consent if holder == "person" else {})
    case = CaseFactory(person=person, published=True, **consent if holder == "case" else {})

    assert shown_on(on, case, LAST, AFTER) == [True, False]
    assert check() == []


def test_a_case_is_gone_with_the_consent_of_somebody_it_names(on):
    relative = PersonFactory(name="Leyla Ulduzlu", consent_expires_date=LAST)
    case = CaseFactory(targeted_because_of=relative, published=True)

    assert shown_on(on, case, LAST, AFTER) == [True, False]

    narrow_expired()

    assert is_shown(case)
    assert "Leyla" not in Client().get(f"/cases/{case.reference}/").content.decode()


def test_a_case_is_gone_with_the_consent_of_somebody_only_an_earlier_version_names(on):
    relative = PersonFactory(name="Leyla Ulduzlu", consent_expires_date=LAST)
    case = CaseFactory(targeted_because_of=relative, published=True)
    case.targeted_because_of = None
    case.save()
    take_to_public(case)

    assert shown_on(on, case, LAST, AFTER) == [True, False]

    narrow_expired()

    assert is_shown(case)
    assert Client().get(f"/cases/{case.reference}/versions/1/").status_code == 410


def test_the_familys_consent_counts_as_long_as_the_person_has_not_spoken(on):
    person = PersonFactory(consent="publish_named", consent_by="family", consent_expires_date=LAST)
    case = CaseFactory(person=person, published=True)

    change(person, consent_expires_date=LAST, consent_by="self", consent_spoken="To a lawyer")
    still = shown_on(on, case, LAST, AFTER)
    on(LAST)
    case.refresh_from_db()
    for name, value in SELF.items():
        setattr(case, name, value)
    case.save()
    person.refresh_from_db()
    change(person, consent_by="family")
    record_edit(case, by=UserFactory(username="entry"))

    assert still == [True, False]
    assert shown_on(on, case, AFTER) == [True]


def test_a_day_that_is_entered_or_moved_later_counts_at_once(on):
    person = PersonFactory(**SELF)
    case = CaseFactory(person=person, published=True)

    change(person, consent_expires_date=LAST)
    first = shown_on(on, case, LAST, AFTER)
    on(LAST)
    change(person, consent_expires_date=AFTER)
    longer = shown_on(on, case, AFTER, AFTER + timedelta(days=1))
    on(LAST)
    change(person, consent_expires_date=None)

    assert (first, longer) == ([True, False], [True, False])
    assert shown_on(on, case, AFTER + timedelta(days=1)) == [True]
    assert not ShownUntil.objects.exists()


def test_the_day_of_a_case_is_that_of_its_own_form_too(on):
    case = CaseFactory(published=True, **SELF)
    case.consent_expires_date = LAST
    case.save()
    record_edit(case, by=UserFactory(username="entry"))

    assert shown_on(on, case, LAST, AFTER) == [True, False]


def test_what_is_gone_does_not_come_back_by_an_edit_before_it_was_taken_out(on):
    """It comes back by the daily run, which sees that the consent was given anew."""
    person = PersonFactory(**SELF, consent_expires_date=LAST)
    case = CaseFactory(person=person, published=True)
    on(AFTER)

    change(person, consent_expires_date=LAST + timedelta(days=90))
    at_once = is_shown(case)
    narrow_expired()

    assert (at_once, is_shown(case)) == (False, True)


def test_the_day_is_that_of_the_site(on, settings):
    settings.TIME_ZONE = "Asia/Baku"
    timezone.get_default_timezone.cache_clear()
    try:
        case = CaseFactory(published=True, **SELF, consent_expires_date=LAST)
        on(LAST, time(19, 59, 59))
        before = is_shown(case)
        on(LAST, time(20, 0, 0))

        assert (before, is_shown(case)) == (True, False)
    finally:
        timezone.get_default_timezone.cache_clear()


def test_midnight_makes_another_page_of_every_page(on):
    case = CaseFactory(published=True, **SELF, consent_expires_date=LAST)
    client = Client()
    on(LAST, time(23, 59, 59))
    known = {path: client.get(path).headers["ETag"] for path in ("/", "/cases/", f"/cases/{case.reference}/")}
    again = [client.get(path, headers={"If-None-Match": tag}).status_code for path, tag in known.items()]
    on(AFTER, time(0, 0, 0))
    after = [client.get(path, headers={"If-None-Match": tag}).status_code for path, tag in known.items()]

    assert again == [304, 304, 304]
    assert after == [200, 200, 404]


def test_an_anonymised_case_has_its_last_day_from_the_day_it_appears(on):
    person = PersonFactory(**SELF, consent_expires_date=LAST)
    case = hidden(CaseFactory(person=person, published=True), "initials")
    assert not ShownUntil.objects.exists()

    approved(reworded(case))
    Anonymisation.objects.update(appears_on=timezone.localdate())
    publish_due()

    assert [(each.reference, each.day) for each in ShownUntil.objects.all()] == [(case.reference, LAST)]
    assert check() == []


def test_nothing_stays_of_it_when_the_record_is_taken_out(on):
    CaseFactory(published=True, **SELF, consent_expires_date=LAST)
    on(AFTER)

    narrow_expired()

    assert not ShownUntil.objects.exists()
    assert check() == []


def test_what_is_published_anew_on_a_renewed_consent_is_shown(on):
    case = CaseFactory(published=True, **SELF, consent_expires_date=LAST)
    on(AFTER)
    case.refresh_from_db()
    case.consent_expires_date = LAST + timedelta(days=90)
    case.save()
    take_to_review(case)
    before = is_shown(case)

    publish(case, by=UserFactory(username="publisher"), edit_version=case.edit_version)

    assert (before, is_shown(case)) == (False, True)


def test_one_that_fails_keeps_no_other_from_its_turn_and_the_run_does_not_count(on):
    broken, sound = (CaseFactory(published=True, **SELF, consent_expires_date=LAST) for _ in range(2))
    on(AFTER)
    LedgerText.objects.filter(reference=broken.reference).delete()

    with pytest.raises(Unfinished, match="1 rows"):
        narrow_expired()

    sound.refresh_from_db()
    assert not sound.is_public
    assert not CleanUp.objects.exists()
    assert Client().get(f"/cases/{broken.reference}/").status_code == 404


def test_the_desk_says_when_it_last_ran_and_warns_after_a_day(on):
    def desk() -> str:
        browser = Client()
        browser.force_login(UserFactory(username="entry"))
        return browser.get("/admin/").content.decode()

    never = desk()
    on(LAST)
    narrow_expired()
    on(AFTER)
    a_day_later = desk()
    on(AFTER, time(12, 0, 1))
    late = desk()

    assert "have never been taken out" in never
    assert "last looked for on 2026-06-30" in a_day_later and "has to run every day" not in a_day_later
    assert "last taken out on 2026-06-30" in late and "has to run every day" in late
