"""Ten questions such as journalists ask, each answered from the start page by clicking and typing alone.

No script runs, and no address is typed. What the page answers is compared with what the records of this module say,
counted here from their documents. They are published once for all questions.
"""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from cases.register.register import put, put_many
from cases.vocabularies.custody import IN_CUSTODY
from cases.vocabularies.role_families import roles_of
from tests.public.parts import states
from tests.register.documents import (
    case_document,
    charge,
    custody,
    date,
    event,
    person,
    place,
    proceeding,
    violation,
)

pytestmark = [pytest.mark.browser, pytest.mark.slow]

THREE_SCRIPTS = ("Bahruz Samadov", "Бахруз Самедов", "بهروز صمدوف")
DERBENT = {"country": "RU", "region": "RU-DA", "locality": "Derbent", "names": ["Derbent", "Дербент"]}
MAKHACHKALA = {"country": "RU", "region": "RU-DA", "locality": "Makhachkala", "names": ["Махачкала"]}
KEPT = ("reference", "title", "summary", "person", "events", "start")
SMUGGLING = {"country": "AZ", "code": "CC", "article": "206", "category": "economic"}


def _documents() -> list[dict]:
    today = timezone.now().date()
    lately, long_ago = (today - timedelta(days=9)).isoformat(), (today - timedelta(days=900)).isoformat()
    released = custody("released", lately)
    two_times = person(THREE_SCRIPTS[0], *THREE_SCRIPTS[1:], roles=["researcher"])

    def case(name: str, category: str = "extremism", *roles: str, **changes) -> dict:
        made = {
            "title": f"Case of {name}",
            "person": person(name, roles=list(roles)),
            "proceedings": [proceeding(charge("As charged", category=category))],
            "custody": released,
            "start": date("2023-05-01"),
        }
        return case_document(**made | changes)

    def smuggling(name: str, *roles: str) -> dict:
        return case(name, "", *roles, proceedings=[proceeding(charge("Smuggling", **SMUGGLING))])

    def arrested(name: str, day: str) -> dict:
        return case(name, events=[event("arrest", day)], start=date(day), violations=[])

    def returned(name: str, origin: str, destination: str) -> dict:
        way = states(origin=[destination], location=[origin], destination=[destination])
        return case(name, states=way, violations=[violation("deportation")])

    return [
        case("Ali One", "treason", custody=custody("imprisoned", lately)),
        case("Ali Two", "treason", "journalist", custody=custody("pretrial_detention", lately)),
        case("Ali Three", "treason", custody=custody("held_after_conviction", long_ago)),
        case("Ali Four", "treason"),
        case("Nina One", "drugs", "party_activist", custody=custody("imprisoned", lately)),
        case("Nina Two", "drugs", "blogger", "civic_activist", custody=custody("imprisoned", lately)),
        case("Nina Three", "drugs", "lawyer", custody=custody("imprisoned", lately)),
        case("Nina Four", "drugs", "journalist"),
        arrested("Vera One", "2024-10-10"),
        arrested("Vera Two", "2024-10-11"),
        arrested("Vera Three", "2024-11-10"),
        arrested("Vera Four", "2024-11-11"),
        arrested("Vera Five", "2024-10"),
        returned("Omar One", "RU", "AZ"),
        returned("Omar Two", "RU", "AZ"),
        returned("Omar Three", "TR", "AZ"),
        returned("Omar Four", "AZ", "RU"),
        case("", person=two_times, title="A first case"),
        case("", person=two_times, title="A second case"),
        case("Bahar Samadova"),
        case("Magomed One", place=place(**DERBENT), states=states(origin=["RU"], location=["RU"])),
        case("Magomed Two", place=place(**DERBENT), states=states(origin=["RU"], location=["RU"])),
        case("Magomed Three", place=place(**MAKHACHKALA), states=states(origin=["RU"], location=["RU"])),
        case("Sona One", custody=custody("deceased_in_custody", "2025-03")),
        case("Sona Two", custody=custody("deceased_in_custody", "2020-01-02")),
        case("Sona Three", custody=custody("deceased", "2025-03")),
        smuggling("Fuad One", "journalist"),
        smuggling("Fuad Two", "journalist", "lawyer"),
        smuggling("Fuad Three", "lawyer"),
    ]


