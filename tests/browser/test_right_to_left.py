"""A language written from right to left, on a small screen: nothing leaves the window and nothing lies on another."""

import pytest

from tests.browser.records import publish_one_of_each
from tests.browser.test_the_whole_path import log_in
from tests.factories import CaseFactory
from tests.persian import add_persian
from tracker.languages import in_language

pytestmark = pytest.mark.browser

WIDTH = 360
OVERLAPS = """() => {
  const within = (each, holds) => each && (holds(getComputedStyle(each)) || within(each.parentElement, holds));
  const isClipped = (style) => style.clipPath.startsWith("inset(50%") || style.clip.startsWith("rect(0px");
  const scrolls = (style) => ["auto", "scroll", "hidden"].includes(style.overflowX);
  // The way to a fact takes no room and is seen only while one points at it.
  const shown = (each) =>
    each.checkVisibility({ visibilityProperty: true, checkOpacity: true }) &&
    !each.closest("select") && !within(each, isClipped);
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const lines = [];
  while (walk.nextNode()) {
    const owner = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !shown(owner)) continue;
    const range = document.createRange();
    range.selectNodeContents(walk.currentNode);
    for (const box of range.getClientRects()) {
      if (box.width > 2 && box.height > 2) lines.push({ owner, box, text: walk.currentNode.data.trim().slice(0, 40) });
    }
  }
  const found = [];
  for (const { owner, box, text } of lines) {
    // What scrolls by itself may be wider than the window.
    const leaves = box.left < -1 || box.right > innerWidth + 1;
    if (leaves && !within(owner, scrolls)) found.push(`${text} leaves the window`);
  }
  lines.forEach((one, at) => {
    for (const other of lines.slice(at + 1)) {
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      // Boxes of lines are higher than their letters.
      if (wide > 3 && high > Math.min(one.box.height, other.box.height) / 2) {
        found.push(`${one.text} | ${other.text}`);
      }
    }
  });
  return [...new Set(found)];
}"""


@pytest.fixture
def persian(settings, tmp_path):
    add_persian(settings, tmp_path)


def faults_of(sheet, path, status=200):
    found = sheet.visit(path, status=status) + sheet.layout_faults()
    assert sheet.page.evaluate("() => [document.documentElement.dir, document.documentElement.lang]") == [
        "rtl",
        "fa",
    ]
    return found + sheet.page.evaluate(OVERLAPS)


@pytest.mark.slow
def test_no_public_page_is_wider_than_the_window_and_no_text_lies_on_another(open_sheet, persian):
    pages = publish_one_of_each()
    sheet = open_sheet(width=WIDTH)

    faults = {
        name: found
        for name, (path, status) in pages.items()
        if (found := faults_of(sheet, in_language(path, "fa"), status))
    }

    assert faults == {}


@pytest.mark.slow
def test_the_main_pages_of_the_desk_neither(open_sheet, persian, settings):
    case = CaseFactory(submitted=True)
    sheet = open_sheet(width=WIDTH)
    log_in(sheet, "publisher")
    sheet.context.add_cookies(
        [{"name": settings.LANGUAGE_COOKIE_NAME, "value": "fa", "url": f"{sheet.site}/admin/"}]
    )

    faults = {}
    for path in ("/admin/", "/admin/cases/case/", "/admin/words/", *steps_of(case)):
        sheet.visit(path)
        faults[path] = [
            *sheet.page.evaluate(OVERLAPS),
            *(fault for fault in sheet.layout_faults() if "px wide" in fault),
        ]
        assert sheet.page.evaluate("() => document.documentElement.dir") == "rtl"

    assert not any(faults.values()), faults


def steps_of(case):
    return [f"/admin/cases/case/{case.pk}/{step}/" for step in ("change", "whole", "publish", "history")]


def test_what_lies_on_another_is_seen(open_sheet, persian):
    """The control: without it, silence above would prove nothing."""
    sheet = open_sheet(width=WIDTH)
    sheet.visit("/fa/data/")
    assert sheet.page.evaluate(OVERLAPS) == []

    sheet.page.evaluate("() => { document.querySelector('h1').style.marginBlockEnd = '-3rem'; }")
    assert sheet.page.evaluate(OVERLAPS)
    sheet.page.evaluate("() => { document.querySelector('h1').style.marginInlineStart = '-3rem'; }")
    assert any("leaves the window" in fault for fault in sheet.page.evaluate(OVERLAPS))
