"""A chart, the map and a list in frames on other people's pages: themselves, and nothing else of the site."""

import html

import pytest
from django.test import Client
from django.urls import reverse

from cases.register.register import put
from tests.public.parts import states
from tests.register.documents import campaign_document, case_document

pytestmark = pytest.mark.django_db

FRAMES = ["/cases/embed/", "/map/embed/", "/statistics/roles/embed/"]


@pytest.mark.parametrize("path", FRAMES)
def test_what_is_there_may_stand_in_any_frame_and_do_nothing_in_it(client, publish, path):
    publish("Rəna Quliyeva", roles=["lawyer"])

    whole = client.get(f"{path}?role=lawyer")
    known = client.get(f"{path}?role=lawyer", headers={"If-None-Match": whole.headers["ETag"]})

    assert (whole.status_code, known.status_code) == (200, 304)
    for answer in (whole, known):
        policy = answer.headers["Content-Security-Policy"]
        assert "frame-ancestors *" in policy and "sandbox allow-popups" in policy
        assert "default-src 'none'" in policy and "form-action 'none'" in policy
        assert "allow-scripts" not in policy and "allow-same-origin" not in policy
        assert "X-Frame-Options" not in answer.headers
    body = whole.content.decode()
    assert "<form" not in body and "<input" not in body
    assert body.count("<a ") == body.count('target="_blank" rel="noopener noreferrer"') > 0


@pytest.mark.parametrize("path", FRAMES)
@pytest.mark.parametrize("query", ["q=Quliyeva", "q=", "sort=name", "page=2", "charge=cuop", "x=1"])
def test_words_and_whatever_is_no_filter_are_refused_and_a_refusal_stands_in_no_frame(
    client, publish, path, query
):
    publish("Rəna Quliyeva")

    answer = client.get(f"{path}?{query}")

    assert answer.status_code == 400
    assert "Quliyeva" not in answer.content.decode().replace(query.partition("=")[2] or "\0", "")
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("path", FRAMES)
def test_they_say_what_they_show_of_which_day_and_whose_it_is(client, publish, settings, path):
    settings.SITE_NAME, settings.DATA_LICENCE = "The Tracker", "CC BY 4.0"
    publish("Rəna Quliyeva", sample=True, roles=["lawyer"])

    body = client.get(f"{path}?role=lawyer").content.decode()

    assert "Source: The Tracker" in body and "Data: CC BY 4.0." in body
    assert "Lawyer" in body or "lawyer" in body
    assert "role=lawyer" in body, "the way to the page that shows all of it"


def test_the_pages_offer_the_markup_and_for_words_none(client, publish):
    publish("Rəna Quliyeva", roles=["lawyer"], states=states(location=["AZ"]))
    for page, frame in (
        ("/cases/", "/cases/embed/"),
        ("/map/", "/map/embed/"),
        ("/statistics/", "/statistics/roles/embed/"),
    ):
        offered = client.get(f"{page}?role=lawyer").content.decode()
        searched = client.get(f"{page}?role=lawyer&q=Quliyeva").content.decode()

        assert f"{frame}?role=lawyer&quot; title=" in offered or f'{frame}?role=lawyer" title=' in offered, (
            page
        )
        assert "&lt;iframe" in offered and "&lt;iframe" not in searched, page


def test_there_is_no_frame_of_no_chart(client):
    answer = client.get("/statistics/nothing/embed/")

    assert answer.status_code == 404
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


def test_what_cannot_be_answered_now_stands_in_no_frame(publish, monkeypatch):
    def broken(*_arguments, **_names):
        raise RuntimeError("broken")

    publish("Rəna Quliyeva")
    monkeypatch.setattr("cases.public.views.embed.find", broken)

    answer = Client(raise_request_exception=False).get(reverse("public:list_embed"))

    assert answer.status_code == 500
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


def test_the_markup_to_copy_is_whole_whatever_stands_in_the_title(client):
    campaign = campaign_document(title='A "wave" <b>of</b> arrests')
    put(campaign)
    put(case_document(campaigns=[{"reference": campaign["reference"], "title": campaign["title"]}]))

    page = client.get(f"/cases/?campaign={campaign['reference']}").content.decode()
    copied = html.unescape(page[page.index("&lt;iframe") : page.index("&lt;/iframe")])

    assert copied.count('"') == 12
    assert "&quot;wave&quot; &lt;b&gt;" in copied and "<b>" not in copied
