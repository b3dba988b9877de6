"""The list page: rows, counts, chips, order, pages."""

import gzip
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import timezone

from cases.public.list.pages import PAGE_SIZE
from cases.register.register import put
from cases.wording.dates import written_day
from tests.public.parts import states
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
    proceeding,
    sentence,
    violation,
)

pytestmark = pytest.mark.django_db


def treason(**parts) -> list[dict]:
    return [proceeding(charge(category="treason", **parts))]


def drugs() -> list[dict]:
    return [proceeding(charge(category="drugs"))]


def facet(response, parameter: str) -> dict[str, int]:
    facets = [facet for theme in response.context["themes"] for facet in theme["facets"]]
    chosen = next(facet for facet in facets if facet["parameter"] == parameter)
    return {choice["value"]: int(choice["count"]) for choice in chosen["choices"]}


def test_a_row_says_who_what_where_since_when_custody_and_sources(client, publish):
    today = timezone.now().date()
    reference = publish(
        "Rəna Quliyeva",
        person=person("Rəna Quliyeva", roles=["lawyer"]),
        states=states(origin=["AZ"], location=["RU"]),
        start=date("2024-10~"),
        custody=custody("pretrial_detention", today.isoformat()),
    )

    response = client.get("/cases/")

    page, [row] = response.content.decode(), response.context["rows"]
    for words in (
        f'href="/cases/{reference}/"',
        "Rəna Quliyeva",
        "Lawyer",
        "Detention",
        "In Russia; origin: Azerbaijan",
        "around October 2024",
        "Pre-trial detention",
        f"as of {written_day(today)}",
    ):
        assert words in page
    assert row["custody"]["sentence"] == f"Pre-trial detention, as of {written_day(today)}"
    assert "status--held" in page
    assert "Last known" not in page
    assert "confirmed since" not in page


def test_what_nobody_stated_is_said_to_be_so(client, publish):
    publish(states=states(origin=["not_stated"], location=["not_stated"]), start=date())

    assert client.get("/cases/").content.decode().count("not stated") >= 3


def test_custody_nobody_confirmed_lately_says_so(client, publish):
    today = timezone.now().date()
    publish(custody=custody("imprisoned", "2019-05"), last_checked=today.isoformat())

    page = client.get("/cases/").content.decode()

    assert "Imprisoned" in page
    assert "Last known" not in page, "time alone puts no custody in doubt"
    assert "status--lapsed" in page
    assert "status--held" not in page
    assert "not confirmed since May 2019" in page
    assert f"checked {written_day(today)}" not in page


@pytest.mark.parametrize(
    ("as_of", "words"), [("2019-03", "not confirmed since March 2019"), ("", "not recently confirmed")]
)
def test_custody_nobody_ever_checked_goes_by_the_day_of_the_status(client, publish, as_of, words):
    publish(custody=custody("imprisoned", as_of))

    page = client.get("/cases/").content.decode()

    assert "Imprisoned" in page
    assert "Last known" not in page
    assert "status--lapsed" in page
    assert words in page


def test_custody_that_was_never_a_question_is_a_dash_and_unknown_custody_is_unknown(client, publish):
    unknown = custody("unknown")
    publish("Threatened", violations=[violation("threat")], custody=unknown)
    publish("Detained", violations=[violation("detention")], custody=unknown)
    publish("Raided", violations=[violation("raid")], custody=custody())

    response = client.get("/cases/")

    statuses = {row["title"]: row["custody"] and row["custody"]["word"] for row in response.context["rows"]}
    assert statuses == {"Threatened": None, "Detained": "Custody unknown", "Raided": None}
    dash = '<span aria-hidden="true">–</span> <span class="visually-hidden">not stated</span>'
    assert re.sub(r"\s+", " ", response.content.decode()).count(dash) == 2


def test_custody_whose_term_is_over_is_last_known(client, publish):
    days = sentence(kind="administrative_arrest", years=None, days=15)
    publish(
        events=[event("administrative_sentence", "2024-11-02", proceeding=1)],
        proceedings=[proceeding(kind="administrative", sentences=[days])],
    )

    page = client.get("/cases/").content.decode()

    assert "Last known: administrative detention" in page
    assert "not confirmed since 2 November 2024" in page
    assert "status--lapsed" in page


def test_codes_never_show(client, publish):
    publish(custody=custody("held_form_unknown"), methods=["coopting.unspecified"])

    text = re.sub(r"<[^>]*>", " ", client.get("/cases/").content.decode())

    assert "held_form_unknown" not in text
    assert "coopting.unspecified" not in text


