"""The page of a case: every fact with its source, every gap said, nothing that runs."""

import re

import pytest

from cases.register.register import put, withdraw
from tests.public.parts import assessment, citation, intervention, official_position, relation, states
from tests.register.documents import (
    attribution,
    campaign_document,
    case_document,
    charge,
    custody,
    date,
    event,
    group_document,
    person,
    place,
    proceeding,
    sentence,
    source,
    violation,
)

pytestmark = pytest.mark.django_db


def test_begins_with_who_and_one_sentence_of_what_happened(text):
    words = text(
        case_document(
            title="Bahruz Samadov",
            start=date("2024-10~"),
            proceedings=[proceeding(charge(category="treason"))],
        )
    )

    assert (
        "Bahruz Samadov (researcher): detention in Azerbaijan, around October 2024. Charges: high treason."
        in words
    )


def test_says_what_nobody_stated(text):
    words = text(
        case_document(
            start=date(), states=states(origin=["not_stated"], location=["not_stated"]), proceedings=[]
        )
    )

    assert "detention; where and when is not stated." in words
    assert "Place not stated" in words
    assert "Start not stated" in words
    assert "State of origin (whose repression) not stated" in words
    assert "Who did it, according to whom Not stated by the sources." in words


def test_an_origin_is_said_where_the_place_is_not_stated(text):
    words = text(case_document(states=states(origin=["AZ"], location=["not_stated"]), start=date()))

    assert "detention; where and when is not stated, the state behind it is Azerbaijan. Charges" in words


def test_an_inferred_country_says_by_whom_and_from_what(text):
    words = text(
        case_document(
            states=states(origin=["AZ"], location=["AZ"], inferred=["origin"], basis="“domestic campaign”")
        )
    )

    assert "Azerbaijan inferred by us from: “domestic campaign”" in words


def test_charges_carry_country_code_article_category_and_status(text):
    words = text(
        case_document(
            proceedings=[
                proceeding(
                    charge("dövlətə xəyanət", country="AZ", code="CC", article="274", status="convicted"),
                    charge("as printed", number=2),
                    sentences=[sentence(years=9, months=6)],
                )
            ]
        )
    )

    assert "Azerbaijan, Criminal Code, article 274" in words
    assert "dövlətə xəyanət" in words
    assert "status: Convicted" in words
    assert "article not stated" in words
    assert "9 years, 6 months" in words


def test_attributions_are_claims_with_the_official_position_beside_them(text):
    words = text(
        case_document(
            attributions=[attribution(to="Russia’s security services", by="Bellingcat", level="2")],
            official_positions=[official_position("denies", stated_by="The Kremlin")],
        )
    )

    assert "Attributed to Russia’s security services by Bellingcat" in words
    assert words.index("Attributed to") < words.index("Official position") < words.index("The Kremlin")


def test_facts_that_rest_on_the_sources_of_the_whole_case_mark_each_once(client):
    every = [1, 2]
    document = case_document(
        custody=custody("imprisoned", "2024-11") | {"source": 1},
        violations=[violation(sources=every)],
        events=[event("detained", "2024-10", sources=every)],
        proceedings=[proceeding(charge(sources=every), stage_source=1, sentences=[sentence(sources=every)])],
        attributions=[attribution(sources=every)],
        sources=[source(), source(number=2)],
        citations=[citation(1), citation(2), citation(1, target="violation")],
    )
    put(document)

    page = client.get(f"/cases/{document['reference']}/").content.decode()

    marks = [
        [int(number) for number in re.findall(r"#source-(\d+)", group)]
        for group in re.findall(r'<span class="marks">(.*?)</span>', page, re.S)
    ]
    lead, banner, *facts = marks
    assert (lead, banner) == ([1, 2], [1])
    assert sorted(facts) == sorted([[1], *[every] * 5])


def test_every_fact_marks_its_sources(client):
    document = case_document(
        events=[event("detained", "2024", sources=[2])],
        sources=[source(number=1, title="First"), source(number=2, title="Second")],
    )
    put(document)

    page = client.get(f"/cases/{document['reference']}/").content.decode()

    timeline = page[page.index('id="timeline"') : page.index('id="charges"')]
    assert 'href="#source-2"' in timeline
    assert 'id="source-2"' in page


def test_sources_link_only_to_the_web_and_without_a_trace(client):
    document = case_document(
        sources=[
            source(number=1, url="https://example.org/a", archived_url="javascript:alert(1)"),
            source(number=2, url="javascript:alert(2)"),
            source(number=3, url="data:text/html,x"),
            source(number=4, url="//example.org/x"),
        ]
    )
    put(document)

    page = client.get(f"/cases/{document['reference']}/").content.decode()

    assert re.search(
        r'<a href="https://example.org/a"\s+rel="noopener noreferrer nofollow"\s+lang="en">', page
    )
    assert page.count("rel=") == page.count('rel="noopener noreferrer nofollow"') + page.count("<link rel=")
    assert "javascript:" not in page
    assert "data:text" not in page


def test_citations_show_remark_and_the_value_they_claim(text):
    words = text(
        case_document(
            citations=[
                citation(remark="The author calls the evidence thin."),
                citation(
                    claimed_field="start_date",
                    claimed_value="12 February",
                    preferred=False,
                    preference_reason="the first report is closer",
                ),
            ]
        )
    )

    assert "The author calls the evidence thin." in words
    assert "Says of start: “12 February” (not followed here: the first report is closer)" in words