def charged_with(document: dict, field: str, value: str) -> bool:
    return any(each[field] == value for own in document["proceedings"] for each in own["charges"])


def is_held(document: dict) -> bool:
    return document["custody"]["status"] in IN_CUSTODY


def has_role(document: dict, *roles: str) -> bool:
    return bool({*document["person"]["roles"]} & {*roles})


def _publish() -> list[dict]:
    """The documents, published, and a changed case of three versions as the last of them."""
    documents = _documents()
    put_many(documents)
    first = case_document(title="Case of Zaur Changed", summary="Held in the autumn.")
    steps = (
        {},
        {"summary": "Held in the spring."},
        {"events": [event("arrest", "2024-04-02")], "start": date("2024-04-02")},
    )
    for day, said in enumerate(steps, start=1):
        first |= said
        changed = case_document(**{key: first[key] for key in KEPT})
        put(changed, at=datetime(2026, 3, day, tzinfo=UTC))
    return [*documents, changed]


def open_list(page) -> None:
    page.get_by_role("navigation", name="Site").get_by_role("link", name="Cases").click()


def search(page, words: str) -> None:
    page.get_by_role("searchbox").fill(words)
    page.locator("form[role=search] button").click()


def facet(page, title: str):
    """A filter by its title, open."""
    summary = page.locator("details.facet > summary").filter(
        has_text=re.compile(rf"^\s*{re.escape(title)}\s")
    )
    if summary.locator("..").get_attribute("open") is None:
        summary.click()
    return summary.locator("..")


def choose(page, title: str, *values: str) -> None:
    for value in values:
        facet(page, title).locator("label.choice span").get_by_text(value, exact=True).click()


def apply_filters(page) -> None:
    page.locator(".filters__act button").click()


def number_found(page) -> int:
    return int(re.search(r"\d+", page.locator("#count").inner_text())[0])


def references(page) -> list[str]:
    """Of the rows of the list, sorted."""
    addresses = page.locator(".case-table tbody a[href*='/cases/C-']").evaluate_all(
        "(links) => links.map((link) => link.pathname)"
    )
    return sorted({re.search(r"C-[^/]+", address)[0] for address in addresses})


def finds(page, documents: list[dict]) -> None:
    """The page lists these and tells their number."""
    assert documents, "the records answer the question with nothing"
    assert number_found(page) == len(documents)
    assert references(page) == sorted(document["reference"] for document in documents)


def how_many_are_held_for_treason_now(page, records):
    held = [each for each in records if charged_with(each, "category", "treason") and is_held(each)]
    page.get_by_role("link", name="by charge").click()
    row = page.locator("#held_charges tr").filter(has_text="High treason")
    assert int(row.locator("td").first.inner_text()) == len(held)

    row.get_by_role("link").click()

    finds(page, held)


def who_was_first_detained_in_the_month_before_the_summit(page, records):
    arrests = {
        each["reference"]: step for each in records for step in each["events"] if step["kind"] == "arrest"
    }
    within = ("2024-10-11", "2024-11-10")
    open_list(page)

    facet(page, "Arrest").get_by_label("From").fill(within[0])
    facet(page, "Arrest").get_by_label("To").fill(within[1])
    apply_filters(page)

    dates = {reference: step["date"] for reference, step in arrests.items()}
    certain = {
        key for key, day in dates.items() if within[0] <= day["earliest"] and day["latest"] <= within[1]
    }
    perhaps = {
        key for key, day in dates.items() if day["earliest"] <= within[1] and within[0] <= day["latest"]
    }
    finds(page, [each for each in records if each["reference"] in certain])
    assert "with an arrest between 11 October 2024 and 10 November 2024" in page.locator("h1").inner_text()

    page.get_by_role("link", name=re.compile(f"^{len(perhaps - certain)} more case may")).click()

    finds(page, [each for each in records if each["reference"] in perhaps - certain])


def who_was_returned_from_russia_to_azerbaijan(page, records):
    open_list(page)

    choose(page, "Where it happened", "Russia")
    choose(page, "Destination", "Azerbaijan")
    apply_filters(page)

    way = {"location": ["RU"], "destination": ["AZ"]}
    finds(page, [each for each in records if all(each["states"][end] == way[end] for end in way)])


