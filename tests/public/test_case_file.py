"""What makes a case's page a file: its first sentence, the timeline, sources that lead back, near cases, names."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.register.register import put, withdraw
from cases.wording.sentence import one_sentence
from tests.public.parts import states
from tests.register.documents import (
    campaign_document,
    case_document,
    charge,
    custody,
    date,
    event,
    group_document,
    person,
    proceeding,
    source,
    violation,
)

NOWHERE = states(origin=["not_stated"], location=["not_stated"])


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"start": date("2024-10")},
            "Bahruz Samadov (researcher): detention in Azerbaijan, October 2024. Charges: high treason.",
        ),
        (
            {"start": date(), "proceedings": []},
            "Bahruz Samadov (researcher): detention in Azerbaijan, on a date not stated.",
        ),
        (
            {"start": date(), "states": NOWHERE, "proceedings": []},
            "Bahruz Samadov (researcher): detention; where and when is not stated.",
        ),
        (
            {"states": states(origin=["AZ"]), "proceedings": [proceeding(charge(category="unspecified"))]},
            "Bahruz Samadov (researcher): detention, October 2024; where is not stated, the state behind it is "
            "Azerbaijan. There were charges; which is not stated.",
        ),
        (
            {"violations": [], "proceedings": [], "states": states(location=["RU"], inferred=["location"])},
            "Bahruz Samadov (researcher): an unspecified act in Russia (country inferred by us), October 2024.",
        ),
        (
            {"identity": "withheld", "person": person("", roles=["lawyer"]), "proceedings": []},
            "Somebody whose name is not shown (lawyer): detention in Azerbaijan, October 2024.",
        ),
    ],
)
def test_one_sentence_by_what_is_known(changes, sentence):
    assert one_sentence(case_document(**changes)) == sentence


def test_a_group_is_named_by_its_description():
    assert one_sentence(group_document(proceedings=[])).startswith("Talysh intellectuals: detention in Azer")


def test_many_charges_are_cut_short():
    categories = ("treason", "espionage", "drugs", "weapons", "religion")
    document = case_document(proceedings=[proceeding(*(charge(category=each) for each in categories))])

    assert one_sentence(document).endswith("and others.")


@pytest.mark.django_db
def test_the_timeline_shows_custody_and_inexact_dates_in_words_and_lines(client):
    document = case_document(
        events=[
            event("hunger_strike", "2024-01-01", custody=""),
            event("detained", "2024-03"),
            event("statement", "2024-04-01", custody=""),
            event("disappeared", "2024-05-01", custody="missing"),
            event("release", "2024-06-01"),
        ]
    )
    put(document)

    page = client.get(f"/cases/{document['reference']}/").content.decode()

    entries = re.findall(r'<li id="(timeline-\d)"\s+class="([^"]*)"', page)
    assert entries == [
        ("timeline-1", "timeline__entry"),
        ("timeline-2", "timeline__entry timeline__entry--held timeline__entry--vague"),
        ("timeline-3", "timeline__entry timeline__entry--held"),
        ("timeline-4", "timeline__entry timeline__entry--unknown"),
        ("timeline-5", "timeline__entry timeline__entry--free"),
    ]
    said = re.findall(r"Custody from here on: (.*)", page)
    assert [words.strip() for words in said] == ["Held, form not stated", "Missing", "Released"]


@pytest.mark.django_db
def test_a_death_of_somebody_who_was_not_held_is_no_custody(client):
    document = case_document(events=[event("death", "2024-03-01", custody="deceased")])
    put(document)

    page = client.get(f"/cases/{document['reference']}/").content.decode()

    assert "Custody from here on" not in page
    assert 'class="timeline__entry"' in page


@pytest.mark.django_db
def test_sources_lead_back_to_every_fact_that_cites_them(client):
    document = case_document(
        custody=custody("imprisoned", "2024-11") | {"source": 2},
        violations=[violation(sources=[1])],
        events=[event("detained", "2024-10-03", sources=[1, 2])],
        proceedings=[proceeding(charge("as printed", sources=[2]))],
        sources=[source(), source(number=2), source(number=3)],
    )
    put(document)

    page = client.get(f"/cases/{document['reference']}/").content.decode()

    listed = re.split(r'<li id="source-\d">', page)[1:]
    backwards = [re.findall(r'<a href="#([a-z]+[-\d]*)">', part) for part in listed]
    assert backwards == [["violations-1", "timeline-1"], ["custody", "timeline-1", "charge-1-1"], []]
    for anchor in {anchor for part in backwards for anchor in part}:
        assert page.count(f'id="{anchor}"') == 1
    assert "Cited for 2 statements here" in page
    assert 'aria-label="source 2"' in page


@pytest.mark.django_db
def test_no_anchor_stands_twice(client):
    document = case_document(
        proceedings=[proceeding(charge(replaced_by=2), charge(number=2)), proceeding(charge(), number=2)],
        events=[event("detained", "2024-10-03")] * 2,
    )
    put(document)

    page = client.get(f"/cases/{document['reference']}/").content.decode()

    anchors = re.findall(r'\bid="([^"]*)"', page)
    assert len(anchors) == len(set(anchors))
    assert '<a href="#charge-1-2">replaced by charge 2</a>' in page
    assert set(re.findall(r'href="#([^"]*)"', page)) <= set(anchors)


@pytest.mark.django_db
def test_near_cases_are_few_published_and_lead_to_all(client, publish, django_assert_max_num_queries):
    campaign = campaign_document(title="A wave")
    put(campaign)
    tie = [{"reference": campaign["reference"], "title": "A wave"}]
    who = person("Rəna Quliyeva", reference="P-7K3F-9Q2M-T4XW")
    reference = publish("Rəna Quliyeva", person=who, campaigns=tie)
    publish("Her other case", person=who)
    others = [publish(f"Wave {number}", campaigns=tie) for number in range(9)]
    withdraw(others[0], announced=False)
    client.get("/cases/")

    with django_assert_max_num_queries(6):
        page = client.get(f"/cases/{reference}/").content.decode()

    assert "Other cases of Rəna Quliyeva" in page
    assert "Her other case" in page
    assert len(re.findall(r">Wave \d<", page)) == 6
    assert "Wave 0" not in page
    assert "All 9 cases of this campaign" in page
    assert f'href="/cases/?campaign={campaign["reference"]}"' in page


@pytest.mark.django_db
def test_cases_of_somebody_who_is_not_named_are_not_brought_together(client, publish):
    who = person("R. Q.", reference="P-7K3F-9Q2M-T4XW")
    reference = publish("One", person=who, identity="initials")
    publish("Two", person=who, identity="initials")

    page = client.get(f"/cases/{reference}/").content.decode()

    assert "Two" not in page
    assert "/people/" not in page


SPELLINGS = [
    {"text": "Рена Кулиева", "language": "ru", "script": "Cyrl", "kind": "transliteration"},
    {"text": "Rəna Quliyeva", "language": "az", "script": "Latn", "kind": "official"},
    {"text": "رنا قلی‌یوا", "language": "fa", "script": "Arab", "kind": "transliteration"},
]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("prefix", "name", "language"),
    [("", None, None), ("/az", "Rəna Quliyeva", "az")],
)
def test_the_name_in_the_reader_s_script_stands_beside_the_main_one(client, publish, prefix, name, language):
    who = person("Rena Guliyeva", reference="P-7K3F-9Q2M-T4XW") | {"other_names": SPELLINGS}
    reference = publish("Rena Guliyeva", person=who)

    for path in (f"/cases/{reference}/", f"/people/{who['reference']}/", "/cases/"):
        page = client.get(prefix + path).content.decode()
        beside = re.findall(
            r'(?:title__script">\s*<bdi|<bdi class="case-table__under") lang="(..)">([^<]*)<', page
        )
        assert beside[:1] == ([(language, name)] if name else []), path


@pytest.mark.django_db
def test_a_name_in_the_reader_s_letters_is_the_heading_where_there_is_no_title_in_the_language(
    client, publish
):
    who = person("Rena Guliyeva", reference="P-7K3F-9Q2M-T4XW") | {"other_names": SPELLINGS}
    reference = publish("Rena Guliyeva", person=who, title="Rena Guliyeva, detained at a border")

    case = client.get(f"/ru/cases/{reference}/").content.decode()
    page = client.get(f"/ru/people/{who['reference']}/").content.decode()

    assert "<h1>Рена Кулиева" in case
    assert '<p class="title__written"><span lang="en">Rena Guliyeva, detained at a border</span></p>' in case
    assert "<h1>Рена Кулиева" in page and "<bdi>Rena Guliyeva</bdi>" in page
    assert "Рена Кулиева" in case[case.index("<title") : case.index("</title>")]


@pytest.mark.django_db
def test_a_name_that_is_the_main_one_is_not_said_twice(client, publish):
    who = person("Рена Кулиева") | {"other_names": SPELLINGS[:1]}
    reference = publish("Рена Кулиева", person=who)

    assert "title__script" not in client.get(f"/ru/cases/{reference}/").content.decode()


@pytest.mark.django_db
def test_english_readers_do_not_pay_for_names_in_other_scripts(client, publish):
    publish()
    client.get("/cases/")

    with CaptureQueriesContext(connection) as english:
        client.get("/cases/")
    with CaptureQueriesContext(connection) as russian:
        client.get("/ru/cases/")

    assert len(english) == len(russian)
    assert not any("other_names" in query["sql"] for query in english)
    assert any("other_names" in query["sql"] for query in russian)


@pytest.mark.django_db
def test_each_sheet_of_paper_says_which_record_and_version(client, publish):
    reference = publish()

    page = client.get(f"/cases/{reference}/").content.decode()

    assert re.search(rf'class="paper-foot".*?{reference}, version 1 of', page, re.S)
