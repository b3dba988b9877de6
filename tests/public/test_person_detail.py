"""The page of a person: only the named, only from what is published."""

import pytest

from cases.register.register import put, withdraw
from tests.register.documents import case_document, custody, date, event, person

pytestmark = pytest.mark.django_db

REFERENCE = "P-7K3F-9Q2M-T4XW"


def test_shows_the_person_and_every_case(client, publish):
    publish("First", person=person("Rəna Quliyeva", "Рена Кулиева", reference=REFERENCE, birth_year=1987))
    publish(
        "Second",
        person=person("Rəna Quliyeva", reference=REFERENCE, birth_year=None, roles=["lawyer"]),
        start=date("2020"),
    )

    page = client.get(f"/people/{REFERENCE}/").content.decode()

    for words in ("Rəna Quliyeva", "Рена Кулиева", "1987", "Lawyer", "First", "Second", "2 published cases"):
        assert words in page


def test_a_person_below_named_has_no_page(client):
    put(case_document(identity="initials", person=person("R. Q.", reference=REFERENCE)))

    assert client.get(f"/people/{REFERENCE}/").status_code == 404


def test_the_page_goes_with_the_last_case(client, publish):
    reference = publish(person=person(reference=REFERENCE))
    withdraw(reference, announced=True)

    assert client.get(f"/people/{REFERENCE}/").status_code == 404


@pytest.mark.parametrize("path", ["", "P-0000-0000-0000", "%00"])
def test_nobody_is_not_there(client, db, path):
    put(case_document(identity="withheld", person=person("", reference="")))

    assert client.get(f"/people/{path}/").status_code == 404


def test_says_in_a_sentence_who_it_is_and_in_how_many_cases(client, publish):
    who = person("Rəna Quliyeva", reference=REFERENCE, roles=["journalist"])
    publish("First", person=who, custody=custody("imprisoned", "2024-05-01"))
    publish("Second", person=who, custody=custody("released", "2020-01-01"))

    page = client.get(f"/people/{REFERENCE}/").content.decode()

    assert "Rəna Quliyeva (journalist) is the subject of 2 published cases." in page
    assert "several cases of one person count as one person" in page


def test_custody_is_that_of_the_case_with_the_newest_status(client, publish):
    who = person("Rəna Quliyeva", reference=REFERENCE)
    newest = publish("First", person=who, custody=custody("imprisoned", "2024-05-01"))
    publish("Second", person=who, custody=custody("released", "2020-01-01"))

    page = client.get(f"/people/{REFERENCE}/").content.decode()

    banner = page[page.index("status--banner") : page.index('class="part"')]
    assert "Imprisoned, not confirmed since 1 May 2024" in banner
    assert f'href="/cases/{newest}/"' in banner


def held(*days):
    """What a document tells of stretches of custody, each from one day to another, or open."""
    events = []
    for begin, end in days:
        events.append(event("arrest", begin, proceeding=None))
        if end:
            events.append(event("release", end, proceeding=None))
    return {
        "violations": [],
        "proceedings": [],
        "events": events,
        "start": date(days[0][0]) if days else date(),
    }


def test_custody_over_all_cases_is_one_course_of_life(client, publish):
    who = person("Rəna Quliyeva", reference=REFERENCE)
    later = publish("Second", person=who, **held(("2020-05-01", "2020-05-15"), ("2021-01-01", "2021-01-10")))
    publish("First", person=who, **held(("2020-05-10", "2020-05-20")))

    page = client.get(f"/people/{REFERENCE}/").content.decode()

    part = page[page.index("In custody, over all cases") : page.rindex("2 published cases")]
    assert "Held 2 times, 30 days in all." in part
    assert part.index("1 May 2020 – 15 May 2020 · 15 days") < part.index(
        "10 May 2020 – 20 May 2020 · 11 days"
    )
    assert f'href="/cases/{later}/"' in part
    assert "days that two cases tell of count once" in part


def test_where_no_end_is_known_the_most_counts_to_today(client, publish):
    publish("First", person=person("Rəna Quliyeva", reference=REFERENCE), **held(("2020-05-01", None)))

    page = client.get(f"/people/{REFERENCE}/").content.decode()

    assert "Held 1 time, at least 1 day in all, at most " in page
    assert "1 May 2020 – end not known" in page


def test_of_somebody_who_was_never_held_nothing_is_counted(client, publish):
    publish("First", person=person("Rəna Quliyeva", reference=REFERENCE), **held())

    assert "In custody, over all cases" not in client.get(f"/people/{REFERENCE}/").content.decode()