def test_a_group_shows_its_words_and_no_number(text):
    document = group_document(
        people={
            "description": "Talysh intellectuals",
            "min": None,
            "max": None,
            "words": "a handful",
            "unit": "group",
            "overlaps": [],
        }
    )

    words = text(document)

    assert "Talysh intellectuals" in words
    assert "“a handful”, no number given" in words


def test_related_records_are_linked_and_never_caused(client, text):
    campaign = campaign_document(title="Crackdown")
    another = case_document(title="Another, as it is called now")
    put(campaign)
    put(another)
    document = case_document(
        campaigns=[{"reference": campaign["reference"], "title": "Crackdown"}],
        relations=[
            relation("follows", reference=another["reference"], title="Another"),
            relation("follows", reference="C-0000-0000-0001", title="Not published"),
            relation("causes", title="Something"),
        ],
    )

    words = text(document)

    page = client.get(f"/cases/{document['reference']}/").content.decode()
    assert f'href="/campaigns/{campaign["reference"]}/"' in page
    assert "Followed Another, as it is called now" in words
    assert "Not published" not in words
    assert "C-0000-0000-0001" not in page
    assert not re.search(r"\bcause[sd]\b", words, re.I)


def test_below_named_sources_say_only_what_they_may(client):
    document = case_document(
        identity="withheld",
        title="A lawyer",
        person=person("", reference="", birth_year=None),
        sources=[{"number": 1, "kind": "press", "language": "en", "reliability": "B", "independent": True}],
        start=date("2024-10"),
    )
    put(document)

    page = client.get(f"/cases/{document['reference']}/").content.decode()

    assert "Titles and addresses are not shown" in page
    assert "/people/" not in page


def test_a_named_person_is_linked(client, publish):
    reference = publish("Rəna Quliyeva", person=person("Rəna Quliyeva", reference="P-7K3F-9Q2M-T4XW"))

    assert 'href="/people/P-7K3F-9Q2M-T4XW/"' in client.get(f"/cases/{reference}/").content.decode()


def test_version_and_citation_name_the_version(text, settings):
    settings.SITE_URL = "https://tracker.example"
    document = case_document(title="Bahruz Samadov")
    put(document)
    document["summary"] = "Something else."

    words = text(document)

    assert "Version 2, published" in words
    assert f"{document['reference']}, version 2 of" in words
    assert f"https://tracker.example/cases/{document['reference']}/" in words
    assert "Inclusion says neither innocence nor guilt." in words


def test_every_text_of_a_record_is_escaped(client):
    attack = '"><script>alert(1)</script>'
    spot = place(locality=attack, facility=attack, region_name=attack, names=[attack])
    document = case_document(
        title=attack,
        summary=attack,
        person=person(attack, attack),
        roles=[attack],
        place=spot,
        start=date(words=attack),
        targeted_because_of=attack,
        states=states(location=[attack], inferred=["location"], basis=attack),
        cross_border={"value": True, "basis": attack},
        violations=[violation(assessor=attack, place=spot)],
        proceedings=[
            proceeding(
                charge(attack, title=attack, article=attack, country=attack, code=attack, category=attack),
                sentences=[sentence(words=attack, regime=attack)],
            )
        ],
        events=[event("detained", description=attack, verb=attack, agency=attack, place=spot)],
        attributions=[attribution(to=attack, by=attack)],
        official_positions=[official_position(stated_by=attack, text=attack, about=attack)],
        interventions=[
            intervention(actor=attack, addressee=attack, requested=attack, response=attack, impact=attack)
        ],
        assessments=[assessment(assessor=attack, framework=attack, categories=[attack], outcome=attack)],
        campaigns=[{"reference": "K-0000-0000-0001", "title": attack}],
        relations=[relation("follows", title=attack, text=attack, reference=attack)],
        sources=[source(title=attack, publisher=attack, author=attack, url=f"https://example.org/{attack}")],
        citations=[
            citation(
                remark=attack,
                pinpoint=attack,
                claimed_field=attack,
                claimed_value=attack,
                preference_reason=attack,
            )
        ],
    )
    put(document)

    response = client.get(f"/cases/{document['reference']}/")

    page = response.content.decode()
    assert response.status_code == 200
    assert "<script" not in page
    assert page.count("&lt;script&gt;") > 30


def test_an_announced_withdrawal_says_reference_and_day_only(client, publish):
    reference = publish("Rəna Quliyeva")
    withdraw(reference, announced=True)

    response = client.get(f"/cases/{reference}/")

    page = response.content.decode()
    assert response.status_code == 410
    assert reference in page
    assert "This record was withdrawn on" in page
    assert "Quliyeva" not in page


def test_a_silent_withdrawal_answers_like_a_reference_that_never_was(client, publish):
    reference = publish("Rəna Quliyeva")
    withdraw(reference, announced=False)

    gone, never = client.get(f"/cases/{reference}/"), client.get("/cases/C-0000-0000-0000/")

    assert gone.status_code == never.status_code == 404
    assert gone.content == never.content


@pytest.mark.parametrize("path", ["nonsense", "C-1", "C-0000-0000-000%00", "%00", "ß", "C-7K3F-9Q2M-T4XW'"])
def test_what_is_no_reference_is_not_there(client, db, path):
    assert client.get(f"/cases/{path}/").status_code == 404


def test_small_letters_lead_to_the_page_if_there_is_one(client, publish):
    reference = publish()

    found, lost = client.get(f"/cases/{reference.lower()}/"), client.get("/cases/c-0000-0000-0000/")

    assert found["Location"] == f"/cases/{reference}/"
    assert lost.status_code == 404
