"""Every public page in a real browser: nothing refused, nothing asked of others, room on a small screen."""

import pytest

from tests.browser.records import publish_one_of_each

pytestmark = pytest.mark.browser


@pytest.mark.slow
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("script", [False, True], ids=["without script", "with script"])
def test_pages_are_whole_and_keep_to_themselves(open_sheet, width, script):
    pages = publish_one_of_each()
    sheet = open_sheet(width=width, script=script)

    faults = {}
    for name, (path, status) in pages.items():
        faults[name] = sheet.visit(path, status=status) + sheet.layout_faults()

    assert {name: found for name, found in faults.items() if found} == {}
    assert sheet.context.cookies() == []


def test_open_parts_do_not_widen_a_small_screen(open_sheet):
    pages = publish_one_of_each()
    sheet = open_sheet(width=320)

    faults = {}
    for name in ("list", "data", "filtered", "statistics"):
        sheet.visit(pages[name][0])
        sheet.page.evaluate(
            "() => { for (const part of document.querySelectorAll('details')) part.open = true; }"
        )
        faults[name] = sheet.layout_faults()

    assert not any(faults.values()), faults


def test_the_reader_s_dark_scheme_is_followed(open_sheet):
    papers = set()
    for scheme in ("light", "dark"):
        sheet = open_sheet(scheme=scheme, script=False)
        sheet.visit("/data/")
        papers.add(sheet.page.evaluate("() => getComputedStyle(document.documentElement).backgroundColor"))

    assert len(papers) == 2


def test_what_a_page_may_not_do_is_heard(open_sheet):
    """The control: without it, silence above would prove nothing."""
    sheet = open_sheet()
    assert sheet.visit("/data/") == []

    sheet.page.evaluate(
        """() => new Promise((done) => {
          document.addEventListener("securitypolicyviolation", () => window.refused.length > 1 && done());
          document.body.setAttribute("style", "color: red");
          document.body.append(Object.assign(new Image(), { src: "https://elsewhere.example/pixel.png" }));
        })"""
    )
    sheet.hear_refusals()
    sheet.page.evaluate("() => { document.querySelector('h1').style.inlineSize = '3000px'; }")

    heard = "\n".join(sheet.faults)
    assert "style-src-attr refused inline" in heard
    assert "img-src refused https://elsewhere.example" in heard
    assert "console:" in heard
    assert "asks https://elsewhere.example" in heard
    assert any("px wide" in fault for fault in sheet.layout_faults())
