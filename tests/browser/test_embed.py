"""Frames on the page of somebody else: shown with picture and style; links open whole pages, and nothing else works."""

import pytest

from tests.browser.records import publish_one_of_each

pytestmark = pytest.mark.browser

FRAMES = {
    "list": "/cases/embed/?role=journalist",
    "map": "/map/embed/?location=RU",
    "chart": "/statistics/roles/embed/",
}


@pytest.fixture
def elsewhere(chromium, live_server, settings):
    """`elsewhere(path)`: the frame with this page of ours in it, on a page of another origin."""
    settings.SITE_URL = live_server.url
    context = chromium.new_context(viewport={"width": 800, "height": 700})
    page = context.new_page()

    def framed(path):
        html = f'<!DOCTYPE html><title>Theirs</title><iframe src="{live_server.url}{path}" width="700" height="600">'
        # Another host of the same machine: a browser lets no page of the world ask for what runs here.
        theirs = live_server.url.replace("localhost", "127.0.0.1") + "/theirs/"
        page.route(theirs, lambda route: route.fulfill(content_type="text/html", body=html))
        page.goto(theirs)
        page.wait_for_load_state("networkidle")
        return page.frames[1]

    yield framed
    context.close()


@pytest.mark.parametrize("name", FRAMES)
def test_it_is_shown_in_the_page_of_somebody_else(elsewhere, name):
    publish_one_of_each()

    frame = elsewhere(FRAMES[name])

    assert frame.locator("h1").count() == 1
    assert frame.locator(".embed__foot a").is_visible()
    # Its style sheets are there, and its pictures.
    size = frame.evaluate(
        "() => parseFloat(getComputedStyle(document.querySelector('.embed__foot')).fontSize)"
    )
    assert size < 16, "as a browser writes without a style sheet"
    assert frame.evaluate(
        "() => [...document.images].every((image) => image.complete && image.naturalWidth > 0)"
    )


def test_a_link_of_it_opens_the_whole_page_with_its_forms(elsewhere):
    publish_one_of_each()
    frame = elsewhere(FRAMES["list"])

    with frame.page.context.expect_page() as opened:
        frame.locator(".embed__foot a").click()

    page = opened.value
    page.wait_for_load_state()
    assert "/cases/?role=journalist" in page.url
    page.get_by_role("searchbox").fill("Samadov")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url("**q=Samadov**")


def test_no_other_page_of_ours_is_shown_there(elsewhere):
    publish_one_of_each()

    for path in ("/cases/", "/cases/embed/?q=Samadov"):
        assert elsewhere(path).url.startswith("chrome-error:"), path
