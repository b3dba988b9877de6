"""The page of an agency: claims and who makes them, never a finding."""

import pytest

from tests.register.documents import attribution, event

pytestmark = pytest.mark.django_db

AGENCY = "A-7K3F-9Q2M-T4XW"
ADDRESS = f"/agencies/{AGENCY}/"


def attributed(name: str = "State Security Service", by: str = "the family", **changes) -> dict:
    return {"attributions": [attribution(**{"agency": AGENCY, "to": name, "by": by} | changes)]}


def test_says_who_attributes_what_to_it_and_that_these_are_claims(client, publish):
    publish("A", **attributed(by="the family"))
    publish("B", **attributed(by="the family", level="2"))
    publish("C", **attributed(by="a rights group", country="AZ"))
    publish("D", attributions=[attribution(agency="", to="Another service", by="somebody else")])

    response = client.get(ADDRESS)

    assert response.context["claimants"] == [("the family", 2), ("a rights group", 1)]
    assert {row["title"] for row in response.context["rows"]} == {"A", "B", "C"}
    page = response.content.decode()
    assert "Attributions are claims of those named with them, not findings of ours" in page
    assert "Attributed to State Security Service by the family: 2 cases" in page
    assert "somebody else" not in page
    assert f'href="/cases/?agency={AGENCY}"' in page


def test_two_claims_of_one_case_count_once(client, publish):
    publish("A", attributions=[*attributed()["attributions"], *attributed(level="2")["attributions"]])

    assert client.get(ADDRESS).context["claimants"] == [("the family", 1)]


def test_goes_by_the_name_most_cases_print_and_says_the_others(client, publish):
    publish("A", **attributed("SSS"))
    publish("B", **attributed("State Security Service"))
    publish("C", **attributed("State Security Service"))

    context = client.get(ADDRESS).context

    assert (context["heading"], context["other_names"]) == ("State Security Service", ["SSS"])


def test_names_and_claimants_are_escaped(client, publish):
    publish("A", **attributed("<b>Service</b>", by="<i>kin</i>"))

    page = client.get(ADDRESS).content.decode()

    assert "<b>Service" not in page
    assert "&lt;b&gt;Service&lt;/b&gt;" in page
    assert "<i>kin" not in page


@pytest.mark.parametrize("reference", ["A-0000-0000-0009", "A-1", "C-7K3F-9Q2M-T4XW", "nobody"])
def test_an_agency_without_published_cases_is_not_there(client, publish, reference):
    publish("A", **attributed())

    assert client.get(f"/agencies/{reference}/").status_code == 404


def test_small_letters_lead_to_the_page(client, publish):
    publish("A", **attributed())

    assert client.get(ADDRESS.lower()).headers["Location"] == ADDRESS


def test_the_case_and_the_list_lead_there(client, publish):
    reference = publish("A", **attributed())

    assert f'href="{ADDRESS}"' in client.get(f"/cases/{reference}/").content.decode()
    assert f'href="{ADDRESS}"' in client.get(f"/cases/?agency={AGENCY}").content.decode()


def test_the_number_of_queries_does_not_depend_on_the_cases(client, publish, django_assert_max_num_queries):
    for number in range(5):
        publish(f"Number {number}", **attributed(by=f"Claimant {number}"))
    client.get(ADDRESS)

    with django_assert_max_num_queries(6):
        client.get(ADDRESS)


COURT = "A-9K3F-9Q2M-T4XW"


def decided(name: str = "District Court", *kinds: str) -> dict:
    return {
        "events": [
            event(kind, f"2024-0{month}-03", court=name, court_reference=COURT)
            for month, kind in enumerate(kinds or ("verdict_guilty",), start=3)
        ]
    }


def test_a_court_has_a_page_with_the_cases_it_decided_in_and_each_decision(client, publish):
    reference = publish("A", **decided("District Court", "remand", "verdict_guilty"))
    publish("B", **decided("District Court"))
    publish("C", **attributed())

    response = client.get(f"/agencies/{COURT}/")

    assert response.context["heading"] == "District Court"
    told = {
        case["title"]: [each["title"] for each in case["decisions"]] for case in response.context["decided"]
    }
    assert told == {"A": ["Remand in custody", "Guilty verdict"], "B": ["Guilty verdict"]}
    page = response.content.decode()
    assert "Cases decided here" in page
    assert f'href="/cases/{reference}/"' in page
    assert "Who attributes it" not in page


def test_an_agency_that_did_both_has_both_on_its_page(client, publish):
    publish("A", **attributed("District Court", agency=COURT))
    publish("B", **decided("District Court"))

    page = client.get(f"/agencies/{COURT}/").content.decode()

    assert "Who attributes it" in page
    assert "Cases decided here" in page


def test_the_list_and_the_file_know_the_court(client, publish, listed):
    reference = publish("A", **decided("District Court"))
    publish("B")

    assert listed(f"?court={COURT}") == ["A"]
    assert f'href="/agencies/{COURT}/"' in client.get(f"/cases/{reference}/").content.decode()
    assert "decided by: District Court" in client.get(f"/cases/{reference}/").content.decode()
    assert client.get("/cases/?court=A-0000-0000-0009").status_code == 400