def test_counts_of_a_facet_disregard_its_own_filter(client, publish):
    publish("A", proceedings=treason(), roles=["lawyer"])
    publish("B", proceedings=drugs(), roles=["student"])

    response = client.get("/cases/?charge=treason")

    assert facet(response, "charge") == {"treason": 1, "drugs": 1}
    assert "student" not in facet(response, "role")


def test_a_chosen_value_stays_with_its_zero_and_others_without_cases_go(client, publish):
    publish("A", proceedings=treason(), roles=["lawyer"])
    publish("B", proceedings=drugs(), roles=["student"])

    response = client.get("/cases/?charge=drugs&role=lawyer")

    assert facet(response, "charge") == {"drugs": 0, "treason": 1}
    assert response.context["rows"] == []
    assert "No published case matches" in response.content.decode()


def test_a_case_with_one_category_twice_counts_once(client, publish):
    publish(proceedings=[proceeding(charge(number=1), charge(number=2))])

    assert facet(client.get("/cases/"), "charge") == {"treason": 1}


def test_chips_take_one_value_away_and_clearing_keeps_the_words(client, publish):
    publish("Rəna Quliyeva", proceedings=treason())

    response = client.get("/cases/?q=Quliyeva&charge=treason&charge=drugs&sort=name")

    chips = {(str(chip["title"]), chip["value"]): chip["rest"] for chip in response.context["chips"]}
    assert parse_qs(urlsplit(chips["Charge, ever brought", "High treason"]).query) == {
        "q": ["Quliyeva"],
        "charge": ["drugs"],
        "sort": ["name"],
    }
    assert response.context["cleared"] == "?q=Quliyeva"


def test_the_heading_says_the_search_in_words(client, publish):
    publish(proceedings=treason())

    page = client.get(
        "/cases/?charge=treason&charge=espionage&location=RU&held_on=2024-11-11"
    ).content.decode()

    title = re.search(r"<h1>(.*?)</h1>", page, re.S)[1]
    assert title == "Cases with charges of espionage or high treason, in Russia, held on 11 November 2024"


def test_orders_by_start_unless_asked_otherwise(listed, publish):
    publish("Arif", start=date("2024-03"))
    publish("Cəmil", start=date("2025-03"))
    publish("Banu", start=date())

    assert listed() == ["Cəmil", "Arif", "Banu"]
    assert listed("?sort=start") == ["Arif", "Cəmil", "Banu"]
    assert listed("?sort=name") == ["Arif", "Banu", "Cəmil"]


def test_the_sorted_column_says_its_direction(client, publish):
    publish()

    page = client.get("/cases/?sort=start").content.decode()

    assert page.count("aria-sort=") == 1
    assert 'aria-sort="ascending"' in page
    assert 'href="/cases/?sort=-start"' in page


LENGTHS = " · longest held · longest sentence · most sources"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", f"[since ↓] · newest published · name · last checked{LENGTHS}"),
        ("?sort=start", f"[since ↑] · newest published · name · last checked{LENGTHS}"),
        ("?sort=-published", f"since ↓ · [newest published] · name · last checked{LENGTHS}"),
        (
            "?q=Quliyeva",
            f"[best match] · since ↓ · newest published · name · last checked{LENGTHS}",
        ),
    ],
)
def test_the_present_order_is_marked_among_the_others(client, publish, query, words):
    publish("Rəna Quliyeva")

    page = client.get(f"/cases/{query}").content.decode()

    foot = page[page.index("tally__orders") :].partition(">")[2].partition("</p>")[0]
    foot = re.sub(r'<strong aria-current="true">(.*?)</strong>', r"[\1]", foot)
    assert re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", foot)).strip() == words


def test_a_similar_name_is_marked_and_never_shown_as_the_same(client, publish):
    publish("Bəhruz Səmədov")
    publish("Bahram Samadov")

    response = client.get("/cases/", {"q": "Бахруз Самедов"})

    rows = {row["title"]: row["similar"] for row in response.context["rows"]}
    assert rows["Bəhruz Səmədov"] is False
    assert rows.get("Bahram Samadov") is not False


def test_pages_hold_a_few_rows_and_link_each_other(client, publish):
    for number in range(PAGE_SIZE + 1):
        publish(f"Person {number}")

    first, second = client.get("/cases/"), client.get("/cases/?page=2")

    assert len(first.context["rows"]) == PAGE_SIZE
    assert len(second.context["rows"]) == 1
    assert 'href="/cases/?page=2"' in first.content.decode()
    both = {row["reference"] for response in (first, second) for row in response.context["rows"]}
    assert len(both) == PAGE_SIZE + 1