def one_person_is_found_in_three_scripts(page, records):
    theirs = [each for each in records if each["person"]["name"] == THREE_SCRIPTS[0]]
    theirs = [each for each in theirs if each["person"]["other_names"]]
    for name in THREE_SCRIPTS:
        search(page, name)
        assert {each["reference"] for each in theirs} <= {*references(page)}, name

    page.locator(f"a[href$='/cases/{theirs[0]['reference']}/']").first.click()
    page.locator("a[href*='/people/P-']").first.click()

    assert references(page) == sorted(each["reference"] for each in theirs)


def cases_in_derbent_in_russian_in_any_form(page, records):
    page.get_by_role("link", name="Русский").click()

    for word in ("Дербент", "Дербенте", "Дербента", "Дербентом"):
        search(page, word)
        finds(page, [each for each in records if (each["place"] or {}).get("locality") == "Derbent"])


def journalists_and_activists_held(page, records):
    media, activists = roles_of("media"), roles_of("activists")
    page.get_by_role("link", name="by role").click()
    for title, roles in {"Journalists and bloggers": media, "Activists of any kind": activists}.items():
        number = page.locator("#held_roles tr").filter(has_text=title).locator("td").first.inner_text()
        assert int(number) == sum(is_held(each) and has_role(each, *roles) for each in records), title

    page.locator("#held_roles").get_by_role("link", name="Journalists and bloggers").click()
    choose(page, "Roles in families", "Activists of any kind")
    apply_filters(page)

    finds(page, [each for each in records if is_held(each) and has_role(each, *media, *activists)])


def who_died_in_custody(page, records):
    open_list(page)

    choose(page, "Custody, last known", "Died in custody")
    apply_filters(page)

    finds(page, [each for each in records if each["custody"]["status"] == "deceased_in_custody"])


def journalists_charged_with_smuggling(page, records):
    search(page, "smuggling")
    page.get_by_role("link", name=re.compile(r"^Article of law: .*206")).click()

    choose(page, "Role", "Journalist")
    apply_filters(page)

    finds(
        page,
        [each for each in records if charged_with(each, "article", "206") and has_role(each, "journalist")],
    )


def a_link_to_one_fact_is_a_citation_of_this_version(page, records):
    changed = records[-1]
    search(page, changed["title"])
    page.locator(f"a[href$='/cases/{changed['reference']}/']").first.click()

    fact = page.locator("#timeline ~ .part__matter .fact-link").first
    fact.locator("summary").click()
    cited = fact.locator(".fact-link__cited .whole").inner_text()

    address = f"/cases/{changed['reference']}/versions/3/#"
    assert f"{changed['reference']}, version 3 of 3 March 2026" in cited
    assert address in cited
    assert address in fact.get_by_role("link").get_attribute("href")
    way = fact.get_by_role("link").evaluate("(link) => link.pathname + link.hash")
    page.goto(way)
    assert "2 April 2024" in page.locator(":target").inner_text()


def what_changed_in_a_case_since_its_first_version(page, records):
    changed = records[-1]
    search(page, changed["reference"].replace("-", "").lower())
    page.locator(f"a[href$='/cases/{changed['reference']}/']").first.click()
    page.locator("a[href$='/versions/']").first.click()
    page.locator("a[href*='/versions/compare/']").first.click()

    page.get_by_label("From version").select_option("1")
    page.get_by_label("To version").select_option("3")
    page.get_by_role("button", name="Compare").click()

    told = page.locator("main").inner_text()
    assert "From version 1 of 1 March 2026 to version 3 of 3 March 2026" in told
    assert "autumn" in told and "spring" in told
    assert "2 April 2024" in told


QUESTIONS = (
    how_many_are_held_for_treason_now,
    who_was_first_detained_in_the_month_before_the_summit,
    who_was_returned_from_russia_to_azerbaijan,
    one_person_is_found_in_three_scripts,
    cases_in_derbent_in_russian_in_any_form,
    journalists_and_activists_held,
    who_died_in_custody,
    journalists_charged_with_smuggling,
    a_link_to_one_fact_is_a_citation_of_this_version,
    what_changed_in_a_case_since_its_first_version,
)


def test_each_question_is_answered_from_the_start_page(open_sheet, subtests):
    records = _publish()

    for question in QUESTIONS:
        with subtests.test(question.__name__):
            sheet = open_sheet(script=False)
            sheet.visit("/")
            question(sheet.page, records)
            assert sheet.faults == []
