"""The list by keyboard alone."""

import pytest

from tests.browser.records import publish_one_of_each

pytestmark = pytest.mark.browser

FOCUSED = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
  return { tag: at.tagName, id: at.id, name: at.name || "", text: at.textContent.trim(), href: at.hash || "",
    seen: box.width > 2 && box.height > 2 && box.bottom > 0 && box.top < innerHeight, outline: style.outlineStyle };
}"""


def tab_until(page, wanted, *, most=80):
    """Press Tab until the focus is on what is wanted; answers all that had it, in order."""
    passed = []
    for _ in range(most):
        page.keyboard.press("Tab")
        passed.append(page.evaluate(FOCUSED))
        if wanted(passed[-1]):
            return passed
    raise AssertionError(f"Tab does not reach it: {[each['id'] or each['text'][:30] for each in passed]}")


@pytest.mark.parametrize("path", ["/", "/cases/", "/statistics/", "/data/"])
def test_the_first_stop_is_the_link_past_the_head(open_sheet, path):
    publish_one_of_each()
    sheet = open_sheet(script=False)
    sheet.visit(path)

    sheet.page.keyboard.press("Tab")
    first = sheet.page.evaluate(FOCUSED)
    sheet.page.keyboard.press("Enter")

    assert first["href"] == "#main"
    assert first["seen"], "the link is not visible while it has the focus"
    sheet.page.wait_for_url("**#main")
    assert sheet.page.evaluate("() => document.activeElement.id") == "main"


def test_words_are_searched_with_enter(open_sheet):
    publish_one_of_each()
    sheet = open_sheet(script=False)
    sheet.visit("/")

    tab_until(sheet.page, lambda at: at["id"] == "q")
    sheet.page.keyboard.type("Самедов")
    sheet.page.keyboard.press("Enter")

    sheet.page.wait_for_url("**/cases/?q=*")
    assert sheet.page.locator(".case-table tbody a").first.inner_text().startswith("Bahruz Samadov")


def test_a_filter_is_opened_ticked_and_sent(open_sheet):
    publish_one_of_each()
    sheet = open_sheet(script=False)
    sheet.visit("/cases/")
    everything = sheet.page.locator(".case-table tbody tr").count()

    passed = tab_until(
        sheet.page, lambda at: at["tag"] == "SUMMARY" and at["text"].startswith("Person, group")
    )
    sheet.page.keyboard.press("Enter")
    tab_until(sheet.page, lambda at: at["name"] == "kind", most=1)
    sheet.page.keyboard.press("Tab")
    ticked = sheet.page.evaluate("() => document.activeElement.value")
    sheet.page.keyboard.press("Space")
    sheet.page.keyboard.press("Enter")

    sheet.page.wait_for_url(f"**/cases/?kind={ticked}")
    rows = sheet.page.locator(".case-table tbody tr").count()
    assert 0 < rows < everything
    assert sheet.page.locator(".chip").first.inner_text().startswith("Person, group or pattern")
    assert [stop for stop in passed if stop["outline"] == "none"] == [], "somewhere the focus does not show"


def test_a_chip_takes_its_filter_away(open_sheet):
    publish_one_of_each()
    sheet = open_sheet(script=False)
    sheet.visit("/cases/?kind=group&q=intellectuals")

    tab_until(sheet.page, lambda at: "×" in at["text"] and "Group" in at["text"])
    sheet.page.keyboard.press("Enter")

    sheet.page.wait_for_url("**/cases/?q=intellectuals")