def test_a_reference_finds_its_cases(listed, publish):
    somebody, campaign = person("Rəna Quliyeva"), campaign_document()
    put(campaign)
    reference = publish("A", person=somebody)
    publish("B", campaigns=[{"reference": campaign["reference"], "title": campaign["title"]}])

    assert listed(f"?q={reference}") == ["A"]
    assert listed(f"?q={somebody['reference'].lower()}") == ["A"]
    assert listed(f"?q={campaign['reference']}") == ["B"]


def test_people_are_counted_beside_cases_with_the_rule(client, publish):
    somebody = person("Rəna Quliyeva")
    publish("A", person=somebody)
    publish("B", person=somebody)

    page = client.get("/cases/").content.decode()

    assert "2 cases" in page
    assert "concerning at least 1 person" in page
    assert "People are counted at least" in page


def test_the_download_link_asks_for_the_same_rows(client, publish):
    for number in range(PAGE_SIZE + 1):
        publish(f"Person {number}", proceedings=treason())

    page = client.get("/cases/?page=2&charge=treason").content.decode()

    assert 'href="/cases.csv?charge=treason"' in page
    assert f"Download these {PAGE_SIZE + 1} cases" in page


def test_text_from_a_record_is_escaped(client):
    attack = "<script>alert(1)</script>"
    campaign = campaign_document(title=attack)
    put(campaign)
    put(
        case_document(
            title=attack,
            person=person(attack),
            attributions=[attribution(to=attack, agency="A-0000-0000-0001")],
            campaigns=[{"reference": campaign["reference"], "title": attack}],
            start=date(words=attack),
        )
    )

    for query in ("", f"?campaign={campaign['reference']}", "?agency=A-0000-0000-0001"):
        page = client.get(f"/cases/{query}").content.decode()
        assert "<script" not in page
        assert "&lt;script&gt;" in page


def test_the_number_of_queries_does_not_depend_on_the_rows(client, publish, django_assert_max_num_queries):
    campaign = campaign_document()
    put(campaign)
    for number in range(12):
        publish(
            f"Person {number}",
            attributions=[attribution(agency=f"A-0000-0000-000{number % 5}")],
            campaigns=[{"reference": campaign["reference"], "title": campaign["title"]}],
        )
    put(group_document())
    client.get(
        "/cases/"
    )  # whose process then has the bitmaps of this register in memory, not of an earlier one

    with django_assert_max_num_queries(5):
        client.get("/cases/?charge=treason&from=2020-01-01&held_on=2024-10-01")

    # Words of names, cases that have them, their names, words of texts.
    with django_assert_max_num_queries(5 + 4):
        client.get("/cases/?q=Person&charge=treason&from=2020-01-01&held_on=2024-10-01")


def test_the_list_is_light(client, publish, settings):
    for number in range(PAGE_SIZE):
        publish(f"Rəna Quliyeva {number}", proceedings=treason(), custody=custody("imprisoned", "2024-11"))

    page = client.get("/cases/").content.decode()
    sheets = [settings.BASE_DIR / "static" / name for name in re.findall(r'href="/static/(css/[^"]+)"', page)]
    assert sheets
    size = sum(
        len(gzip.compress(content)) for content in [page.encode(), *(sheet.read_bytes() for sheet in sheets)]
    )
    assert size <= 30 * 1024


@pytest.mark.parametrize("words", ["yes", "true"])
def test_yes_and_true_are_one_choice(client, publish, words):
    publish("Across", cross_border={"value": True, "basis": ""})

    assert facet(client.get(f"/cases/?cross_border={words}"), "cross_border") == {"true": 1}


def test_no_way_leads_from_the_best_match_to_an_error(client, publish):
    publish("Rəna Quliyeva")

    response = client.get("/cases/?q=Quliyeva&sort=relevance")

    assert response.context["kept"] == []
    [words] = [chip for chip in response.context["chips"] if "Quliyeva" in chip["value"]]
    assert client.get(f"/cases/{words['rest']}").status_code == 200


def test_too_many_quoted_phrases_are_an_error_that_says_so(client):
    response = client.get("/cases/", {"q": '"a b" "c d" "e f" "g h" "i j"'})

    assert response.status_code == 400
    assert "4 quoted phrases" in response.content.decode()
