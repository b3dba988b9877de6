"""Routes and list are the same, and no answer sets a cookie or takes what may not be sent to it."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from cases.public.surfaces import EMBEDDED_SURFACES, PUBLIC_SURFACES
from cases.public.urls import urlpatterns
from cases.register.documents.keys import AFFILIATION, PARTICIPATION
from cases.register.published_case import PublishedCase
from cases.register.register import put
from tests.register.documents import attribution, campaign_document, charge, place, proceeding, violation
from tracker.languages import in_language

ARGUMENTS = {
    "reference": "C-0000-0000-0000",
    "parameter": "charge",
    "country": "AZ",
    "region": "AZ-BA",
    "code": "CC",
    "article": "274",
    "number": 1,
    "chart": "roles",
}
"""Something for each gap of an address; whether there is such a thing is another question."""


def test_routes_and_list_are_the_same():
    routes = {pattern.name: str(pattern.pattern) for pattern in urlpatterns}

    assert routes == PUBLIC_SURFACES


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/cases/",
        "/cases.csv",
        "/cases.atom",
        "/data/",
        "/about/",
        "/methodology/",
        "/privacy/",
        "/security/",
        "/corrections/",
        "/sitemap.xml",
        "/robots.txt",
        "/statistics/",
        "/statistics/roles.svg",
        "/statistics/roles.png",
        "/statistics/roles.csv",
        "/healthz",
        "/cases/?nonsense=1",
        "/nowhere/",
    ],
)
def test_public_answers_set_no_cookie_and_load_nothing_from_elsewhere(client, db, path):
    response = client.get(path)

    body = response.getvalue().decode(errors="replace")
    assert not response.cookies
    assert "<script" not in body
    assert "style=" not in body
    assert 'src="http' not in body


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
@pytest.mark.parametrize("pattern", urlpatterns, ids=PUBLIC_SURFACES)
def test_every_public_address_says_in_plain_words_what_may_not_be_sent_to_it(pattern, language):
    gaps = {gap: ARGUMENTS[gap] for gap in pattern.pattern.converters}
    path = in_language(reverse(f"public:{pattern.name}", kwargs=gaps), language)

    allowed = ["GET", "HEAD", "POST"] if pattern.name == "correction" else ["GET", "HEAD"]

    for method in {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"} - {*allowed}:
        answer = Client(enforce_csrf_checks=True).generic(
            method, path, headers={"origin": "https://a.example"}
        )

        assert (answer.status_code, answer.headers["Content-Type"]) == (405, "text/plain; charset=utf-8"), (
            method
        )
        assert answer.headers["Allow"] == ", ".join(allowed)
        assert answer.headers["Allow"] in answer.content.decode()


def test_a_refusal_is_in_the_language_of_the_path(client):
    assert client.post("/cases/").content.decode() != client.post("/ru/cases/").content.decode()


@pytest.fixture
def gaps(publish) -> dict[str, dict]:
    """For each route with gaps what is published: a case that leads to every kind of page, and its campaign."""
    campaign = campaign_document()
    put(campaign)
    where = {
        "violations": [violation(place=place(region="AZ-BA"))],
        "place": place(region="AZ-BA", reference="F-7K3F-9Q2M-T4XW", facility="A prison"),
    }
    articles = {"proceedings": [proceeding(charge(country="AZ", code="CC", article="274"))]}
    reference = publish(
        attributions=[attribution(agency="A-7K3F-9Q2M-T4XW")],
        campaigns=[{"reference": campaign["reference"], "title": campaign["title"]}],
        affiliations=[{**AFFILIATION.empty(), "reference": "O-7K3F-9Q2M-T4XW", "organisation": "Outlet"}],
        participations=[{**PARTICIPATION.empty(), "reference": "J-7K3F-9Q2M-T4XW", "official": "Judge"}],
        **where,
        **articles,
    )
    case = PublishedCase.objects.get()
    there = ARGUMENTS | {"reference": reference}
    of_others = {
        "person_detail": case.person_reference,
        "campaign_detail": campaign["reference"],
        "agency_detail": "A-7K3F-9Q2M-T4XW",
        "facility_detail": "F-7K3F-9Q2M-T4XW",
        "organisation_detail": "O-7K3F-9Q2M-T4XW",
        "official_detail": "J-7K3F-9Q2M-T4XW",
    }
    return {
        pattern.name: {
            gap: of_others.get(pattern.name, there["reference"]) if gap == "reference" else there[gap]
            for gap in pattern.pattern.converters
        }
        for pattern in urlpatterns
    }


def test_nothing_but_what_is_made_for_it_stands_in_a_frame(client, gaps, settings):
    """By its 200; of errors none, whichever address answers."""
    settings.CONTACT_ADDRESS = "desk@example.org"
    nobody = {"reference": "C-0000-0000-0000", "chart": "none"}
    for name, arguments in gaps.items():
        path = reverse(f"public:{name}", kwargs=arguments)
        missing = {given: nobody[given] for given in nobody.keys() & arguments.keys()}
        nothing = (
            reverse(f"public:{name}", kwargs=arguments | missing)
            if missing
            else f"{path}?nonsense=1&q=x&sort=y"
        )
        there, refused, wrong = client.get(path), client.post(path), client.get(nothing)

        framed = name in EMBEDDED_SURFACES
        assert there.status_code == 200, name
        for answer, may in ((there, framed), (refused, False), (wrong, framed and wrong.status_code == 200)):
            policy = answer.headers["Content-Security-Policy"]
            assert ("frame-ancestors *" in policy, "frame-ancestors 'none'" in policy) == (may, not may), name
            assert ("X-Frame-Options" in answer.headers) is not may, name
    for path in ("/nowhere/", "/admin/", "/admin/login/", "/static/css/base.css"):
        assert "frame-ancestors *" not in client.get(path).headers.get("Content-Security-Policy", ""), path


ALWAYS_ASKED = {"health": "whether it answers now", "correction": "a form that holds when it was opened"}
"""What is made anew for everybody, and why: nothing of it may be kept."""


def test_every_public_address_answers_in_one_way(client, gaps, settings):
    settings.CONTACT_ADDRESS = "desk@example.org"
    for name, arguments in gaps.items():
        path = reverse(f"public:{name}", kwargs=arguments)

        whole, head = client.get(path), client.head(path)
        tag = whole.headers.get("ETag")
        again = client.get(path, headers={"If-None-Match": tag or "*"})
        tracked = client.get(f"{path}?utm_source=x&fbclid=y")

        assert whole.status_code == head.status_code == 200, name
        assert head.getvalue() == b"" != whole.getvalue(), name
        assert {**head.headers, "Content-Length": ""} == {**whole.headers, "Content-Length": ""}, name
        assert whole.headers["Cache-Control"], name
        assert (again.status_code, bool(tag)) == ((200, False) if name in ALWAYS_ASKED else (304, True)), name
        assert again.headers.get("ETag") == tag, name
        assert (tracked.status_code, tracked.headers.get("Location")) == (302, path), name


def test_tracking_is_taken_off_and_the_rest_stays_as_it_is(client, gaps):
    path = reverse("public:case_detail", kwargs=gaps["case_detail"])

    assert client.get(f"{path}?a=1&utm_source=x&a=2").headers["Location"] == f"{path}?a=1&a=2"
    assert client.get(f"/az{path}?gclid=x").headers["Location"] == f"/az{path}"
    assert client.get(f"{path}?a=1&a=2").status_code == 200


def test_a_page_without_the_register_is_another_with_another_day_or_setting(client, settings):
    tag = client.get("/about/").headers["ETag"]
    settings.CONTACT_ADDRESS = "someone.else@example.org"

    assert client.get("/about/", headers={"If-None-Match": tag}).status_code == 200
    assert tag != client.get("/az/about/").headers["ETag"]
